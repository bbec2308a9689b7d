import assert from "node:assert/strict";
import { test } from "node:test";
import { createKnown } from "../../src/core/redact/known.ts";
import { redactOutput } from "../../src/core/redact/redact-output.ts";
import { casesOf } from "../cases.ts";

/** Programs that golive has no messages of: what they say is told only where closed words say it. */
interface Expected {
  readonly known: {
    readonly names: readonly string[];
    readonly files: readonly string[];
    readonly paths: readonly string[];
  };
  readonly messages: readonly { readonly text: string }[];
  readonly planted: readonly string[];
}

const cases = await casesOf<Expected>("says-unseen");
let told = 0;

for (const { name, expected } of cases) {
  test(`a program that nobody knows tells nobody's data: ${name}`, () => {
    for (const { text } of expected.messages) {
      const said = redactOutput(text, { known: createKnown(expected.known), lines: 6 });
      if (said !== "") told++;
      for (const value of expected.planted) assert.ok(!said.toLowerCase().includes(value.toLowerCase()), said);
    }
  });
}

test("of half of them it is told still what failed", () => {
  const all = cases.flatMap(({ expected }) => expected.messages);
  assert.ok(cases.length >= 30);
  assert.ok(told * 2 >= all.length, `${told} of ${all.length}`);
});
