// What people can do to the gate of a repository, from end to end.

import assert from "node:assert/strict";
import { test } from "node:test";
import { dispatchable, githubUnderTest, people, repository } from "./github-under-test.ts";

const launch = (window: string): string =>
  dispatchable(`
  gate:
    runs-on: ubuntu-latest
    permissions: {actions: read, contents: read}
    outputs: {digest: "\${{ steps.d.outputs.digest }}"}
    steps: [{id: d, run: 'echo "digest=of attempt \${{ github.run_attempt }}" >> $GITHUB_OUTPUT; echo "gate"'}]
  window:
    needs: gate
    runs-on: ubuntu-latest
    ${window}
    steps: [{env: {KEY: "\${{ secrets.KEY }}"}, run: 'echo "window \${#KEY} \${{ needs.gate.outputs.digest }}"; test "\${{ github.run_attempt }}" != 1 || test "$GITHUB_ACTOR" != boris'}]
`);

const files = { ".github/workflows/go-live.yml": launch("environment: production") };
const production = { reviewers: ["dmitry"], branches: ["main"], secrets: { KEY: "a key" } };

test("a branch with a workflow of its own gets the repository's secrets, and no environment's", async (t) => {
  for (const [keys, said] of [
    [{ environments: { production } }, ["gate", "window 0 of attempt 1"]],
    [{ repositorySecrets: { KEY: "a key" } }, ["gate", "window 5 of attempt 1"]],
  ] as const) {
    const github = await githubUnderTest(t, files, keys);
    await github.commit("mine", { ".github/workflows/go-live.yml": launch("name: No environment") });
    const { log } = await github.launch({ tag: "v1", ref: "mine", actor: "anna" });
    assert.deepEqual(log, said);
    await github.commit("mine", files);
    await github.commit("mine", { ".github/workflows/go-live.yml": launch("environment: {name: production}") });
    const { conclusion } = await github.launch({ tag: "v1", ref: "mine", actor: "anna" });
    assert.equal(conclusion, "environments" in keys ? "failure" : "success");
  }
});

test("re-run failed jobs: the gate's job is not run again, the window's asks anew and gets the old digest", async (t) => {
  const github = await githubUnderTest(t, files, { environments: { production } });
  const first = await github.launch({ tag: "v1", actor: "boris" });
  assert.equal(first.conclusion, "failure");
  const asked: string[] = [];
  const review = async (environment: string) => {
    asked.push(environment);
    return "approved" as const;
  };
  const again = await github.launch({ tag: "v1", actor: "anna", rerunOf: first.runId, rerun: "failed", review });
  assert.deepEqual([again.conclusion, again.log], ["success", ["window 5 of attempt 1"]]);
  assert.deepEqual(asked, ["production"]);
  const rows = await github.api("anna", "GET", `/repos/${repository}/actions/runs/${first.runId}/approvals`);
  assert.equal(rows.length, 2);
  assert.deepEqual(github.twin.violations(), []);
});

test("an admin starts all waiting jobs", async (t) => {
  const github = await githubUnderTest(t, files, { environments: { production } });
  const { conclusion, runId } = await github.launch({ tag: "v1", reviewer: "anna", review: async () => "bypassed" });
  assert.equal(conclusion, "success");
  const rows = await github.api("anna", "GET", `/repos/${repository}/actions/runs/${runId}/approvals`);
  assert.deepEqual(
    rows.map((row: { state: string; user: { login: string } }) => [row.state, row.user.login]),
    [["approved", "anna"]],
  );
});

test("a private repository on the Free plan has no gate at all, and no secret in it", async (t) => {
  const github = await githubUnderTest(t, files, { environments: { production }, github: { plan: "free" } });
  await github.commit("mine", { "x.txt": "x" });
  const asked: string[] = [];
  const review = async (environment: string) => {
    asked.push(environment);
    return "rejected" as const;
  };
  const { conclusion, log } = await github.launch({ tag: "v1", ref: "mine", review });
  assert.deepEqual([conclusion, asked, log], ["success", [], ["gate", "window 0 of attempt 1"]]);
});

test("a private repository on the Team plan keeps branches and secrets, and asks nobody", async (t) => {
  const github = await githubUnderTest(t, files, { environments: { production }, github: { plan: "team" } });
  await github.commit("mine", { "x.txt": "x" });
  const { conclusion, log } = await github.launch({ tag: "v1" });
  assert.deepEqual([conclusion, log], ["success", ["gate", "window 5 of attempt 1"]]);
  assert.equal((await github.launch({ tag: "v1", ref: "mine" })).conclusion, "failure");
});

test("a team reviews by a member of it", async (t) => {
  const github = await githubUnderTest(t, files, {
    environments: { production: { ...production, reviewers: [{ team: "operators" }] } },
    github: { teams: { operators: { members: ["boris"] } } },
  });
  assert.equal((await github.launch({ tag: "v1", reviewer: "boris" })).conclusion, "success");
  const refused = await github.launch({ tag: "v1", reviewer: "dmitry" });
  assert.equal(refused.conclusion, "failure");
  assert.match(refused.jobs.at(-1)?.annotations[0]?.message ?? "", /dmitry is not a required reviewer of production/);
});

test("GITHUB_REF_PROTECTED tells of rules and of rulesets", async (t) => {
  const workflow = dispatchable('  a: {runs-on: x, steps: [{run: "echo $GITHUB_REF_PROTECTED"}]}\n');
  for (const [github, said] of [
    [{}, "false"],
    [{ protectedBranches: ["main"] }, "true"],
    [
      { rulesets: [{ name: "m", target: "branch", include: ["~DEFAULT_BRANCH"], rules: [{ type: "deletion" }] }] },
      "true",
    ],
    [{ protectedBranches: ["main"], plan: "free" }, "false"],
  ] as const) {
    const world = await githubUnderTest(t, { ".github/workflows/go-live.yml": workflow }, { github });
    assert.deepEqual((await world.launch({ tag: "v1" })).log, [said], JSON.stringify(github));
  }
});

test("a job that no runner takes fails the run in words", async (t) => {
  const workflow = dispatchable('  a: {runs-on: clinic, steps: [{run: "echo ran"}]}\n');
  const world = await githubUnderTest(
    t,
    { ".github/workflows/go-live.yml": workflow },
    { runners: [{ labels: ["ubuntu-latest"] }], people },
  );
  const { conclusion, jobs } = await world.launch({ tag: "v1" });
  assert.equal(conclusion, "failure");
  assert.match(jobs[0]?.annotations[0]?.message ?? "", /would stay queued for ever: no runner has the label 'clinic'/);
});

test("a comment starts the workflow of the default branch, whose token starts another if it may", async (t) => {
  const approve = (permission: string): string => `
on: {issue_comment: {types: [created]}}
jobs:
  hand-on:
    runs-on: ubuntu-latest
    permissions: {actions: ${permission}}
    steps:
      - run: |
          curl -s -f -A test -H "authorization: Bearer \${{ github.token }}" -d '{"ref":"main","inputs":{"tag":"v2"}}' \\
            "$GITHUB_API_URL/repos/$GITHUB_REPOSITORY/actions/workflows/go-live.yml/dispatches"
          echo "$GITHUB_REF \${{ github.event.comment.author_association }}"
`;
  for (const permission of ["write", "read"]) {
    const world = await githubUnderTest(t, { ...files, ".github/workflows/approve.yml": approve(permission) });
    await world.api("anna", "POST", `/repos/${repository}/issues`, { title: "Launch" });
    const heard = await world.comment("boris", 1, "/approve");
    const may = permission === "write";
    assert.equal(heard.approve.conclusion, may ? "success" : "failure");
    assert.equal(heard.approve.log.includes("refs/heads/main COLLABORATOR"), may);
    assert.equal(heard.started.length, may ? 1 : 0);
    if (!may) continue;
    const run = await world.api("anna", "GET", `/repos/${repository}/actions/runs/${heard.started[0]?.runId}`);
    assert.equal(run.actor.login, "github-actions[bot]");
  }
});

test("two environments that wait at once, each with a reviewer of its own", async (t) => {
  const job = (environment: string): string =>
    `  ${environment}: {runs-on: x, environment: ${environment}, steps: [{run: echo ${environment}}]}\n`;
  const world = await githubUnderTest(
    t,
    { ".github/workflows/go-live.yml": dispatchable(job("one") + job("two") + job("three")) },
    {
      environments: {
        one: { reviewers: ["dmitry"] },
        two: { reviewers: ["anna"] },
        three: { reviewers: [], waitTimer: 3 },
      },
      github: { millisecondsPerMinute: 100 },
    },
  );
  const { log } = await world.launch({ tag: "v1", reviewer: (place) => (place === "one" ? "dmitry" : "anna") });
  assert.deepEqual([...log].sort(), ["one", "three", "two"]);
});
