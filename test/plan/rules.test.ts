import assert from "node:assert/strict";
import { test } from "node:test";
import { spokenTag } from "../../src/core/text/text.ts";
import { parsePlan } from "../../src/plan/load.ts";
import { rules, rulesAsWritten } from "../../src/plan/rules/rules.ts";
import { samplePlan, samplePlanText } from "./sample-plan.ts";

const all = [...rulesAsWritten, ...rules];

test("each rule has a name of its own", () => {
  const names = all.map(({ name }) => name);
  assert.deepEqual(
    names.filter((name, index) => names.indexOf(name) !== index),
    [],
  );
  for (const name of names) assert.match(name, /^[a-z0-9]+(-[a-z0-9]+)+$/);
});

test("a plan that holds breaks none", () => {
  assert.deepEqual(
    all.filter((rule) => rule.problems(samplePlan()).length > 0).map(({ name }) => name),
    [],
  );
});

test("what is wrong has the same code in any language, and is told in the plan's own", () => {
  const wrong = samplePlanText
    .replace("control: { host: app-1", "control: { host: app-9")
    .replace('"04:00"', '"02:00"');
  const [english, russian] = [wrong, `locale: ru\n${wrong}`].map((text) => {
    const result = parsePlan(text, "p.yml");
    return result.ok ? [] : result.problems;
  });
  const codes = ["plan-window-empty", "plan-host-unknown"];
  assert.deepEqual(
    english?.map(({ code }) => code),
    codes,
  );
  assert.deepEqual(
    russian?.map(({ code }) => code),
    codes,
  );
  assert.match(english?.[0]?.what ?? "", /^the window has no length$/);
  assert.match(russian?.[0]?.what ?? "", /^[а-яё ]+$/);
  assert.equal(spokenTag(), "en", "reading a plan does not choose the language of the process");
});
