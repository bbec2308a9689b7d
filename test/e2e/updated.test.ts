import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { after, before, test } from "node:test";
import { parse, stringify } from "yaml";
import { lost } from "../../packages/rehearsal/production/traffic/traffic.ts";
import { addTag } from "../../packages/rehearsal/world/add-tag.ts";
import { gitShow } from "../../packages/rehearsal/world/git-show.ts";
import { repository, startWorld, type World } from "../../packages/rehearsal/world/world.ts";
import { casesOf } from "../cases.ts";
import { makeOlder, shapesOf } from "../cases/older-record.ts";
import { lostAt } from "./kill-actions.ts";
import { lastState, stateOfProduction } from "./state-of-production.ts";

// golive is updated while a launch is half done: what today's suite left at that moment is put as the one of commit
// 152797b wrote it (test/cases/journals), and today's goes on, or back.

const planFile = ".github/golive.yml";

function planOf({ production }: World): string {
  return execFileSync("git", ["--git-dir", production.origin, "show", `v1.1.0:${planFile}`], { encoding: "utf8" });
}

/** Without the keys that there were none of then. */
function olderPlan(text: string): string {
  const { files: _, deploy, ...plan } = parse(text);
  const steps = deploy.steps.map(({ "on-rollback": __, ...step }: Record<string, unknown>) => step);
  return stringify({ ...plan, deploy: { ...deploy, steps } });
}

/** Nothing stands in the journal of this launch now that the golive of then did not write. */
async function requireOlder(world: World): Promise<void> {
  const id = (await lastState(world)).release?.id ?? "";
  const lines = (await world.production.journal()).split("\n").filter((line) => line.includes(`"${id}"`));
  assert.ok(lines.length > 0);
  const known = (await Promise.all((await casesOf("journals")).map(journalOf))).flatMap(shapesOf);
  assert.deepEqual(
    shapesOf(lines.join("\n")).filter((shape) => !known.includes(shape)),
    [],
  );
}

function journalOf({ directory }: { readonly directory: string }): Promise<string> {
  return readFile(join(directory, "journal.jsonl"), "utf8");
}

async function commentsOn(world: World, issue: number): Promise<string> {
  const comments = await world.api("anna", "GET", `/repos/${repository}/issues/${issue}/comments?per_page=100`);
  return (comments as { body: string }[]).map(({ body }) => body).join("\n\n");
}

// One production for both: the first leaves v1.0.0 serving.
let world: World;
before(async () => {
  world = await startWorld({ change: (plan) => (plan.watch = { for: "5s", every: "2s", day: "0s" }) });
});
after(() => world.stop());

test("a launch that an older golive left in its deploy is taken back by today's, and nothing is lost", async () => {
  const { production } = world;
  const traffic = production.startTraffic();
  assert.equal((await lostAt(world, "deploy.static")).conclusion, "cancelled");
  await makeOlder(production.state, planOf(world));
  await requireOlder(world);

  const back = { tag: "v1.1.0", workflow: "rollback.yml", inputs: { because: "the new golive is here" } };
  const taken = await world.launch(back);
  const { acknowledged } = await traffic.stop();
  assert.equal(taken.conclusion, "success", taken.log.join("\n"));
  const end = await stateOfProduction(world);
  assert.deepEqual([end.version, end.page, end.newColumn, end.shut], ["v1.0.0", "down", false, []]);
  assert.deepEqual(await lost(acknowledged, production.postgres), []);
  const state = await lastState(world);
  assert.equal(state.ended?.outcome, "rolled-back");
  const [issue] = await world.issues();
  assert.equal(issue?.state, "closed");
  assert.match(await commentsOn(world, issue?.number ?? 0), /The site did not open since it was closed/);
  const evidence = JSON.parse(await readFile(join(production.state, `evidence-${state.release?.id}.json`), "utf8"));
  assert.equal(evidence.outcome, "rolled-back");
  assert.deepEqual(world.twin.violations(), []);
});

test("a launch that an older golive closed and backed up is gone on with, watched and reported by today's", async () => {
  const { production } = world;
  const before = { dumps: (await stateOfProduction(world)).dumps, issues: (await world.issues()).length };
  const traffic = production.startTraffic();
  assert.equal((await lostAt(world, "deploy.fetch")).conclusion, "cancelled");
  const plan = olderPlan(planOf(world));
  await addTag({ origin: production.origin, from: "v1.1.0", tag: "v1.1.0", files: { [planFile]: () => plan } });
  await makeOlder(production.state, plan, await gitShow(production.origin, "v1.1.0"));
  await requireOlder(world);
  const { release, steps } = await lastState(world);

  const second = await world.launch({ tag: "v1.1.0" });
  const { acknowledged } = await traffic.stop();
  assert.equal(second.conclusion, "success", second.log.join("\n"));
  assert.match(second.log.join("\n"), /it goes on with the plan and the policy it was begun with/);
  const end = await stateOfProduction(world);
  assert.deepEqual([end.version, end.page, end.newColumn], ["v1.1.0", "down", true]);
  assert.equal(end.dumps.length, before.dumps.length + 1, "what was backed up then is the backup");
  assert.deepEqual(await lost(acknowledged, production.postgres), []);
  const state = await lastState(world);
  assert.deepEqual([state.release?.id, state.ended?.outcome], [release?.id, "live"]);
  for (const id of ["isolate.stop@app-1", "backup.copy", "backup.manifest", "backup.proof"])
    assert.deepEqual(state.steps.get(id), steps.get(id), `${id} is not done again`);
  const [issue, ...others] = await world.issues();
  assert.deepEqual([issue?.state, others.length], ["closed", before.issues]);
  assert.match(await commentsOn(world, issue?.number ?? 0), /^## 🟢 psychology-api v1\.1\.0: the report/m);
  const evidence = JSON.parse(await readFile(join(production.state, `evidence-${release?.id}.json`), "utf8"));
  assert.deepEqual([evidence.outcome, evidence.digest], ["live", release?.digest]);
  assert.deepEqual(world.twin.violations(), []);
});
