import assert from "node:assert/strict";
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { test } from "node:test";
import { servesText, stateLine } from "../../src/checklist/standing-text.ts";
import { parseJournal } from "../../src/journal/journal.ts";
import { standing } from "../../src/journal/standing.ts";
import { latestRelease, stateOf } from "../../src/journal/state.ts";
import { en } from "../../src/locale/en.ts";
import type { Messages } from "../../src/locale/messages.ts";
import { casesOf } from "../cases.ts";

/** How a journal has to be read. Without `line`, `kept` and the like they are not there, or not looked at. */
interface Expected {
  readonly phase: string;
  readonly page: string;
  readonly code: string;
  readonly database: string;
  readonly kept?: string;
  readonly copy?: string;
  readonly unfinished?: readonly string[];
  readonly byHand?: string;
  /** Which of the states the checklist names. */
  readonly line?: keyof Messages["states"];
}

for (const { name, directory, expected } of await casesOf<Expected>("standing")) {
  test(`how a launch stands: ${name}`, async () => {
    const entries = parseJournal(await readFile(join(directory, "journal.jsonl"), "utf8"), name);
    const state = stateOf(entries, latestRelease(entries) ?? "");
    const now = standing(state);
    assert.deepEqual(
      {
        phase: now.phase,
        page: now.page,
        code: now.code,
        database: now.database,
        kept: now.kept,
        copy: now.copy,
        unfinished: now.unfinished.map(({ id }) => id),
        byHand: now.byHand?.who ?? null,
      },
      {
        phase: expected.phase,
        page: expected.page,
        code: expected.code,
        database: expected.database,
        kept: expected.kept ?? null,
        copy: expected.copy ?? null,
        unfinished: expected.unfinished ?? [],
        byHand: expected.byHand ?? null,
      },
    );
    if (expected.line !== undefined) assert.equal(stateLine(state, en), en.states[expected.line]);
    // Only a launch that changed nothing may say so.
    if (expected.phase !== "untouched") assert.notEqual(stateLine(state, en), en.states.failedOpen);
    assert.ok(servesText(state, "v1.1.0").every((text) => text !== "" && !text.includes("undefined")));
  });
}
