import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { createHash, randomUUID } from "node:crypto";
import { access, mkdtemp, readdir, rm } from "node:fs/promises";
import { createServer, connect } from "node:net";
import { tmpdir, userInfo } from "node:os";
import { join } from "node:path";
import { test } from "node:test";
import { freePorts } from "../../packages/rehearsal/production/processes/free-ports.ts";
import { type Sshd, startSshd } from "../../packages/rehearsal/production/servers/sshd.ts";
import { gently } from "../../src/hosts/gently.ts";
import type { Host } from "../../src/hosts/host.ts";
import { localHost } from "../../src/hosts/local.ts";
import { sshHost } from "../../src/hosts/ssh/ssh.ts";
import { bridge } from "../../src/hosts/ssh/tunnel.ts";

function echoOf(path: string): Promise<string> {
  return new Promise((resolve, reject) => {
    const socket = connect(path, () => socket.end("hello"));
    socket.on("data", (data) => resolve(data.toString()));
    socket.on("error", reject);
    socket.setTimeout(20_000, () => reject(new Error("no echo")));
  });
}

/** The folder of a session's shared connection is named after the session and the keys. */
async function endSession(session: string, { host, port, hostKey }: Sshd): Promise<void> {
  const id = createHash("sha256").update(`${session}\n[${host}]:${port} ${hostKey}\n`).digest("hex").slice(0, 12);
  const folder = join("/tmp", `golive-${userInfo().uid}-${id}`);
  for (const socket of await readdir(folder).catch(() => []))
    spawnSync("ssh", ["-o", `ControlPath=${join(folder, socket)}`, "-O", "exit", "x"]);
  await rm(folder, { recursive: true, force: true });
}

test("a socket of one host is reached from another, and no longer once it is closed", async (t) => {
  const folder = await mkdtemp(join(tmpdir(), "golive-tunnel-"));
  const [port = 0] = await freePorts(1);
  const sshd = await startSshd(join(folder, "sshd"), port);
  const there = join(folder, "there.sock");
  const server = createServer((socket) => socket.pipe(socket)).listen(there);
  const hosts: Host[] = [];
  const sessions: string[] = [];
  t.after(async () => {
    server.close();
    for (const host of hosts) await host.close();
    // Ends the shared connections, which wait for the next step of a job.
    for (const session of sessions) await endSession(session, sshd);
    await sshd.stop();
    await rm(folder, { recursive: true, force: true });
  });
  const remote = async (name: string) => {
    const plan = {
      ...{ connect: "ssh" as const, address: sshd.host, port: sshd.port, user: userInfo().username },
      ...{ hostKey: [sshd.hostKey], identityFile: sshd.privateKeyFile },
    };
    const session = randomUUID();
    const ssh = await sshHost(name, plan, { session });
    sessions.push(session);
    hosts.push(ssh);
    return gently(ssh);
  };
  const [app, db] = [await remote("app"), await remote("db")];
  const socket = { directory: folder, file: "there.sock" };
  for (const [name, from, to] of [
    ["two hosts by ssh", app, db],
    ["from the runner", localHost("runner"), db],
    ["to the runner", app, localHost("runner")],
  ] as const) {
    const { directory, close } = await bridge(from, to, socket, false);
    assert.notEqual(directory, folder, name);
    assert.equal(await echoOf(join(directory, "there.sock")), "hello", name);
    await close();
    await assert.rejects(access(directory));
    await assert.rejects(echoOf(join(directory, "there.sock")));
  }
  const same = await bridge(db, db, socket, false);
  assert.equal(same.directory, folder);
  await same.close();
  assert.equal(await echoOf(there), "hello");
});
