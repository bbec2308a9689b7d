import assert from "node:assert/strict";
import { existsSync } from "node:fs";
import { mkdtemp, readFile, rm } from "node:fs/promises";
import { tmpdir, userInfo } from "node:os";
import { join } from "node:path";
import { test, type TestContext } from "node:test";
import { pollUntil } from "../../packages/rehearsal/production/processes/poll-until.ts";
import { command, script } from "../../src/core/command.ts";
import { CommandError } from "../../src/core/errors.ts";
import { hostFrom, writeFileCommand } from "../../src/hosts/host.ts";
import { localHost } from "../../src/hosts/local.ts";

const host = localHost("app-1");
const root = process.getuid?.() === 0;

async function folder(t: TestContext): Promise<string> {
  const made = await mkdtemp(join(tmpdir(), "golive local's $(x) "));
  t.after(() => rm(made, { recursive: true, force: true }));
  return made;
}

function alive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch {
    return false;
  }
}

test("values arrive as they are", async () => {
  const values = [
    "",
    "a b",
    "it's",
    '"quoted"',
    "two\nlines\n",
    "$(id)",
    "`id`",
    "$HOME",
    "\\n",
    "*",
    "-n",
    "--",
    "a=b",
    "Привет 😀",
  ];
  const { stdout } = await host.run(command("printf", ["%s\\0", ...values]));
  assert.deepEqual(stdout.split("\0").slice(0, -1), values);
  assert.equal((await host.run(script('printf %s "$2"', ["x", "$(id) 'y'"]))).stdout, "$(id) 'y'");
});

test("folder, environment, input and user, all at once", async (t) => {
  const cwd = await folder(t);
  const value = 'it\'s $(id)\n"x"=y';
  const { stdout } = await host.run(
    script('pwd; printf "%s\\0%s\\0" "$GOLIVE_A" "$GOLIVE_B"; id -un; cat', [], {
      cwd,
      env: { GOLIVE_A: value, GOLIVE_B: "" },
      user: userInfo().username,
      stdin: "one\ntwo $(id)",
    }),
  );
  assert.equal(stdout, `${cwd}\n${value}\0\0${userInfo().username}\none\ntwo $(id)`);
});

test("what the environment holds already stays, and what is added does not last", async () => {
  assert.equal(
    (await host.run(script('echo "$PATH"', [], { env: { GOLIVE_A: "1" } }))).stdout.trim(),
    process.env.PATH,
  );
  assert.equal((await host.run(script('echo "$GOLIVE_A"', []))).stdout, "\n");
});

test("another user's command runs as that user and ends with its limit", {
  skip: root ? false : "needs root",
}, async () => {
  const finished = await host.attempt(script("id -un; echo $$; sleep 60", [], { user: "nobody", timeoutSeconds: 1 }));
  const [name, pid] = finished.stdout.split("\n");
  assert.deepEqual([finished.timedOut, name], [true, "nobody"]);
  await pollUntil(async () => !alive(Number(pid)), { what: "the program is left", limit: 3_000 });
});

test("a folder that is missing: the program is not run", async (t) => {
  const cwd = join(await folder(t), "missing");
  const finished = await host.attempt(script("echo ran", [], { cwd }));
  assert.notEqual(finished.code, 0);
  assert.equal(finished.stdout, "");
  assert.ok(finished.stderr.includes(cwd), finished.stderr);
});

test("a program that is missing is code 127, not an exception", async () => {
  for (const file of ["golive-no-such-program", "/nowhere/at/all", "-x"])
    assert.equal((await host.attempt(command(file, ["a"]))).code, 127, file);
});

test("run throws for everything but exit 0, attempt for none", async () => {
  assert.equal((await host.attempt(script("exit 3", []))).code, 3);
  await assert.rejects(
    host.run(script("echo 'fatal: no'; exit 3", [])),
    (error: unknown) => error instanceof CommandError && error.host === "app-1" && error.finished.code === 3,
  );
  await assert.rejects(
    host.run(script("sleep 60", [], { timeoutSeconds: 0.2 })),
    (error: unknown) => error instanceof CommandError && error.finished.timedOut,
  );
  const late = hostFrom("app-1", async () => ({ code: 0, stdout: "", stderr: "", seconds: 9, timedOut: true }));
  await assert.rejects(late.run(command("true", [])), CommandError, "out of time, though it ended well");
});

test("a limit ends the program and what it started", async () => {
  const finished = await host.attempt(script("sleep 60 & echo $!; echo $$; wait", [], { timeoutSeconds: 0.8 }));
  const pids = finished.stdout.trim().split("\n").map(Number);
  assert.deepEqual([finished.timedOut, pids.length], [true, 2]);
  assert.ok(finished.seconds < 5, `${finished.seconds} s`);
  await pollUntil(async () => !pids.some(alive), { what: "a process is left", limit: 3_000 });
});

test("exclusive commands run one after the other", async (t) => {
  const cwd = await folder(t);
  const one = (exclusive: string) =>
    host.run(script("echo start >> log; sleep 0.15; echo end >> log", [], { cwd, exclusive, timeoutSeconds: 30 }));
  await Promise.all([1, 2, 3, 4].map(() => one(join(cwd, "x.lock"))));
  assert.equal(await readFile(join(cwd, "log"), "utf8"), "start\nend\n".repeat(4));
});

test("a command that waits for another's lock in vain is out of time and never runs", async (t) => {
  const cwd = await folder(t);
  const exclusive = join(cwd, "x.lock");
  const first = host.run(script("touch held; sleep 1", [], { cwd, exclusive }));
  await pollUntil(async () => existsSync(join(cwd, "held")), { what: "the lock is not held", every: 10 });
  const second = await host.attempt(script("echo ran", [], { cwd, exclusive, timeoutSeconds: 0.2 }));
  await first;
  assert.notEqual(second.code, 0);
  assert.equal(second.stdout, "");
  assert.equal((await host.run(script("echo ran", [], { cwd, exclusive }))).stdout, "ran\n");
});

test("an abort ends the program and is not a time-out", async (t) => {
  const cwd = await folder(t);
  const abort = new AbortController();
  const running = localHost("app-1", { signal: abort.signal }).attempt(
    script("sleep 60 & echo $!; echo $$; touch begun; wait", [], { cwd, timeoutSeconds: 60 }),
  );
  await pollUntil(async () => existsSync(join(cwd, "begun")), { what: "the program has not begun", every: 10 });
  abort.abort();
  const finished = await running;
  assert.equal(finished.timedOut, false);
  assert.notEqual(finished.code, 0);
  assert.ok(finished.seconds < 10, `${finished.seconds} s`);
  await pollUntil(async () => !finished.stdout.trim().split("\n").map(Number).some(alive), {
    what: "a process is left",
    limit: 3_000,
  });
});

test("a file is written whole, with its mode, over the old one", async (t) => {
  const path = join(await folder(t), "settings 'x'");
  const text = "Привет $(id)\n'quoted'";
  for (const [written, mode] of [
    ["old", "0600"],
    [text, "0640"],
  ] as const)
    await host.run(writeFileCommand(path, written, mode));
  assert.equal(await readFile(path, "utf8"), text);
  assert.equal(
    (await host.run(script('stat -c %a "$1"; ls -A "$2" | wc -l', [path, join(path, "..")]))).stdout,
    "640\n1\n",
  );
});
