import assert from "node:assert/strict";
import { readdirSync, readFileSync } from "node:fs";
import { test } from "node:test";
import { parse } from "yaml";
import { UserError } from "../../src/core/errors.ts";
import { loadPlan } from "../../src/plan/load.ts";
import { samplePlanText } from "../plan/sample-plan.ts";

interface Case {
  readonly refused: readonly string[];
  readonly strategy?: string;
  readonly deploy: unknown;
}

const folder = new URL("./commands/", import.meta.url);

function codesOf({ strategy = "in-place", deploy }: Case): string[] {
  const before = `deploy: { preset: commands, hosts: [app-1], directory: /srv/clinic, strategy: ${strategy}`;
  const text = samplePlanText.replace(/^deploy: .*$/m, `${before}, ${JSON.stringify(deploy).slice(1)}`);
  try {
    loadPlan(text, "sample.yml");
    return [];
  } catch (error) {
    assert.ok(error instanceof UserError);
    return error.problems.map(({ code }) => code);
  }
}

for (const name of readdirSync(folder))
  test(`commands of a plan: ${name}`, () => {
    const given = parse(readFileSync(new URL(name, folder), "utf8")) as Case;
    assert.deepEqual(codesOf(given), given.refused);
  });
