import assert from "node:assert/strict";
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { test } from "node:test";
import { fireText, mayName } from "../../src/services/fires/fire-text.ts";
import { firesIn } from "../../src/services/fires/fires.ts";
import { lineToPause, type Where } from "../../src/services/fires/paused.ts";
import { readSeen } from "../../src/services/fires/seen.ts";
import { casesOf } from "../cases.ts";

/** What is told of each, and the line that would pause it. */
type Expected = readonly (readonly [told: string, line: string | null])[];

/** 02:00 to 05:00 in Moscow. */
const span = { from: Date.parse("2026-11-28T23:00:00Z"), until: Date.parse("2026-11-29T02:00:00Z") };

for (const { name, directory, expected } of await casesOf<Expected>("fires"))
  test(`what runs by itself at night: ${name}`, async () => {
    const seen = readSeen(await readFile(join(directory, "seen.txt"), "utf8"));
    const telling = { zone: "Europe/Moscow", rotated: seen.rotated, known: new Set(["clinic"]) };
    const where: Where = {
      host: "app-1",
      root: false,
      cron: seen.cron,
      mayName: (account) => mayName(account, telling.known),
    };
    const told = firesIn(seen, span).map((fire) => [fireText(fire, telling), lineToPause(fire, where)]);
    assert.deepEqual(told, expected);
  });
