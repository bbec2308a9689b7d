/**
 * Run by test/contributing.test.ts in a copy of the tree that has the kind `disk` of CONTRIBUTING.md: what nobody told
 * of that kind knows it all the same.
 */
import assert from "node:assert/strict";
import { checkTitle, runCheck } from "../../src/checks/check.ts";
import { kindOf } from "../../src/checks/registry.ts";
import { localHost } from "../../src/hosts/local.ts";
import { languageOf, locales } from "../../src/locale/locale.ts";
import { setLocale } from "../../src/core/text/text.ts";
import { outline } from "../../src/stages/outline/outline.ts";
import { loadPlan, parsePlan } from "../../src/plan/load.ts";
import { planJsonSchema } from "../../src/plan/json-schema.ts";
import { samplePlanText } from "../plan/sample-plan.ts";
import { hostsOf } from "./hosts-of.ts";

const kind = "disk";
const withCheck = (line: string) => samplePlanText.replace(/^files: none$/m, `    - ${line}\nfiles: none`);
const text = withCheck(`{ kind: ${kind}, id: room, host: app-1, path: /, least-free: 1 }`);

// Accepted: with its defaults and its keys in camelCase, and in the schema that editors read.
const plan = loadPlan(text, "golive.yml");
const check = plan.verify.checks.at(-1);
assert.ok(check !== undefined && "leastFree" in check);
assert.deepEqual([check.kind, check.leastFree, check.required], [kind, 1, true]);
assert.ok(JSON.stringify(planJsonSchema()).includes(`"const":"${kind}"`));

// What is wrong with it is told at its place.
const told = (line: string) => {
  const result = parsePlan(withCheck(line), "golive.yml");
  return result.ok ? [] : result.problems.map(({ what, position }) => `${position?.line}: ${what}`);
};
const line = text.split("\n").findIndex((one) => one.includes(`kind: ${kind}`)) + 1;
assert.deepEqual(told(`{ kind: ${kind}, id: room, host: app-9, path: /, least-free: 1 }`), [
  `${line}: host "app-9" is not among hosts`,
]);
assert.match(
  told(`{ kind: ${kind}, id: room, host: app-1, path: /, least-fre: 1 }`).join("\n"),
  /unknown key "least-fre"/,
);

// Titled on the checklist, in both languages.
const title = (name: keyof typeof locales) => {
  setLocale(languageOf(name));
  const lines = outline(plan, locales[name]).flatMap((phase) => phase.lines);
  assert.equal(lines.find(({ id }) => id === "verify.room")?.title, checkTitle(check));
  return checkTitle(check);
};
assert.equal(title("ru"), "На app-1 в / есть место");
assert.equal(title("en"), "There is room in / on app-1");

// Looked for on the host before the window, and run.
assert.deepEqual(kindOf(check).programs?.(check, plan), [{ host: "app-1", programs: ["df"] }]);
const judged = await runCheck(check, {
  plan,
  expected: { tag: "v1", commit: "c" },
  hosts: hostsOf(localHost("app-1")),
});
assert.match(`${judged.verdict}: ${judged.evidence}`, /^pass: \d+ MiB free, at least 1$/);
console.log("known everywhere");
