import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { randomUUID } from "node:crypto";
import { once } from "node:events";
import { mkdir, mkdtemp, readdir, readFile, rm, stat, writeFile } from "node:fs/promises";
import { createConnection } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, before, describe, test } from "node:test";
import { freePorts } from "../../packages/rehearsal/production/processes/free-ports.ts";
import { type Sshd, startSshd } from "../../packages/rehearsal/production/servers/sshd.ts";
import { command, script } from "../../src/core/command.ts";
import { CommandError, UserError } from "../../src/core/errors.ts";
import { raiseFence, scopeOf } from "../../src/hosts/fence.ts";
import { pollUntil } from "../../packages/rehearsal/production/processes/poll-until.ts";
import { sshArguments } from "../../src/hosts/ssh/client-options.ts";
import { controlName, leaveSession } from "../../src/hosts/ssh/leftovers.ts";
import type { SshPlanHost } from "../../src/hosts/ssh/plan-host.ts";
import { type SshSettings, sshHost } from "../../src/hosts/ssh/ssh.ts";

test("the words of ssh: verified keys, no questions, one shared connection", () => {
  const plan: SshPlanHost = {
    connect: "ssh",
    address: "app.example",
    port: 2222,
    user: "deploy",
    hostKey: ["ssh-ed25519 AAAA"],
  };
  const words = sshArguments(plan, { knownHosts: "/k/known_hosts", identity: "/k/key", control: "/c/%C" });
  assert.deepEqual(words.slice(0, 5), ["-T", "-p", "2222", "-l", "deploy"]);
  const options = words.slice(5).filter((word) => word !== "-o");
  assert.deepEqual(options, [
    "BatchMode=yes",
    "StrictHostKeyChecking=yes",
    "UserKnownHostsFile=/k/known_hosts",
    "GlobalKnownHostsFile=/dev/null",
    "UpdateHostKeys=no",
    "ConnectTimeout=15",
    "ServerAliveInterval=10",
    "ServerAliveCountMax=6",
    "ControlMaster=auto",
    "ControlPath=/c/%C",
    "ControlPersist=120",
    "ForwardAgent=no",
    "IdentitiesOnly=yes",
    "IdentityFile=/k/key",
  ]);
  assert.equal(words.length, 5 + 2 * options.length);
  assert.ok(
    !sshArguments(plan, { knownHosts: "k", identity: undefined, control: "c" }).some((word) =>
      word.startsWith("Identit"),
    ),
  );
});

/** The folder of a session's shared connection is named after the session and the keys. */
async function endSession(session: string, plan: SshPlanHost): Promise<void> {
  const known = plan.hostKey.map((key) => `[${plan.address}]:${plan.port} ${key}\n`).join("");
  const folder = join("/tmp", controlName(session, known));
  for (const socket of await readdir(folder))
    spawnSync("ssh", ["-o", `ControlPath=${join(folder, socket)}`, "-O", "exit", "x"]);
  await leaveSession(session);
  await assert.rejects(readdir(folder), "nothing stays after the session");
}

describe("a real sshd", () => {
  let directory = "";
  let sshd: Sshd;
  let privateKey = "";
  before(async () => {
    directory = await mkdtemp(join(tmpdir(), "golive-ssh-"));
    const [port = 0] = await freePorts(1);
    sshd = await startSshd(join(directory, "sshd"), port);
    privateKey = await readFile(sshd.privateKeyFile, "utf8");
  });
  after(async () => {
    await sshd.stop();
    await rm(directory, { recursive: true, force: true });
  });

  const planHost = (change: Partial<SshPlanHost> = {}): SshPlanHost => ({
    connect: "ssh",
    address: "127.0.0.1",
    port: sshd.port,
    user: sshd.user,
    hostKey: [sshd.hostKey],
    ...change,
  });

  /** A host of a session of its own, whose shared connection and its folder end with the test. */
  async function open(
    t: { after(end: () => Promise<void>): void },
    change: Partial<SshPlanHost> = {},
    settings: Partial<SshSettings> = {},
  ) {
    const session = randomUUID();
    const plan = planHost(change);
    const host = await sshHost("app-1", plan, { privateKey, session, ...settings });
    t.after(async () => {
      await host.close();
      await endSession(session, plan);
    });
    return host;
  }

  const refused = (what: RegExp, mend: RegExp) => (error: unknown) =>
    error instanceof UserError &&
    what.test(error.problems[0]?.what ?? "") &&
    mend.test(error.problems[0]?.mend ?? "") &&
    error.problems[0]?.where === "app-1";

  test("words, input, directory, environment, output and exit codes", async (t) => {
    const host = await open(t);
    const words = ["$(id)", "it's", "", "a b", "-n", "\n", "*", "~"];
    assert.equal((await host.run(command("printf", ["%s|", ...words]))).stdout, `${words.join("|")}|`);
    const finished = await host.attempt(
      script('cat; echo "$PWD $A $1"; echo err >&2; exit 4', ["$x"], {
        stdin: "in\n",
        cwd: "/usr",
        env: { A: "b  c" },
      }),
    );
    assert.deepEqual([finished.code, finished.stdout, finished.stderr], [4, "in\n/usr b  c $x\n", "err\n"]);
    assert.equal((await host.attempt(command("golive-no-such-program", []))).code, 127);
  });

  test("a remote program that ends with 255 is told as such", async (t) => {
    const host = await open(t);
    assert.equal((await host.attempt(script("echo mine >&2; exit 255", []))).code, 255);
    assert.equal((await host.attempt(script("exit 255", []))).code, 255);
    // As a step does whose own ssh or scp gets nowhere.
    const asked = [
      "-q",
      "-F",
      "/dev/null",
      "-o",
      "BatchMode=yes",
      "-p",
      String((await freePorts(1))[0]),
      "127.0.0.1",
      "true",
    ];
    for (const words of [asked, asked.slice(1)])
      await assert.rejects(host.run(command("ssh", words)), (error: unknown) => error instanceof CommandError);
    assert.equal((await host.run(command("echo", ["in"]))).stdout, "in\n");
  });

  test("big input and output", async (t) => {
    const host = await open(t);
    const text = "Привет\n".repeat(50_000);
    assert.equal((await host.run(command("cat", [], { stdin: text }))).stdout, text);
  });

  test("a time-out ends the program on the host itself", async (t) => {
    const host = await open(t);
    const mark = `4${Math.floor(Math.random() * 1e6)}.5`;
    const finished = await host.attempt(command("sleep", [mark], { timeoutSeconds: 1 }));
    assert.equal(finished.timedOut, true);
    assert.equal(spawnSync("pgrep", ["-f", `^sleep ${mark}$`]).status, 1, "it still runs");
  });

  test("an abort ends the program on the host itself and what it started, not only the client", async (t) => {
    const abort = new AbortController();
    const host = await open(t, {}, { signal: abort.signal });
    const mark = `4${Math.floor(Math.random() * 1e6)}.75`;
    const running = host.attempt(
      script('trap "" TERM; (trap - TERM; sleep "$1") & (sleep "$1"); wait', [mark], { timeoutSeconds: 60 }),
    );
    await pollUntil(async () => spawnSync("pgrep", ["-f", `^sleep ${mark}$`]).status === 0, {
      what: "it did not begin",
      every: 50,
    });
    abort.abort();
    const finished = await running.catch(() => null);
    assert.ok((finished?.seconds ?? 0) < 6, `${finished?.seconds} s`);
    assert.equal(spawnSync("pgrep", ["-f", `^sleep ${mark}$`]).status, 1, "it still runs");
  });

  test("the fence holds over ssh: a command of an earlier owner is refused, one left running is ended", async (t) => {
    const scope = scopeOf("app-1", directory);
    const old = await open(t, {}, { bond: { fence: { scope, token: 1 } } });
    const now = await open(t, {}, { bond: { fence: { scope, token: 2 } } });
    const mark = `4${Math.floor(Math.random() * 1e6)}.25`;
    const left = old.attempt(command("sleep", [mark], { timeoutSeconds: 60 })).catch(() => ({ code: 255 }));
    await pollUntil(async () => spawnSync("pgrep", ["-f", `^sleep ${mark}$`]).status === 0, {
      what: "it did not begin",
      every: 50,
    });
    assert.equal(await raiseFence(now, { scope, token: 2 }, [undefined]), 1);
    assert.notEqual((await left).code, 0);
    await assert.rejects(
      old.attempt(command("true", [])),
      (error) => error instanceof UserError && error.problems[0]?.code === "lock-lost",
    );
    assert.equal((await now.run(command("echo", ["in"]))).stdout, "in\n");
  });

  test("a command's own words are not taken for the connection's", async (t) => {
    const host = await open(t);
    const said = "git@example.com: Permission denied (publickey).";
    const finished = await host.attempt(script('echo "$1" >&2; exit 255', [said]));
    assert.deepEqual([finished.code, finished.stderr], [255, `${said}\n`]);
  });

  test("a folder whose name has blanks and a percent sign serves for the key", async (t) => {
    const temporary = join(directory, "run ner %h");
    await mkdir(temporary, { mode: 0o700 });
    const host = await open(t, {}, { temporary });
    assert.equal((await host.run(command("echo", ["in"]))).stdout, "in\n");
    const file = join(temporary, "own key");
    await writeFile(file, privateKey, { mode: 0o600 });
    const quoted = join(temporary, `it's "own" \\key`);
    await writeFile(quoted, privateKey, { mode: 0o600 });
    for (const identityFile of [file, quoted]) {
      const other = await open(t, { identityFile }, { privateKey: "" });
      assert.equal((await other.run(command("echo", ["in"]))).stdout, "in\n");
    }
  });

  test("a key's file on the runner that does not serve is told as what it is", async (t) => {
    const file = join(directory, "own");
    const locked = join(directory, "locked");
    const made = spawnSync("ssh-keygen", ["-q", "-t", "ed25519", "-N", "secret12345", "-f", locked]);
    assert.equal(made.status, 0);
    const told = async (text: string | null) => {
      await rm(file, { force: true });
      if (text !== null) await writeFile(file, text, { mode: 0o600 });
      const host = await open(t, { identityFile: file }, { privateKey: "" });
      const error = await host.run(command("true", [])).catch((one: unknown) => one);
      assert.ok(error instanceof UserError);
      return error.problems.map(({ code, where }) => [code, where]);
    };
    const publicHalf = await readFile(`${sshd.privateKeyFile}.pub`, "utf8");
    for (const [text, code] of [
      [null, "ssh-key-file"],
      ["", "ssh-key-form"],
      [privateKey.trimEnd().replaceAll("\n", "\r\n"), "ssh-key-form"],
      [privateKey.slice(0, 200), "ssh-key-damaged"],
      [publicHalf, "ssh-key-public"],
      [await readFile(locked, "utf8"), "ssh-key-passphrase"],
    ] as const)
      assert.deepEqual(await told(text), [[code, file]]);
    const other = join(directory, "other");
    spawnSync("ssh-keygen", ["-q", "-t", "ed25519", "-N", "", "-f", other]);
    assert.deepEqual(await told(await readFile(other, "utf8")), [["ssh-key-refused", "app-1"]]);
  });

  test("after the session no client is left that holds its connection", async (t) => {
    const session = randomUUID();
    const host = await sshHost("app-1", planHost(), { privateKey, session });
    t.after(() => leaveSession(session));
    await host.run(command("true", []));
    await host.close();
    const name = controlName(session, "").slice(0, -6);
    const clients = () => spawnSync("pgrep", ["-f", `^ssh: /tmp/${name}`]).status;
    assert.equal(clients(), 0, "it is held open for the next step");
    await leaveSession(session);
    await pollUntil(async () => clients() === 1, { what: "it is still held" });
    assert.deepEqual(
      (await readdir("/tmp")).filter((one) => one.startsWith(name)),
      [],
    );
  });

  test("commands share one connection, many at once", async (t) => {
    const host = await open(t);
    const clientPort = async () => (await host.run(script('echo "$SSH_CONNECTION"', []))).stdout.split(" ")[1];
    const first = await clientPort();
    assert.match(first ?? "", /^\d+$/);
    const more = await Promise.all(Array.from({ length: 8 }, clientPort));
    assert.deepEqual([...new Set(more)], [first]);
  });

  test("a server that takes few at a time, of sessions or of connections", async (t) => {
    const [port = 0] = await freePorts(1);
    const config = ["MaxSessions 2", "MaxStartups 1:100:1"];
    const few = await startSshd(join(directory, "few"), port, { config });
    t.after(() => few.stop());
    const change = { port, hostKey: [few.hostKey] };
    const host = await open(t, change, { privateKey: await readFile(few.privateKeyFile, "utf8") });
    // Somebody else stands in the door for a moment.
    const other = createConnection({ host: "127.0.0.1", port }).on("error", () => {});
    await once(other, "data");
    setTimeout(() => other.destroy(), 600);
    assert.equal((await host.run(command("echo", ["in"]))).stdout, "in\n");
    const numbers = Array.from({ length: 30 }, (_, index) => `${index}\n`);
    const said = numbers.map(async (number) => (await host.run(script('sleep 0.2; printf %s "$1"', [number]))).stdout);
    assert.deepEqual(await Promise.all(said), numbers);
  });

  test("a key whose last newline was lost, or that came through Windows, is mended", async (t) => {
    for (const mangled of [privateKey.trimEnd(), privateKey.replaceAll("\n", "\r\n"), `\n${privateKey}\n\n`]) {
      const host = await open(t, {}, { privateKey: mangled });
      assert.equal((await host.run(command("echo", ["in"]))).stdout, "in\n");
    }
  });

  test("a key file of the runner serves when no key is given", async (t) => {
    const host = await open(t, { identityFile: sshd.privateKeyFile }, { privateKey: undefined });
    assert.equal((await host.run(command("echo", ["in"]))).stdout, "in\n");
  });

  test("the private key's file is 0600 in a 0700 folder of its own and goes with the host", async () => {
    const keys = async () => {
      const folders = (await readdir(tmpdir())).filter((name) => name.startsWith("golive-key-"));
      const files = await Promise.all(
        folders.map(async (name) => ({
          folder: join(tmpdir(), name),
          text: await readFile(join(tmpdir(), name, "key"), "utf8").catch(() => ""),
        })),
      );
      return files.filter(({ text }) => text.trim() === privateKey.trim()).map(({ folder }) => folder);
    };
    const already = new Set(await keys());
    const session = randomUUID();
    const host = await sshHost("app-1", planHost(), { privateKey, session });
    const [folder = "", ...others] = (await keys()).filter((one) => !already.has(one));
    assert.deepEqual(others, []);
    const modes = await Promise.all(
      [folder, join(folder, "key"), join(folder, "known_hosts")].map(async (path) => (await stat(path)).mode & 0o777),
    );
    assert.deepEqual(modes, [0o700, 0o600, 0o600]);
    await host.close();
    await endSession(session, planHost());
    assert.deepEqual(
      (await keys()).filter((one) => one === folder),
      [],
    );
  });

  test("another key is refused", async (t) => {
    const file = join(directory, `other-${randomUUID()}`);
    spawnSync("ssh-keygen", ["-q", "-t", "ed25519", "-N", "", "-f", file]);
    const host = await open(t, {}, { privateKey: await readFile(file, "utf8") });
    await assert.rejects(host.attempt(command("true", [])), refused(/does not accept the key$/, /authorized_keys/));
  });

  test("a secret that is not a key is told", async (t) => {
    const opened = open(t, {}, { privateKey: "-----BEGIN OPENSSH PRIVATE KEY-----\ncut off" });
    await assert.rejects(
      opened,
      (error) => error instanceof UserError && error.problems[0]?.code === "ssh-key-damaged",
    );
  });

  test("a port where nobody listens is refused", async (t) => {
    const [port = 0] = await freePorts(1);
    const host = await open(t, { port });
    await assert.rejects(host.attempt(command("true", [])), refused(/refuses the connection$/, /is this its port/));
  });

  test("a host key that is not the plan's is refused, and nothing runs", async (t) => {
    const file = join(directory, "ran");
    const other = `ssh-ed25519 ${Buffer.from("\0\0\0\x0bssh-ed25519\0\0\0\x20".padEnd(51, "x"), "latin1").toString("base64")}`;
    const host = await open(t, { hostKey: [other] });
    await assert.rejects(
      host.attempt(command("touch", [file])),
      refused(/shows another host key than the plan's$/, /in between/),
    );
    await assert.rejects(readFile(file), { code: "ENOENT" });
  });

  test("one of several host keys may fit", async (t) => {
    const other = `ssh-ed25519 ${Buffer.from("\0\0\0\x0bssh-ed25519\0\0\0\x20".padEnd(51, "x"), "latin1").toString("base64")}`;
    const host = await open(t, { hostKey: [other, sshd.hostKey] });
    assert.equal((await host.run(command("echo", ["in"]))).stdout, "in\n");
  });

  test("a host whose key changed is refused until the plan says so", async (t) => {
    const old = sshd.hostKey;
    const changed = await sshd.changeHostKey();
    const stale = await open(t, { hostKey: [old] });
    await assert.rejects(
      stale.attempt(command("true", [])),
      refused(/shows another host key/, /change host-key in the plan/),
    );
    const told = await open(t, { hostKey: [changed] });
    assert.equal((await told.run(command("echo", ["in"]))).stdout, "in\n");
  });
});
