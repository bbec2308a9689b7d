import assert from "node:assert/strict";
import { test } from "node:test";
import type { Entry } from "../../src/journal/event.ts";
import { stateOf } from "../../src/journal/state.ts";
import { asideNotes } from "../../src/stages/rollback/rolled-back-note.ts";
import { whyNothing } from "../../src/stages/tell/finalize.ts";

type Recorded = readonly [step: string, status: string, note?: string];

function stateWith(...steps: readonly Recorded[]) {
  const at = "2026-11-24T23:00:00.000Z";
  const entries = steps.map(([step, status, note]) => {
    const told = note === undefined ? {} : { note };
    return { kind: "step", step, status, at, release: "r", run: { id: 1, attempt: 1 }, ...told } as Entry;
  });
  return stateOf(entries, "r");
}

test("the comment on a rollback says where rows and files were set aside", () => {
  const state = stateWith(
    ["rollback.written", "done", "bookings +3; the rows are in app-1:/b/written.jsonl"],
    ["rollback.files-media@app-1", "done", "2 files given back; 1 newer ones set aside in app-1:/m.golive"],
    ["rollback.files-scans@app-2", "done", "as they were: nothing was touched"],
  );
  assert.equal(
    asideNotes(state),
    "Set aside: bookings +3; the rows are in app-1:/b/written.jsonl. " +
      "Uploaded files: 2 files given back; 1 newer ones set aside in app-1:/m.golive; as they were: nothing was touched.",
  );
});

test("nothing is said of what was not done", () => {
  assert.equal(asideNotes(stateWith()), "");
  const state = stateWith(
    ["rollback.written", "skipped", "no migration ran"],
    ["rollback.files-media@app-1", "failed"],
  );
  assert.equal(asideNotes(state), "");
});

const phases = [{ id: "day-before", lines: [{ id: "day-before.tests", title: "The release starts" }] }] as never;
const why = (results: Readonly<Record<string, string>>, ...steps: readonly Recorded[]) =>
  whyNothing({ phases, state: () => stateWith(...steps) }, results);

test("a launch that failed by day is told by the line that failed", () => {
  assert.equal(
    why({ prepare: "failure" }, ["day-before.keys", "done"], ["day-before.tests", "failed", "no health"]),
    "it failed at “The release starts”: no health",
  );
  assert.equal(why({ prepare: "failure" }, ["odd.step", "failed"]), "it failed at “odd.step”: ");
});

test("one that was rejected or cancelled is not laid to a line", () => {
  assert.equal(
    why({ launch: "failure" }, ["day-before.tests", "done"]),
    "rejected, or failed before anything was touched",
  );
  assert.equal(
    why({ launch: "cancelled" }, ["day-before.tests", "failed", "x"]),
    "cancelled before anything was touched",
  );
  assert.equal(why({ launch: "skipped" }), "nothing was done");
});
