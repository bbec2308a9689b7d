import assert from "node:assert/strict";
import { test } from "node:test";
import { parseJUnit } from "../../src/checks/kinds/smoke/junit.ts";
import { createKnown } from "../../src/core/redact/known.ts";

/** What the tree of the release holds. */
const known = createKnown({
  files: ["smoke/test_clients.py", "smoke/conftest.py"],
  names: ["test_list", "test_find", "test_mail", "test_setup", "test_skip", "test_alone"],
});

/** As pytest writes it with junit_family=xunit2: attributes and texts quote what the service answered. */
const report = `<?xml version="1.0" encoding="utf-8"?>
<testsuites name="pytest tests">
<testsuite name="pytest" errors="1" failures="2" skipped="1" tests="6" time="1.234" timestamp="2026-11-24T02:31:00.000000+03:00" hostname="app-1">
<testcase classname="smoke.test_clients" name="test_list" time="0.012" />
<testcase classname="smoke.test_clients" name="test_find" time="0.034"><failure message="AssertionError: assert 'Anna Ivanova' == 'Boris'&#10;  - Boris&#10;  + Anna Ivanova">client = {'name': 'Anna Ivanova', 'phone': '+7 916 123-45-67'}

    def test_find(client):
&gt;       assert client["name"] == "Boris"
E       AssertionError: assert 'Anna Ivanova' == 'Boris'

smoke/test_clients.py:12: AssertionError</failure></testcase>
<testcase classname="smoke.test_clients" name="test_mail" time="0.001"><failure message="requests.exceptions.HTTPError: 500 for anna@example.org">no place here: anna@example.org</failure></testcase>
<testcase classname="smoke.test_clients" name="test_setup" time="0.000"><error message="failed on setup with &quot;RuntimeError: anna@example.org is gone&quot;"><![CDATA[secret diary of Anna]]>
smoke/conftest.py:4: RuntimeError</error></testcase>
<testcase classname="smoke.test_clients" name="test_skip" time="0"><skipped type="pytest.skip" message="Anna is on leave">smoke/test_clients.py:30: Anna is on leave</skipped></testcase>
<testcase name="test_alone" time="0.5"><system-out>Anna said hello</system-out></testcase>
</testsuite>
</testsuites>
`;

test("every test with its result, and for a failure its class and place", () => {
  assert.deepEqual(parseJUnit(report, known), [
    { id: "smoke.test_clients::test_list", seconds: 0.012, result: "passed" },
    {
      id: "smoke.test_clients::test_find",
      seconds: 0.034,
      result: "failed",
      reason: "AssertionError at smoke/test_clients.py:12",
      place: { file: "smoke/test_clients.py", line: 12 },
    },
    { id: "smoke.test_clients::test_mail", seconds: 0.001, result: "failed", reason: "requests.exceptions.HTTPError" },
    {
      id: "smoke.test_clients::test_setup",
      seconds: 0,
      result: "error",
      reason: "RuntimeError at smoke/conftest.py:4",
      place: { file: "smoke/conftest.py", line: 4 },
    },
    { id: "smoke.test_clients::test_skip", seconds: 0, result: "skipped" },
    { id: "test_alone", seconds: 0.5, result: "passed" },
  ]);
});

test("nobody's data comes out of messages, texts and output", () => {
  assert.doesNotMatch(JSON.stringify(parseJUnit(report)), /Anna|Boris|example\.org|916|diary|leave/);
});

test("a name that the tree does not hold is a number", () => {
  const cases = ["Anna Ivanova", "test_of_anna", "test_list[Anna]", "test_list"].map(
    (name) => `<testcase classname="smoke.test_clients" name="${name}"/>`,
  );
  const others = ["Anna", "smoke.test_clients.TestAnna", "smoke.anna"].map(
    (name) => `<testcase classname="${name}" name="test_list"/>`,
  );
  assert.deepEqual(
    parseJUnit(`<testsuite>${[...cases, ...others].join("")}</testsuite>`, known).map(({ id }) => id),
    [
      "test 1 of smoke.test_clients",
      "test 2 of smoke.test_clients",
      "smoke.test_clients::test_list[…]",
      "smoke.test_clients::test_list",
      "test_list",
      "smoke/test_clients.py::test_list",
      "test_list",
    ],
  );
});

test("a class of an exception that nobody knows is not told", () => {
  const one = (type: string) =>
    parseJUnit(`<testsuite><testcase name="t"><failure type="${type}">x</failure></testcase></testsuite>`)[0]?.reason;
  assert.equal(one("AnnaIvanovaError"), "failed");
  assert.equal(one("KeyError"), "KeyError");
});

test("a message that does not begin with a class says nothing", () => {
  const one = (message: string) =>
    parseJUnit(`<testsuite><testcase name="t"><failure message="${message}">x</failure></testcase></testsuite>`)[0]
      ?.reason;
  assert.equal(one("Anna Ivanova is missing"), "failed");
  assert.equal(one("assert 'Anna' in []"), "failed");
  assert.equal(one(""), "failed");
});

test("a suite at the root counts, and one without tests is empty", () => {
  assert.deepEqual(parseJUnit('<testsuite name="x"/>'), []);
  assert.equal(parseJUnit('<testsuite><testcase name="a"/><testcase name="b"/></testsuite>').length, 2);
});

test("a place outside the repository is no place in it", () => {
  for (const file of ["/usr/lib/python3/x.py", "../x.py", "a/../../x.py"]) {
    const [one] = parseJUnit(
      `<testsuite><testcase name="t"><failure>${file}:3: KeyError</failure></testcase></testsuite>`,
    );
    assert.deepEqual([one?.reason, one?.place], ["KeyError", undefined]);
  }
});

test("tests right below the root, as Node writes them, count", () => {
  assert.deepEqual(
    parseJUnit('<testsuites><testcase name="a" classname="test" time="0.1"/></testsuites>').map(({ id }) => id),
    ["test 1"],
  );
});

test("what is not whole or not a report is refused", () => {
  const cases: readonly [string, RegExp][] = [
    ["", /holds no test suite|not well-formed/],
    ["<testsuites/>", /holds no test suite/],
    ["<html/>", /holds no test suite/],
    [report.slice(0, -20), /not well-formed/],
    [report.slice(0, report.length / 2), /not well-formed/],
    [report.replace("</testcase>", ""), /not well-formed/],
    [`${report}<more/>`, /not well-formed/],
    ["plain words", /not well-formed/],
    ['<!DOCTYPE a [<!ENTITY e SYSTEM "file:///etc/passwd">]><testsuite name="&e;"/>', /not well-formed/],
  ];
  for (const [text, expected] of cases) assert.throws(() => parseJUnit(text), expected, text.slice(0, 40));
});
