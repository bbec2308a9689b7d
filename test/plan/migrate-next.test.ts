import assert from "node:assert/strict";
import { test } from "node:test";
import { parsePlan } from "../../src/plan/load.ts";
import { samplePlanText } from "./sample-plan.ts";

const trial = (next: string) => `
prepare:
  newest-backup: { kind: files, pattern: "/backups/*.dump" }
  test-restore: { rules: [{ table: t }] }
  trial: { settings: { PGDATABASE: "{database}" }, migrate-next: ${next} }
`;
const node = samplePlanText.replace(
  /preset: django[^}]*\}/,
  'preset: node, hosts: [app-1], directory: /srv/clinic, migrate: { run: [npx, knex, "migrate:latest"], pending: [bin/pending] } }',
);

function codesOf(text: string): string[] {
  const result = parsePlan(text, "plan.yml");
  return result.ok ? [] : result.problems.map(({ code }) => code);
}

test("a command that applies the next migration goes with one that applies all", () => {
  assert.deepEqual(codesOf(`${node}${trial('[npx, knex, "migrate:up"]')}`), []);
  assert.deepEqual(codesOf(`${samplePlanText}${trial('[npx, knex, "migrate:up"]')}`), ["plan-migrate-next-of-no-use"]);
  assert.deepEqual(codesOf(`${node.replace(/, migrate: \{[^}]*\}/, "")}${trial("[up]")}`), [
    "plan-migrate-next-of-no-use",
  ]);
  assert.equal(codesOf(`${node}${trial("[]")}`).length, 1);
});
