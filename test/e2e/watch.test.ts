import assert from "node:assert/strict";
import { test } from "node:test";
import { withWatch } from "../../rehearsal/testers.ts";
import { locate } from "../../rehearsal/stage/lost.ts";
import { repository, startWorld } from "../../rehearsal/world.ts";
import { lastState, stateOfProduction } from "./state-of-production.ts";

const soon = (plan: Record<string, any>) => {
  withWatch(plan);
  Object.assign(plan["watch"], { for: "12s", every: "3s", feedback: "https://forms.example.org/1" });
  // Only what this is about.
  plan["verify"].checks = (plan["verify"].checks as { id: string }[]).filter(({ id }) => ["health", "version", "smoke"].includes(id));
  for (const section of ["dns", "certificates"]) delete plan[section];
};

test("a release that is well is watched, reported, and its checklist closed; a SEV-1 goes back with one approval", async (t) => {
  const world = await startWorld({ watched: true, workflows: true, change: soon });
  t.after(() => world.stop());
  const traffic = world.stage.startTraffic({ writesPerSecond: 8, readsPerSecond: 20 });
  const comments = async (issue: number) => ((await world.api("anna", "GET", `/repos/${repository}/issues/${issue}/comments?per_page=100`)) as { body: string }[]).map(({ body }) => body);

  const good = await world.launch({ tag: "v1.0.1" });
  assert.equal(good.conclusion, "success", good.log.slice(-60).join("\n"));
  const live = await lastState(world);
  assert.match(live.steps.get("watch.watch")?.note ?? "", /^requests answered well: (100|99\.\d+) % of \d+; own requests answered well: 100 % of \d+; no incident$/);
  const [first] = await world.issues();
  assert.equal(first?.state, "closed");
  const report = (await comments(first?.number ?? 0)).at(-1) ?? "";
  assert.match(report, /^## 🟢 psychology-api v1\.0\.1: the report\n\n[\s\S]*\| Requests answered well \| [\d.]+ % \(99\.9 % promised\) · \d+ of \d+ bad, \d+ % of what may be \|[\s\S]*\| Incidents \| none \|[\s\S]*```mermaid\nxychart-beta[\s\S]*forms\.example\.org/);

  const bad = await world.launch({ tag: "v1.1.0-sev1" });
  const visits = await traffic.stop();
  assert.equal(bad.conclusion, "success", bad.log.slice(-80).join("\n"));
  const state = await lastState(world);
  assert.equal(state.ended?.outcome, "rolled-back");
  assert.match(state.ended?.because ?? "", /^SEV-1: traffic: \d+ of \d+ bad in 5 min$/);
  assert.deepEqual(state.recalled?.by, ["dmitry"]);
  assert.deepEqual(state.incidents.map(({ change }) => change).filter((change) => change !== "changed"), ["opened", "sev1"]);
  assert.equal((await stateOfProduction(world)).version, "v1.0.1");
  const issue = (await world.issues()).toSorted((a, b) => b.number - a.number)[0];
  assert.equal(issue?.state, "closed");
  const said = await comments(issue?.number ?? 0);
  assert.ok(said.some((body) => body.startsWith("## 🔴 SEV-1: v1.1.0-sev1 has to go back")), said.join("\n---\n"));
  assert.ok(said.some((body) => body.startsWith("## ↩️ Take psychology-api back from v1.1.0-sev1?")));
  const kept = (await stateOfProduction(world)).databases.filter((name) => name.includes("_failed_"));
  assert.deepEqual((await locate(visits.acknowledged, world.stage.postgres, [world.stage.postgres.database, ...kept, ...(await stateOfProduction(world)).shut])).lost, []);
  assert.deepEqual(world.twin.violations(), []);
});
