import assert from "node:assert/strict";
import { test } from "node:test";
import { setTimeout as sleep } from "node:timers/promises";
import { execute } from "../../src/hosts/execute.ts";
import { pollUntil } from "../../packages/rehearsal/production/processes/poll-until.ts";

const sh = (text: string, ...values: string[]) => ["sh", "-c", text, "sh", ...values];

function alive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch {
    return false;
  }
}

/** Resolves once none of the processes is there, zombies of a foreign parent aside. */
const gone = (pids: readonly number[]) =>
  pollUntil(async () => pids.every((pid) => !alive(pid)), { what: "a process is left", limit: 3_000, every: 20 });

test("exit code, output and time", async () => {
  const finished = await execute({ words: sh("echo out; echo err >&2; exit 3"), timeoutSeconds: 10 });
  assert.deepEqual([finished.code, finished.stdout, finished.stderr, finished.timedOut], [3, "out\n", "err\n", false]);
  assert.ok(finished.seconds > 0 && finished.seconds < 5);
  assert.equal((await execute({ words: ["true"], timeoutSeconds: 10 })).code, 0);
  assert.equal((await execute({ words: sh("kill -KILL $$"), timeoutSeconds: 10 })).code, null);
});

test("a program that is not there rejects", async () => {
  await assert.rejects(execute({ words: ["golive-no-such-program"], timeoutSeconds: 5 }), { code: "ENOENT" });
});

test("standard input arrives whole, and is closed when there is none", async () => {
  const text = "Привет\n".repeat(100_000);
  assert.equal((await execute({ words: ["cat"], stdin: text, timeoutSeconds: 20 })).stdout, text);
  assert.equal((await execute({ words: ["cat"], timeoutSeconds: 5 })).stdout, "");
});

test("a program that does not read its input is judged by its exit code", async () => {
  const finished = await execute({ words: ["true"], stdin: "x".repeat(1 << 20), timeoutSeconds: 10 });
  assert.equal(finished.code, 0);
});

test("characters split between two chunks stay whole", async () => {
  const finished = await execute({ words: sh("printf '\\320'; sleep 0.1; printf '\\237'"), timeoutSeconds: 5 });
  assert.equal(finished.stdout, "П");
});

test("more output than anybody reads is cut and does not hang", async () => {
  const finished = await execute({ words: ["head", "-c", String(40 << 20), "/dev/zero"], timeoutSeconds: 60 });
  assert.equal(finished.code, 0);
  assert.ok(finished.stdout.length > 30 << 20 && finished.stdout.length <= 32 << 20);
});

test("a time-out ends the whole group", async () => {
  const finished = await execute({
    words: sh("sleep 60 & echo $!; sleep 60 & echo $!; echo $$; wait"),
    timeoutSeconds: 0.4,
  });
  const pids = finished.stdout.trim().split("\n").map(Number);
  assert.deepEqual([finished.timedOut, finished.code, pids.length], [true, null, 3]);
  assert.ok(finished.seconds < 4);
  await gone(pids);
});

test("a program that ignores TERM is killed after a while", async () => {
  const finished = await execute({
    words: sh("trap '' TERM; echo $$; while :; do sleep 0.2; done"),
    timeoutSeconds: 0.3,
  });
  assert.equal(finished.timedOut, true);
  assert.ok(finished.seconds > 4 && finished.seconds < 9, `${finished.seconds} s`);
  await gone([Number(finished.stdout)]);
});

test("an abort ends the whole group and is not a time-out", async () => {
  const abort = new AbortController();
  const running = execute({ words: sh("sleep 60 & echo $!; wait"), timeoutSeconds: 60, signal: abort.signal });
  await sleep(200);
  abort.abort();
  const finished = await running;
  assert.deepEqual([finished.timedOut, finished.code], [false, null]);
  await gone([Number(finished.stdout)]);
});

test("what was aborted before it began ends at once", async () => {
  const finished = await execute({ words: ["sleep", "60"], timeoutSeconds: 60, signal: AbortSignal.abort() });
  assert.equal(finished.code, null);
  assert.ok(finished.seconds < 3);
});

test("many at once", async () => {
  const all = await Promise.all(
    Array.from({ length: 20 }, (_, index) => execute({ words: ["echo", String(index)], timeoutSeconds: 20 })),
  );
  assert.deepEqual(
    all.map(({ stdout }) => stdout.trim()),
    all.map((_, index) => String(index)),
  );
});

test("output of which all is read is held in full, or said to be cut", async () => {
  const words = sh("head -c 40000000 /dev/zero | tr '\\\\0' x");
  const cut = await execute({ words, timeoutSeconds: 60 });
  assert.deepEqual([cut.cut, cut.stdout.length < 40_000_000], [true, true]);
  const whole = await execute({ words, whole: true, timeoutSeconds: 60 });
  assert.deepEqual([whole.cut, whole.stdout.length], [undefined, 40_000_000]);
});

test("bytes that are no text come back as they are", async () => {
  const { stdout } = await execute({ words: sh("printf '\\320\\377a'"), bytes: true, timeoutSeconds: 5 });
  assert.deepEqual([...Buffer.from(stdout, "latin1")], [0o320, 0o377, 97]);
});
