import assert from "node:assert/strict";
import { test } from "node:test";
import { backupPlace } from "../../src/stages/backup/backup-record.ts";
import { samplePlan } from "../plan/sample-plan.ts";

test("a plan without a database has no backup to hand on", () => {
  const launch = {
    plan: { ...samplePlan(), database: { engine: "none" as const } },
    state: () => ({ steps: new Map() }),
  } as unknown as Parameters<typeof backupPlace>[0];
  assert.deepEqual(backupPlace(launch), { directory: "", manifest: "" });
});
