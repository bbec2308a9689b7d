import assert from "node:assert/strict";
import { readFile } from "node:fs/promises";
import { test } from "node:test";
import { parse, stringify } from "yaml";
import { loadPlan } from "../../src/plan/load.ts";
import { samplePlanText } from "../plan/sample-plan.ts";
import { openPathsOf } from "../../src/load-balancer/open-paths.ts";

/** The sample with the keys of a block put over, one level deep. */
function planOf(block: Readonly<Record<string, unknown>>) {
  const sample = { ...(parse(samplePlanText) as Record<string, unknown>) };
  const deploy = { ...(sample.deploy as object), "env-file": "/etc/clinic.env" };
  const site = { url: "https://clinic.example.org/" };
  const over = Object.entries(block).map(([key, value]) => [
    key,
    key === "load-balancer" ? { ...(sample[key] as object), ...(value as object) } : value,
  ]);
  return loadPlan(stringify({ ...sample, deploy, site, ...Object.fromEntries(over) }), "sample.yml");
}

const blocksOf = async (page: string) =>
  [
    ...(await readFile(new URL(`../../docs/${page}.md`, import.meta.url), "utf8")).matchAll(/^```yaml\n([^]*?)^```$/gm),
  ].map(([, block = ""]) => parse(block) as Record<string, unknown>);

test("what docs/asking.md shows is a plan", async () => {
  const plans = (await blocksOf("asking")).map(planOf);
  assert.deepEqual(
    plans.map(({ health: { version } }) => version && Object.keys(version).toSorted().join()),
    [undefined, undefined, "json,url", "text,url", "header,url", "file,json"],
  );
});

test("what docs/watch.md shows is a plan, and so are the paths of docs/maintenance.md", async () => {
  const [watched] = await blocksOf("watch");
  assert.equal(planOf(watched ?? {}).watch?.blindAfter, 5);
  const open = (await blocksOf("maintenance")).find(
    (block) => "open-paths" in ((block["load-balancer"] ?? {}) as object),
  );
  assert.equal(openPathsOf(planOf(open ?? {})).length, 2);
});
