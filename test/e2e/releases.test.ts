import assert from "node:assert/strict";
import { mkdir, readdir, readlink, realpath, utimes, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { test } from "node:test";
import { locate } from "../../packages/rehearsal/production/traffic/lost.ts";
import { startWorld } from "../../packages/rehearsal/world/world.ts";
import { lastState, stateOfProduction } from "./state-of-production.ts";

test("releases: built and tried the day before, switched in the window, switched back when it is bad", async (t) => {
  const world = await startWorld({
    strategy: "releases",
    dayBefore: true,
    change: (plan) => (plan.deploy["keep-releases"] = 1),
  });
  t.after(() => world.stop());
  const { production } = world;
  const directories = async () =>
    (await readdir(join(production.deployed, "releases"))).map((name) => name.replace(/-[0-9a-f]{12}$/, "")).toSorted();
  const traffic = production.startTraffic();

  const prepared = await world.launch({ tag: "v1.1.0", workflow: "prepare.yml" });
  assert.equal(prepared.conclusion, "success", prepared.log.join("\n"));
  assert.deepEqual(await directories(), ["first", "v1.1.0"], "the built release stays for the window");
  assert.equal(await production.version(), "v1.0.0");
  assert.ok(
    !(
      await readdir(
        join(
          production.deployed,
          "releases",
          (await readdir(join(production.deployed, "releases"))).find((name) => name.startsWith("v1.1.0")) ?? "",
        ),
      )
    ).includes(".golive-stop"),
  );

  // Directories of long ago, beyond the plan's keep.
  for (const [index, name] of ["v0.1", "v0.2"].entries()) {
    await mkdir(join(production.deployed, "releases", name));
    await writeFile(join(production.deployed, "golive", name), "built x\n");
    await utimes(join(production.deployed, "golive", name), 1000 + index, 1000 + index);
  }
  const launched = await world.launch({ tag: "v1.1.0" });
  assert.equal(launched.conclusion, "success", launched.log.join("\n"));
  const state = await lastState(world);
  assert.equal(state.ended?.outcome, "live");
  assert.match(state.steps.get("day-before.build")?.note ?? "", /is there and whole/);
  assert.match(state.steps.get("deploy.fetch@app-1")?.note ?? "", /there since it was built/);
  assert.equal(state.steps.get("deploy.build@app-1")?.note, "built before the window");
  assert.equal(state.steps.get("deploy.static@app-1")?.status, "skipped");
  assert.equal(state.steps.has("deploy.checkout@app-1"), false);
  assert.equal((await stateOfProduction(world)).version, "v1.1.0");
  assert.match(await readlink(production.live), /releases\/v1\.1\.0-[0-9a-f]{12}$/);
  assert.deepEqual(
    await directories(),
    ["first", "v0.2", "v1.1.0"],
    "one is kept beside the live one and the one before",
  );
  const live = await realpath(production.live);

  const broken = await world.launch({ tag: "v1.1.0-broken" });
  assert.equal(broken.conclusion, "failure");
  assert.match((await lastState(world)).steps.get("day-before.tests")?.note ?? "", /failed/, "the day before sees it");
  assert.equal(await realpath(production.live), live);
  const { acknowledged } = await traffic.stop();
  assert.deepEqual((await locate(acknowledged, production.postgres, [production.postgres.database])).lost, []);
});

test("releases without a day before: built in the window, and the way back is the link", async (t) => {
  // What the day before would have found: it is left out, so that the window meets it.
  const world = await startWorld({
    strategy: "releases",
    change: (plan) => {
      plan.deploy["keep-releases"] = 1;
    },
  });
  t.after(() => world.stop());
  const { production } = world;
  const before = await stateOfProduction(world);
  const live = await realpath(production.live);
  const traffic = production.startTraffic();
  const launched = await world.launch({ tag: "v1.1.0-broken" });
  const { acknowledged } = await traffic.stop();
  const state = await lastState(world);
  assert.equal(state.ended?.outcome, "rolled-back", launched.log.join("\n"));
  assert.equal(state.steps.get("rollback.code@app-1")?.note, `v1.0.0, ${live}`);
  assert.equal(await realpath(production.live), live);
  const after = await stateOfProduction(world);
  assert.equal(after.version, before.version);
  assert.equal(after.page, "down");
  const { lost } = await locate(acknowledged, production.postgres, [production.postgres.database]);
  assert.deepEqual(lost, []);
});
