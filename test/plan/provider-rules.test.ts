import assert from "node:assert/strict";
import { test } from "node:test";
import { parse, stringify } from "yaml";
import { UserError } from "../../src/core/errors.ts";
import { loadPlan } from "../../src/plan/load.ts";
import { samplePlanText } from "./sample-plan.ts";

const snapshot = { take: ["take"], check: ["check", "{id}"], restore: ["restore", "{id}"] };
const use = ["use", "{database}"];

function codesOf(database: object, backup: object = {}): (string | undefined)[] {
  const sample = parse(samplePlanText);
  const plan = { ...sample, database: { ...sample.database, ...database } };
  plan.database.backup = { ...plan.database.backup, ...backup };
  try {
    loadPlan(stringify(plan), "plan.yml");
    return [];
  } catch (error) {
    if (!(error instanceof UserError)) throw error;
    return error.problems.map(({ code }) => code);
  }
}

test("a plan for a provider's databases says all that its way back needs", () => {
  assert.deepEqual(codesOf({}, { copy: "snapshot" }), ["plan-snapshot-without-commands"]);
  assert.deepEqual(codesOf({ snapshot }), ["plan-snapshot-unused"]);
  assert.deepEqual(codesOf({ snapshot: { ...snapshot, restore: ["restore"] } }, { copy: "snapshot" }), [
    "plan-snapshot-unnamed",
  ]);
  assert.deepEqual(codesOf({ switch: { use: ["use"] } }), ["plan-switch-without-database"]);
  assert.deepEqual(codesOf({ switch: { use, create: ["create", "{database}"] } }), ["plan-switch-with-clone"]);
  assert.deepEqual(codesOf({ maintenance: "clinic" }), ["plan-maintenance-is-the-service"]);
  assert.deepEqual(codesOf({ maintenance: "clinic", switch: { use } }), ["plan-maintenance-is-the-service"]);
  assert.deepEqual(codesOf({ maintenance: "clinic", switch: { use } }, { copy: false }), []);
  assert.deepEqual(codesOf({ snapshot }, { copy: "snapshot" }), []);
  assert.deepEqual(codesOf({ snapshot }, { copy: "snapshot", dump: "after-migration" }), [
    "plan-late-dump-without-copy",
  ]);
});

test("a name that a way back gave is a name for the plan, however long the first one was", () => {
  const long = "a".repeat(40);
  assert.deepEqual(codesOf({ name: `${long}_restored_0123456789ab` }), []);
  assert.notDeepEqual(codesOf({ name: `${long}b` }), []);
});
