import assert from "node:assert/strict";
import { test } from "node:test";
import { command, describe, mask, script } from "../../src/core/command.ts";

test("a command is the program and its words, and nothing is joined", () => {
  assert.deepEqual(command("git", ["-C", "/srv/a b", "status"]), { file: "git", args: ["-C", "/srv/a b", "status"] });
  assert.deepEqual(command("id", [], { user: "deploy", timeoutSeconds: 5 }), {
    file: "id",
    args: [],
    user: "deploy",
    timeoutSeconds: 5,
  });
});

test("a script gets its values as positional parameters, never in its text", () => {
  const made = script('rm -f -- "$1"', ["$(reboot)"], { stdin: "x" });
  assert.deepEqual(made, { file: "sh", args: ["-c", 'rm -f -- "$1"', "sh", "$(reboot)"], stdin: "x" });
});

test("mask replaces every occurrence, the longest secret first, and ignores empty ones", () => {
  const cases: readonly [string, readonly string[], string][] = [
    ["token abc, again abc", ["abc"], "token ***, again ***"],
    ["abcdef", ["abc", "abcdef"], "***"],
    ["nothing", [""], "nothing"],
    ["a.c abc", ["a.c"], "*** abc"],
    ["cost $& here", ["$&"], "cost *** here"],
    ["line one\nline two", ["one\nline"], "line *** two"],
  ];
  for (const [text, secrets, expected] of cases) assert.equal(mask(text, secrets), expected);
});

test("describe shows one masked line", () => {
  const long = "x".repeat(121);
  const cases: readonly [Parameters<typeof describe>[0], string][] = [
    [command("git", ["fetch", "origin"]), "git fetch origin"],
    [script("some long text", ["/srv/app", "v1"]), "sh -c … /srv/app v1"],
    [command("curl", ["-H", "token s3cret"], { secrets: ["s3cret"] }), "curl -H token ***"],
    [command("echo", ["x".repeat(120)]), `echo ${"x".repeat(120)}`],
    [command("echo", [long]), `echo ${"x".repeat(117)}…`],
    [
      script("wrapping", ["/etc/env", "manage.py"], { label: "manage.py migrate pw", secrets: ["pw"] }),
      "manage.py migrate ***",
    ],
    [command("sh", ["-x", "file.sh"]), "sh -x file.sh"],
  ];
  for (const [given, expected] of cases) assert.equal(describe(given), expected);
});

test("describe does not show standard input or the environment", () => {
  const shown = describe(command("psql", ["-f", "-"], { stdin: "SELECT secret", env: { PGHOST: "hidden" } }));
  assert.equal(shown, "psql -f -");
});
