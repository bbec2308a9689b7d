import assert from "node:assert/strict";
import { test } from "node:test";
import { publicTail } from "../../src/core/public-tail.ts";

const told: readonly [string, string, string][] = [
  [
    "git",
    "Cloning into '/srv/x'...\nfatal: repository '/srv/origin.git' does not exist",
    "fatal: repository '/srv/origin.git' does not exist",
  ],
  [
    "a tag that is not there",
    "error: pathspec 'v1.2.0' did not match any file(s) known to git",
    "error: pathspec 'v1.2.0' did not match any file(s) known to git",
  ],
  [
    "pip",
    "ERROR: No matching distribution found for Django==99.1",
    "ERROR: No matching distribution found for Django==99.1",
  ],
  [
    "a module that is missing",
    "Traceback (most recent call last):\n  File \"manage.py\", line 3, in <module>\nModuleNotFoundError: No module named 'psycopg'",
    "ModuleNotFoundError: No module named 'psycopg'",
  ],
  [
    "a migration",
    'django.db.utils.ProgrammingError: column "born" of relation "clinic_patient" already exists',
    'django.db.utils.ProgrammingError: column "born" of relation "clinic_patient" already exists',
  ],
  [
    "a role",
    'psql: error: connection failed: FATAL:  password authentication failed for user "clinic"',
    'psql: error: connection failed: FATAL:  password authentication failed for user "clinic"',
  ],
  [
    "systemd",
    "Job for web.service failed because the control process exited with error code.",
    "Job for web.service failed because the control process exited with error code.",
  ],
  ["a service of supervisor", "web: ERROR (spawn error)", "web: ERROR (spawn error)"],
  ["sudo", "sudo: a password is required", "sudo: a password is required"],
  ["indented, with the line ends of another system", "  ERROR:  deadlock detected\r\n", "ERROR:  deadlock detected"],
  [
    "a constraint, without the row that broke it",
    'ERROR:  duplicate key value violates unique constraint "patient_email_key"\nDETAIL:  Key (email)=(Petrova) already exists.',
    'ERROR:  duplicate key value violates unique constraint "patient_email_key"',
  ],
  ["nothing but what anyone may have printed", "Operations to perform:\n  Apply all migrations\nPetrova", ""],
  ["nothing", "", ""],
];

test("what programs say of files, revisions and objects is told", () => {
  for (const [name, text, expected] of told) assert.equal(publicTail(text, [], 1), expected, name);
});

/** Output of programs around something of a patient; every text holds at least one of `data`. */
const data = ["Petrova", "Anna", "1980", "555", "example.org"];
const hidden: readonly [string, string][] = [
  [
    "a row that broke a constraint",
    'ERROR:  new row for relation "patient" violates check constraint "adult"\nDETAIL:  Failing row contains (7, Anna Petrova, 1980-05-05).',
  ],
  [
    "a row over several lines",
    "ERROR:  bad\nDETAIL:  Failing row contains (7, first line\nAnna Petrova\n1980).\nHINT:  Look",
  ],
  [
    "the line of a COPY",
    'ERROR:  invalid input syntax for type date: "Anna"\nCONTEXT:  COPY patient, line 7, column born: "Anna Petrova"',
  ],
  [
    "the same through a program's prefix",
    "psql:/tmp/load.sql:12: DETAIL:  Failing row contains (7, Anna Petrova, 1980-05-05).\npg_restore: detail: Anna Petrova",
  ],
  [
    "a statement",
    "ERROR:  syntax error\nSTATEMENT:  INSERT INTO patient VALUES ('Anna Petrova')\nLINE 1: INSERT INTO patient VALUES ('Anna')\nQUERY:  SELECT 'Petrova'",
  ],
  ["a value in double quotes", 'ERROR:  invalid input value for enum mood: "Anna Petrova"'],
  ["a value in single quotes", "psycopg.errors.DataError: the value 'Anna Petrova' is too long"],
  ["a value in quotes that never close", 'ERROR:  invalid input syntax for type integer: "Anna\nPetrova"'],
  ["the message of an exception nobody knows", "clinic.notes.UnreadableError: the note of Anna Petrova"],
  ["a validation error", "django.core.exceptions.ValidationError: ['Anna Petrova is twice there']"],
  ["a key that is not there", "KeyError: 'Petrova'"],
  ["a key in an error of the database", "django.db.utils.IntegrityError: broken by (name)=(Anna Petrova)"],
  ["an address of mail", "CommandError: anna.petrova+1@mail.example.org is not on the list"],
  ["a telephone", "CommandError: cannot call +7 (921) 555-12-34 at night"],
  ["what a program simply prints", "Importing Anna Petrova\n[7, 'Anna']\n"],
  [
    "the source line of a traceback",
    '  File "/srv/clinic/notes.py", line 3, in read\n    name = "Anna Petrova"\nValueError: Anna',
  ],
];

test("nobody's data is told, wherever a program puts it", () => {
  for (const [name, text] of hidden) {
    assert.ok(
      data.some((word) => text.includes(word)),
      name,
    );
    const said = publicTail(text, [], 100);
    for (const word of data) assert.ok(!said.toLowerCase().includes(word.toLowerCase()), `${name}: ${said}`);
  }
});

test("of an exception whose message is not published the class remains", () => {
  assert.equal(publicTail("ValueError: Anna", []), "ValueError");
  assert.equal(publicTail("clinic.notes.UnreadableError: Anna", []), "clinic.notes.UnreadableError");
  assert.equal(publicTail("KeyboardInterrupt", []), "KeyboardInterrupt");
});

test("secrets are masked, also over the end of a line", () => {
  assert.equal(
    publicTail("fatal: could not read from https://x:t0ken@git.test/", ["t0ken"]),
    "fatal: could not read from https://x:***@git.test/",
  );
  const key = "-----BEGIN-----\nerror: abc\n-----END-----";
  assert.equal(publicTail(`fatal: no key ${key}`, [key]), "fatal: no key ***");
});

test("the last lines, each of bounded length", () => {
  const text = Array.from({ length: 9 }, (_, index) => `chatter\nerror: number ${index}`).join("\n");
  assert.equal(publicTail(text, [], 2), "error: number 7\nerror: number 8");
  assert.equal(publicTail(text, []).split("\n").length, 4);
  assert.ok(publicTail(`error: ${"no way ".repeat(1000)}`, []).length <= 300);
});
