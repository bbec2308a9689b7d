import assert from "node:assert/strict";
import { test } from "node:test";
import type { Release } from "../../src/core/release.ts";
import type { Entry, Event, Facts, StepStatus } from "../../src/journal/event.ts";
import { begun, emptyState, latestRelease, stateOf, touched } from "../../src/journal/state.ts";

const release: Release = {
  id: "v1-7",
  tag: "v1",
  commit: "c".repeat(40),
  digest: "d".repeat(64),
  issue: 3,
  actor: "anna",
  runId: 7,
  window: { start: "2026-11-24T23:00:00.000Z", end: "2026-11-25T01:00:00.000Z" },
};

/** Events a minute apart. */
const entries = (events: readonly Event[], id = release.id): Entry[] =>
  events.map((event, index) => ({
    at: `2026-11-24T23:${String(index).padStart(2, "0")}:00.000Z`,
    release: id,
    run: { id: 7, attempt: 1 },
    ...event,
  }));
const state = (...events: readonly Event[]) => stateOf(entries(events), release.id);
const step = (
  id: string,
  status: StepStatus,
  change: { seconds?: number; note?: string; facts?: Facts } = {},
): Event => ({ kind: "step", step: id, status, ...change });
const opened: Event = { kind: "opened", opened: release };

test("a launch nobody knows of has an empty state", () => {
  assert.deepEqual(stateOf([], "v1-7"), emptyState);
  assert.deepEqual(
    stateOf(entries([opened, step("isolate.on", "done")], "v0-1"), "v1-7"),
    emptyState,
    "another release's lines",
  );
});

test("a launch from its opening to its end", () => {
  const found = state(
    opened,
    { kind: "approved", by: ["anna", "boris"] },
    { kind: "approved", by: ["boris", "vera"] },
    { kind: "maintenance", state: "on", because: "launch" },
    { kind: "note", text: "look" },
    { kind: "maintenance", state: "off", because: "verified" },
    { kind: "ended", outcome: "live", because: "all passed" },
  );
  assert.deepEqual(found.release, release);
  assert.deepEqual(found.approvedBy, ["anna", "boris", "vera"]);
  assert.deepEqual(found.maintenance, { state: "off", because: "verified", at: "2026-11-24T23:05:00.000Z" });
  assert.deepEqual(found.notes, [{ at: "2026-11-24T23:04:00.000Z", text: "look" }]);
  assert.deepEqual(found.ended, { outcome: "live", because: "all passed", at: "2026-11-24T23:06:00.000Z" });
  assert.equal(
    state(opened, { kind: "ended", outcome: "failed", because: "x" }, opened).ended,
    null,
    "opened anew it has not ended",
  );
});

test("the course of a watch: a stretch that two jobs saw is one", () => {
  const course = (from: number, bad: number, all: number): Event => ({
    kind: "course",
    from,
    bad,
    all,
    slow: 1,
    timed: 2,
  });
  const found = state(opened, course(0, 1, 10), course(300_000, 0, 4), course(300_000, 2, 6), course(600_000, 0, 1));
  assert.deepEqual(found.course, [
    { from: 0, bad: 1, all: 10, slow: 1, timed: 2 },
    { from: 300_000, bad: 2, all: 10, slow: 2, timed: 4 },
    { from: 600_000, bad: 0, all: 1, slow: 1, timed: 2 },
  ]);
});

test("a step's times, and what it said last", () => {
  const found = state(step("backup.dump", "started"), step("backup.dump", "failed", { seconds: 60, note: "no room" }));
  assert.deepEqual(found.steps.get("backup.dump"), {
    status: "failed",
    startedAt: "2026-11-24T23:00:00.000Z",
    endedAt: "2026-11-24T23:01:00.000Z",
    seconds: 60,
    note: "no room",
    run: { id: 7, attempt: 1 },
    facts: {},
  });
  const again = state(
    step("backup.dump", "started"),
    step("backup.dump", "failed", { seconds: 60, note: "no room" }),
    step("backup.dump", "started"),
  );
  assert.deepEqual(
    again.steps.get("backup.dump"),
    { status: "started", startedAt: "2026-11-24T23:02:00.000Z", run: { id: 7, attempt: 1 }, facts: {} },
    "a new try begins without the old one's note and end",
  );
});

test("facts of the last time it was done are kept when a new try starts and when that one fails", () => {
  const events = [
    step("backup.dump", "started"),
    step("backup.dump", "done", { facts: { path: "/b/1", bytes: 7 } }),
    step("backup.dump", "started"),
  ];
  const facts = (...more: readonly Event[]) => state(...events, ...more).steps.get("backup.dump")?.facts;
  assert.deepEqual(facts(), { path: "/b/1", bytes: 7 });
  assert.deepEqual(facts(step("backup.dump", "failed", { note: "no room" })), { path: "/b/1", bytes: 7 });
  assert.deepEqual(facts(step("backup.dump", "done", { facts: { path: "/b/2" } })), { path: "/b/2", bytes: 7 });
});

const window = [
  step("prepare.tag", "done"),
  step("isolate.on", "done"),
  step("isolate.proof", "done"),
  step("isolate.stop@app-1", "done"),
  step("backup.dump", "done"),
  step("backup.restore", "done"),
  step("deploy.fetch@app-1", "done"),
];
const migration = (status: StepStatus, facts: Facts) => step("deploy.migrate@app-1", status, { facts });
const found: Event = { kind: "reopened", how: "somebody took the page down" };
const kept = ["prepare.tag", "isolate.on", "deploy.fetch@app-1"];
const backup = ["backup.dump", "backup.restore"];

const reopenings: readonly [string, readonly Event[], readonly string[], boolean][] = [
  ["before a migration the backup is made anew", [], kept, false],
  ["when there was nothing to migrate", [migration("skipped", {})], [...kept, "deploy.migrate@app-1"], false],
  [
    "after a migration the backup is the way back and stays",
    [migration("done", { migrated: true })],
    [...kept, ...backup, "deploy.migrate@app-1"],
    true,
  ],
  [
    "after a migration that failed half-way",
    [migration("started", { migrated: true }), migration("failed", {})],
    [...kept, ...backup, "deploy.migrate@app-1"],
    true,
  ],
];

for (const [name, more, ids, migrated] of reopenings) {
  test(`found open: ${name}`, () => {
    const after = state(...window, ...more, found);
    assert.deepEqual([...after.steps.keys()].toSorted(), [...ids].toSorted());
    assert.deepEqual([after.reopened, after.openedAfterMigration], [1, migrated]);
    assert.equal(after.notes.at(-1)?.text, "somebody took the page down");
    assert.equal(touched(after), true, "the site was touched all the same");
  });
}

test("found open twice, the second time after the migration", () => {
  const twice = state(...window, found, ...window, migration("done", { migrated: true }), found);
  assert.deepEqual([twice.reopened, twice.openedAfterMigration, twice.notes.length], [2, true, 2]);
  assert.deepEqual(
    backup.map((id) => twice.steps.has(id)),
    [true, true],
  );
  assert.equal(state(...window, found, ...window).openedAfterMigration, false);
});

test("services ran behind the page: before a migration as if it had been open, after it the way back stays", () => {
  const behind: Event = { ...found, behind: true };
  const before = state(...window, behind);
  assert.deepEqual([before.reopened, before.ranBehindPage, before.openedAfterMigration], [1, false, false]);
  assert.equal(before.steps.has("backup.dump"), false);
  const after = state(...window, migration("done", { migrated: true }), behind);
  assert.deepEqual([after.reopened, after.ranBehindPage, after.openedAfterMigration], [0, true, false]);
  assert.equal(after.steps.get("backup.dump")?.status, "done");
  assert.equal(after.steps.has("isolate.stop@app-1"), false, "they are stopped again");
});

test("how scheduled work was before the launch outlives a second closing", () => {
  const paused = step("isolate.pause-reminders", "done", { facts: { was: "working" } });
  assert.equal(state(...window, paused, found).steps.get("isolate.pause-reminders")?.facts.was, "working");
});

test("begun: whatever may be half done, on any host", () => {
  const cases: readonly [Event[], string, boolean][] = [
    [[], "deploy.migrate", false],
    [[step("deploy.migrate@app-1", "started")], "deploy.migrate", true],
    [[step("deploy.migrate@app-1", "failed")], "deploy.migrate", true],
    [[step("deploy.migrate@app-1", "done")], "deploy.migrate", true],
    [[step("deploy.migrate@app-1", "skipped")], "deploy.migrate", false],
    [[step("deploy.migrate@app-1", "skipped"), step("deploy.migrate@app-2", "started")], "deploy.migrate", true],
    [[step("open.off", "started")], "open.off", true],
    [[step("open.offer", "started")], "open.off", false],
  ];
  for (const [events, id, expected] of cases)
    assert.equal(begun(state(...events), id), expected, JSON.stringify(events));
});

test("touched: from the maintenance page on, and not before", () => {
  assert.equal(touched(state(opened, step("prepare.tag", "done"), step("deploy.fetch@app-1", "done"))), false);
  for (const status of ["started", "failed", "done"] as const)
    assert.equal(touched(state(step("isolate.on", status))), true, status);
});

test("the latest launch is the one opened last, ended or not", () => {
  assert.equal(latestRelease([]), null);
  const all = [
    ...entries([opened], "v1-7"),
    ...entries([opened, { kind: "ended", outcome: "live", because: "x" }], "v2-8"),
    ...entries([{ kind: "note", text: "late" }], "v1-7"),
  ];
  assert.equal(latestRelease(all), "v2-8");
});
