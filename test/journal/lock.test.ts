import assert from "node:assert/strict";
import { mkdtemp, readdir, readFile, rm, stat, utimes, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { test, type TestContext } from "node:test";
import { CommandError, UserError } from "../../src/core/errors.ts";
import { localHost } from "../../src/hosts/local.ts";
import { openLock, type Owner } from "../../src/journal/lock.ts";

const owner = (runId: number, change: Partial<Owner> = {}): Owner => ({
  release: `v1-${runId}`,
  tag: "v1",
  commit: "c".repeat(40),
  digest: "d".repeat(64),
  runId,
  runUrl: `https://github.test/clinic/actions/runs/${runId}`,
  actor: "anna",
  since: "2026-11-24T23:00:00.000Z",
  ...change,
});

async function fresh(t: TestContext) {
  const parent = await mkdtemp(join(tmpdir(), "golive lock's $(x) "));
  t.after(() => rm(parent, { recursive: true, force: true }));
  const directory = join(parent, "golive");
  return { lock: openLock(localHost("control"), directory), directory };
}

const [a, b, c] = [owner(1, { tag: 'it\'s $(id)\n"x"' }), owner(2), owner(3)];

test("taken, held against another, given back, taken again", async (t) => {
  const { lock } = await fresh(t);
  assert.equal((await lock.held())?.owner ?? null, null);
  assert.deepEqual(await lock.take(a), { taken: true, token: 1 });
  const refused = await lock.take(b);
  assert.deepEqual([refused.taken, !refused.taken && refused.owner, refused.token], [false, a, 1]);
  assert.deepEqual((await lock.held())?.owner ?? null, a);
  await lock.release(a);
  assert.equal((await lock.held())?.owner ?? null, null);
  assert.deepEqual(await lock.take(b), { taken: true, token: 2 });
  assert.deepEqual((await lock.held())?.owner ?? null, b);
});

test("of many at once exactly one takes it, and the others learn who", async (t) => {
  const { lock, directory } = await fresh(t);
  const all = Array.from({ length: 20 }, (_, index) => owner(index + 1));
  const results = await Promise.all(all.map((one) => lock.take(one)));
  const winners = all.filter((_, index) => results[index]?.taken);
  assert.equal(winners.length, 1);
  for (const result of results) if (!result.taken) assert.deepEqual(result.owner, winners[0]);
  assert.deepEqual((await lock.held())?.owner ?? null, winners[0]);
  assert.deepEqual(
    (await readdir(directory)).toSorted(),
    [".exchange", "heartbeat", "lock.json", "token"],
    "nothing is left of those who lost",
  );
});

test("of two at once one takes it, twenty times in parallel", async (t) => {
  await Promise.all(
    Array.from({ length: 20 }, async () => {
      const { lock } = await fresh(t);
      const results = await Promise.all([lock.take(a), lock.take(b)]);
      assert.deepEqual(results.map(({ taken }) => taken).toSorted(), [false, true]);
    }),
  );
});

test("given back by another it stays", async (t) => {
  const { lock } = await fresh(t);
  await lock.release(b);
  await lock.take(a);
  await lock.release(b);
  await lock.release({ ...a, since: "2026-11-24T23:00:01.000Z" });
  assert.deepEqual((await lock.held())?.owner ?? null, a);
});

test("it is taken over from the owner that was named only", async (t) => {
  const { lock, directory } = await fresh(t);
  await lock.take(a);
  assert.equal(await lock.takeOver(c, b), null);
  assert.deepEqual((await lock.held())?.owner ?? null, a);
  assert.equal(await lock.takeOver(a, b), 2, "every owner has a higher token");
  assert.deepEqual((await lock.held())?.owner ?? null, b);
  assert.equal(await lock.takeOver(a, c), null, "somebody else was faster");
  await lock.release(a);
  assert.deepEqual((await lock.held())?.owner ?? null, b, "the one thought dead gives back nothing");
  assert.deepEqual(
    (await readdir(directory)).filter((name) => name.startsWith(".lock.")),
    [],
  );
});

test("a lock given back meanwhile is not taken over", async (t) => {
  const { lock } = await fresh(t);
  await lock.take(a);
  await lock.release(a);
  assert.equal(await lock.takeOver(a, b), null);
  assert.equal((await lock.held())?.owner ?? null, null);
});

test("of many who take it over one does", async (t) => {
  const { lock } = await fresh(t);
  await lock.take(a);
  const heirs = Array.from({ length: 12 }, (_, index) => owner(index + 10));
  const won = await Promise.all(heirs.map((heir) => lock.takeOver(a, heir)));
  assert.equal(won.filter((token) => token !== null).length, 1);
  assert.deepEqual((await lock.held())?.owner ?? null, heirs[won.findIndex((token) => token !== null)]);
});

test("only the owner of the folder may read it", async (t) => {
  const before = process.umask(0o002);
  t.after(() => process.umask(before));
  const { lock, directory } = await fresh(t);
  const mode = async (path: string) => ((await stat(path)).mode & 0o777).toString(8);
  await lock.take(a);
  assert.deepEqual([await mode(directory), await mode(join(directory, "lock.json"))], ["700", "600"]);
  await lock.takeOver(a, b);
  assert.equal(await mode(join(directory, "lock.json")), "600");
  assert.deepEqual(JSON.parse(await readFile(join(directory, "lock.json"), "utf8")), b);
});

test("where it cannot be made nobody has it", async () => {
  const lock = openLock(localHost("control"), "/dev/null/golive");
  await assert.rejects(lock.take(a), CommandError);
});

test("whoever finds it learns how long its owner has been silent", async (t) => {
  const { lock, directory } = await fresh(t);
  await lock.take(a);
  assert.ok((await lock.held())?.silentSeconds! < 5);
  const old = new Date(Date.now() - 600_000);
  await utimes(join(directory, "heartbeat"), old, old);
  const silent = (await lock.held())?.silentSeconds ?? 0;
  assert.ok(silent >= 600 && silent < 610, `${silent}`);
  const refused = await lock.take(b);
  assert.ok(!refused.taken && (refused.silentSeconds ?? 0) >= 600);
  await lock.beat();
  assert.ok((await lock.held())?.silentSeconds! < 5);
});

test("an empty file in its place is told, whoever asks", async (t) => {
  const { lock, directory } = await fresh(t);
  await lock.take(a);
  await writeFile(join(directory, "lock.json"), "");
  for (const ask of [() => lock.take(b), () => lock.held()])
    await assert.rejects(ask(), (error) => error instanceof UserError && /empty file/.test(error.message));
});
