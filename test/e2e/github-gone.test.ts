import assert from "node:assert/strict";
import { execFile } from "node:child_process";
import { readFile, utimes, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { after, before, test } from "node:test";
import { setTimeout as sleep } from "node:timers/promises";
import { promisify } from "node:util";
import { lost as lostWrites } from "../../packages/rehearsal/production/traffic/traffic.ts";
import { locate } from "../../packages/rehearsal/production/traffic/lost.ts";
import { repository, root, startWorld, type World } from "../../packages/rehearsal/world/world.ts";
import { killActions } from "./kill-actions.ts";
import { lastState, stateOfProduction } from "./state-of-production.ts";

/** A person's terminal. What they type has to stand in the page that tells them what to do. */
async function terminal({ production, twin }: World) {
  const page = await readFile(join(root, "docs/when-github-is-gone.md"), "utf8");
  const plan = join(production.directory, "plan.yml");
  const { stdout: text } = await promisify(execFile)("git", [
    "--git-dir",
    production.origin,
    "show",
    "v1.1.0:.github/golive.yml",
  ]);
  await writeFile(plan, text);
  const env = {
    ...process.env,
    LANG: "C",
    XDG_STATE_HOME: join(production.directory, "home-state"),
    GITHUB_API_URL: twin.url,
    GITHUB_TOKEN: "token-anna",
  };
  return async (...args: string[]) => {
    const typed = `golive ${args.filter((arg) => arg.startsWith("-") || /^[a-z]+$/.test(arg)).join(" ")}`;
    for (const word of typed.split(" ")) assert.ok(page.includes(word), `${typed}: ${word} is not in the page`);
    const words = [join(root, "dist/golive.js"), ...args, "--plan", plan];
    return promisify(execFile)(process.execPath, words, { env }).then(
      ({ stdout, stderr }) => ({ code: 0, stdout, stderr }),
      (error: { code: number; stdout: string; stderr: string }) => error,
    );
  };
}

/** The last sign of life of whoever has the lock is a while ago. */
async function silent({ production }: World): Promise<void> {
  const old = new Date(Date.now() - 300_000);
  await utimes(join(production.state, "heartbeat"), old, old);
}

/** What *Re-run failed jobs* comes to after the way back: the job of the window fails, and the last one settles. */
async function settleAlone(world: World): Promise<string> {
  const { release, plan } = await lastState(world);
  const results = JSON.stringify({ plan: { result: "success" }, launch: { result: "failure" } });
  const launch = [release?.tag, release?.commit, plan?.policy, release?.digest].join(" ");
  const step = { uses: "OWNER/golive/actions/checklist@v1", with: { results, launch } };
  const permissions = { actions: "read", contents: "read", issues: "write" };
  const job = { "runs-on": "ubuntu-latest", permissions, steps: [step] };
  const text = { type: "string" };
  const inputs = { tag: text, override: text, approval: text, date: text };
  const workflow = { on: { workflow_dispatch: { inputs } }, jobs: { settle: job } };
  const file = join(world.production.directory, "settle.yml");
  await writeFile(file, JSON.stringify(workflow));
  return file;
}

// One production for both: the first leaves v1.0.0 serving.
let world: World;
before(async () => {
  world = await startWorld();
});
after(() => world.stop());

test("GitHub gone and the runner lost once the page is up: a person goes back from a terminal, and the checklist catches up", async () => {
  const traffic = world.production.startTraffic();
  const cancel = new AbortController();
  let heal = () => {};
  const first = await world.launch({
    tag: "v1.1.0",
    signal: cancel.signal,
    onLog: (line) => {
      if (!line.startsWith("deploy.static") || !line.endsWith("…")) return;
      heal = world.twin.fault({ match: () => true, answer: "500" });
      cancel.abort();
      killActions(world.production.directory);
    },
  });
  assert.equal(first.conclusion, "cancelled");
  assert.equal((await stateOfProduction(world)).page, "up");
  const golive = await terminal(world);
  const asked = world.twin.requests.length;

  const seen = await golive("status");
  assert.match(seen.stdout, /code +(v1\.1\.0|it was being changed)/, seen.stderr);
  assert.match(seen.stdout, /database +the migrations of v1\.1\.0 ran in it; as it was before, it is psychology_copy_/);
  assert.match(seen.stdout, /maintenance page +up/);
  const early = await golive("rollback", "--because", "GitHub is gone");
  assert.match(early.stderr, /the launch lock is held by .*sign of life/, early.stdout);
  await silent(world);
  const gone = await golive("rollback", "--because", "GitHub is gone");
  assert.equal(gone.code, 0, gone.stderr + gone.stdout);
  assert.match(gone.stdout, /The site did not open since it was closed/);
  assert.match(gone.stdout, /v1\.1\.0 is rolled back/);
  assert.equal(world.twin.requests.length, asked, "GitHub was asked");

  const visits = await traffic.stop();
  assert.deepEqual(await lostWrites(visits.acknowledged, world.production.postgres), []);
  const end = await stateOfProduction(world);
  assert.deepEqual([end.version, end.page, end.newColumn, end.shut], ["v1.0.0", "down", false, []]);
  assert.equal((await lastState(world)).ended?.outcome, "rolled-back");
  assert.match((await golive("rollback", "--because", "once more")).stderr, /v1\.1\.0 was rolled back already/);

  heal();
  assert.match((await world.issues())[0]?.body ?? "", /maintenance page is up/, "the checklist does not know yet");
  // The last job of the run, once GitHub is back: it brings the checklist up to date.
  const settled = await world.launch({
    tag: "v1.1.0",
    rerunOf: first.runId,
    workflowFile: await settleAlone(world),
  });
  assert.equal(settled.conclusion, "success", settled.log.join("\n"));
  const [issue] = await world.issues();
  assert.equal(issue?.state, "closed");
  assert.match(issue?.body ?? "", /Rolled back: the previous release serves.*GitHub is gone/);
  const path = `/repos/${repository}/issues/${issue?.number}/comments`;
  const comments = (await world.api("anna", "GET", path)) as { body: string }[];
  assert.equal(comments.filter(({ body }) => body.includes("was rolled back")).length, 1);
  assert.deepEqual(await stateOfProduction(world), end);
});

test("GitHub gone after the opening: a person sees what is set aside, accepts it, and goes back", async () => {
  const { production } = world;
  const { databases } = await stateOfProduction(world);
  assert.equal((await world.launch({ tag: "v1.1.0" })).conclusion, "success");
  const heal = world.twin.fault({ match: () => true, answer: "500" });
  const asked = world.twin.requests.length;
  const traffic = production.startTraffic();
  await sleep(2000);
  const golive = await terminal(world);
  assert.match((await golive("rollback")).stderr, /there is no reason/);
  const shown = await golive("rollback", "--because", "bookings fail");
  assert.equal(shown.code, 1);
  assert.match(shown.stdout, /\| public\.bookings \| \d+ \|/);
  assert.match(shown.stderr, /nothing was changed: what is set aside has to be accepted first/);
  const digest = /--accept-loss ([0-9a-f]{12})/.exec(shown.stderr)?.[1] ?? "";
  const wrong = await golive("rollback", "--because", "bookings fail", "--accept-loss", "000000000000");
  assert.match(wrong.stderr, /is not what is on record now/);
  assert.equal((await stateOfProduction(world)).version, "v1.1.0");
  const second = /--accept-loss ([0-9a-f]{12})/.exec(wrong.stderr)?.[1] ?? digest;
  const gone = await golive("rollback", "--because", "bookings fail", "--by", "Vera", "--accept-loss", second);
  assert.equal(gone.code, 0, gone.stderr + gone.stdout);
  assert.equal(world.twin.requests.length, asked, "GitHub was asked");
  const { acknowledged } = await traffic.stop();
  const end = await stateOfProduction(world);
  assert.deepEqual([end.version, end.page, end.newColumn, end.shut], ["v1.0.0", "down", false, []]);
  const kept = end.databases.find((name) => name.includes("_failed_") && !databases.includes(name)) ?? "";
  assert.deepEqual((await locate(acknowledged, production.postgres, [production.postgres.database, kept])).lost, []);
  assert.deepEqual((await lastState(world)).recalled?.by, ["Vera"]);

  const still = await golive("checklist");
  assert.notEqual(still.code, 0, "GitHub is still gone");
  heal();
  const told = await golive("checklist");
  assert.equal(told.code, 0, told.stderr);
  const [issue] = await world.issues();
  assert.equal(issue?.state, "closed");
  assert.match(issue?.body ?? "", /Vera: back to the release before, because bookings fail/);
});
