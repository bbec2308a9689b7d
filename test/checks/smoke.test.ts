import assert from "node:assert/strict";
import { chmod, mkdir, mkdtemp, readFile, rm, stat, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { test } from "node:test";
import { type SmokeFacts, judgeSmoke } from "../../src/checks/kinds/smoke/judge.ts";
import { checkSmoke } from "../../src/checks/kinds/smoke/smoke.ts";
import type { SmokeCheck } from "../../src/checks/kinds/smoke/schema.ts";
import { createKnown } from "../../src/core/redact/known.ts";
import type { Verdict } from "../../src/core/verdict.ts";
import { localHost } from "../../src/hosts/local.ts";
import { samplePlan } from "../plan/sample-plan.ts";
import { hostsOf } from "./hosts-of.ts";

const check = (change: Partial<SmokeCheck> = {}): SmokeCheck => ({
  kind: "smoke",
  id: "s",
  host: "app-1",
  path: "smoke",
  leastTests: 2,
  mostSkipped: 0,
  env: {},
  timeout: 600,
  required: true,
  limit: 900,
  ...change,
});

/** What the tree of the release holds. */
const known = createKnown({
  files: ["smoke/test_a.py", "smoke/conftest.py"],
  names: ["test_ok", "test_bad", "test_setup", "test_skip"],
});

const passed = '<testcase classname="smoke.test_a" name="test_ok" time="0.1" />';
const failed =
  '<testcase classname="smoke.test_a" name="test_bad" time="0.2"><failure message="AssertionError: assert 1">smoke/test_a.py:7: AssertionError</failure></testcase>';
const broken =
  '<testcase classname="smoke.test_a" name="test_setup" time="0"><error message="failed on setup with RuntimeError">smoke/conftest.py:3: RuntimeError</error></testcase>';
const skipped =
  '<testcase classname="smoke.test_a" name="test_skip" time="0"><skipped type="pytest.skip" message="not here" /></testcase>';
const report = (...cases: readonly string[]) =>
  `<?xml version="1.0" encoding="utf-8"?><testsuites><testsuite name="pytest">${cases.join("")}</testsuite></testsuites>`;

const whole = report(passed, passed);
const judged: readonly [string, Partial<SmokeCheck>, Partial<SmokeFacts>, Verdict, string][] = [
  ["all pass", {}, {}, "pass", "2 of 2 passed"],
  ["a time-out", {}, { timedOut: true, code: 124, report: "" }, "error", "the tests did not end within 600 s"],
  [
    "a time-out, whatever the report says",
    {},
    { timedOut: true, code: 0 },
    "error",
    "the tests did not end within 600 s",
  ],
  ["exit 124 without a report", {}, { code: 124, report: "" }, "error", "pytest wrote no report (exit 124)"],
  ["no tests were found", {}, { code: 5, report: report() }, "fail", "no tests in smoke"],
  ["no report, exit 0", {}, { report: "" }, "error", "pytest wrote no report (exit 0)"],
  [
    "no report, pytest is not there",
    {},
    { code: 1, report: " \n" },
    "error",
    "pytest wrote no report (exit 1: is pytest in the environment?)",
  ],
  [
    "no report, python is not there",
    {},
    { code: 127, report: "" },
    "error",
    "pytest wrote no report (exit 127: is pytest in the environment?)",
  ],
  [
    "no report, the path is not there",
    {},
    { code: 4, report: "" },
    "error",
    "pytest wrote no report (exit 4: is smoke there?)",
  ],
  [
    "a report without a suite",
    {},
    { report: "<testsuites></testsuites>" },
    "error",
    "the JUnit report holds no test suite",
  ],
  ["some other XML", {}, { report: "<html><body/></html>" }, "error", "the JUnit report holds no test suite"],
  [
    "failures",
    {},
    { code: 1, report: report(passed, failed, passed) },
    "fail",
    "2 of 3 passed, 1 failed; first: smoke.test_a::test_bad (AssertionError at smoke/test_a.py:7)",
  ],
  [
    "failures, though pytest exited 0",
    {},
    { code: 0, report: report(passed, passed, failed) },
    "fail",
    "2 of 3 passed, 1 failed; first: smoke.test_a::test_bad (AssertionError at smoke/test_a.py:7)",
  ],
  [
    "a failure outweighs an error",
    {},
    { code: 1, report: report(broken, failed) },
    "fail",
    "0 of 2 passed, 1 failed, 1 error; first: smoke.test_a::test_bad (AssertionError at smoke/test_a.py:7)",
  ],
  [
    "errors",
    {},
    { code: 1, report: report(passed, passed, broken) },
    "error",
    "2 of 3 passed, 1 error; the tests could not be run as they should (exit 1)",
  ],
  [
    "errors, though pytest exited 0",
    {},
    { code: 0, report: report(passed, passed, broken) },
    "error",
    "2 of 3 passed, 1 error; the tests could not be run as they should (exit 0)",
  ],
  ["exit 1, though all passed", {}, { code: 1 }, "fail", "2 of 2 passed, yet pytest exited 1"],
  ["interrupted", {}, { code: 2 }, "error", "2 of 2 passed; the tests could not be run as they should (exit 2)"],
  ["an internal error", {}, { code: 3 }, "error", "2 of 2 passed; the tests could not be run as they should (exit 3)"],
  ["used wrongly", {}, { code: 4 }, "error", "2 of 2 passed; the tests could not be run as they should (exit 4)"],
  ["killed", {}, { code: 137 }, "fail", "2 of 2 passed, yet pytest exited 137"],
  ["too few", { leastTests: 3 }, {}, "fail", "2 of 2 passed; the plan wants at least 3 passed"],
  ["an empty suite", {}, { report: report() }, "fail", "0 of 0 passed; the plan wants at least 2 passed"],
  [
    "skipped ones do not count as passed",
    {},
    { report: report(passed, skipped) },
    "fail",
    "1 of 2 passed, 1 skipped; the plan wants at least 2 passed",
  ],
  [
    "more skipped than the plan allows",
    {},
    { report: report(passed, passed, skipped) },
    "fail",
    "2 of 3 passed, 1 skipped; the plan allows 0 skipped",
  ],
  [
    "as many skipped as the plan allows",
    { mostSkipped: 1 },
    { report: report(passed, passed, skipped) },
    "pass",
    "2 of 3 passed, 1 skipped",
  ],
];

for (const [name, change, facts, verdict, evidence] of judged) {
  test(`judgeSmoke: ${name}`, () => {
    const found = judgeSmoke(check(change), { code: 0, report: whole, known, ...facts });
    assert.deepEqual([found.verdict, found.evidence], [verdict, evidence]);
  });
}

test("judgeSmoke: a truncated report measures nothing, wherever it was cut", () => {
  for (let length = 1; length < whole.length; length += 7) {
    const { verdict } = judgeSmoke(check(), { code: 0, report: whole.slice(0, length) });
    assert.equal(verdict, "error", whole.slice(0, length));
  }
});

test("judgeSmoke: what is not XML measures nothing", () => {
  for (const text of [
    "Traceback (most recent call last):",
    "{}",
    "<a><b></a></b>",
    "\0\x01",
    "<testsuite>&undefined;</testsuite>",
  ]) {
    const { verdict, evidence } = judgeSmoke(check(), { code: 0, report: text });
    assert.equal(verdict, "error", text);
    assert.match(evidence, /^the JUnit report /);
  }
});

test("judgeSmoke: every test has its line", () => {
  assert.deepEqual(judgeSmoke(check(), { code: 1, report: report(passed, failed, broken, skipped), known }).details, [
    "✅ smoke.test_a::test_ok (0.10 s)",
    "❌ smoke.test_a::test_bad (0.20 s) — AssertionError at smoke/test_a.py:7",
    "❔ smoke.test_a::test_setup (0.00 s) — RuntimeError at smoke/conftest.py:3",
    "➖ smoke.test_a::test_skip (0.00 s)",
  ]);
});

test("judgeSmoke: what failed is marked at its line, without what it said", () => {
  assert.deepEqual(judgeSmoke(check(), { code: 1, report: report(passed, failed, broken, skipped), known }).marks, [
    { text: "smoke.test_a::test_bad: AssertionError at smoke/test_a.py:7", file: "smoke/test_a.py", line: 7 },
    { text: "smoke.test_a::test_setup: RuntimeError at smoke/conftest.py:3", file: "smoke/conftest.py", line: 3 },
  ]);
  assert.equal(judgeSmoke(check(), { code: 0, report: whole }).marks, undefined);
});

test("the real pytest, and Node's own runner: counts, ids and places, and nothing that anybody said", async (t) => {
  const directory = await mkdtemp(join(tmpdir(), "golive-smoke-"));
  t.after(() => rm(directory, { recursive: true, force: true }));
  await mkdir(join(directory, ".venv/bin"), { recursive: true });
  await mkdir(join(directory, "smoke"));
  await writeFile(join(directory, ".venv/bin/python"), '#!/bin/sh\nexec /usr/bin/python3 "$@"\n', { mode: 0o755 });
  process.env.XDG_STATE_HOME = join(directory, "state");
  const python = (...tests: readonly string[]) =>
    writeFile(join(directory, "smoke/test_site.py"), `import pytest\n${tests.join("\n")}\n`);
  const ok = "def test_ok(): pass";
  const context = {
    plan: samplePlan({ deploy: { directory } }),
    expected: { tag: "v1", commit: "c" },
    hosts: hostsOf(localHost("app-1")),
  };
  const run = async (change: Partial<SmokeCheck> = {}) => {
    const found = await checkSmoke(check({ timeout: 60, ...change }), context);
    assert.doesNotMatch(JSON.stringify(found), /Anna|Boris|example\.org/);
    return found;
  };
  const brief = ({ verdict, evidence }: { readonly verdict: Verdict; readonly evidence: string }) => [
    verdict,
    evidence.replace(/ \(all it said: app-1:.*\)$/, ""),
  ];

  await python(ok, "def test_more(): pass");
  assert.deepEqual(brief(await run()), ["pass", "2 of 2 passed"]);
  assert.deepEqual(brief(await run({ leastTests: 3 })), ["fail", "2 of 2 passed; the plan wants at least 3 passed"]);
  await python(
    ok,
    "def test_name():",
    "    client = {'name': 'Anna', 'mail': 'anna@example.org'}",
    "    assert client['name'] == 'Boris'",
    "@pytest.mark.parametrize('who', ['Anna'])",
    "def test_many(who): raise KeyError(who)",
  );
  const failed = await run();
  assert.deepEqual(brief(failed), [
    "fail",
    "1 of 3 passed, 2 failed; first: smoke.test_site::test_name (AssertionError at smoke/test_site.py:5)",
  ]);
  assert.deepEqual(failed.marks, [
    { text: "smoke.test_site::test_name: AssertionError at smoke/test_site.py:5", file: "smoke/test_site.py", line: 5 },
    { text: "smoke.test_site::test_many[…]: KeyError at smoke/test_site.py:7", file: "smoke/test_site.py", line: 7 },
  ]);
  await python(ok, ok.replace("ok", "two"), "@pytest.mark.skip(reason='Anna is away')", "def test_skipped(): pass");
  assert.deepEqual(brief(await run()), ["fail", "2 of 3 passed, 1 skipped; the plan allows 0 skipped"]);
  assert.deepEqual(brief(await run({ mostSkipped: 1 })), ["pass", "2 of 3 passed, 1 skipped"]);
  await python("# none");
  assert.deepEqual(brief(await run()), ["fail", "no tests in smoke"]);
  await python("import nothing_of_the_kind");
  assert.equal((await run()).verdict, "error");
  await rm(join(directory, "smoke"), { recursive: true });
  assert.equal((await run()).verdict, "error");

  const js = (...tests: readonly string[]) =>
    writeFile(join(directory, "site.test.mjs"), `import { test } from "node:test";\n${tests.join("\n")}\n`);
  const node = {
    run: [
      "env",
      "-u",
      "NODE_TEST_CONTEXT",
      process.execPath,
      "--test",
      "--test-reporter=junit",
      "--test-reporter-destination={report}",
      "{path}",
    ],
    path: "site.test.mjs",
  };
  await js('test("one", () => {});', 'test("two", () => {});');
  assert.deepEqual(brief(await run(node)), ["pass", "2 of 2 passed"]);
  await js(
    'test("one", () => {});',
    'test("two", () => { throw new Error("Anna"); });',
    'test.skip("three", () => {});',
  );
  assert.deepEqual(brief(await run(node)), ["fail", "1 of 3 passed, 1 failed, 1 skipped; first: two (failed)"]);
});

/** Stands in for the checkout's interpreter: writes the report where pytest would, and ends with the code. */
const interpreter = `#!/bin/sh
for word in "$@"; do case "$word" in --junit-xml=*) report=\${word#--junit-xml=} ;; esac; done
echo "$PWD $*" > seen
echo "out: Anna"; echo "err: Anna" >&2
[ -z "$REPORT" ] || cat "$REPORT" > "$report"
exit "\${CODE:-0}"
`;

test("on a real host: exit code and report come back, pytest's own output does not", async (t) => {
  const directory = await mkdtemp(join(tmpdir(), "golive-smoke-"));
  t.after(() => rm(directory, { recursive: true, force: true }));
  await mkdir(join(directory, ".venv/bin"), { recursive: true });
  process.env.XDG_STATE_HOME = join(directory, "state");
  const python = join(directory, ".venv/bin/python");
  await writeFile(python, interpreter);
  await chmod(python, 0o755);
  await writeFile(join(directory, "good.xml"), whole);
  await writeFile(join(directory, "bad.xml"), report(passed, failed));
  const context = {
    plan: samplePlan({ deploy: { directory } }),
    expected: { tag: "v1", commit: "c" },
    hosts: hostsOf(localHost("app-1")),
  };
  const run = (env: Record<string, string>, change: Partial<SmokeCheck> = {}) =>
    checkSmoke(check({ env, ...change }), context);

  assert.deepEqual(
    [(await run({ REPORT: "good.xml" })).evidence, (await run({ REPORT: "bad.xml", CODE: "1" })).verdict],
    ["2 of 2 passed", "fail"],
  );
  const brief = (evidence: string) => evidence.replace(/ \(all it said: app-1:.*\)$/, "");
  const { evidence } = await run({ REPORT: "good.xml", CODE: "1" });
  assert.equal(brief(evidence), "2 of 2 passed, yet pytest exited 1");
  const [, kept = ""] = / \(all it said: app-1:(.*)\)$/.exec(evidence) ?? [];
  assert.match(await readFile(kept, "utf8"), /<testcase[^]*--- stderr ---\nout: Anna\nerr: Anna/);
  assert.equal((await stat(kept)).mode & 0o777, 0o600);
  const silent = await run({ CODE: "4" });
  assert.deepEqual(
    [silent.verdict, brief(silent.evidence)],
    ["error", "pytest wrote no report (exit 4: is smoke there?)"],
  );
  // Any program that writes JUnit, its words as they are.
  const copy = (from: string, code = 0) => ({
    run: ["sh", "-c", `[ "$2" = "smoke" ] && cp ${from} "\${1#out=}"; exit ${code}`, "sh", "out={report}", "{path}"],
  });
  assert.deepEqual(
    [(await run({}, copy("good.xml"))).verdict, (await run({}, copy("bad.xml", 1))).verdict],
    ["pass", "fail"],
  );
  assert.equal(brief((await run({}, copy("good.xml", 5))).evidence), "2 of 2 passed, yet sh exited 5");
  const none = await run({}, copy("none.xml", 4));
  assert.deepEqual([none.verdict, brief(none.evidence)], ["error", "sh wrote no report (exit 4)"]);
  // The token reaches the tests in the variable of the plan, and no argument of any process.
  const token = "cd".repeat(32);
  const seen = join(directory, "seen");
  const looking = {
    run: [
      "sh",
      "-c",
      `printf %s "$PAST" > "$3"; cat /proc/[0-9]*/cmdline 2>/dev/null | tr '\\0' ' ' > "$3.words"; cp good.xml "$1"`,
      "sh",
      "{report}",
      "{path}",
      seen,
    ],
    bypassEnv: "PAST",
  };
  assert.equal((await checkSmoke(check(looking), { ...context, bypass: token })).verdict, "pass");
  assert.equal(await readFile(seen, "utf8"), token);
  const words = await readFile(`${seen}.words`, "utf8");
  assert.ok(words.includes(seen) && !words.includes(token));
  assert.equal((await checkSmoke(check(looking), context)).verdict, "pass");
  assert.equal(await readFile(seen, "utf8"), "");
  await rm(python);
  assert.equal(brief((await run({})).evidence), "pytest wrote no report (exit 127: is pytest in the environment?)");
  await writeFile(python, "#!/bin/sh\nsleep 30\n", { mode: 0o755 });
  assert.equal((await run({}, { timeout: 0.3 })).evidence, "the tests did not end within 0.3 s");
});
