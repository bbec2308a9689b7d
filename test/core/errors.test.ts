import assert from "node:assert/strict";
import { test } from "node:test";
import { command, type Finished } from "../../src/core/command.ts";
import {
  CommandError,
  errorLine,
  errorText,
  InternalError,
  type Problem,
  problemText,
  StepError,
  UserError,
} from "../../src/core/errors.ts";

const failed = (change: Partial<Finished> = {}, options: Parameters<typeof command>[2] = {}) =>
  new CommandError("db-1", command("pg_dump", ["clinic"], options), {
    code: 1,
    stdout: "",
    stderr: "",
    seconds: 2,
    timedOut: false,
    ...change,
  });

const noisy =
  "pg_dump: warning: out of memory\npg_dump: error: server closed the connection unexpectedly\ngzip: stdin: unexpected end of file";

const problems: readonly [Problem, string][] = [
  [{ code: "of-a-test", what: "the disk is full" }, "the disk is full [of-a-test]"],
  [{ code: "of-a-test", what: "the disk is full", where: "db-1" }, "db-1: the disk is full [of-a-test]"],
  [
    { code: "of-a-test", what: "the disk is full", where: "db-1", mend: "free 3 GiB" },
    "db-1: the disk is full [of-a-test]\n  → free 3 GiB",
  ],
  [
    { what: "the disk is full", where: "db-1", mend: "free 3 GiB", code: "db-no-room" },
    "db-1: the disk is full [db-no-room]\n  → free 3 GiB",
  ],
  [{ what: "the disk is full", code: "db-no-room" }, "the disk is full [db-no-room]"],
  [
    {
      code: "of-a-test",
      what: "is not a URL",
      where: "site.url",
      position: { file: "golive.yml", line: 7, column: 3 },
    },
    "golive.yml:7:3: is not a URL [of-a-test]",
  ],
];

test("a problem is what, where and the mend", () => {
  for (const [problem, text] of problems) assert.equal(problemText(problem), text);
});

test("a user's error tells all its problems, and no stack", () => {
  const one = new UserError({ code: "of-a-test", what: "no tag" });
  const two = new UserError([
    { code: "of-a-test", what: "no tag", where: "app-1" },
    { code: "of-a-test", what: "no room", mend: "make some" },
  ]);
  assert.equal(errorText(one), "no tag [of-a-test]");
  assert.equal(errorText(two), "app-1: no tag [of-a-test]\nno room [of-a-test]\n  → make some");
  assert.deepEqual([errorLine(one), errorLine(two)], ["no tag", "no tag (and 1 more)"]);
  const cause = new Error("below");
  assert.equal(new UserError({ code: "of-a-test", what: "x" }, { cause }).cause, cause);
});

const endings: readonly [string, CommandError, string][] = [
  ["an exit code", failed({ code: 3 }), "pg_dump clinic on db-1 exited 3"],
  ["a signal", failed({ code: null }), "pg_dump clinic on db-1 was ended by a signal"],
  [
    "a limit",
    failed({ code: 124, timedOut: true }, { timeoutSeconds: 5 }),
    "pg_dump clinic on db-1 did not end within 5 s",
  ],
  [
    "the limit of every command",
    failed({ code: null, timedOut: true }),
    "pg_dump clinic on db-1 did not end within 3600 s",
  ],
  [
    "the line that says why, not the last one",
    failed({ stderr: noisy }),
    "pg_dump clinic on db-1 exited 1: pg_dump: error: server closed the connection unexpectedly",
  ],
  [
    "the last line when none sounds worse",
    failed({ stderr: "gzip: stdin: not in gzip format\ngzip: stdin: unexpected end of file" }),
    "pg_dump clinic on db-1 exited 1: gzip: stdin: unexpected end of file",
  ],
  [
    "a program that complains on its standard output",
    failed({ stdout: "pg_dump: error: out of memory", stderr: " \n" }),
    "pg_dump clinic on db-1 exited 1: pg_dump: error: out of memory",
  ],
  ["what may not be published", failed({ stderr: "row (7, Anna)" }), "pg_dump clinic on db-1 exited 1"],
  [
    "a secret",
    failed({ stderr: 'FATAL:  database "s3cret" does not exist' }, { secrets: ["s3cret", "clinic"] }),
    'pg_dump *** on db-1 exited 1: FATAL: database "…" does not exist',
  ],
];

for (const [name, error, line] of endings)
  test(`a command's end in one line: ${name}`, () => assert.equal(errorLine(error), line));

test("a command's error shows what may be published, and holds all", () => {
  const error = failed({ stderr: `${noisy}\nrow (7, Anna)`, stdout: "Anna" });
  assert.equal(errorText(error), `pg_dump clinic on db-1 exited 1:\n${noisy}`);
  assert.equal(error.finished.stderr, `${noisy}\nrow (7, Anna)`);
  assert.equal(error.host, "db-1");
  assert.equal(error.command.file, "pg_dump");
});

test("a step's error names the step and keeps its cause", () => {
  const cause = new UserError({ code: "of-a-test", what: "no room", mend: "make some" });
  const error = new StepError("backup.dump", cause);
  assert.equal(errorText(error), "backup.dump: no room [of-a-test]\n  → make some");
  assert.deepEqual([error.step, error.cause], ["backup.dump", cause]);
});

test("a bug keeps its stack on the log and is one line on the checklist", () => {
  const bug = new TypeError("x is not a function");
  assert.match(errorText(bug), /^unexpected: TypeError: … is not a function\n {4}at .*errors\.test\.ts/);
  assert.equal(errorLine(bug), "TypeError: … is not a function");
  assert.equal(errorLine(new InternalError("there is no such thing")), "there is no such thing");
  assert.equal(errorLine(new RangeError("")), "RangeError");
});

test("what a library's error quotes is not told", () => {
  const thrown = (make: () => unknown) => {
    try {
      return make();
    } catch (error) {
      return error;
    }
  };
  const quoting = [
    thrown(() => JSON.parse("Anna Petrova")),
    thrown(() => new URL("Anna Petrova")),
    Object.assign(new Error("connect to anna@example.org"), { code: "ECONNREFUSED" }),
    Object.assign(new Error("Invalid login: Anna"), { code: "EAUTH", responseCode: 535 }),
    new Error("Anna Petrova"),
    "Anna Petrova",
    null,
  ];
  for (const error of quoting) assert.doesNotMatch(errorText(error) + errorLine(error), /anna/i);
  assert.equal(errorLine(quoting[2]), "Error ECONNREFUSED");
  assert.equal(errorLine(quoting[3]), "Error EAUTH 535");
  const answer = Object.assign(new Error("Not Found - Anna"), {
    status: 404,
    request: { method: "GET", url: "https://api.github.com/repos/a/b/issues/7?q=Anna" },
  });
  assert.equal(errorLine(answer), "GitHub answered 404 to GET /repos/a/b/issues/7");
});
