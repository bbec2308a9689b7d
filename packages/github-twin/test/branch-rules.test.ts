import { execFileSync } from "node:child_process";
import assert from "node:assert/strict";
import { test } from "node:test";
import type { TwinRuleset } from "../src/twin.ts";
import { failure, here, twinUnderTest } from "./twin-under-test.ts";

const pull = {
  type: "pull_request",
  parameters: { required_approving_review_count: 1, require_code_owner_review: true },
};
const main: TwinRuleset = {
  name: "main",
  target: "branch",
  include: ["~DEFAULT_BRANCH"],
  rules: [{ type: "non_fast_forward" }],
  bypass: [{ actor_type: "OrganizationAdmin", actor_id: 1 }],
};
const tags: TwinRuleset = { name: "tags", target: "tag", include: ["refs/tags/v*"], rules: [{ type: "update" }] };

test("a branch is protected by a rule of the old kind or by a ruleset in force", async (t) => {
  for (const [options, expected] of [
    [{}, false],
    [{ protectedBranches: ["main"] }, true],
    [{ protectedBranches: ["other"] }, false],
    [{ rulesets: [main] }, true],
    [{ rulesets: [{ ...main, enforcement: "evaluate" }] }, false],
    [{ rulesets: [{ ...main, enforcement: "disabled" }] }, false],
    [{ rulesets: [{ ...main, include: ["~ALL"] }] }, true],
    [{ rulesets: [{ ...main, include: ["~ALL"], exclude: ["refs/heads/ma*"] }] }, false],
    [{ rulesets: [{ ...main, include: ["refs/heads/release/*"] }] }, false],
    [{ rulesets: [tags] }, false],
  ] as const) {
    const { twin, client } = await twinUnderTest(t, {}, options);
    const { data } = await client("vera-token").rest.repos.getBranch({ ...here, branch: "main" });
    assert.equal(data.protected, expected, JSON.stringify(options));
    const { data: list } = await client("vera-token").rest.repos.listBranches({ ...here, protected: true });
    assert.equal(list.length, expected ? 1 : 0);
    assert.deepEqual(twin.violations(), []);
    await twin.close();
  }
});

test("a run reads the rules of a branch and the rulesets, and not who may pass them by", async (t) => {
  const { twin, client, run } = await twinUnderTest(t, {}, { rulesets: [{ ...main, rules: [pull] }, tags] });
  const bot = client(run({ permissions: { contents: "read" } }).token).rest.repos;
  const { data: rules } = await bot.getBranchRules({ ...here, branch: "main" });
  assert.deepEqual(
    rules.map((rule) => [rule.type, rule.ruleset_source]),
    [["pull_request", "clinic/psychology-api"]],
  );
  assert.deepEqual((await bot.getBranchRules({ ...here, branch: "not-there" })).data, []);
  const { data: rulesets } = await bot.getRepoRulesets(here);
  assert.deepEqual(
    rulesets.map((one) => [one.name, one.target, one.enforcement]),
    [
      ["main", "branch", "active"],
      ["tags", "tag", "active"],
    ],
  );
  const ruleset_id = rulesets[0]?.id ?? 0;
  const { data: whole } = await bot.getRepoRuleset({ ...here, ruleset_id });
  assert.deepEqual(whole.conditions, { ref_name: { include: ["~DEFAULT_BRANCH"], exclude: [] } });
  assert.equal("bypass_actors" in whole, false);
  const { data: seen } = await client("anna-token").rest.repos.getRepoRuleset({ ...here, ruleset_id });
  assert.deepEqual(seen.bypass_actors, main.bypass);
  assert.equal((await bot.getRepoRulesets({ ...here, targets: "tag" })).data.length, 1);
  assert.equal((await failure(bot.getRepoRuleset({ ...here, ruleset_id: 1 }))).status, 404);
  assert.equal((await failure(bot.getBranchProtection({ ...here, branch: "main" }))).status, 403);
  assert.deepEqual(twin.violations(), []);
});

test("the details of a protection are an admin's to read", async (t) => {
  const { twin, client } = await twinUnderTest(t, {}, { protectedBranches: ["main"] });
  const branch = { ...here, branch: "main" };
  assert.equal((await client("anna-token").rest.repos.getBranchProtection(branch)).data.enabled, true);
  assert.equal((await failure(client("boris-token").rest.repos.getBranchProtection(branch))).status, 404);
  assert.match(
    (await failure(client("anna-token").rest.repos.getBranch({ ...here, branch: "none" }))).message,
    /Branch not found/,
  );
  assert.deepEqual(twin.violations(), []);
});

test("comparing tells whether one commit lies within the other", async (t) => {
  const { twin, sample, client } = await twinUnderTest(t);
  const compare = async (base: string, head: string) =>
    (await client("vera-token").rest.repos.compareCommitsWithBasehead({ ...here, basehead: `${base}...${head}` })).data;
  assert.equal((await compare(sample.second, sample.second)).status, "identical");
  assert.equal((await compare("main", sample.first)).status, "behind");
  assert.equal((await compare(sample.first, "main")).status, "ahead");
  const git = (...args: string[]) =>
    execFileSync("git", ["-C", sample.directory, "-c", "user.name=A", "-c", "user.email=a@example.test", ...args]);
  git("checkout", "--quiet", "-b", "side", sample.first);
  for (const name of ["one", "two", "three"]) git("commit", "--quiet", "--allow-empty", "--message", name);
  assert.deepEqual(
    [(await compare("main", "side")).status, (await compare("main", "side")).behind_by],
    ["diverged", 1],
  );
  const paged = async (page: number) => {
    const { data } = await client("vera-token").rest.repos.compareCommitsWithBasehead({
      ...here,
      basehead: `${sample.first}...side`,
      per_page: 2,
      page,
    });
    return [data.commits.map(({ commit }) => commit.message), data.total_commits, data.files !== undefined];
  };
  assert.deepEqual(await paged(1), [["one", "two"], 3, true]);
  assert.deepEqual(await paged(2), [["three"], 3, false]);
  assert.deepEqual(twin.violations(), []);
});
