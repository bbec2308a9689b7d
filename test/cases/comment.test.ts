import assert from "node:assert/strict";
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { test } from "node:test";
import { startedBy } from "../../packages/rehearsal/try/comment/started-runs.ts";
import { type Heard, hearTried, readTried } from "../../packages/rehearsal/try/comment.ts";
import { parse } from "yaml";
import { commandsOf } from "../../src/core/comments/comment-commands.ts";
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

test("nothing else starts a run, and who waits for one is not put off by it", async () => {
  const event = (change: object, body = "/approve x\n/pass g1", type = "User") => ({
    action: "created",
    sender: { type: "User" },
    issue: { number: 7, labels: [{ name: "Golive" }] },
    comment: { id: 500, body, user: { type } },
    ...change,
  });
  const scenarios = "<!-- golive:scenarios=v1 -->\n/pass";
  const starts = async (change: object, ...more: string[]) => (await startedBy(event(change, ...more))).join(" ");
  assert.equal(await starts({}), "approve checklist");
  assert.equal(await starts({ action: "deleted" }), "");
  assert.equal(await starts({ sender: { type: "Bot" } }), "");
  assert.equal(await starts({ issue: { number: 7, labels: [{ name: "bug" }] } }), "");
  assert.equal(await starts({ issue: { number: 7, labels: [{ name: "golive" }], pull_request: {} } }), "");
  assert.equal(await starts({}, "/approve x", "Bot"), "");
  assert.equal(await starts({ action: "edited" }, scenarios, "Bot"), "checklist");
  assert.equal(await starts({ action: "created" }, scenarios, "Bot"), "");
  for (const name of ["approve", "checklist"]) {
    const file = join(import.meta.dirname, `../../.github/workflows/${name}.yml`);
    const text = await readFile(file, "utf8");
    const { jobs, ...workflow } = parse(text) as { jobs: Record<string, { concurrency?: { group: string } }> };
    assert.doesNotMatch(text, /author_association/);
    assert.ok(!("concurrency" in workflow), "a comment that is talk would take the place of one that waits");
    for (const { concurrency } of Object.values(jobs))
      assert.match(concurrency?.group ?? "comment.id", /comment\.id/, "only the same comment may take its place");
  }
});
