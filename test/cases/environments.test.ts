import assert from "node:assert/strict";
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { test } from "node:test";
import { parse } from "yaml";
import { renderEnvironments } from "../../src/plan/environments/environments.ts";
import { casesOf } from "../cases.ts";

interface Expected {
  /** Line and code of each problem. */
  readonly problems?: readonly (readonly [line: number, code: string])[];
  /** What `site` is in each environment; null: the plan names none. */
  readonly plans?: Readonly<Record<string, string>> | null;
}

function siteOf(text: string): unknown {
  const { site } = parse(text) as { site: unknown };
  return typeof site === "object" && site !== null ? (site as { url: unknown }).url : site;
}

for (const { name, directory, expected } of await casesOf<Expected>("environments"))
  test(`a plan of several environments: ${name}`, async () => {
    const text = await readFile(join(directory, "plan.yml"), "utf8");
    const rendered = renderEnvironments(text, "golive.yml");
    if (!rendered.ok) {
      const problems = rendered.problems.map(({ position, code }) => [position?.line, code]);
      return assert.deepEqual({ problems }, expected);
    }
    const { plans } = rendered;
    if (plans === null) return assert.deepEqual({ plans }, expected);
    assert.deepEqual(Object.fromEntries([...plans].map(([key, plan]) => [key, siteOf(plan)])), expected.plans);
    for (const plan of plans.values()) assert.ok(!Object.hasOwn(parse(plan) as object, "environments"));
  });
