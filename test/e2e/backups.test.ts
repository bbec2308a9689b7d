import assert from "node:assert/strict";
import { readdir } from "node:fs/promises";
import { test } from "node:test";
import { locate } from "../../rehearsal/stage/lost.ts";
import { startWorld } from "../../rehearsal/world.ts";
import { lastState, stateOfProduction } from "./state-of-production.ts";

test("without a copy the way back is the proved dump, restored beside", async (t) => {
  const world = await startWorld({ change: (plan) => void (plan.database.backup.copy = false) });
  t.after(() => world.stop());
  const traffic = world.stage.startTraffic();
  await world.launch({ tag: "v1.1.0-broken" });
  const { acknowledged } = await traffic.stop();
  const after = await stateOfProduction(world);
  assert.deepEqual([after.version, after.page, after.newColumn, after.copies], ["v1.0.0", "down", false, []]);
  assert.equal(after.databases.length, 3, after.databases.join());
  assert.deepEqual((await locate(acknowledged, world.stage.postgres)).lost, []);
});

test("a dump that waits for the migrations is of the frozen copy, and proved before the site opens", async (t) => {
  const world = await startWorld({ change: (plan) => Object.assign(plan.database.backup, { dump: "after-migration", proof: "content" }) });
  t.after(() => world.stop());
  const launched = await world.launch({ tag: "v1.1.0" });
  assert.equal(launched.conclusion, "success", launched.log.join("\n"));
  const { steps } = await lastState(world);
  const at = (id: string) => steps.get(id)?.startedAt ?? "";
  assert.ok(at("backup.copy") < at("deploy.migrate@app-1") && at("deploy.migrate@app-1") < at("backup.dump") && at("backup.proof") < at("open.off"));
  assert.match(steps.get("backup.proof")?.note ?? "", /^not restored; \d+ rows in \d+ tables and \d+ objects of the schema stand in the dump/);
  assert.match(steps.get("backup.dump")?.note ?? "", /of psychology_copy_/);
});

test("earlier copies go once another launch is over; dumps stay as long as the plan says", async (t) => {
  const world = await startWorld({ change: (plan) => void (plan.database.backup.keep = { count: 1, days: 0 }) });
  t.after(() => world.stop());
  for (const tag of ["v1.0.1", "v1.1.0"]) {
    const launched = await world.launch({ tag });
    assert.equal(launched.conclusion, "success", launched.log.join("\n"));
  }
  const after = await stateOfProduction(world);
  assert.equal(after.copies.length, 1);
  assert.match(after.copies[0] ?? "", /_copy_v1\.1\.0/);
  assert.deepEqual((await readdir(world.stage.backups)).map((name) => name.replace(/-\d+$/, "")), ["v1.1.0"]);
});
