import assert from "node:assert/strict";
import { test } from "node:test";
import { marksOf } from "../../src/actions/verify.ts";

const result = (count: number) => ({
  id: "s",
  title: "Smoke tests",
  required: true,
  verdict: "fail" as const,
  evidence: "",
  marks: Array.from({ length: count }, (_, index) => ({ text: `test ${index}`, file: "a.py", line: index })),
});

test("what failed is marked, as many as GitHub shows", () => {
  assert.deepEqual(
    marksOf([
      { ...result(0), marks: [] },
      { id: "x", title: "x", required: true, verdict: "pass", evidence: "" },
    ]),
    [],
  );
  assert.equal(marksOf([result(4), result(5)]).length, 9);
  const many = marksOf([result(12), result(3)]);
  assert.deepEqual(
    [many.length, many[0], many.at(-1)],
    [9, { text: "test 0", file: "a.py", line: 0 }, { text: "7 more; the summary has them all" }],
  );
});
