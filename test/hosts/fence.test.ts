import assert from "node:assert/strict";
import { spawn, spawnSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, before, test } from "node:test";
import { pollUntil } from "../../packages/rehearsal/production/processes/poll-until.ts";
import { command, script } from "../../src/core/command.ts";
import { UserError } from "../../src/core/errors.ts";
import { type Bond, fencedWords, newMark, raiseFence, scopeOf } from "../../src/hosts/fence.ts";
import { localHost } from "../../src/hosts/local.ts";
import { commandWords } from "../../src/hosts/words.ts";

let directory = "";
const stateHome = process.env.XDG_STATE_HOME;
before(async () => {
  directory = await mkdtemp(join(tmpdir(), "golive-fence-"));
  process.env.XDG_STATE_HOME = directory;
});
after(async () => {
  if (stateHome === undefined) delete process.env.XDG_STATE_HOME;
  else process.env.XDG_STATE_HOME = stateHome;
  await rm(directory, { recursive: true, force: true });
});

const lockLost = (error: unknown) =>
  error instanceof UserError && error.problems[0]?.code === "lock-lost" && error.problems[0].where === "app-1";
/** One that ended and is not yet reaped by its new parent is not alive. */
function alive(pid: number): boolean {
  try {
    return !/^State:\s+Z/m.test(readFileSync(`/proc/${pid}/status`, "utf8"));
  } catch {
    return false;
  }
}
let scopes = 0;
const freshScope = () => scopeOf("db-1", `/var/lib/golive-${process.pid}-${scopes++}`);

test("a command of an earlier owner is refused, and one of the same or a later owner runs", async () => {
  const scope = freshScope();
  const bond = (token: number): Bond => ({ fence: { scope, token } });
  const [old, now, later] = [2, 3, 4].map((token) => localHost("app-1", { bond: bond(token) }));
  assert.equal((await old?.run(command("echo", ["a"])))?.stdout, "a\n", "before anybody raised it");
  assert.equal(await raiseFence(localHost("app-1"), { scope, token: 3 }, [undefined]), 0);
  await assert.rejects(old?.attempt(command("touch", [join(directory, "ran")])) ?? Promise.resolve(), lockLost);
  await assert.rejects(readFile(join(directory, "ran")), { code: "ENOENT" });
  assert.equal((await now?.run(command("echo", ["b"])))?.stdout, "b\n");
  assert.equal((await later?.run(command("echo", ["c"])))?.stdout, "c\n");
});

test("the fence is never lowered, and a service beside it is not touched", async () => {
  const scope = freshScope();
  const host = localHost("app-1");
  await raiseFence(host, { scope, token: 12 }, [undefined]);
  await assert.rejects(raiseFence(host, { scope, token: 11 }, [undefined]), lockLost);
  await raiseFence(host, { scope, token: 12 }, [undefined]);
  assert.equal((await readFile(join(directory, "golive", scope), "utf8")).trim(), "12");
  assert.equal(
    (await localHost("app-1", { bond: { fence: { scope: freshScope(), token: 1 } } }).run(command("echo", ["x"])))
      .stdout,
    "x\n",
  );
});

test("a program's own exit code 77 is its own", async () => {
  const finished = await localHost("app-1", { bond: { fence: { scope: freshScope(), token: 1 } } }).attempt(
    script("echo other >&2; exit 77", []),
  );
  assert.equal(finished.code, 77);
});

test("a fence that cannot be read refuses", async () => {
  const scope = freshScope();
  await raiseFence(localHost("app-1"), { scope, token: 1 }, [undefined]);
  await writeFile(join(directory, "golive", scope), "torn");
  await assert.rejects(
    localHost("app-1", { bond: { fence: { scope, token: 1 } } }).attempt(command("true", [])),
    lockLost,
  );
});

/** A command whose giver is gone, as after the loss of a runner: nobody but the fence can end it. */
async function orphan(scope: string, token: number, text: string): Promise<number> {
  const bond: Bond = { fence: { scope, token } };
  const mark = newMark(bond);
  const [file = "", ...args] = fencedWords(commandWords(script(text, [join(directory, mark)]), mark), mark, bond.fence);
  spawn(file, args, { detached: true, stdio: "ignore" }).unref();
  await pollUntil(async () => (await readFile(join(directory, mark), "utf8").catch(() => "")).endsWith("\n"), {
    what: "it did not begin",
    every: 20,
  });
  return Number((await readFile(join(directory, mark), "utf8")).trim());
}

test("what an earlier owner left running is ended first, all of it; what it left on purpose is not", async () => {
  const scope = freshScope();
  const left = await orphan(
    scope,
    4,
    'sh -c "sleep 300 & echo \\$!; wait" > "$1.part" & sleep 0.2; mv "$1.part" "$1"; wait',
  );
  const stubborn = await orphan(scope, 4, 'trap "" TERM; echo $$ > "$1"; while :; do sleep 0.2; done');
  const other = await orphan(freshScope(), 1, 'echo $$ > "$1"; exec sleep 300');
  const daemon = await orphan(scope, 4, 'setsid sleep 300 > /dev/null 2>&1 & echo $! > "$1"; exit 0');
  const ours = await orphan(scope, 5, 'echo $$ > "$1"; exec sleep 300');
  try {
    assert.equal(
      await raiseFence(localHost("app-1", { bond: { fence: { scope, token: 5 } } }), { scope, token: 5 }, [undefined]),
      2,
    );
    assert.deepEqual([left, stubborn, other, daemon, ours].map(alive), [false, false, true, true, true]);
  } finally {
    for (const pid of [left, stubborn, other, daemon, ours]) spawnSync("kill", ["-KILL", String(pid)]);
  }
});

test("an abort ends the command of another user too", {
  skip: process.getuid?.() === 0 ? false : "needs root",
}, async () => {
  const abort = new AbortController();
  const file = join(directory, "pid");
  await writeFile(file, "", { mode: 0o666 });
  spawnSync("chmod", ["755", directory]);
  spawnSync("chmod", ["666", file]);
  const running = localHost("app-1", { signal: abort.signal }).attempt(
    script('sleep 300 & echo $! > "$1"; wait', [file], { user: "nobody" }),
  );
  await pollUntil(async () => (await readFile(file, "utf8")) !== "", { what: "it did not begin", every: 20 });
  const pid = Number(await readFile(file, "utf8"));
  abort.abort();
  const { seconds } = await running;
  assert.ok(seconds < 5, `${seconds} s`);
  assert.equal(alive(pid), false);
});
