import assert from "node:assert/strict";
import { test } from "node:test";
import { judgeShare, wilson } from "../../src/core/watch/wilson.ts";

/** Burning the promise of 99.5 % 14.4 times too fast. */
const limit = 14.4 * 0.005;

test("how many bad ones are too many, and how many good ones are enough", () => {
  for (const [bad, all] of [
    [3, 10],
    [4, 20],
    [7, 50],
    [12, 100],
  ] as const) {
    assert.equal(judgeShare(bad, all, limit), "fail", `${bad} of ${all}`);
    assert.notEqual(judgeShare(bad - 1, all, limit), "fail", `${bad - 1} of ${all}`);
  }
  assert.deepEqual([judgeShare(0, 35, limit), judgeShare(0, 34, limit)], ["pass", "inconclusive"]);
});

test("one bad request condemns nothing, and no request clears nothing", () => {
  assert.equal(judgeShare(1, 1, limit), "inconclusive");
  assert.equal(judgeShare(2, 2, limit), "fail");
  for (const [bad, all] of [
    [0, 0],
    [0, Number.NaN],
    [Number.NaN, 10],
    [3, 2],
    [-1, 10],
  ] as const)
    assert.equal(judgeShare(bad, all, limit), "inconclusive", `${bad} of ${all}`);
});

test("the interval holds the share, and lies between none and all", () => {
  for (const [bad, all] of [
    [0, 1],
    [1, 1],
    [5, 10],
    [0, 1e6],
    [999, 1000],
  ] as const) {
    const { low, high } = wilson(bad, all);
    assert.ok(0 <= low && low <= bad / all && bad / all <= high && high <= 1, `${bad} of ${all}: ${low} ${high}`);
  }
});
