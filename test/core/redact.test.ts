import assert from "node:assert/strict";
import { test } from "node:test";
import { createKnown } from "../../src/core/redact/known.ts";
import { messages } from "../../src/core/redact/messages.ts";
import { createNames } from "../../src/core/redact/names.ts";
import { redactOutput } from "../../src/core/redact/redact-output.ts";
import { template } from "../../src/core/redact/template.ts";
import { systemErrors } from "../../src/core/redact/words.ts";

const known = createKnown({
  names: ["clients", "email", "clinic"],
  files: ["clinic/models.py", "clinic/migrations/0007_phone.py"],
  paths: ["/srv/clinic"],
});

test("a name is told when it is known, whole or part by part", () => {
  assert.ok(known.isName("clients"));
  assert.ok(known.isName('"clients"'));
  assert.ok(known.isName("clients.email"));
  assert.ok(known.isName("public.clients"));
  assert.ok(!known.isName("clients.petrova"));
  assert.ok(!known.isName("petrova"));
  assert.ok(!known.isName(""));
});

test("a path is told as far as the plan or the tree knows it", () => {
  assert.equal(known.shownPath("/srv/clinic"), "/srv/clinic");
  assert.equal(known.shownPath("/srv/clinic/"), "/srv/clinic/");
  assert.equal(known.shownPath("clinic/models.py"), "clinic/models.py");
  assert.equal(known.shownPath("clinic/migrations"), "clinic/migrations");
  assert.equal(known.shownPath("/home/anna/v2/clinic/models.py"), "…/clinic/models.py");
  assert.equal(known.shownPath("/srv/clinic/media/petrova.pdf"), null);
  assert.equal(known.shownPath("/usr/bin/psql"), "/usr/bin/psql");
  assert.equal(known.shownPath("/usr/bin/petrova"), null);
});

test("every kind of part is there, and every message is told of itself", () => {
  assert.ok(messages.length > 500);
  assert.throws(() => template("{nothing}"), /no kind of part/);
});

test("a value that looks like the rest of a message is not told", () => {
  const tricky = [
    'ERROR:  relation "petrova" does not exist" does not exist',
    'ERROR:  invalid input syntax for type integer: "7" of petrova"',
    "cp: cannot stat 'petrova': No such file or directory': Permission denied",
    'ERROR:  column "clients" of relation "petrova" already exists',
    "Job for petrova failed.\nJob for clinic failed because petrova.",
    "fatal: error: warning: petrova",
    "psql: error: pg_dump: error: psql: error: petrova",
    "ERROR:  23505: petrova",
    "petrova: ERROR (spawn error)",
    "\u001b[31mERROR:  petrova\u001b[0m",
    "ERROR:  permission denied for table petrova\u2028",
    'Traceback (most recent call last):\n  File "/home/petrova/x.py", line 3, in petrova\nValueError: petrova',
  ];
  for (const text of tricky) assert.doesNotMatch(redactOutput(text, { known, lines: 10 }), /petrova/i, text);
});

test("secrets that are known by value are masked first", () => {
  assert.equal(
    redactOutput('FATAL:  database "clinic" does not exist', { known, secrets: ["clinic"] }),
    'FATAL: database "…" does not exist',
  );
});

test("the last lines, without repeats", () => {
  const text = Array.from({ length: 9 }, (_, index) => `chatter\nbash: line ${index}: psql: command not found`);
  assert.equal(redactOutput(text.join("\n")).split("\n").length, 4);
  assert.equal(redactOutput("Killed\nKilled\nKilled"), "Killed");
  assert.equal(redactOutput(""), "");
});

test("of a program that nobody knows closed words are told, and nothing else", () => {
  const told: readonly [string, string][] = [
    ["migrate: client Petrova: ERROR: duplicate key (SQLSTATE 23505)", "…: SQLSTATE 23505 (unique_violation)"],
    ["SQLSTATE[42P01]: Undefined table: petrova", "…: SQLSTATE 42P01 (undefined_table)"],
    ["booker: cannot read /media/petrova.pdf: permission denied", "…: Permission denied"],
    ["open petrova failed (ENOSPC)", "…: ENOSPC"],
    ["script petrova exited with code 3", "…: exit 3"],
    ["client 17 has SQLSTATE of mind: Petrova", ""],
    ["EPETROVA: no", ""],
    ["exit code of Petrova is 17", ""],
  ];
  for (const [text, expected] of told) assert.equal(redactOutput(text), expected, text);
});

test("however long a text is, it costs little", () => {
  // Time of the processor: that of the clock is the load's as well.
  const before = process.cpuUsage();
  redactOutput(`ERROR: ${"a".repeat(2_000_000)}`, { known });
  redactOutput(`ERROR:  relation "${'"'.repeat(550)}`, { known });
  redactOutput('fatal: error: psql: error: could not "x" (1) failed: y'.repeat(20_000).replaceAll("y", "\n"), {
    known,
  });
  const { user } = process.cpuUsage(before);
  assert.ok(user < 5_000_000, `${user / 1000} ms`);
});

test("a failed call is told in English whatever the language", () => {
  for (const [english, russian] of Object.entries(systemErrors))
    assert.equal(
      redactOutput(`cp: cannot stat '/srv/clinic': ${russian}`, { known }),
      `cp: cannot stat '/srv/clinic': ${english}`,
    );
});

test("names are looked for once, and a look that fails or hangs keeps nobody", async () => {
  let looks = 0;
  const names = createNames();
  await names.look();
  names.lookWith(async () => {
    looks++;
    names.known.learn({ names: ["visits"] });
  });
  await Promise.all([names.look(), names.look()]);
  assert.deepEqual([looks, names.known.isName("visits")], [1, true]);
  const failing = createNames();
  failing.lookWith(() => Promise.reject(new Error("no")));
  await failing.look();
});
