import assert from "node:assert/strict";
import { test } from "node:test";
import { dispatchable, githubUnderTest, repository } from "./github-under-test.ts";

const action = (says: string): string =>
  `name: a\ndescription: b\nruns: {using: composite, steps: [{run: "echo action of ${says}", shell: bash}]}\n`;

const workflow = (says: string): string =>
  dispatchable(`
  go:
    runs-on: ubuntu-latest
    steps:
      - run: |
          echo "workflow of ${says}"
          echo "$GITHUB_REF $GITHUB_REF_TYPE $GITHUB_SHA $GITHUB_WORKFLOW_SHA"
          echo "$GITHUB_WORKFLOW_REF"
          echo "by $GITHUB_ACTOR, pressed by $GITHUB_TRIGGERING_ACTOR"
          echo "same \${{ github.workflow_sha == github.sha && job.workflow_sha == github.sha }} \${{ job.workflow_file_path }}"
      - uses: $/act
  called: {uses: ./.github/workflows/called.yml}
`);

const called = (says: string): string =>
  `on: workflow_call\njobs:\n  in: {runs-on: ubuntu-latest, steps: [{run: "echo called of ${says} \${{ job.workflow_ref }}"}]}\n`;

const tree = (says: string) => ({
  ".github/workflows/go-live.yml": workflow(says),
  ".github/workflows/called.yml": called(says),
  "act/action.yml": action(says),
});

test("a run takes its workflow, what it calls and its actions from the ref that was chosen", async (t) => {
  const github = await githubUnderTest(t, tree("main"));
  const side = await github.commit("side", tree("side"));
  const onMain = await github.launch({ tag: "v1" });
  for (const line of ["workflow of main", "action of main"])
    assert.ok(onMain.log.includes(line), onMain.log.join("\n"));
  assert.ok(onMain.log.some((line) => line.startsWith("refs/heads/main branch ")));

  const { log, runId } = await github.launch({ tag: "v1", ref: "side", actor: "boris" });
  // The two jobs run side by side.
  assert.deepEqual([...log].sort(), [
    "action of side",
    "by boris, pressed by boris",
    `called of side ${repository}/.github/workflows/called.yml@refs/heads/side`,
    `${repository}/.github/workflows/go-live.yml@refs/heads/side`,
    `refs/heads/side branch ${side} ${side}`,
    "same true .github/workflows/go-live.yml",
    "workflow of side",
  ]);
  const run = await github.api("anna", "GET", `/repos/${repository}/actions/runs/${runId}`);
  assert.deepEqual([run.head_branch, run.head_sha], ["side", side]);
  assert.deepEqual(github.twin.violations(), []);
});

test("a tag can be chosen too", async (t) => {
  const github = await githubUnderTest(t, tree("main"));
  github.tag("v9", await github.commit("side", tree("tag")));
  const { log } = await github.launch({ tag: "v1", ref: "v9" });
  assert.ok(
    log.some((line) => line.startsWith("refs/tags/v9 tag ")),
    log.join("\n"),
  );
  assert.ok(log.includes("action of tag"));
});

test("refused: a workflow that the default branch or the ref has not, a ref that is not there, a reader", async (t) => {
  const github = await githubUnderTest(t, tree("main"));
  await github.commit("side", {
    ".github/workflows/new.yml": workflow("side"),
    ".github/workflows/go-live.yml": "on: push\njobs:\n  a: {runs-on: x, steps: [{run: a}]}\n",
  });
  await assert.rejects(github.launch({ tag: "v1", ref: "side", workflow: "new.yml" }), /404/);
  await assert.rejects(
    github.launch({ tag: "v1", ref: "side" }),
    /422 .*Workflow does not have 'workflow_dispatch' trigger/,
  );
  await assert.rejects(github.launch({ tag: "v1", ref: "none" }), /422 .*No ref found for: none/);
  await assert.rejects(github.launch({ tag: "v1", actor: "vera" }), /403/);
});

test("a re-run keeps the ref, the commit, the old files, the inputs and the first actor; after 30 days there is none", async (t) => {
  const github = await githubUnderTest(t, tree("main"));
  const side = await github.commit("side", tree("old"));
  const first = await github.launch({ tag: "v1", ref: "side", actor: "boris" });
  await github.commit("side", tree("new"));
  await github.commit("main", tree("newer"));
  const again = await github.launch({ tag: "other", rerunOf: first.runId, actor: "dmitry" });
  assert.equal(again.runId, first.runId);
  for (const line of [
    "workflow of old",
    "action of old",
    `refs/heads/side branch ${side} ${side}`,
    "by boris, pressed by dmitry",
  ])
    assert.ok(again.log.includes(line), `${line}\n${again.log.join("\n")}`);
  const run = await github.api("anna", "GET", `/repos/${repository}/actions/runs/${first.runId}`);
  assert.deepEqual(
    [run.run_attempt, run.actor.login, run.triggering_actor.login, run.head_sha],
    [2, "boris", "dmitry", side],
  );
  github.twin.backdate(first.runId, 29);
  await github.launch({ tag: "v1", rerunOf: first.runId });
  github.twin.backdate(first.runId, 2);
  await assert.rejects(github.launch({ tag: "v1", rerunOf: first.runId }), /403 .*created over a month ago/);
  assert.deepEqual(github.twin.violations(), []);
});

test("each job's token has the rights that the file of its ref gives it", async (t) => {
  const steps = `
    runs-on: ubuntu-latest
    steps:
      - env: {TOKEN: "\${{ github.token }}"}
        run: |
          ask() { curl -s -o /dev/null -w '%{http_code}' -A test -H "authorization: Bearer $TOKEN" "$GITHUB_API_URL/repos/$GITHUB_REPOSITORY/$1"; }
          echo "$GITHUB_JOB $(ask issues) $(ask commits/main)"`;
  const github = await githubUnderTest(t, {
    ".github/workflows/go-live.yml": dispatchable(`
  none:
    permissions: {}${steps}
  code:
    permissions: {contents: read}${steps}
  both:
    permissions: {contents: read, issues: read}${steps}
`),
  });
  const { log } = await github.launch({ tag: "v1" });
  for (const line of ["none 403 403", "code 403 200", "both 200 200"]) assert.ok(log.includes(line), log.join("\n"));
});
