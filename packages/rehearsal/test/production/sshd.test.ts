import assert from "node:assert/strict";
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { test } from "node:test";
import { freePorts } from "../../production/processes/free-ports.ts";
import { CommandFailed, run } from "../../production/processes/run.ts";
import { startSshd } from "../../production/servers/sshd.ts";

test("an sshd takes its key, and a changed host key is refused", async (t) => {
  const directory = await mkdtemp(join(tmpdir(), "golive-sshd-"));
  t.after(() => rm(directory, { recursive: true }));
  const [port = 0] = await freePorts(1);
  const sshd = await startSshd(join(directory, "ssh"), port);
  t.after(() => sshd.stop());
  const known = join(directory, "known_hosts");
  const trust = (hostKey: string): Promise<void> => writeFile(known, `[${sshd.host}]:${sshd.port} ${hostKey}\n`);
  const ssh = (command: string): Promise<string> =>
    run("ssh", [
      "-F",
      "/dev/null",
      "-p",
      String(sshd.port),
      "-i",
      sshd.privateKeyFile,
      "-o",
      "IdentitiesOnly=yes",
      "-o",
      "BatchMode=yes",
      "-o",
      "StrictHostKeyChecking=yes",
      "-o",
      `UserKnownHostsFile=${known}`,
      `${sshd.user}@${sshd.host}`,
      command,
    ]);

  await trust(sshd.hostKey);
  assert.equal((await ssh("whoami")).trim(), sshd.user);
  const changed = await sshd.changeHostKey();
  assert.notEqual(changed, sshd.hostKey);
  await assert.rejects(
    ssh("true"),
    (error) =>
      error instanceof CommandFailed && error.status === 255 && /HOST IDENTIFICATION HAS CHANGED/.test(error.stderr),
  );
  await trust(changed);
  assert.equal(await ssh("echo again"), "again\n");
});
