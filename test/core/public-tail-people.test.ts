import assert from "node:assert/strict";
import { performance } from "node:perf_hooks";
import { test } from "node:test";
import { publicTail } from "../../src/core/public-tail.ts";

const lines = [
  "ERROR:root:cannot convert Anna Petrova",
  "WARNING:clinic.migrate:patient Anna Petrova skipped",
  "/srv/clinic/m.py:12: UserWarning: Anna Petrova has no birthday",
  "Could not convert the note of Anna Petrova",
  "Failed to convert Anna Petrova",
  'ERROR:  invalid input syntax for type integer: "12" Anna Petrova "x"',
  "CommandError: Anna.Petrova@пример.рф is twice there",
  "DETAIL:  Failing row contains (1, first line\nerror: Anna Petrova called back).",
];
for (const line of lines)
  test(`nobody is named: ${line.slice(0, 40)}`, () => assert.doesNotMatch(publicTail(line, []), /Petrova|пример/));

test("what a program says after a row is told again", () => {
  assert.match(
    publicTail(
      'DETAIL:  (1, a\nb)\npg_restore: error: could not execute query: ERROR:  relation "x" already exists',
      [],
    ),
    /relation "x" already exists/,
  );
});

test("a very long word costs no time", () => {
  const started = performance.now();
  publicTail(`ERROR: ${"a".repeat(200_000)}`, []);
  assert.ok(performance.now() - started < 2000);
});
