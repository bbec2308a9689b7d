import assert from "node:assert/strict";
import { appendFile, mkdir, mkdtemp, readdir, readFile, rm, stat, truncate, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { test, type TestContext } from "node:test";
import { CommandError, UserError } from "../../src/core/errors.ts";
import { hostFrom } from "../../src/hosts/host.ts";
import { localHost } from "../../src/hosts/local.ts";
import type { Entry, Event } from "../../src/journal/event.ts";
import { openJournal, parseJournal } from "../../src/journal/journal.ts";

const entry = (event: Event, release = "v1-7"): Entry => ({
  at: "2026-11-24T23:00:00.000Z",
  release,
  run: { id: 7, attempt: 1 },
  ...event,
});
const note = (text: string) => entry({ kind: "note", text });

async function fresh(t: TestContext) {
  const parent = await mkdtemp(join(tmpdir(), "golive journal's $(x) "));
  t.after(() => rm(parent, { recursive: true, force: true }));
  const directory = join(parent, "golive");
  return { journal: openJournal(localHost("control"), directory), directory, file: join(directory, "journal.jsonl") };
}

test("what was appended is read back in order", async (t) => {
  const { journal } = await fresh(t);
  assert.deepEqual(await journal.read(), []);
  const first = [
    note('it\'s $(id)\n"quoted" \\ Привет 😀'),
    entry({ kind: "step", step: "backup.dump", status: "done", seconds: 1.5, facts: { bytes: 7, path: "/a b" } }),
  ];
  await journal.append(first);
  await journal.append([note("second")]);
  assert.deepEqual(await journal.read(), [...first, note("second")]);
});

test("only the owner may read it, whatever the umask", async (t) => {
  const before = process.umask(0o002);
  t.after(() => process.umask(before));
  const { journal, directory, file } = await fresh(t);
  await journal.append([note("a")]);
  const log = (await journal.keepLog("v1-7", "backup.dump", "all it said")).replace(/^control:/, "");
  const mode = async (path: string) => ((await stat(path)).mode & 0o777).toString(8);
  assert.deepEqual(
    [await mode(directory), await mode(file), await mode(log), await mode(join(directory, "logs"))],
    ["700", "600", "600", "700"],
  );
});

test("a log is kept whole, beside the journal, and its place is told", async (t) => {
  const { journal, directory } = await fresh(t);
  const text = "one\ntwo $(id) 'x' Привет\n".repeat(1000);
  assert.equal(
    await journal.keepLog("v1-7", "deploy.migrate@app-1", text),
    `control:${directory}/logs/v1-7/deploy.migrate@app-1.log`,
  );
  assert.equal(await readFile(join(directory, "logs/v1-7/deploy.migrate@app-1.log"), "utf8"), text);
  assert.deepEqual(await readdir(directory), ["logs"]);
});

test("wherever a crash tore the last line, what was acknowledged stays and the next line is whole", async (t) => {
  const { journal, file } = await fresh(t);
  await journal.append([note("acknowledged")]);
  const { size } = await stat(file);
  const torn = JSON.stringify(note("torn off, Привет"));
  for (const length of [1, 2, 20, torn.length - 20, torn.length - 1]) {
    await truncate(file, size);
    await appendFile(file, `\n${torn.slice(0, length)}`);
    assert.deepEqual(await journal.read(), [note("acknowledged")], `torn after ${length}`);
    await journal.append([note("next")]);
    assert.deepEqual(await journal.read(), [note("acknowledged"), note("next")], `torn after ${length}`);
  }
});

test("a line torn inside a letter is passed over as well", async (t) => {
  const { journal, file } = await fresh(t);
  await journal.append([note("acknowledged")]);
  const bytes = Buffer.from(JSON.stringify(note("П")));
  await appendFile(file, bytes.subarray(0, bytes.indexOf(0xd0) + 1));
  await journal.append([note("next")]);
  assert.deepEqual(await journal.read(), [note("acknowledged"), note("next")]);
});

const edited: readonly [string, string][] = [
  ["an empty object", "{}"],
  ["a number", "7"],
  ["a list", '["note"]'],
  ["no kind", '{"release":"v1-7","at":"2026-11-24T23:00:00.000Z","text":"x"}'],
  ["a kind that is no text", '{"kind":7,"release":"v1-7","at":"2026-11-24T23:00:00.000Z"}'],
  ["no release", '{"kind":"note","at":"2026-11-24T23:00:00.000Z","text":"x"}'],
  ["no time", '{"kind":"note","release":"v1-7","text":"x"}'],
];

test("an edited line is refused, with the file and a mend", () => {
  for (const [name, line] of edited) {
    const text = `${JSON.stringify(note("a"))}\n${line}\n${JSON.stringify(note("b"))}\n`;
    assert.throws(
      () => parseJournal(text, "control:/var/lib/golive/journal.jsonl"),
      (error: unknown) => {
        assert.ok(error instanceof UserError, name);
        assert.match(error.message, /^control:\/var\/lib\/golive\/journal\.jsonl:2: .*\n.*(backup|move)/, name);
        return true;
      },
    );
  }
});

test("a journal that cannot be written or read is an error, not an empty one", async (t) => {
  const { journal, directory, file } = await fresh(t);
  await journal.append([note("a")]);
  await rm(file);
  await writeFile(join(directory, "other"), "");
  await assert.rejects(openJournal(localHost("control"), join(directory, "other")).append([note("b")]), CommandError);
  await mkdir(file);
  await assert.rejects(journal.read(), CommandError);
  await assert.rejects(journal.append([note("b")]), CommandError);
});

test("many at once are written in few goes, in their order, and each is there when its writer goes on", async (t) => {
  const { directory } = await fresh(t);
  let goes = 0;
  const local = localHost("control");
  const counting = hostFrom("control", (command) => {
    if (command.stdin !== undefined) goes++;
    return local.attempt(command);
  });
  const journal = openJournal(counting, directory);
  const seen = await Promise.all(
    Array.from({ length: 40 }, async (_, index) => {
      await journal.append([note(String(index))]);
      return (await openJournal(local, directory).read()).some(
        (entry) => entry.kind === "note" && entry.text === String(index),
      );
    }),
  );
  assert.ok(seen.every(Boolean));
  assert.ok(goes <= 3, `${goes} goes`);
  assert.deepEqual(
    (await journal.read()).map((entry) => entry.kind === "note" && entry.text),
    Array.from({ length: 40 }, (_, index) => String(index)),
  );
});
