import assert from "node:assert/strict";
import { execFile, execFileSync } from "node:child_process";
import { readdir, readFile, utimes, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { test } from "node:test";
import { setTimeout as sleep } from "node:timers/promises";
import { promisify } from "node:util";
import { addTag } from "../../packages/rehearsal/world/add-tag.ts";
import { lost } from "../../packages/rehearsal/production/traffic/traffic.ts";
import { root, startWorld, type World } from "../../packages/rehearsal/world/world.ts";
import { killActions, lostAt } from "./kill-actions.ts";
import { lastState, stateOfProduction } from "./state-of-production.ts";

for (const at of ["isolate.stop"]) {
  test(`a runner lost at ${at}: the page stays, the checklist says so, and the same run goes on to the end`, async (t) => {
    const world = await startWorld();
    t.after(() => world.stop());
    const traffic = world.production.startTraffic();
    const cancel = new AbortController();
    const first = await world.launch({
      tag: "v1.1.0",
      signal: cancel.signal,
      onLog: (line) => {
        if (!line.startsWith(at) || !line.endsWith("…")) return;
        cancel.abort();
        killActions(world.production.directory);
      },
    });
    assert.equal(first.conclusion, "cancelled");
    const between = await stateOfProduction(world);
    const [issue] = await world.issues();
    assert.equal(between.page, "up");
    assert.equal(issue?.state, "open");
    assert.match(issue?.body ?? "", /the maintenance page is up/);
    assert.match(issue?.body ?? "", /Re-run failed jobs/);

    // What the gate looks at cannot be seen just then: a launch under way goes on.
    let heal: () => void = () => {};
    const second = await world.launch({
      tag: "v1.1.0",
      rerunOf: first.runId,
      onJob: (job) => {
        if (job.id === "launch" && job.status === "in_progress")
          heal = world.twin.fault({ match: (_method, path) => path.includes("/branches/"), answer: "500" });
        if (job.id === "settle") heal();
      },
    });
    const visits = await traffic.stop();
    assert.equal(second.conclusion, "success", second.log.join("\n"));
    assert.deepEqual(await lost(visits.acknowledged, world.production.postgres), []);
    const after = await stateOfProduction(world);
    assert.equal(after.page, "down");
    assert.equal(after.version, "v1.1.0");
    assert.deepEqual(after.databases, ["postgres", "psychology"]);
    const notes = (await lastState(world)).notes.map(({ text }) => text);
    assert.ok(
      notes.some((text) => text.endsWith("the launch is under way and goes on")),
      notes.join("\n"),
    );
    assert.equal((await world.issues()).length, 1, "one checklist for one launch");
    assert.deepEqual(world.twin.violations(), []);
  });
}

test("a process that dies in the deploy is rolled back in the same run", async (t) => {
  const world = await startWorld();
  t.after(() => world.stop());
  let killed = false;
  const launched = await world.launch({
    tag: "v1.1.0",
    onLog: (line) => {
      if (killed || !line.startsWith("deploy.static") || !line.endsWith("…")) return;
      killed = true;
      killActions(world.production.directory);
    },
  });
  assert.equal(killed, true);
  assert.equal(launched.conclusion, "failure");
  const after = await stateOfProduction(world);
  assert.deepEqual([after.version, after.page, after.newColumn], ["v1.0.0", "down", false]);
  assert.equal((await lastState(world)).ended?.outcome, "rolled-back");
});

test("nobody's approval, another commit, another launch and a silent GitHub, on one production", async (t) => {
  const world = await startWorld();
  t.after(() => world.stop());
  const { origin } = world.production;
  const before = await stateOfProduction(world);

  await t.test("a rejected approval changes nothing, ends the checklist and frees the lock", async () => {
    const rejected = await world.launch({ tag: "v1.1.0", review: async () => "rejected" });
    assert.equal(rejected.conclusion, "failure");
    assert.deepEqual(await stateOfProduction(world), before);
    const [issue, ...others] = await world.issues();
    assert.equal(others.length, 0);
    assert.equal(issue?.state, "closed");
    assert.match(issue?.body ?? "", /Failed before anything was touched.*rejected/);
    // The lock is free: the launches below are not refused for it.
  });

  await t.test("a tag that moved after the approval is refused before anything is touched", async () => {
    const launched = await world.launch({
      tag: "v1.0.1",
      review: async () => {
        await addTag({ origin, from: "v1.0.1", tag: "v1.0.1", files: { "clinic/extra.py": () => "x = 1\n" } });
        return "approved";
      },
    });
    assert.equal(launched.conclusion, "failure");
    assert.match(launched.log.join("\n"), /the tag v1\.0\.1 now points to [0-9a-f]{12}, but [0-9a-f]{12} was approved/);
    assert.deepEqual(await stateOfProduction(world), before);
    assert.equal((await lastState(world)).ended?.outcome, "failed");
  });

  await t.test("a launch that goes live all the same", async (live) => {
    const earlier = (await world.issues()).map(({ number }) => number);
    let heal: () => void = () => {};
    let second: Promise<Awaited<ReturnType<typeof world.launch>>> | undefined;
    const first = await world.launch({
      tag: "v1.1.0",
      review: async () => {
        heal = world.twin.fault({
          match: (method, path) => method === "PATCH" && path.includes("/issues/"),
          answer: "hang",
        });
        return "approved";
      },
      onLog: (line) => {
        if (line.startsWith("deploy.fetch")) second ??= world.launch({ tag: "v1.1.0", actor: "vera" });
      },
      onJob: (job) => {
        if (job.id === "settle" && job.status === "in_progress") heal();
      },
    });
    const refused = await second;
    const made = (await world.issues()).filter(({ number }) => !earlier.includes(number));

    await live.test("GitHub's issues answering hang all through the window do not stop the launch", () => {
      assert.equal(first.conclusion, "success", first.log.join("\n"));
      assert.match(first.log.join("\n"), /could not be updated/);
      assert.match(made[0]?.body ?? "", /🟢 Live/);
    });
    await live.test("a second dispatch while one is in flight is refused and told which run holds it", () => {
      assert.equal(refused?.conclusion, "failure");
      assert.match(
        refused?.log.join("\n") ?? "",
        new RegExp(`a launch of v1\\.1\\.0 is in flight: run ${first.runId}, started by anna`),
      );
      assert.equal(made.length, 1);
    });
  });
});

/** The command line of the person at the keyboard, with the plan of the tag. */
async function keyboard({ production }: World) {
  const plan = join(production.directory, "plan.yml");
  await writeFile(
    plan,
    await promisify(execFile)("git", ["--git-dir", production.origin, "show", "v1.1.0:.github/golive.yml"]).then(
      ({ stdout }) => stdout,
    ),
  );
  const env = { ...process.env, XDG_STATE_HOME: join(production.directory, "home-state") };
  return (...args: string[]) =>
    promisify(execFile)(process.execPath, [join(root, "dist/golive.js"), ...args, "--plan", plan], { env }).catch(
      (error: { stdout: string; stderr: string }) => error,
    );
}

/** What somebody at the keyboard does who wants the site back at once. */
function openByTheirOwnHand({ production }: World): void {
  execFileSync("supervisorctl", ["-c", production.supervisor.config, "start", production.supervisor.program]);
  execFileSync("rm", ["-f", production.maintenanceFlag]);
}

test("a lock whose run nobody knows, and a site opened by hand meanwhile: the launch goes on, and backs up anew", async (t) => {
  const world = await startWorld();
  t.after(() => world.stop());
  await lostAt(world, "deploy.fetch");
  const golive = await keyboard(world);
  // As another repository's: GitHub knows no such run.
  const file = join(world.production.state, "lock.json");
  const owner = JSON.parse(await readFile(file, "utf8"));
  await writeFile(file, JSON.stringify({ ...owner, runId: 999 }));
  const refused = await world.launch({ tag: "v1.1.0" });
  assert.equal(refused.conclusion, "failure");
  assert.match(
    refused.log.join("\n"),
    /held by run 999, started by anna .*GitHub knows no such run in this repository, but its last sign of life is .* old/,
  );
  assert.match(refused.log.join("\n"), /golive unlock --by/);

  assert.match((await golive("unlock", "--because", "the runner burned")).stderr, /nobody is named/);
  assert.match(
    (await golive("unlock", "--by", "Anna Petrova", "--because", "the runner burned")).stderr,
    /its last sign of life is .* old[\s\S]*cancel that run first/,
  );
  const old = new Date(Date.now() - 300_000);
  await utimes(join(world.production.state, "heartbeat"), old, old);
  assert.match((await golive("status")).stdout, /lock +run 999 of anna.*its last sign of life is 5 min/);
  assert.match(
    (await golive("unlock", "--by", "Anna Petrova", "--because", "the runner burned")).stdout,
    /The lock is free\. The launch of v1\.1\.0 is half done/,
  );
  // A rollback keeps what was written while the site was open.
  openByTheirOwnHand(world);
  const traffic = world.production.startTraffic();
  await sleep(3000);
  const visits = await traffic.stop();
  assert.ok(visits.acknowledged.length > 5);

  const again = await world.launch({ tag: "v1.1.0" });
  assert.equal(again.conclusion, "success", again.log.join("\n"));
  assert.match((await world.issues())[0]?.body ?? "", /Anna Petrova broke the lock of run 999: the runner burned/);
  assert.match(
    (await golive("unlock", "--by", "Anna Petrova", "--because", "once more")).stderr,
    /nobody holds the launch lock/,
  );
  const { backups } = world.production;
  const dumps = await readdir(backups);
  assert.equal(dumps.length, 2, "the first dump is kept, the second has a folder of its own");
  assert.deepEqual(await lost(visits.acknowledged, world.production.postgres), []);
  const manifest = JSON.parse(await readFile(join(backups, dumps.toSorted().at(-1) ?? "", "manifest.json"), "utf8"));
  assert.equal(
    manifest.source.contents.tables["public.bookings"].rows,
    Number((await world.production.sql("SELECT count(*) FROM bookings")).trim()),
  );
});

test("opened by hand after the migration: nothing goes on by itself, and a person ends it by the command line", async (t) => {
  const world = await startWorld();
  t.after(() => world.stop());
  const { runId } = await lostAt(world, "deploy.static");
  openByTheirOwnHand(world);
  const second = await world.launch({ tag: "v1.1.0", rerunOf: runId });
  assert.equal(second.conclusion, "failure");
  assert.match(second.log.join("\n"), /after the migration had begun/);
  assert.equal((await stateOfProduction(world)).newColumn, true, "the database was not put back");

  const golive = await keyboard(world);
  assert.match((await golive("status")).stdout, /v1\.1\.0-\d+[\s\S]*lock +run/);
  assert.match((await golive("maintenance", "off")).stderr, /there is no reason/);
  assert.match((await golive("maintenance", "off", "--because", "we looked, it works")).stdout, /The site is open/);
  const state = await lastState(world);
  assert.equal(state.ended?.outcome, "failed");
  assert.match(state.ended?.because ?? "", /opened by hand by .*we looked, it works/);
  const after = (await golive("status")).stdout;
  assert.match(after, /lock +free/);
  assert.match(after, /Opened by hand, as it was/);
  assert.match(after, /code +(v1\.1\.0|it was being changed between v1\.0\.0.* and v1\.1\.0)$/m);
  assert.match(after, /database +the migrations of v1\.1\.0 ran in it/);
  assert.match(after, /by hand +\S+, \d{4}-.*: we looked, it works/);
});
