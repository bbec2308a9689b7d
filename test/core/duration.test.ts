import assert from "node:assert/strict";
import { test } from "node:test";
import { parseDuration } from "../../src/core/text/duration.ts";

test("durations that can be read", () => {
  const cases: readonly [string, number | null][] = [
    ["30s", 30],
    ["5m", 300],
    ["2h", 7200],
    ["1h30m", 5400],
    ["1h30m15s", 5415],
    ["90", 90],
    [" 10s ", 10],
    ["0s", 0],
    ["", null],
    ["  ", null],
    ["-5s", null],
    ["1.5h", null],
    ["5 m", null],
    ["5M", null],
    ["1m1h", null],
    ["5d", 432_000],
    ["1d12h", 129_600],
    ["1h1d", null],
    ["1h 30m", null],
    ["ten", null],
    ["5m\n5m", null],
  ];
  for (const [text, seconds] of cases) assert.equal(parseDuration(text), seconds, JSON.stringify(text));
});
