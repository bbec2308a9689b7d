import assert from "node:assert/strict";
import { test } from "node:test";
import { UserError } from "../../src/core/errors.ts";
import { loadPlan } from "../../src/plan/load.ts";
import { stepsUnsaid } from "../../src/plan/rules/unsaid.ts";
import { samplePlanText } from "./sample-plan.ts";

const trial = `
prepare:
  newest-backup: { kind: files, pattern: "/backups/*.dump" }
  test-restore: { rules: [{ table: t }] }
  trial: { settings: { PGDATABASE: "{database}" } }
`;

function problemsOf(deploy: string, more = ""): string[] {
  const text = `${samplePlanText.replace("directory: /srv/clinic }", `directory: /srv/clinic, ${deploy} }`)}${more}`;
  try {
    return stepsUnsaid(loadPlan(text, "plan.yml"), "plan.yml").map(({ what }) => what);
  } catch (error) {
    if (!(error instanceof UserError)) throw error;
    return error.problems.map(({ what }) => what);
  }
}

const step = (more = "") => `steps: [{ id: build, title: Build, run: [make]${more} }]`;
const silent = 'nothing says what becomes of the step "build" on the way back';

const cases: readonly [about: string, deploy: string, more: string, expected: readonly string[]][] = [
  ["a step nobody tries by day has to say it", step(), "", [silent]],
  ["again, skip and other words say it", step(", on-rollback: again"), "", []],
  ["skip", step(", on-rollback: skip"), "", []],
  ["other words", step(", on-rollback: [make, old]"), "", []],
  ["the day before can find out", step(), trial, []],
  ["not of one that it leaves out", step(", practice: false"), trial, [silent]],
  ["not of one that comes after the start", step(", when: after-start"), trial, [silent]],
  [
    "two steps of one name, on either way",
    step(", on-rollback: skip"),
    "rollback: { steps: [{ id: build, title: B, run: [x] }, { id: c, title: C, run: [x] }, { id: c, title: D, run: [x] }] }",
    ['"build" names two steps', '"c" names two steps'],
  ],
  [
    "a host that nothing is deployed to",
    "steps: []",
    "rollback: { steps: [{ id: a, title: A, run: [x], hosts: [app-2] }] }",
    ['"app-2" is not a host of the deploy'],
  ],
  ["files to keep", 'keep: [static/CACHE, "locale/*/*.mo", /var/cache/x, ".well-known"]', "", []],
  [
    "with a directory for each release only what is outside of it",
    "strategy: releases, shared: [media], keep: [media/CACHE, media, /var/x, built]",
    "",
    [`"built" lies in each release's own directory, where the release before still has it`],
  ],
];

for (const [about, deploy, more, expected] of cases)
  test(about, () => assert.deepEqual(problemsOf(deploy, more), expected));

for (const bad of ["5", "[/]", '["*"]', "[./]", '["../x"]', "[a/../b]", '[""]', '["/*"]', '["."]'])
  test(`deploy.keep: ${bad} is refused`, () => assert.notDeepEqual(problemsOf(`keep: ${bad}`), []));
