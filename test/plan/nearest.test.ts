import assert from "node:assert/strict";
import { test } from "node:test";
import { nearest } from "../../src/plan/nearest.ts";
import { minutesFrom } from "../../src/plan/window-times.ts";

test("the nearest known word, or none", () => {
  const known = ["service", "services", "hosts", "load-balancer", "db"];
  const cases: readonly [string, string | null][] = [
    ["servce", "service"],
    ["SERVICE", "service"],
    ["load_balancer", "load-balancer"],
    ["loadbalanser", "load-balancer"],
    ["hsots", "hosts"],
    ["telepathy", null],
  ];
  for (const [word, expected] of cases) assert.equal(nearest(word, known), expected, word);
  assert.equal(nearest("x", []), null);
});

test("minutes from one time of day to the next occurrence of another", () => {
  const cases: readonly [string, string, number][] = [
    ["02:00", "04:00", 120],
    ["23:30", "00:15", 45],
    ["02:00", "02:00", 0],
    ["02:00", "01:59", 1439],
  ];
  for (const [from, to, minutes] of cases) assert.equal(minutesFrom(from, to), minutes);
});
