import assert from "node:assert/strict";
import { readFile } from "node:fs/promises";
import { test } from "node:test";
import { parse, stringify } from "yaml";
import { composePlan, policyHashOf, policyKeysChanged } from "../../src/plan/compose/compose-plan.ts";
import { parsePlan } from "../../src/plan/load.ts";
import { firstCalled } from "../../src/plan/people/roles.ts";
import { peopleLines, phasesWithPeople } from "../../src/plan/people/lines.ts";
import { makeForecast, usualSeconds } from "../../src/stages/launch/forecast.ts";
import { outline } from "../../src/stages/outline/outline.ts";
import { messagesOf } from "../../src/locale/locale.ts";
import { samplePlanText } from "./sample-plan.ts";

const people = `people:
  dba: { who: ["@anna"], substitutes: ["@Boris", "@vera"] }
  lead: { who: ["@boris"] }
`;
const manual = `manual:
  - { id: tell, title: Tell the partners, phase: day-before, owners: [lead, "@Dmitry"] }
  - { id: snap, title: "Snapshot\\n of the SAN", phase: closed, owners: [dba], usual: 5m, source: "PLAN.md:120", detail: "Log in.\\nPress." }
  - { id: feed, title: Stop the feed, phase: closed, required: false, usual: 1h }
  - { id: chat, title: Tell the chat, phase: before-opening }
  - { id: old, title: Start the old feed, phase: rollback, owners: [dba], usual: 3m }
`;
const file = "p.yml";
const problemsOf = (text: string) => {
  const read = parsePlan(text, file);
  return read.ok ? [] : read.problems.map(({ code, what, position }) => [code, what, position?.line]);
};
const planOf = (text: string) => {
  const read = parsePlan(text, file);
  assert.ok(read.ok, JSON.stringify(read));
  return read.plan;
};

test("logins stand in the place of roles, each once, those who are called first in front", () => {
  const plan = planOf(
    `${samplePlanText.replace('end: "04:00" }', 'end: "04:00", ask: { who: [dba, lead] } }')}${people}${manual}`,
  );
  assert.deepEqual(plan.window.ask?.who, ["@anna", "@Boris", "@vera"]);
  const owners = Object.fromEntries(plan.manual.map((one) => [one.id, one.owners]));
  assert.deepEqual(owners, {
    tell: ["@boris", "@Dmitry"],
    snap: ["@anna", "@Boris", "@vera"],
    feed: [],
    chat: [],
    old: ["@anna", "@Boris", "@vera"],
  });
  // boris leads himself, and so is called first as well.
  assert.deepEqual(firstCalled(plan, ["@anna", "@Boris", "@vera"]), ["@anna", "@Boris"]);
  assert.deepEqual(firstCalled(plan, ["@vera"]), ["@vera"], "somebody has to be called");
  assert.deepEqual(phasesWithPeople(plan), ["day-before", "closed", "before-opening", "rollback"]);
  assert.equal(peopleLines(plan, "closed")[0]?.title, "Snapshot of the SAN");
});

test("people and steps that cannot be are refused, all at once, each at its line", () => {
  const wrong = `people: { dba: { who: ["@anna"] } }
manual:
  - { id: a, title: A, phase: closed, owners: [dbs] }
  - { id: a, title: A, phase: closed, owners: [anna] }
  - { id: g1, title: A, phase: rollback, owners: [dba], within: 5h }
`;
  const scenarios = "  scenarios: [{ id: g1, title: G, owners: [nobody] }]\n";
  const text = samplePlanText.replace("files: none\n", `${scenarios}files: none\n${wrong}`);
  assert.deepEqual(
    problemsOf(text).map(([code, , line]) => [code, line]),
    [
      ["plan-person-unknown", 22],
      ["plan-person-unknown", 26],
      ["plan-id-twice", 27],
      ["plan-person-unknown", 27],
      ["plan-manual-named-like-scenario", 28],
      ["plan-way-back-waits-for-one", 28],
      ["plan-manual-outlasts-its-job", 28],
    ],
  );
  assert.match(String(problemsOf(text)[1]?.[1]), /"dbs" is no role of people/);
});

test("what is no step, no phase and nobody is refused by its form", () => {
  const of = (line: string) => problemsOf(`${samplePlanText}manual: [${line}]\n`).map(([code]) => code);
  assert.deepEqual(of("{ id: a, title: A, phase: night }"), ["plan-wrong-value"]);
  assert.deepEqual(of("{ id: A b, title: A, phase: closed }"), ["plan-value-refused"]);
  assert.deepEqual(of("{ title: A, phase: closed }"), ["plan-missing-key"]);
  assert.deepEqual(of('{ id: a, title: A, phase: closed, owners: ["@anna smith", "Ops"] }'), [
    "plan-value-refused",
    "plan-value-refused",
  ]);
  assert.deepEqual(of("{ id: a, title: A, phase: closed, run: [x] }"), ["plan-unknown-key"]);
  assert.deepEqual(
    problemsOf(`${samplePlanText}people: { dba: { who: [] }, "@x": { who: ["@a"] } }\n`).map(([code]) => code),
    ["plan-wrong-length", "plan-wrong-name"],
  );
});

test("who has a role, and who may tick a step that the default branch knows, is policy", () => {
  const main = `${samplePlanText}${people}${manual}`;
  const data = parse(main) as Record<string, never> & { manual: Record<string, unknown>[] };
  const theirs = stringify({
    ...data,
    people: { dba: { who: ["@stranger"] }, lead: { who: ["@stranger"] } },
    manual: [
      ...data.manual.map((one) => ({ ...one, owners: ["@stranger"] })),
      { id: "new", title: "N", phase: "closed", owners: ["dba"] },
    ],
  });
  const found = composePlan({ text: main, file, ref: "main" }, { text: theirs, file, ref: "v2" });
  assert.ok(found.ok, JSON.stringify(found));
  const owners = found.plan.manual.map((one) => [one.id, one.owners]);
  assert.deepEqual(owners, [
    ["tell", ["@boris", "@Dmitry"]],
    ["snap", ["@anna", "@Boris", "@vera"]],
    ["feed", []],
    ["chat", []],
    ["old", ["@anna", "@Boris", "@vera"]],
    ["new", ["@anna", "@Boris", "@vera"]],
  ]);
  assert.ok(
    found.overruled.includes("people") && found.overruled.includes("manual snap owners"),
    String(found.overruled),
  );
});

test("the policy changes with people and owners, not with what a step says; a plan without any is what it was", () => {
  const main = `${samplePlanText}${people}${manual}`;
  const hash = (text: string) => policyHashOf({ text, file });
  assert.equal(hash(main.replace("Stop the feed", "Stop it")), hash(main));
  assert.notEqual(hash(main.replace('lead: { who: ["@boris"]', 'lead: { who: ["@gleb"]')), hash(main));
  assert.notEqual(hash(main.replace("owners: [lead, ", "owners: [dba, ")), hash(main));
  const other = main.replace("owners: [lead, ", "owners: [dba, ");
  assert.deepEqual(policyKeysChanged({ text: main, file }, { text: other, file }), ["manual tell owners"]);
});

test("the forecast counts what the site stays closed for, and people do it at the same time", () => {
  const plan = planOf(`${samplePlanText}${people}${manual}`);
  const forecast = (one: typeof plan) =>
    makeForecast(outline(one, messagesOf(one)), {
      measured: new Map(),
      history: new Map(),
      usual: usualSeconds(one, 1e6),
      dumpAfter: null,
    });
  const [bare, asked] = [forecast({ ...plan, manual: [] }), forecast(plan)];
  const phase = (made: typeof asked, id: string) => made.phases.find((one) => one.id === id)?.seconds ?? 0;
  assert.ok(
    Math.abs(phase(asked, "isolate") - phase(bare, "isolate") - 300) < 5,
    "the longest that is required: 5 min",
  );
  assert.ok(Math.abs(phase(asked, "verify") - 600) < 5, "with the scenarios: 10 min");
  assert.ok(Math.abs(asked.rollback.seconds - bare.rollback.seconds - 180) < 5);
});

test("what docs/manual-steps.md and docs/day-before.md show is a plan", async () => {
  const plan = parse(samplePlanText) as Record<string, object>;
  for (const [page, key] of [
    ["manual-steps", "manual"],
    ["day-before", "days"],
  ] as const) {
    const text = await readFile(new URL(`../../docs/${page}.md`, import.meta.url), "utf8");
    const blocks = [...text.matchAll(/```yaml\n([\s\S]*?)```/g)].map(([, block = ""]) => block);
    const shown = blocks
      .filter((block) => block.includes(`${key}:`))
      .map((block) => parse(block) as Record<string, object>);
    assert.equal(shown.length, 1, page);
    const [{ window = {}, verify = {}, ...more } = {}] = shown;
    const whole = { ...plan, ...more, window: { ...plan.window, ...window }, verify: { ...plan.verify, ...verify } };
    assert.deepEqual(problemsOf(stringify(whole)), [], page);
  }
});
