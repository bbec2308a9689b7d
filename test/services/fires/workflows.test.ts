import assert from "node:assert/strict";
import { test } from "node:test";
import { workflowFires } from "../../../src/services/fires/workflows.ts";

/** 02:00 to 05:00 in Moscow. */
const span = { from: Date.parse("2026-11-28T23:00:00Z"), until: Date.parse("2026-11-29T02:00:00Z") };
const job = "jobs: { x: { steps: [{ run: 'rsync -a . host:/srv' }] } }";
const fires = (text: string, path = "x.yml") => {
  const found = workflowFires(`.github/workflows/${path}`, text, span, "main");
  if (found === null) return null;
  return found.push ?? (typeof found.at === "number" ? new Date(found.at).toISOString().slice(11, 16) : found.at);
};

const cases: readonly (readonly [name: string, text: string, expected: string | null])[] = [
  ["a push to any branch", `on: push\n${job}`, "main"],
  ["a list of events", `on: [workflow_dispatch, push]\n${job}`, "main"],
  ["by hand alone", `on: workflow_dispatch\n${job}`, null],
  ["another branch", `on: { push: { branches: ['release/**'] } }\n${job}`, null],
  ["a pattern that is the branch", `on: { push: { branches: ['ma*'] } }\n${job}`, "main"],
  ["all but the branch", `on: { push: { branches-ignore: [main] } }\n${job}`, null],
  ["tags", `on: { push: { tags: ['v*'] } }\n${job}`, "tags"],
  ["a published release", `on: { release: { types: [published] } }\n${job}`, "tags"],
  ["a schedule in the window", `on: { schedule: [{ cron: '15 0 * * *' }] }\n${job}`, "00:15"],
  ["one that GitHub starts late", `on: { schedule: [{ cron: '30 22 * * *' }] }\n${job}`, "22:30"],
  [
    "a schedule in another zone",
    `on: { schedule: [{ cron: '15 3 * * *', timezone: Europe/Moscow }] }\n${job}`,
    "00:15",
  ],
  ["a schedule by day", `on: { schedule: [{ cron: '0 12 * * *' }] }\n${job}`, null],
  ["a schedule that nobody reads", `on: { schedule: [{ cron: 'soon' }] }\n${job}`, "unknown"],
  ["a job that is named so", "on: push\njobs: { deploy-web: {} }", "main"],
  ["an environment", "on: push\njobs: { web: { environment: { name: production } } }", "main"],
  ["an action that deploys", "on: push\njobs: { x: { steps: [{ uses: 'team/k8s-deploy@v1' }] } }", "main"],
  ["tests alone", "on: push\njobs: { test: { steps: [{ run: npm test }] } }", null],
  ["a word that holds another", "on: push\njobs: { x: { steps: [{ run: ./sshd-test }] } }", null],
  ["golive itself", "on: push\njobs: { x: { environment: p, uses: a/golive/.github/workflows/go-live.yml@v1 } }", null],
  ["no workflow at all", "- 1\n- 2", null],
  ["no YAML", "on: [", null],
];
for (const [name, text, expected] of cases)
  test(`whether a workflow deploys meanwhile: ${name}`, () => assert.equal(fires(text), expected));

test("a file's name is enough", () => {
  assert.equal(fires("on: push\njobs: { x: { steps: [] } }", "deploy-prod.yml"), "main");
});
