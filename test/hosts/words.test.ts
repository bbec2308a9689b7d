import assert from "node:assert/strict";
import { test } from "node:test";
import { command, type Command } from "../../src/core/command.ts";
import { execute } from "../../src/hosts/execute.ts";
import { commandWords, endedByLimit, quote } from "../../src/hosts/words.ts";

const awkward = [
  "",
  " ",
  "plain",
  "a b",
  "it's",
  '"',
  "''",
  "$HOME",
  "$(id)",
  "`id`",
  "\\",
  "\\n",
  "a\nb",
  "\n",
  "\t",
  "*",
  "?",
  "[a]",
  "~",
  "#x",
  "!x",
  "-n",
  "--",
  "a=b",
  ";reboot",
  "&",
  "|",
  ">x",
  "{a,b}",
  "Привет",
  "😀",
  "\u{7f}",
  "x".repeat(10_000),
];

test("a quoted word is read back by the shell as it was", async () => {
  for (const shell of ["sh", "bash"]) {
    const { stdout } = await execute({
      words: [shell, "-c", `printf '%s\\0' ${awkward.map(quote).join(" ")}`],
      timeoutSeconds: 10,
    });
    assert.deepEqual(stdout.split("\0").slice(0, -1), awkward, shell);
  }
});

test("plain words stay readable, and a NUL is refused", () => {
  for (const word of ["git", "/srv/app-1/v1.0.0", "user@host:22", "A=b,c+d%"]) assert.equal(quote(word), word);
  assert.throws(() => quote("a\0b"), /NUL/);
});

const run = (change: Partial<Command>, file = "true", ...args: string[]) => commandWords(command(file, args, change));

test("the program's own words come last and whole, whatever is put in front", () => {
  const own = ["rm", "-rf", "--", "$(x) 'y'\n"];
  for (const change of [
    {},
    { cwd: "/srv/a b" },
    { user: "clinic" },
    { env: { A: "1" } },
    { exclusive: "/run/x.lock" },
    { user: "u", cwd: "/c", env: { A: "1" }, exclusive: "/l" },
  ]) {
    const words = run({ timeoutSeconds: 30, ...change }, "rm", ...own.slice(1));
    assert.deepEqual(words.slice(-own.length), own);
    assert.equal(words.filter((word) => word.includes("$(x)")).length, 1);
  }
});

test("every command has a limit, an hour unless told", () => {
  const limit = (words: readonly string[]) => words[words.indexOf("timeout") + 2];
  assert.equal(limit(run({})), "3600");
  assert.equal(limit(run({ timeoutSeconds: 5, user: "clinic", cwd: "/srv", env: { A: "1" }, exclusive: "/l" })), "5");
});

test("the user comes before the folder, which the user may have to open; the limit runs as that user", () => {
  const words = run({
    user: "clinic",
    cwd: "/srv/clinic",
    env: { A: "1" },
    exclusive: "/run/clinic.lock",
    timeoutSeconds: 7,
  });
  const places = ["clinic", "/srv/clinic", "A=1", "timeout", "/run/clinic.lock", "true"].map((word) =>
    words.indexOf(word),
  );
  assert.deepEqual(
    places,
    places.toSorted((a, b) => a - b),
  );
  assert.ok(places.every((place) => place >= 0));
});

test("only a limit counts as a time-out", () => {
  const cases: readonly [number | null, number, number | undefined, boolean][] = [
    [0, 5, 5, false],
    [1, 9, 5, false],
    [null, 9, 5, false],
    [124, 5, 5, true],
    [137, 15, 5, true],
    [137, 1, 5, false],
    [137, 100, undefined, false],
    [137, 3611, undefined, true],
  ];
  for (const [code, seconds, timeoutSeconds, expected] of cases) {
    assert.equal(
      endedByLimit(code, seconds, command("x", [], timeoutSeconds === undefined ? {} : { timeoutSeconds })),
      expected,
      `${code} after ${seconds} s of ${timeoutSeconds}`,
    );
  }
});
