import assert from "node:assert/strict";
import { spawn } from "node:child_process";
import { mkdtemp, readdir, readFile, rm, stat, utimes } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { test } from "node:test";
import { run } from "../../packages/rehearsal/production/processes/run.ts";
import { makeKeyFolder, removeKeyFolders } from "../../src/hosts/keys/key-folder.ts";

const source = JSON.stringify(new URL("../../src/hosts/keys/key-folder.ts", import.meta.url).href);

test("a key's folder that a killed process left goes at the next start; one in use stays", async (t) => {
  const temporary = await mkdtemp(join(tmpdir(), "golive-key-folder-"));
  t.after(() => rm(temporary, { recursive: true, force: true }));
  await run("ssh-keygen", ["-q", "-t", "ed25519", "-N", "", "-f", join(temporary, "own")]);
  const privateKey = await readFile(join(temporary, "own"), "utf8");
  const code = `const { makeKeyFolder } = await import(${source});
    await makeKeyFolder({ privateKey: process.env.KEY, temporary: process.argv[1] }, "");
    console.log("made"); setInterval(() => {}, 1000);`;
  const child = spawn(
    process.execPath,
    ["--disable-warning=ExperimentalWarning", "--input-type=module", "-e", code, temporary],
    { stdio: ["ignore", "pipe", "inherit"], env: { ...process.env, KEY: privateKey } },
  );
  await new Promise((resolve) => child.stdout.once("data", resolve));
  const ended = new Promise((resolve) => child.once("close", resolve));
  child.kill("SIGKILL");
  await ended;
  const used = await makeKeyFolder({ privateKey, temporary }, "host key\n");
  assert.deepEqual(
    await Promise.all(
      [used.directory, used.knownHosts, used.identity ?? ""].map(async (one) => (await stat(one)).mode & 0o777),
    ),
    [0o700, 0o600, 0o600],
  );
  const folders = async () => (await readdir(temporary)).filter((name) => name.startsWith("golive-key-"));
  const then = new Date(Date.now() - 120_000);
  for (const name of await folders()) await utimes(join(temporary, name), then, then);
  assert.equal((await folders()).length, 2);
  await removeKeyFolders(temporary);
  assert.deepEqual(await folders(), [used.directory.slice(temporary.length + 1)]);
  await used.remove();
  assert.deepEqual(await folders(), []);
});
