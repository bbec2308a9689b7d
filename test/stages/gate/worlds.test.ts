import assert from "node:assert/strict";
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { test } from "node:test";
import { casesOf } from "../../cases.ts";
import { played, type World } from "./world.ts";

interface Expected {
  /** `pass`, or the codes of what is wrong. */
  readonly gate: string;
  /** The same just before the window; null where the gate let nothing through. */
  readonly use: string | null;
  /** What a person has to read. */
  readonly says?: readonly string[];
}

for (const { name, directory, expected } of await casesOf<Expected>("gate"))
  test(`the gate: ${name}`, async (t) => {
    const world = JSON.parse(await readFile(join(directory, "world.json"), "utf8")) as World;
    const { gate, use, said } = await played(t, world);
    assert.deepEqual({ gate, use }, { gate: expected.gate, use: expected.use }, said);
    for (const phrase of expected.says ?? []) assert.ok(said.includes(phrase), `“${phrase}” is not in:\n${said}`);
  });
