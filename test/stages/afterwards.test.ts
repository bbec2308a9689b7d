import assert from "node:assert/strict";
import { test } from "node:test";
import type { Entry } from "../../src/journal/event.ts";
import { outdated } from "../../src/stages/after/afterwards.ts";
import { backupsOf } from "../../src/stages/after/afterwards-record.ts";

const day = 86_400_000;
const now = Date.parse("2026-06-30T00:00:00Z");
const backup = (release: string, age: number, proved = true) => ({ release, proved, at: now - age * day });

const cases: readonly (readonly [
  string,
  readonly ReturnType<typeof backup>[],
  string,
  { count: number; days: number },
  readonly string[],
])[] = [
  ["few and young stay", [backup("c", 1), backup("b", 2)], "c", { count: 5, days: 30 }, []],
  ["old within the count stay", [backup("c", 100), backup("b", 200)], "c", { count: 5, days: 30 }, []],
  ["many within the days stay", [backup("d", 1), backup("c", 2), backup("b", 3)], "d", { count: 1, days: 30 }, []],
  ["beyond both go", [backup("d", 1), backup("c", 40), backup("b", 50)], "d", { count: 1, days: 30 }, ["c", "b"]],
  [
    "the newest proved one stays, whatever its age",
    [backup("d", 1, false), backup("c", 40, false), backup("b", 50), backup("a", 60)],
    "d",
    { count: 1, days: 30 },
    ["c", "a"],
  ],
  ["this launch's stays", [backup("d", 31), backup("c", 40)], "c", { count: 1, days: 30 }, []],
];
for (const [what, backups, current, keep, gone] of cases) {
  test(`retention: ${what}`, () =>
    assert.deepEqual(
      outdated(backups, current, keep, now).map(({ release }) => release),
      gone,
    ));
}

test("backups come from the record: a manifest makes one, a proof proves it", () => {
  const entry = (release: string, step: string, at: string, facts = {}): Entry => ({
    kind: "step",
    step,
    status: "done",
    at,
    release,
    run: { id: 1, attempt: 1 },
    facts,
  });
  const entries = [
    entry("a", "backup.manifest", "2026-01-01T00:00:00Z"),
    entry("a", "backup.proof", "2026-01-01T00:01:00Z", { proved: "restore" }),
    entry("b", "backup.dump", "2026-02-01T00:00:00Z"),
    entry("c", "backup.manifest", "2026-03-01T00:00:00Z"),
  ];
  assert.deepEqual(backupsOf(entries), [
    { release: "c", proved: false, at: Date.parse("2026-03-01") },
    { release: "a", proved: true, at: Date.parse("2026-01-01") },
  ]);
});
