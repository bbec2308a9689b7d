import assert from "node:assert/strict";
import { mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, before, describe, test } from "node:test";
import { settings } from "../../packages/rehearsal/try/settings.ts";
import { casesOf } from "../cases.ts";
import { differenceFrom, spelledIn } from "../hosts/settings-difference.ts";
import { type Given, unitFilesOf } from "../hosts/systemd-settings.ts";

/** What a host says of its systemd. */
async function withSystemd(version: number): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), "golive-systemctl-"));
  await writeFile(join(folder, "systemctl"), `#!/bin/sh\necho 'systemd ${version} (of a test)'\n`, { mode: 0o755 });
  return folder;
}

const { PATH = "" } = process.env;
for (const version of [252, 257])
  describe(`settings are read as a real systemd ${version} read them (recorded by test/hosts/record-settings.ts)`, {
    concurrency: 4,
  }, async () => {
    const folder = await withSystemd(version);
    before(() => {
      process.env.PATH = `${folder}:${PATH}`;
    });
    after(async () => {
      process.env.PATH = PATH;
      await rm(folder, { recursive: true });
    });
    for (const { name, directory, expected } of await casesOf<Given>("settings")) {
      const newer = await readFile(join(directory, "since-254.json"), "utf8").catch(() => null);
      if (version >= 254 && newer === null && name !== "comment-with-backslash-inside") continue;
      test(name, async () => {
        const wanted = version < 254 || newer === null ? expected : (JSON.parse(newer) as Given);
        const got = await settings.run(spelledIn(directory, await unitFilesOf(directory)));
        assert.deepEqual(differenceFrom(wanted, got), null);
      });
    }
  });
