import assert from "node:assert/strict";
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { test } from "node:test";
import { main } from "../../src/cli/main.ts";
import { logLine, logText } from "../../src/core/text/log-text.ts";
import { parseLogCommand } from "@golive/actions-runner";

const src = join(import.meta.dirname, "../../src");
const sources = readdirSync(src, { recursive: true, encoding: "utf8" }).filter((name) => name.endsWith(".ts"));

/** What writes to the process's output, by the files that may. */
const writers: readonly (readonly [what: RegExp, files: readonly string[]])[] = [
  [/\bconsole\.\w+\(/, []],
  [/process\.(?:stdout|stderr)\.write/, ["index.ts"]],
  [/from "@actions\/core"/, ["actions/runner/read-inputs.ts", "actions/runner/runner-log.ts"]],
  [/\b(?:GITHUB_OUTPUT|GITHUB_STEP_SUMMARY|GITHUB_ENV|GITHUB_PATH)\b/, []],
];

test("one file writes to the runner", () => {
  for (const [what, files] of writers) {
    const found = sources.filter((name) => what.test(readFileSync(join(src, name), "utf8")));
    assert.deepEqual(found.toSorted(), files, String(what));
  }
  assert.match(
    readFileSync(join(src, "actions/runner/read-inputs.ts"), "utf8"),
    /import \{ getInput \} from "@actions\/core"/,
    "inputs are read there, and nothing is written",
  );
});

test("what the command line prints passes the same rule", async () => {
  const said: string[] = [];
  await main(
    ["::set-output name=outcome::live\n::add-mask::a"],
    (text) => said.push(text),
    (text) => said.push(text),
  );
  assert.ok(said.join("").includes("add-mask"));
  for (const line of said.join("").split("\n")) assert.equal(parseLogCommand(line), undefined);
});

/** Each is a command to GitHub's runner as it stands. */
const commands = [
  "::set-output name=outcome::live",
  "  ::set-output name=outcome::live",
  "\u00a0::add-mask::a",
  "\u200b::add-mask::a",
  ":\u200d:warning:\u200d:forged",
  "::warning file=a.py,line=1::forged",
  "::stop-commands::x",
  "##[set-output name=outcome]live",
  "text before ##[error]forged",
  "#\u200b#[warning]forged",
  "##[group]x",
  "::SET-OUTPUT name=outcome::live",
];

for (const line of commands)
  test(`a command in the text of others is none in the log: ${JSON.stringify(line)}`, () => {
    assert.notEqual(parseLogCommand(line), undefined, "the runner would obey it");
    for (const text of [line, `first\n${line}`, `first\r${line}`, `first\u2028${line}`, `first\u0085${line}`]) {
      for (const part of logText(text).split(/\r\n|[\r\n]/)) assert.equal(parseLogCommand(part), undefined, part);
      assert.equal(parseLogCommand(logLine(text)), undefined);
    }
  });

test("no text is a command", () => {
  assert.equal(parseLogCommand("tests/a.py::test_ok"), undefined);
  assert.equal(parseLogCommand("::unknown::x"), undefined);
  assert.equal(parseLogCommand("## [error]"), undefined);
});

test("what people read stays as it is", () => {
  const text = "deploy.migrate@app-1 done in 3 s: 2 migrations\n\ttests/a.py::test_ok ✅ «так»";
  assert.equal(logText(text), text);
  assert.equal(logLine("one\ntwo\u2028three"), "one two three");
});

test("nothing that a terminal obeys is left", () => {
  assert.equal(logText("a\u001b[31mred\u0007\u0000\u202eb"), "a[31mredb");
});
