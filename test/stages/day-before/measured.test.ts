import assert from "node:assert/strict";
import { test } from "node:test";
import { Measured } from "../../../src/stages/day-before/measured.ts";

test("what was tried on one host is expected of the others, and what was measured there stays", () => {
  const measured = new Measured([
    ["deploy.environment@app-1", 3],
    ["deploy.fetch@app-1", 1],
    ["deploy.fetch@app-2", 2],
    ["backup.dump", 5],
  ]);
  measured.spreadTo(["deploy.environment@app-2", "deploy.fetch@app-2", "deploy.start@app-2", "backup.proof"]);
  assert.deepEqual(Object.fromEntries(measured), {
    "deploy.environment@app-1": 3,
    "deploy.environment@app-2": 3,
    "deploy.fetch@app-1": 1,
    "deploy.fetch@app-2": 2,
    "backup.dump": 5,
  });
});
