import assert from "node:assert/strict";
import { test } from "node:test";
import { failure, here, twinUnderTest } from "./twin-under-test.ts";

test("a gate waits for a reviewer who did not start the run, and one approval frees all its jobs", async (t) => {
  const { twin, client, run } = await twinUnderTest(t);
  const { id, token } = run({ permissions: { actions: "read", deployments: "write" } });
  const gates = [twin.gate(id, "window", "production"), twin.gate(id, "watch", "production")];
  const bot = client(token).rest;
  assert.equal((await bot.actions.getWorkflowRun({ ...here, run_id: id })).data.status, "waiting");
  const { data: pending } = await client("anna-token").rest.actions.getPendingDeploymentsForRun({
    ...here,
    run_id: id,
  });
  assert.deepEqual(
    pending.map((one) => [one.environment.name, one.current_user_can_approve]),
    [["production", true]],
  );
  const environment_ids = [pending[0]?.environment.id ?? 0];

  const approve = (who: string, state: "approved" | "rejected" = "approved") =>
    client(who).rest.actions.reviewPendingDeploymentsForRun({
      ...here,
      run_id: id,
      environment_ids,
      state,
      comment: "go",
    });
  assert.equal((await failure(approve("vera-token"))).status, 422, "no reviewer");
  assert.equal((await failure(approve("boris-token"))).status, 422, "started the run");
  assert.equal((await failure(approve(token))).status, 403, "a run's own token");
  const { data: deployments } = await approve("anna-token");
  assert.equal(deployments[0]?.environment, "production");
  assert.deepEqual(await Promise.all(gates), ["approved", "approved"]);
  assert.equal((await failure(approve("anna-token"))).status, 422, "nothing waits any more");

  const { data: approvals } = await bot.actions.getReviewsForRun({ ...here, run_id: id });
  assert.deepEqual(
    approvals.map((one) => [one.state, one.user.login, one.comment, one.environments[0]?.name]),
    [["approved", "anna", "go", "production"]],
  );
  assert.equal((await bot.actions.getWorkflowRun({ ...here, run_id: id })).data.status, "in_progress");
  assert.deepEqual(twin.violations(), []);
});

test("a rejection fails the job", async (t) => {
  const { twin, client, run } = await twinUnderTest(t);
  const { id } = run();
  const gate = twin.gate(id, "window", "production");
  const { rest } = client("anna-token");
  const { data: environment } = await rest.repos.getEnvironment({ ...here, environment_name: "production" });
  await rest.actions.reviewPendingDeploymentsForRun({
    ...here,
    run_id: id,
    environment_ids: [environment.id],
    state: "rejected",
    comment: "no",
  });
  assert.equal(await gate, "rejected");
  const { data } = await rest.actions.listJobsForWorkflowRun({ ...here, run_id: id });
  assert.deepEqual(
    data.jobs.map((job) => [job.name, job.status, job.conclusion]),
    [["window", "completed", "failure"]],
  );
  assert.deepEqual(twin.violations(), []);
});

test("a missing environment is made without protection, which is no gate", async (t) => {
  const { twin, client, run } = await twinUnderTest(t);
  const { rest } = client("anna-token");
  assert.equal((await failure(rest.repos.getEnvironment({ ...here, environment_name: "prod" }))).status, 404);
  assert.equal(await twin.gate(run().id, "window", "prod"), "approved");
  assert.deepEqual((await rest.repos.getEnvironment({ ...here, environment_name: "prod" })).data.protection_rules, []);
  const { data: all } = await rest.repos.getAllEnvironments(here);
  assert.deepEqual(
    all.environments?.map((one) => one.name),
    ["production", "staging", "prod"],
  );
  const rule = all.environments?.[0]?.protection_rules?.[0];
  assert.ok(rule !== undefined && "reviewers" in rule);
  assert.equal(rule.type, "required_reviewers");
  assert.equal(rule.prevent_self_review, true);
  const { data: gatesOfApps } = await rest.repos.getAllDeploymentProtectionRules({
    ...here,
    environment_name: "production",
  });
  assert.equal(gatesOfApps.total_count, 0);
  assert.deepEqual(twin.violations(), []);
});
