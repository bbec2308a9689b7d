import assert from "node:assert/strict";
import { test } from "node:test";
import { locate } from "../../packages/rehearsal/production/traffic/lost.ts";
import { type LaunchOptions, startWorld, type World } from "../../packages/rehearsal/world/world.ts";
import { killActions } from "./kill-actions.ts";
import { lastState, stateOfProduction } from "./state-of-production.ts";

/** Launches, and loses the runner at each step in turn: every time the same run is run again. Returns how the last ended. */
async function killedAt(world: World, steps: readonly string[], options: LaunchOptions): Promise<string> {
  let run: number | undefined;
  for (const step of steps) {
    const cancel = new AbortController();
    let killed = false;
    const launched = await world.launch({
      ...options,
      ...(run === undefined ? {} : { rerunOf: run }),
      signal: cancel.signal,
      onLog: (line) => {
        if (killed || !line.startsWith(step) || !line.endsWith("…")) return;
        killed = true;
        cancel.abort();
        killActions(world.production.directory);
      },
    });
    assert.equal(killed, true, `${step} was never reached:\n${launched.log.join("\n")}`);
    run = launched.runId;
    assert.equal((await stateOfProduction(world)).page, "up", `after ${step}`);
  }
  return (await world.launch({ ...options, ...(run === undefined ? {} : { rerunOf: run }) })).conclusion;
}

async function lostWrites(world: World, acknowledged: Parameters<typeof locate>[0]): Promise<readonly string[]> {
  const { databases } = await stateOfProduction(world);
  return (
    await locate(
      acknowledged,
      world.production.postgres,
      databases.filter((name) => name.startsWith(world.production.postgres.database)),
    )
  ).lost;
}

/** The longest of them runs with every change; the others with GOLIVE_LONG=1. */
const long = process.env.GOLIVE_LONG === "1" ? test : () => {};

long(
  "the runner lost again and again in the backup: the launch still goes live, doors open, nothing lost",
  async (t) => {
    const world = await startWorld();
    t.after(() => world.stop());
    const traffic = world.production.startTraffic();
    assert.equal(await killedAt(world, ["backup.copy", "backup.dump", "backup.proof"], { tag: "v1.1.0" }), "success");
    const { acknowledged } = await traffic.stop();
    const after = await stateOfProduction(world);
    assert.deepEqual(
      [after.version, after.page, after.databases, after.shut],
      ["v1.1.0", "down", ["postgres", "psychology"], []],
    );
    assert.equal(after.copies.length, 1);
    assert.deepEqual(await lostWrites(world, acknowledged), []);
  },
);

long(
  "the runner lost again and again in an automatic rollback: the release before serves, doors open, nothing lost",
  async (t) => {
    const world = await startWorld();
    t.after(() => world.stop());
    const traffic = world.production.startTraffic();
    const steps = ["rollback.database", "rollback.start", "rollback.open"];
    await killedAt(world, steps, { tag: "v1.1.0-broken" });
    const { acknowledged } = await traffic.stop();
    const after = await stateOfProduction(world);
    assert.deepEqual([after.version, after.page, after.newColumn, after.shut], ["v1.0.0", "down", false, []]);
    assert.equal((await lastState(world)).ended?.outcome, "rolled-back");
    assert.deepEqual(await lostWrites(world, acknowledged), []);
  },
);

test("the runner lost at every step of a rollback after opening: newer rows are set aside, nothing lost", async (t) => {
  const world = await startWorld();
  t.after(() => world.stop());
  assert.equal((await world.launch({ tag: "v1.1.0" })).conclusion, "success");
  const traffic = world.production.startTraffic();
  await new Promise((resolve) => setTimeout(resolve, 1500));
  const steps = ["rollback.proof", "rollback.stop", "rollback.written", "rollback.database", "rollback.code"];
  assert.equal(
    await killedAt(world, steps, { tag: "v1.1.0", workflow: "rollback.yml", inputs: { because: "bookings fail" } }),
    "success",
  );
  const { acknowledged } = await traffic.stop();
  const after = await stateOfProduction(world);
  assert.deepEqual([after.version, after.page, after.newColumn, after.shut], ["v1.0.0", "down", false, []]);
  assert.equal(after.databases.filter((name) => name.includes("_failed_")).length, 1);
  assert.deepEqual(await lostWrites(world, acknowledged), []);
  assert.deepEqual(world.twin.violations(), []);
});
