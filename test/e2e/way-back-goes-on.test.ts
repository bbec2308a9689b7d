import assert from "node:assert/strict";
import { execFile } from "node:child_process";
import { after, before, test } from "node:test";
import { setTimeout as sleep } from "node:timers/promises";
import { promisify } from "node:util";
import { addTag } from "../../packages/rehearsal/world/add-tag.ts";
import { lost } from "../../packages/rehearsal/production/traffic/traffic.ts";
import { locate } from "../../packages/rehearsal/production/traffic/lost.ts";
import { repository, startWorld, type World } from "../../packages/rehearsal/world/world.ts";
import { lostAt } from "./kill-actions.ts";
import { lastState, stateOfProduction } from "./state-of-production.ts";

const back = { tag: "v1.1.0", workflow: "rollback.yml", inputs: { because: "bookings fail" } };

// One production for both: the first leaves v1.0.0 serving.
let world: World;
before(async () => {
  world = await startWorld();
});
after(() => world.stop());

test("a launch that stopped before it opened, whose tag moved since: Roll back goes back without a loss", async (t) => {
  const { production } = world;
  const traffic = production.startTraffic();
  const first = await lostAt(world, "deploy.static", { tag: "v1.1.0" });
  assert.equal(first.conclusion, "cancelled");
  await addTag({
    origin: production.origin,
    from: "v1.1.0",
    tag: "v1.1.0",
    files: { "clinic/extra.py": () => "x = 1\n" },
  });
  const refused = await world.launch({ tag: "v1.1.0" });
  assert.match(refused.log.join("\n"), /is half done[\s\S]*start the workflow Roll back for v1\.1\.0/);
  // The hosts need no remote on the way back.
  const git = (...words: string[]) => promisify(execFile)("git", ["--git-dir", production.origin, ...words]);
  const before = (await git("rev-parse", "refs/tags/v1.0.0")).stdout.trim();
  await git("tag", "--delete", "v1.0.0");
  t.after(() => git("update-ref", "refs/tags/v1.0.0", before));
  const gone = await world.launch(back);
  assert.equal(gone.conclusion, "success", gone.log.join("\n"));
  assert.match(gone.log.join("\n"), /the tag v1\.1\.0 leads to [0-9a-f]{12} now/);
  const visits = await traffic.stop();
  assert.deepEqual(await lost(visits.acknowledged, production.postgres), []);
  const end = await stateOfProduction(world);
  assert.deepEqual([end.version, end.page, end.newColumn, end.shut], ["v1.0.0", "down", false, []]);
  const [issue] = await world.issues();
  assert.equal(issue?.state, "closed");
  const path = `/repos/${repository}/issues/${issue?.number}/comments`;
  const comments = (await world.api("anna", "GET", path)) as { body: string }[];
  assert.ok(comments.some(({ body }) => body.includes("The site did not open since it was closed")));
});

test("a way back whose runner was lost: said by its last job, and a new run takes it over", async () => {
  const { production } = world;
  const { databases } = await stateOfProduction(world);
  assert.equal((await world.launch({ tag: "v1.1.0" })).conclusion, "success");
  const traffic = production.startTraffic();
  await sleep(2000);
  const first = await lostAt(world, "rollback.code", back);
  assert.equal(first.conclusion, "cancelled");
  const [issue] = await world.issues();
  assert.equal(issue?.state, "open");
  assert.match(issue?.body ?? "", /^\*\*The way back failed at .*The site is closed.*Re-run failed jobs/m);
  assert.equal((await lastState(world)).stuck.length, 1);
  const second = await world.launch(back);
  assert.equal(second.conclusion, "success", second.log.join("\n"));
  const { acknowledged } = await traffic.stop();
  const end = await stateOfProduction(world);
  assert.deepEqual([end.version, end.page, end.shut], ["v1.0.0", "down", []]);
  const kept = end.databases.find((name) => name.includes("_failed_") && !databases.includes(name)) ?? "";
  assert.deepEqual((await locate(acknowledged, production.postgres, [production.postgres.database, kept])).lost, []);
  assert.equal((await world.issues())[0]?.state, "closed");
  assert.deepEqual(world.twin.violations(), []);
});
