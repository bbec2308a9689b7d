import assert from "node:assert/strict";
import { test } from "node:test";
import { mayDeploy } from "../src/repository/branch-policy.ts";
import { fnmatch } from "../src/repository/fnmatch.ts";
import type { TwinEnvironment } from "../src/twin-interface.ts";
import { dispatchable, githubUnderTest, repository } from "../../rehearsal/test/world/github-under-test.ts";

for (const [pattern, yes, no] of [
  ["main", ["main"], ["Main", "main2", "x/main"]],
  ["release/*", ["release/1", "release/"], ["release/1/2", "release"]],
  ["release/*/*", ["release/1/2"], ["release/1"]],
  ["**/hotfix", ["hotfix", "a/hotfix", "a/b/hotfix"], ["a/hotfix/b"]],
  ["v?.[0-9]", ["v1.2"], ["v1.x", "v12.3"]],
  ["v[^0-9]", ["vx"], ["v1"]],
  ["a\\*b", ["a*b"], ["axb"]],
  ["a.b+(c)", ["a.b+(c)"], ["axb+(c)"]],
] as const)
  test(`the pattern ${pattern}`, () => {
    for (const name of yes) assert.ok(fnmatch(pattern, name), name);
    for (const name of no) assert.ok(!fnmatch(pattern, name), name);
  });

for (const [branches, ref, guarded, allowed] of [
  ["all", "refs/tags/v1", [], true],
  ["protected", "refs/heads/main", ["main"], true],
  ["protected", "refs/heads/side", ["main"], false],
  ["protected", "refs/tags/main", ["main"], false],
  ["protected", "refs/heads/side", [], true],
  [["main"], "refs/heads/main", [], true],
  [["main"], "refs/tags/main", [], false],
  [[{ tag: "v*" }], "refs/tags/v1", [], true],
  [[{ tag: "v*" }], "refs/heads/v1", [], false],
  [[], "refs/heads/main", ["main"], false],
] as const)
  test(`${JSON.stringify(branches)}, protected ${JSON.stringify(guarded)}: ${ref} ${allowed ? "may" : "may not"} deploy`, () => {
    assert.equal(mayDeploy(branches, ref, guarded), allowed);
  });

const workflow = dispatchable(`
  window:
    runs-on: x
    environment: production
    steps: [{run: "echo K is \${{ secrets.K }}"}]
`);

const github = (t: Parameters<typeof githubUnderTest>[0], rules: Partial<TwinEnvironment>, guarded: string[] = []) =>
  githubUnderTest(
    t,
    { ".github/workflows/go-live.yml": workflow },
    {
      environments: { production: { reviewers: ["dmitry"], secrets: { K: "key" }, ...rules } },
      github: { protectedBranches: guarded },
    },
  );

test("a run from another branch fails before anybody is asked, and gets no secret", async (t) => {
  const world = await github(t, { branches: ["main"] });
  await world.commit("side", { "x.txt": "x" });
  const asked: string[] = [];
  const review = async (environment: string) => {
    asked.push(environment);
    return "approved" as const;
  };
  const { conclusion, jobs, log } = await world.launch({ tag: "v1", ref: "side", review });
  assert.deepEqual([conclusion, asked, log], ["failure", [], []]);
  assert.equal(
    jobs[0]?.annotations[0]?.message,
    'Branch "side" is not allowed to deploy to production due to environment protection rules.',
  );
  const onMain = await world.launch({ tag: "v1", review });
  assert.deepEqual([onMain.conclusion, asked, onMain.log], ["success", ["production"], ["K is ***"]]);
  world.tag("v3", await world.commit("side", { "x.txt": "y" }));
  const tagged = await world.launch({ tag: "v1", ref: "v3" });
  assert.match(tagged.jobs[0]?.annotations[0]?.message ?? "", /^Tag "v3" is not allowed to deploy to production/);
  assert.deepEqual(world.twin.violations(), []);
});

for (const [what, rules, policy, patterns] of [
  ["all", {}, null, []],
  ["protected", { branches: "protected" }, { protected_branches: true, custom_branch_policies: false }, []],
  [
    "patterns",
    { branches: ["main", "release/*", { tag: "v*" }] },
    { protected_branches: false, custom_branch_policies: true },
    ["branch main", "branch release/*", "tag v*"],
  ],
] as const)
  test(`the API shows which refs may deploy: ${what}`, async (t) => {
    const world = await github(t, rules);
    const path = `/repos/${repository}/environments/production`;
    const environment = await world.api("vera", "GET", path);
    assert.deepEqual(environment.deployment_branch_policy, policy);
    const types = environment.protection_rules.map((rule: { type: string }) => rule.type);
    assert.deepEqual(types, policy === null ? ["required_reviewers"] : ["required_reviewers", "branch_policy"]);
    const listed = await world.api("vera", "GET", `${path}/deployment-branch-policies?per_page=100`);
    const rows: { id: number; type: string; name: string }[] = listed.branch_policies;
    assert.deepEqual(
      [listed.total_count, rows.map(({ type, name }) => `${type} ${name}`)],
      [patterns.length, patterns],
    );
    for (const row of rows)
      assert.deepEqual(await world.api("vera", "GET", `${path}/deployment-branch-policies/${row.id}`), row);
    await assert.rejects(world.api("vera", "GET", `${path}/deployment-branch-policies/1`), /404/);
    assert.deepEqual(world.twin.violations(), []);
  });
