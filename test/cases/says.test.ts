import assert from "node:assert/strict";
import { test } from "node:test";
import { createKnown } from "../../src/core/redact/known.ts";
import { redactOutput } from "../../src/core/redact/redact-output.ts";
import { casesOf } from "../cases.ts";

/** Messages of one program, and what the plan, the tree and the catalog hold. */
interface Expected {
  readonly known: {
    readonly names: readonly string[];
    readonly files: readonly string[];
    readonly paths: readonly string[];
  };
  readonly messages: readonly Message[];
}

interface Message {
  readonly text: string;
  /** What has to be told still; empty: nothing is told. */
  readonly says: string;
  /** What must not leave the host. */
  readonly planted?: readonly string[];
}

for (const { name, expected } of await casesOf<Expected>("says")) {
  const known = createKnown(expected.known);
  for (const { text, says, planted = [] } of expected.messages)
    test(`${name}: ${text.slice(0, 70)}`, () => {
      const told = redactOutput(text, { known, lines: 6 });
      for (const value of planted) {
        assert.ok(text.includes(value), `${value} was planted`);
        assert.ok(!told.toLowerCase().includes(value.toLowerCase()), `${value} was told: ${told}`);
      }
      if (says === "") assert.equal(told, "");
      else assert.ok(told.includes(says), `told was ${JSON.stringify(told)}`);
    });
}
