import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { existsSync } from "node:fs";
import { mkdtemp, readFile, rm } from "node:fs/promises";
import { createServer, type Server } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { describe, test } from "node:test";
import { ownHalf, type Tried, tryKey } from "../../packages/rehearsal/try/key.ts";
import { freePorts } from "../../packages/rehearsal/production/processes/free-ports.ts";
import { type Sshd, startSshd } from "../../packages/rehearsal/production/servers/sshd.ts";
import type { SshPlanHost } from "../../src/hosts/ssh/plan-host.ts";
import { type Case, casesOf } from "../cases.ts";

/**
 * What golive says of a key. `make.sh` writes the file `secret`, and where they are needed `authorized` (else the key's
 * own public half is let in), `sshd_config`, `passwd` and `shadow` of the host; `needs` names a
 * program that the case is skipped without.
 */
interface Expected {
  readonly ok: boolean;
  readonly code?: string;
  readonly said?: string;
  /** The key that the plan has for the host. */
  readonly hostKey?: "changed" | "another-kind";
  /** What listens where the plan says that sshd does. */
  readonly port?: "closed" | "silent" | "web";
}

const isRoot = process.getuid?.() === 0;

describe("a key as people put it into a secret, at a real sshd", { concurrency: 2 }, async () => {
  for (const one of await casesOf<Expected>("key")) test(one.name, (t) => tryCase(one, t));
});

async function tryCase(
  { directory, expected }: Case<Expected>,
  t: { skip(why: string): void; after(end: () => Promise<void>): void },
): Promise<void> {
  const folder = await mkdtemp(join(tmpdir(), "golive-case-key-"));
  t.after(() => rm(folder, { recursive: true, force: true }));
  make(join(directory, "make.sh"), folder);
  const accounts = ["passwd", "shadow"].filter((name) => existsSync(join(folder, name)));
  if (accounts.length > 0 && !isRoot) return t.skip("accounts of a host of its own are made by root only");
  const shell = await readFile(join(folder, "needs"), "utf8").catch(() => "sh");
  if (spawnSync("sh", ["-c", 'command -v "$1"', "sh", shell.trim()]).status !== 0)
    return t.skip(`${shell.trim()} is not installed`);
  const secret = await readFile(join(folder, "secret"), "utf8");
  const sshd = await serverFor(folder, accounts);
  t.after(() => sshd.stop());
  const change = await changeFor(expected, sshd, t);
  const tried = await tryKey(sshd, secret, await authorizedIn(folder, secret), change);
  assert.equal(tried.code, expected.code ?? null, tried.said);
  assert.equal(tried.ok, expected.ok);
  assert.match(tried.said, new RegExp(expected.said ?? "", "s"));
  if (!tried.ok) assert.match(tried.said, /→ ./, "what to do is told");
  nothingOf(secret, tried);
}

function make(recipe: string, folder: string): void {
  const { status, stderr } = spawnSync("bash", ["-euo", "pipefail", recipe], { cwd: folder, encoding: "utf8" });
  assert.equal(status, 0, stderr);
}

async function serverFor(folder: string, accounts: readonly string[]): Promise<Sshd> {
  const [port = 0] = await freePorts(1);
  const config = await readFile(join(folder, "sshd_config"), "utf8").catch(() => "");
  const mounts = accounts.map((name) => `mount --bind ${join(folder, name)} /etc/${name}`).join(" && ");
  const inside = accounts.length === 0 ? [] : ["unshare", "--mount", "sh", "-c", `${mounts} && exec "$@"`, "sh"];
  return startSshd(join(folder, "sshd"), port, { config: config.split("\n"), inside });
}

async function authorizedIn(folder: string, secret: string): Promise<string> {
  const given = await readFile(join(folder, "authorized"), "utf8").catch(() => null);
  return given ?? (await readFile(join(folder, "key.pub"), "utf8").catch(() => ownHalf(secret, folder)));
}

/** Where the plan leads elsewhere than to the server. */
async function changeFor(
  { hostKey, port }: Expected,
  sshd: Sshd,
  t: { after(end: () => Promise<void>): void },
): Promise<Partial<SshPlanHost>> {
  if (hostKey === "changed") return { hostKey: [sshd.hostKey.slice(0, -6).concat("AAAAAA")] };
  if (hostKey === "another-kind") return { hostKey: [ecdsaKey()] };
  if (port === undefined) return {};
  const [free = 0] = await freePorts(1);
  if (port === "closed") return { port: free };
  const server = createServer((socket) => {
    socket.on("error", () => {});
    if (port === "web") socket.end("HTTP/1.1 400 Bad Request\r\nConnection: close\r\n\r\n");
  });
  await listen(server, free);
  t.after(async () => void server.close());
  return { port: free };
}

function listen(server: Server, port: number): Promise<void> {
  return new Promise((resolve) => server.listen(port, "127.0.0.1", resolve));
}

/** A host's key on a well-known curve, of nobody. */
function ecdsaKey(): string {
  const folder = spawnSync("mktemp", ["-d"], { encoding: "utf8" }).stdout.trim();
  const made = spawnSync("sh", [
    "-c",
    'ssh-keygen -q -t ecdsa -N "" -f "$1/k" && cat "$1/k.pub"; rm -rf "$1"',
    "sh",
    folder,
  ]);
  return made.stdout.toString().split(" ").slice(0, 2).join(" ");
}

/** No line of the secret is told, nor who a comment names. */
function nothingOf(secret: string, { said }: Tried): void {
  const lines = secret.split(/[\s"]+/).filter((word) => word.length >= 16 && !word.startsWith("---"));
  assert.deepEqual(
    lines.filter((line) => said.includes(line) && !/^(SHA256|MD5):/.test(line)),
    [],
  );
  assert.doesNotMatch(said, /Anna|Анна|999 123/);
}
