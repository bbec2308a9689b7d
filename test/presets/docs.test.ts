import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";
import { parse, stringify } from "yaml";
import { loadPlan } from "../../src/plan/load.ts";
import { samplePlanText } from "../plan/sample-plan.ts";

const text = readFileSync(new URL("../../docs/presets.md", import.meta.url), "utf8");

interface Shown {
  readonly deploy: Readonly<Record<string, unknown>>;
  readonly services?: unknown;
}

/** With the hosts of the sample, and without what the sample says otherwise. */
function planWith({ deploy, services }: Shown) {
  const whole = parse(samplePlanText) as Record<string, unknown>;
  return loadPlan(stringify({ ...whole, deploy, ...(services === undefined ? {} : { services }) }), "docs/presets.md");
}

test("what docs/presets.md shows are plans", () => {
  const blocks = [...text.matchAll(/```yaml\n([\s\S]*?)```/g)].map(([, block = ""]) => parse(block) as Shown);
  const presets = blocks.map((block) => planWith(block).deploy.preset);
  assert.deepEqual(presets, ["django", "node", "compose", ...Array.from({ length: 5 }, () => "commands")]);
});

test("what it shows of pending is a plan", () => {
  const forms = [...text.matchAll(/^\| `(pending: .*?)` \|/gm)].map(
    ([, form = ""]) => parse(form) as { pending: unknown },
  );
  assert.equal(forms.length, 3);
  const deploy = { preset: "node", hosts: ["app-1"], directory: "/srv/clinic" };
  for (const { pending } of forms) planWith({ deploy: { ...deploy, migrate: { pending, run: ["x"] } } });
});
