import assert from "node:assert/strict";
import { setTimeout as after } from "node:timers/promises";
import { test } from "node:test";
import type { TwinOptions } from "../src/twin.ts";
import { failure, here, twinUnderTest, type UnderTest } from "./twin-under-test.ts";

const pending = async ({ client }: UnderTest, token: string, run_id: number) =>
  (await client(token).rest.actions.getPendingDeploymentsForRun({ ...here, run_id })).data;

async function review(world: UnderTest, token: string, run_id: number, state: "approved" | "rejected" = "approved") {
  const environment_ids = (await pending(world, token, run_id)).map((one) => one.environment.id ?? 0);
  const { rest } = world.client(token);
  await rest.actions.reviewPendingDeploymentsForRun({ ...here, run_id, environment_ids, state, comment: "go" });
}

const rows = async ({ client }: UnderTest, run_id: number) =>
  (await client("anna-token").rest.actions.getReviewsForRun({ ...here, run_id })).data.map((one) => [
    one.state,
    one.user.login,
  ]);

const open = async (promise: Promise<unknown>): Promise<boolean> =>
  (await Promise.race([promise.then(() => "passed"), after(50, "waits")])) === "waits";

const of = (production: TwinOptions["environments"][string]): Partial<TwinOptions> => ({
  environments: { production },
  teams: { operators: { members: ["boris"] } },
  millisecondsPerMinute: 300,
});

test("a team reviews by its members, and is shown as a team", async (t) => {
  const world = await twinUnderTest(t, {}, of({ reviewers: [{ team: "operators" }] }));
  const { id } = world.run({ actor: "anna" });
  const gate = world.twin.gate(id, "window", "production");
  assert.deepEqual(
    (await pending(world, "anna-token", id)).map((one) => [
      one.current_user_can_approve,
      one.reviewers.map((r) => r.type),
    ]),
    [[false, ["Team"]]],
  );
  assert.equal((await failure(review(world, "anna-token", id))).status, 422, "an admin who is no member");
  await review(world, "boris-token", id);
  assert.equal(await gate, "approved");
  const { data } = await world
    .client("anna-token")
    .rest.repos.getEnvironment({ ...here, environment_name: "production" });
  const rule = data.protection_rules?.[0];
  assert.ok(rule !== undefined && "reviewers" in rule && rule.reviewers?.[0] !== undefined);
  const members = { org: here.owner, team_slug: "operators" };
  const { data: listed } = await world.client("anna-token").rest.teams.listMembersInOrg(members);
  assert.deepEqual(
    listed.map(({ login }) => login),
    ["boris"],
  );
  const { token } = world.run({ permissions: { actions: "read", contents: "read" } });
  assert.equal((await failure(world.client(token).rest.teams.listMembersInOrg(members))).status, 403);
  const [reviewer] = rule.reviewers;
  assert.deepEqual([reviewer.type, (reviewer.reviewer as { slug?: string }).slug], ["Team", "operators"]);
  assert.deepEqual(world.twin.violations(), []);
});

for (const [what, start, who, allowed] of [
  ["who started the run", { actor: "boris" }, "boris", false],
  ["somebody else", { actor: "anna" }, "boris", true],
] as const)
  test(`with self-review prevented, ${what} ${allowed ? "may" : "may not"} approve`, async (t) => {
    const world = await twinUnderTest(t, {}, of({ reviewers: ["anna", "boris"], preventSelfReview: true }));
    const { id } = world.run(start);
    const gate = world.twin.gate(id, "window", "production");
    if (!allowed) return assert.equal((await failure(review(world, `${who}-token`, id))).status, 422);
    await review(world, `${who}-token`, id);
    assert.equal(await gate, "approved");
  });

test("who runs it again may not approve the attempt, and neither may who started the first", async (t) => {
  const world = await twinUnderTest(t, {}, of({ reviewers: ["anna", "boris"], preventSelfReview: true }));
  const { id } = world.run({ actor: "boris" });
  world.twin.setRun(id, { status: "completed", conclusion: "failure" });
  world.run({ actor: "anna", rerunOf: id });
  void world.twin.gate(id, "window", "production");
  for (const who of ["anna-token", "boris-token"]) assert.equal((await failure(review(world, who, id))).status, 422);
});

test("without that rule a person approves what he started himself, and the row looks like any other", async (t) => {
  const world = await twinUnderTest(t, {}, of({ reviewers: ["boris"] }));
  const { id } = world.run({ actor: "boris" });
  const gate = world.twin.gate(id, "window", "production");
  await review(world, "boris-token", id);
  assert.equal(await gate, "approved");
  assert.deepEqual(await rows(world, id), [["approved", "boris"]]);
});

test("a new attempt asks anew, and the list keeps the rows of the earlier ones", async (t) => {
  const world = await twinUnderTest(t, {}, of({ reviewers: ["anna", "boris"] }));
  const { id } = world.run({ actor: "vera" });
  const first = world.twin.gate(id, "window", "production");
  await review(world, "anna-token", id);
  assert.equal(await first, "approved");
  world.twin.setRun(id, { status: "completed", conclusion: "failure" });
  world.run({ actor: "vera", rerunOf: id });
  const second = world.twin.gate(id, "window", "production");
  assert.ok(await open(second), "the approval of the first attempt is worth nothing");
  assert.deepEqual(await rows(world, id), [["approved", "anna"]], "but its row is there already");
  await review(world, "boris-token", id, "rejected");
  assert.equal(await second, "rejected");
  assert.deepEqual(await rows(world, id), [
    ["approved", "anna"],
    ["rejected", "boris"],
  ]);
});

test("jobs one after another ask each for themselves", async (t) => {
  const world = await twinUnderTest(t, {}, of({ reviewers: ["anna"] }));
  const { id } = world.run();
  const first = world.twin.gate(id, "window", "production");
  await review(world, "anna-token", id);
  assert.equal(await first, "approved");
  assert.ok(await open(world.twin.gate(id, "rollback", "production")));
});

test("a wait timer lets nobody through before its time, with or without an approval", async (t) => {
  const world = await twinUnderTest(t, {}, of({ reviewers: ["anna"], waitTimer: 2 }));
  const { id } = world.run();
  const started = Date.now();
  const gate = world.twin.gate(id, "window", "production");
  const [one] = await pending(world, "anna-token", id);
  assert.deepEqual([one?.wait_timer, typeof one?.wait_timer_started_at], [2, "string"]);
  await review(world, "anna-token", id);
  assert.equal(await gate, "approved");
  assert.ok(Date.now() - started >= 595, `${Date.now() - started} ms`);
  const { data } = await world
    .client("anna-token")
    .rest.repos.getEnvironment({ ...here, environment_name: "production" });
  assert.deepEqual(
    data.protection_rules?.map((rule) => [rule.type, "wait_timer" in rule ? rule.wait_timer : undefined]),
    [
      ["wait_timer", 2],
      ["required_reviewers", undefined],
    ],
  );
  const later = world.twin.gate(id, "watch", "production");
  await after(700);
  assert.ok(await open(later), "the time alone is no approval");
  assert.deepEqual(world.twin.violations(), []);
});

test("a wait timer alone needs no reviewer and takes none", async (t) => {
  const world = await twinUnderTest(t, {}, of({ reviewers: [], waitTimer: 2 }));
  const { id } = world.run();
  const gate = world.twin.gate(id, "window", "production");
  assert.ok(await open(gate));
  assert.equal((await failure(review(world, "anna-token", id))).status, 422);
  assert.equal(await gate, "approved");
});

test("an admin passes by the rules unless the environment forbids it; the API gives him no other right", async (t) => {
  const world = await twinUnderTest(t, {}, of({ reviewers: ["boris"] }));
  const { id } = world.run();
  const gate = world.twin.gate(id, "window", "production");
  assert.equal((await failure(review(world, "anna-token", id))).status, 422);
  assert.throws(() => world.twin.bypass(id, "boris"), /no admin/);
  world.twin.bypass(id, "anna", { comment: "it burns" });
  assert.equal(await gate, "approved");
  assert.deepEqual(await rows(world, id), [["approved", "anna"]]);
  const silent = world.twin.gate(id, "watch", "production");
  world.twin.bypass(id, "anna", { onRecord: false });
  assert.equal(await silent, "approved");
  assert.equal((await rows(world, id)).length, 1);
  assert.deepEqual(world.twin.violations(), []);
});

test("an environment that forbids the bypass says so and keeps to it", async (t) => {
  const world = await twinUnderTest(t, {}, of({ reviewers: ["boris"], adminsMayBypass: false }));
  const { id } = world.run();
  const gate = world.twin.gate(id, "window", "production");
  const { data } = await world
    .client("anna-token")
    .rest.repos.getEnvironment({ ...here, environment_name: "production" });
  assert.equal((data as { can_admins_bypass?: boolean }).can_admins_bypass, false);
  assert.throws(() => world.twin.bypass(id, "anna"), /nowhere that an admin may pass/);
  assert.ok(await open(gate));
});

test("a reviewer who is nobody here is refused when the twin starts", async (t) => {
  await assert.rejects(twinUnderTest(t, {}, of({ reviewers: [{ team: "none" }] })), /the team none reviews production/);
  await assert.rejects(twinUnderTest(t, {}, of({ reviewers: ["none"] })), /none reviews production/);
});
