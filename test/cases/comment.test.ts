import assert from "node:assert/strict";
import { join } from "node:path";
import { test } from "node:test";
import { type Heard, hearTried, readTried } from "../../rehearsal/try/comment.ts";
import { commandsOf } from "../../src/core/comment-commands.ts";
import { casesOf } from "../cases.ts";

/** What golive has to make of a comment; of each answer the words that have to be in it. */
type Expected = Heard;

const cases = await casesOf<Expected>("comment");

for (const { name, directory, expected } of cases) {
  test(`a comment: ${name}`, async () => {
    const heard = await hearTried(await readTried(join(directory, "comment.md")));
    assert.deepEqual({ hears: heard.hears, starts: heard.starts }, { hears: expected.hears, starts: expected.starts });
    assert.equal(heard.answers.length, expected.answers.length, heard.answers.join("\n"));
    for (const [index, words] of expected.answers.entries())
      assert.ok(heard.answers[index]?.includes(words), `${heard.answers[index]} lacks: ${words}`);
    // What golive writes is never a command itself, should it ever be read.
    for (const answer of heard.answers) assert.deepEqual(commandsOf(answer).commands, []);
  });
}

test("whatever is heard starts a run", () => {
  const needs = { approve: "approve", pass: "checklist", fail: "checklist", undo: "checklist" } as const;
  for (const { name, expected } of cases)
    for (const word of expected.hears.map((one) => one.split(" ")[0] as keyof typeof needs))
      if (word in needs) assert.ok(expected.starts.includes(needs[word]), name);
});
