import assert from "node:assert/strict";
import { test } from "node:test";
import type { Entry } from "../../src/journal/event.ts";
import { stateOf } from "../../src/journal/state.ts";
import { whenOf } from "../../src/stages/verify.ts";

test("a check is told when what should be running was started, and what must be gone", () => {
  const step = (name: string, status: string, at: string, facts?: object) => ({ kind: "step", step: name, status, at: `2026-11-24T23:${at}Z`, release: "r", run: { id: 1, attempt: 1 }, ...(facts ? { facts } : {}) }) as Entry;
  const entries = [
    step("prepare.checks", "done", "00:00.000", { versions: { "app-1": "v1.0.0" } }),
    step("isolate.on", "started", "10:00.000"),
    step("deploy.start@app-1", "started", "20:00.000"),
    step("deploy.start@app-1", "done", "20:02.000"),
    step("deploy.start@app-2", "started", "20:03.000"),
    step("deploy.start@app-2", "done", "20:05.000"),
    step("rollback.start@app-1", "started", "30:00.000"),
  ];
  const launch = (until: number) => ({ state: () => stateOf(entries.slice(0, until), "r"), run: { id: 7, attempt: 1, actor: "anna" }, release: { tag: "v1.1.0" }, signal: new AbortController().signal }) as never;
  const { signal: _, startedOn, ...forward } = whenOf(launch(7), "deploy.start");
  assert.deepEqual(forward, { run: 7, since: "2026-11-24T23:20:05.000Z", closedAt: "2026-11-24T23:10:00.000Z", previous: "v1.0.0" });
  const { signal: __, startedOn: startedAgain, ...back } = whenOf(launch(7), "rollback.start");
  assert.deepEqual(back, { run: 7, since: "2026-11-24T23:30:00.000Z", closedAt: "2026-11-24T23:10:00.000Z", previous: "v1.1.0" });
  assert.deepEqual(["app-1", "app-2", "app-3"].map((host) => startedOn?.(host)), ["2026-11-24T23:20:00.000Z", "2026-11-24T23:20:03.000Z", undefined]);
  assert.deepEqual(["app-1", "app-2"].map((host) => startedAgain?.(host)), ["2026-11-24T23:30:00.000Z", undefined]);
  assert.deepEqual([whenOf(launch(0), "deploy.start").since, whenOf(launch(0), "deploy.start").previous], [undefined, undefined]);
});
