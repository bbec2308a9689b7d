import assert from "node:assert/strict";
import { existsSync } from "node:fs";
import { chmod, copyFile, mkdir, mkdtemp, readdir, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { describe, test } from "node:test";
import { codesBy, type EngineKeys, planBy } from "../database/commands/through.ts";
import { casesOf } from "../cases.ts";

/**
 * A database by commands that are not what they should be. The folder of a case has those that differ from `usual`, which
 * looks after one text file: lines of a table, its rows and a checksum.
 */
interface Expected extends EngineKeys {
  /** Codes told the day before, and by the steps of the window. */
  readonly day: readonly string[];
  readonly night: readonly string[];
  /** Programs that are not there, or not executable. */
  readonly without?: readonly string[];
  readonly closed?: readonly string[];
}

const usual: Readonly<Record<string, string>> = {
  "back-up": 'cp "$1" "$2/database.txt"',
  prove: 'cat "$2/database.txt"',
  restore: 'cp "$2/database.txt" "$1"',
  size: 'stat -c %s "$1"',
  state: 'cat "$1"',
};

describe("commands of an engine that are not what they should be", { concurrency: 4 }, async () => {
  for (const { name, directory, expected } of await casesOf<Expected>("engine"))
    test(name, async (t) => {
      const folder = await mkdtemp(join(tmpdir(), "golive-case-engine-"));
      t.after(() => rm(folder, { recursive: true, force: true }));
      const { without = [], closed = [], day, night, ...keys } = expected;
      for (const [program, text] of Object.entries(usual)) {
        if (without.includes(program)) continue;
        const own = join(directory, program);
        if (existsSync(own)) await copyFile(own, join(folder, program));
        else await writeFile(join(folder, program), `#!/bin/sh\n${text}\n`);
        await chmod(join(folder, program), closed.includes(program) ? 0o644 : 0o755);
      }
      const database = join(folder, "live.txt");
      await writeFile(database, "bookings 3 3174222642\nclients 12 1186\nvisits 0 0\n");
      await mkdir(join(folder, "backups"), { mode: 0o700 });
      const plan = planBy(folder, database, keys);
      const found = await codesBy(plan);
      assert.deepEqual(found, { day: [...day], night: [...night] });
      // What was tried by day is gone again; of the night a backup that failed stays for whoever looks.
      assert.deepEqual(
        (await readdir(join(folder, "backups"))).filter((one) => one.startsWith(".")),
        [],
      );
    });
});
