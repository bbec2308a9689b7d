import assert from "node:assert/strict";
import { execFile } from "node:child_process";
import { access, mkdtemp, rm, symlink } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { test } from "node:test";
import { promisify } from "node:util";
import { settingsOf } from "../../src/hosts/settings/settings-file.ts";
import { casesOf } from "../cases.ts";

const each = `${settingsOf}for directory; do echo "== $directory"; settings_of "$directory"; done`;
const shells = ["/bin/dash", "/bin/bash", "/bin/busybox"];
const awks = ["/usr/bin/mawk", "/usr/bin/gawk", "/usr/bin/original-awk", "/bin/busybox"];

/** All cases, read by these two under the names sh and awk; null where one is not installed. */
async function readBy(shell: string, awk: string, files: readonly string[]): Promise<string | null> {
  const there = await Promise.all(
    [shell, awk].map((file) =>
      access(file).then(
        () => true,
        () => false,
      ),
    ),
  );
  if (there.includes(false)) return null;
  const folder = await mkdtemp(join(tmpdir(), "golive-shells-"));
  try {
    await symlink(shell, join(folder, "sh"));
    await symlink(awk, join(folder, "awk"));
    const env = { PATH: `${folder}:${process.env.PATH}`, LANG: "C.UTF-8" };
    const { stdout } = await promisify(execFile)(join(folder, "sh"), ["-c", each, "sh", ...files], {
      env,
      encoding: "latin1",
      maxBuffer: 1e8,
    });
    return stdout;
  } finally {
    await rm(folder, { recursive: true });
  }
}

test("every shell and every awk reads the same of a settings file", async () => {
  const files = (await casesOf("settings")).map(({ directory }) => `${directory}/file.env`);
  const first = (await readBy("/bin/dash", "/usr/bin/mawk", files)) ?? assert.fail("dash and mawk are not here");
  for (const shell of shells)
    for (const awk of awks) {
      const read = await readBy(shell, awk, files);
      if (read !== null) assert.equal(read, first, `${shell} with ${awk}`);
    }
});
