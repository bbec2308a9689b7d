import assert from "node:assert/strict";
import { test } from "node:test";
import { title } from "../../src/plan/schema/fields.ts";

test("a title is one line, however the plan has it", () => {
  const line = (words: string) => title("x").parse(words);
  assert.equal(line("Walk in\nand ask"), "Walk in and ask");
  assert.equal(line(" Walk\r\n\tin "), "Walk in");
  assert.equal(line("Walk\u2028in\u0085and\u2029ask"), "Walk in and ask");
  assert.equal(line("x\n::set-output name=outcome::live"), "x ::set-output name=outcome::live");
  assert.throws(() => line(""));
});
