import assert from "node:assert/strict";
import { test } from "node:test";
import type { Entry, Event } from "../../src/journal/event.ts";
import { beganIt } from "../../src/stages/tell/finalize-recall.ts";
import { release } from "../checklist/sample-page.ts";

const recalled: Event = { kind: "recalled", by: ["boris"], because: "x" };
const step = (id: string): Event => ({ kind: "step", step: id, status: "started" });
const run = { id: 9, attempt: 2, actor: "anna" };

/** Events of run 9: what it has on record, and whether that is the beginning of a way back. */
const cases: readonly [name: string, event: Event, change: Partial<Entry>, began: boolean][] = [
  ["it was approved and begun", recalled, {}, true],
  ["it goes on with one begun before", step("rollback.on"), {}, true],
  ["one that never opened goes back", step("rollback.stop@app-1"), {}, true],
  ["its earlier attempt began it, and this one was refused", recalled, { run: { id: 9, attempt: 1 } }, false],
  ["another run began it", recalled, { run: { id: 7, attempt: 2 } }, false],
  ["another launch's", recalled, { release: "v0-1" }, false],
  ["the run that launched, whose watch asked for it", { kind: "opened", opened: release }, {}, false],
  ["its watch", step("watch.watch"), {}, false],
  ["its window", step("open.off"), {}, false],
  ["a count", { kind: "counted", database: "1", written: [] }, {}, false],
  ["a comment", { kind: "comment", key: "loss-9-2", status: "written" }, {}, false],
];

for (const [name, event, change, began] of cases)
  test(`whether a run began the way back: ${name}`, () => {
    const entry = { at: "2026", release: release.id, run: { id: 9, attempt: 2 }, ...event, ...change } as Entry;
    assert.equal(beganIt(entry, { release }, { run }), began);
  });
