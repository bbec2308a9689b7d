import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { createSocket } from "node:dgram";
import { existsSync } from "node:fs";
import { mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { describe, test } from "node:test";
import { freePorts } from "../../packages/rehearsal/production/processes/free-ports.ts";
import { type Sshd, startSshd } from "../../packages/rehearsal/production/servers/sshd.ts";
import { command } from "../../src/core/command.ts";
import { UserError } from "../../src/core/errors.ts";
import { lookAtHost } from "../../src/hosts/look/look-host.ts";
import { leaveSession } from "../../src/hosts/ssh/leftovers.ts";
import type { SshPlanHost } from "../../src/hosts/ssh/plan-host.ts";
import { sshHost } from "../../src/hosts/ssh/ssh.ts";
import { type Case, casesOf } from "../cases.ts";

/**
 * Hosts as they are met, each a real sshd. `make.sh` writes what makes it so: `sshd_config`, `env` (lines of NAME=value),
 * `mounts` (a script that is run before the server, with file systems of its own); `jump_config` puts a jump host in
 * between, `jump2_config` another one behind it; `jump_authorized` has options of the key there, or says `nobody`. `$PORT`, `$JUMP` and `$JUMP2` are where they listen, `host_key.pub`
 * what the host will have for a key. `plan.json` changes the plan.
 */
interface Expected {
  /** Codes of all that is told, in their order; none where the host serves as it is. */
  readonly codes: readonly string[];
  readonly said?: string;
  /** What is told beside. */
  readonly note?: string;
  /** So many commands at once have to get through. */
  readonly atOnce?: number;
  /** A name server that never answers. */
  readonly deafNames?: string;
}

const isRoot = process.getuid?.() === 0;

describe("a host as it is met, at a real sshd", { concurrency: 3 }, async () => {
  for (const one of await casesOf<Expected>("hosts")) test(one.name, (t) => tryCase(one, t));
});

interface Ending {
  after(end: () => unknown): void;
  skip(why: string): void;
}

async function tryCase({ directory, expected }: Case<Expected>, t: Ending): Promise<void> {
  if (!isRoot) return t.skip("hosts with mounts and accounts of their own are made by root only");
  // Some cases put another file system over /tmp or /var.
  const folder = await mkdtemp("/run/golive-case-host-");
  t.after(() => rm(folder, { recursive: true, force: true }));
  const [port = 0, jump = 0, jump2 = 0] = await freePorts(3);
  make(join(directory, "make.sh"), folder, { PORT: String(port), JUMP: String(jump), JUMP2: String(jump2) });
  if (expected.deafNames !== undefined) await listenInSilence(expected.deafNames, t);
  const host = await serverIn(folder, { name: "host", port, inside: insideOf(folder) }, t);
  const through = await jumpsIn(folder, { jump, jump2 }, host, t);
  const told = await look(await planIn(folder, host, through), await readFile(host.privateKeyFile, "utf8"), expected);
  assert.deepEqual(told.codes, expected.codes, told.said);
  assert.match(told.said, new RegExp(expected.said ?? "", "s"));
  assert.match(told.notes, expected.note === undefined ? /^$/ : new RegExp(expected.note, "s"));
}

function make(recipe: string, cwd: string, env: Readonly<Record<string, string>>): void {
  const { status, stderr } = spawnSync("bash", ["-euo", "pipefail", recipe], {
    cwd,
    encoding: "utf8",
    env: { ...process.env, ...env, SSH_AUTH_SOCK: "" },
  });
  assert.equal(status, 0, stderr);
}

function insideOf(folder: string): readonly string[] {
  const mounts = join(folder, "mounts");
  if (!existsSync(mounts)) return [];
  return ["unshare", "--mount", "sh", "-e", "-c", '. "$1"; shift; exec "$@"', "sh", mounts];
}

interface Server {
  readonly name: string;
  readonly port: number;
  readonly inside?: readonly string[];
}

async function serverIn(folder: string, { name, port, inside = [] }: Server, t: Ending): Promise<Sshd> {
  const prefix = name === "host" ? "sshd" : name;
  const lines = await linesOf(join(folder, `${prefix}_config`));
  const env = Object.fromEntries((await linesOf(join(folder, "env"))).map((line) => line.split(/=(.*)/s).slice(0, 2)));
  const sshd = await startSshd(join(folder, name), port, {
    config: lines.map((line) => line.replaceAll("{folder}", folder)),
    inside,
    ...(name === "host" ? { env } : {}),
  });
  t.after(() => sshd.stop());
  return sshd;
}

async function linesOf(file: string): Promise<string[]> {
  const text = await readFile(file, "utf8").catch(() => "");
  return text.split("\n").filter((line) => line !== "");
}

type Way = Exclude<NonNullable<SshPlanHost["via"]>[number], string>[];

/** Jump hosts let the host's own user in by the same key. */
async function jumpsIn(
  folder: string,
  { jump, jump2 }: { readonly jump: number; readonly jump2: number },
  host: Sshd,
  t: Ending,
): Promise<Way> {
  const way: Way = [];
  for (const [name, port] of [["jump", jump] as const, ["jump2", jump2] as const]) {
    if (!existsSync(join(folder, `${name}_config`))) continue;
    const sshd = await serverIn(folder, { name, port }, t);
    const options = await readFile(join(folder, `${name}_authorized`), "utf8").catch(() => "");
    const key = await readFile(host.authorizedKeysFile, "utf8");
    if (options !== "nobody") await writeFile(sshd.authorizedKeysFile, `${options} ${key}`.trimStart());
    way.push({ address: sshd.host, port, user: sshd.user, hostKey: [sshd.hostKey] });
  }
  return way;
}

/** The plan's host, with what the case changes: `plan.json` over the host, and `way.json` over each host on the way. */
async function planIn(folder: string, sshd: Sshd, way: Way): Promise<SshPlanHost> {
  const changes = await jsonIn(join(folder, "plan.json"));
  const onTheWay = (await jsonIn(join(folder, "way.json"))) as Partial<Way[number]>[];
  const via = way.map((one, index) => ({ ...one, ...onTheWay[index] }));
  return {
    ...{ connect: "ssh", address: sshd.host, port: sshd.port, user: sshd.user, hostKey: [sshd.hostKey] },
    ...(via.length === 0 ? {} : { via }),
    ...changes,
  } as SshPlanHost;
}

async function jsonIn(file: string): Promise<object> {
  return JSON.parse(await readFile(file, "utf8").catch(() => "{}")) as object;
}

interface Told {
  readonly codes: readonly (string | undefined)[];
  readonly said: string;
  readonly notes: string;
}

async function look(plan: SshPlanHost, privateKey: string, { atOnce = 0 }: Expected): Promise<Told> {
  const session = `case-${process.pid}-${plan.port}`;
  const host = await sshHost("app-1", plan, { privateKey, session });
  try {
    const { problems, notes } = await lookAtHost(host);
    const all = await Promise.all(Array.from({ length: atOnce }, () => host.run(command("echo", ["in"]))));
    assert.ok(all.every(({ stdout }) => stdout === "in\n"));
    const said = problems.map(({ what, mend }) => `${what} → ${mend}`).join("\n");
    return { codes: problems.map(({ code }) => code), said, notes: notes.join("\n") };
  } catch (error) {
    if (!(error instanceof UserError)) throw error;
    return { codes: error.problems.map(({ code }) => code), said: error.message, notes: "" };
  } finally {
    await host.close();
    await leaveSession(session);
  }
}

async function listenInSilence(address: string, t: Ending): Promise<void> {
  const socket = createSocket("udp4");
  t.after(() => new Promise<void>((resolve) => void socket.close(resolve)));
  await new Promise<void>((resolve) => void socket.bind(53, address, resolve));
}
