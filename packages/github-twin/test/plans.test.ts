import assert from "node:assert/strict";
import { test } from "node:test";
import type { TwinEnvironment, TwinOptions } from "../src/twin.ts";
import { failure, here, twinUnderTest } from "./twin-under-test.ts";

const production: TwinEnvironment = {
  reviewers: ["anna"],
  waitTimer: 1,
  branches: ["main"],
  secrets: { KEY: "k" },
  adminsMayBypass: false,
};
const rulesets = [
  { name: "main", target: "branch", include: ["~DEFAULT_BRANCH"], rules: [{ type: "deletion" }] },
] as const;

const kinds: readonly (readonly [TwinOptions["visibility"], TwinOptions["plan"], Expected])[] = [
  ["public", "free", { rules: ["wait_timer", "required_reviewers", "branch_policy"], secrets: ["KEY"], asks: true }],
  [
    "private",
    "enterprise",
    { rules: ["wait_timer", "required_reviewers", "branch_policy"], secrets: ["KEY"], asks: true },
  ],
  ["private", "team", { rules: ["branch_policy"], secrets: ["KEY"], asks: false }],
  ["private", "pro", { rules: ["branch_policy"], secrets: ["KEY"], asks: false }],
  ["private", "free", { rules: null, secrets: [], asks: false }],
];

interface Expected {
  /** Null: the API knows no environment. */
  readonly rules: readonly string[] | null;
  readonly secrets: readonly string[];
  readonly asks: boolean;
}

for (const [visibility, plan, { rules, secrets, asks }] of kinds)
  test(`a ${visibility} repository, plan ${plan}`, async (t) => {
    const options: Partial<TwinOptions> = { environments: { production }, rulesets, millisecondsPerMinute: 1 };
    const world = await twinUnderTest(t, {}, { ...options, ...(visibility && { visibility }), ...(plan && { plan }) });
    const { rest } = world.client("anna-token");
    const { data: document } = await rest.repos.get(here);
    assert.deepEqual([document.private, document.visibility], [visibility === "private", visibility]);

    const place = { ...here, environment_name: "production" };
    if (rules === null) {
      assert.equal((await failure(rest.repos.getEnvironment(place))).status, 404);
      assert.equal((await failure(rest.repos.getAllEnvironments(here))).status, 404);
      assert.equal((await failure(rest.repos.listDeploymentBranchPolicies(place))).status, 404);
    } else {
      const { data } = await rest.repos.getEnvironment(place);
      assert.deepEqual(
        data.protection_rules?.map(({ type }) => type),
        rules,
      );
      assert.equal((data as { can_admins_bypass?: boolean }).can_admins_bypass, !asks);
    }
    assert.deepEqual(Object.keys(world.twin.environmentSecrets().production ?? {}), secrets);

    const { id } = world.run();
    const gate = world.twin.gate(id, "window", "production");
    const { data: pending } = await rest.actions.getPendingDeploymentsForRun({ ...here, run_id: id });
    assert.equal(pending.length, asks ? 1 : 0);
    if (!asks) assert.equal(await gate, "approved", "nobody is asked");
    const fromTag = world.run({ headBranch: "v1.0.0", ref: "refs/tags/v1.0.0" });
    const elsewhere = world.twin.gate(fromTag.id, "window", "production");
    assert.equal(await elsewhere, rules === null ? "approved" : "not-allowed");

    const branch = { ...here, branch: "main" };
    const free = rules === null;
    assert.equal((await rest.repos.getBranch(branch)).data.protected, !free);
    if (free)
      assert.match(
        (await failure(rest.repos.getBranchRules(branch))).message,
        /Upgrade to GitHub Pro or make this repository public/,
      );
    else assert.equal((await rest.repos.getBranchRules(branch)).data.length, 1);
    assert.deepEqual(world.twin.violations(), []);
  });
