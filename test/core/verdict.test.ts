import assert from "node:assert/strict";
import { test } from "node:test";
import { type Verdict, worst } from "../../src/core/verdict.ts";

test("the worst verdict wins, and no data is not health", () => {
  const cases: readonly [readonly Verdict[], Verdict][] = [
    [[], "inconclusive"],
    [["pass"], "pass"],
    [["pass", "pass"], "pass"],
    [["pass", "inconclusive"], "inconclusive"],
    [["inconclusive", "pass"], "inconclusive"],
    [["error", "inconclusive"], "error"],
    [["pass", "error", "pass"], "error"],
    [["error", "fail"], "fail"],
    [["fail", "error", "inconclusive", "pass"], "fail"],
  ];
  for (const [verdicts, expected] of cases) assert.equal(worst(verdicts), expected, verdicts.join());
});
