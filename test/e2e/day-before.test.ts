import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { appendFile, readdir, readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { after, before, describe, test } from "node:test";
import { DateTime } from "luxon";
import { repository, startWorld, type World } from "../../packages/rehearsal/world/world.ts";
import { startCluster } from "../database/throwaway-cluster.ts";
import { lastState, type Production, stateOfProduction } from "./state-of-production.ts";
import { withPlan as tagWithPlan } from "./with-plan.ts";

type Change = (plan: Record<string, any>) => void;

describe("the day before", () => {
  let world: World;
  let untouched: Production;
  before(async () => {
    world = await startWorld({ dayBefore: true });
    untouched = await stateOfProduction(world);
  });
  after(() => world.stop());

  const withPlan = (tag: string, change: Change, from?: string) => tagWithPlan(world, tag, change, from);
  const nothingLeft = async () => {
    assert.deepEqual(await stateOfProduction(world), untouched);
    assert.deepEqual(
      await readdir(join(world.production.directory, "trial")).catch(() => []),
      [],
      "the built release is removed",
    );
    assert.deepEqual(
      (await readdir(world.production.backups)).filter((name) => name.startsWith(".day-before")),
      [],
    );
    assert.deepEqual(
      await readdir(join(world.production.state, "scratch")).catch(() => []),
      [],
      "the throwaway server is gone",
    );
    assert.equal(
      execFileSync("find", [world.production.state, "-name", "lock.json"], { encoding: "utf8" }),
      "",
      "the lock is given back",
    );
  };
  const window =
    (from: number, to: number): Change =>
    (plan) => {
      const at = (minutes: number) => DateTime.now().setZone(plan.timezone).plus({ minutes }).toFormat("HH:mm");
      plan.window = { start: at(from), end: at(to), "wait-at-most": "0s" };
      delete plan.prepare;
    };

  test("by itself: everything is rehearsed, nothing is launched, and nothing is left behind", async () => {
    const launched = await world.launch({ tag: "v1.1.0", workflow: "prepare.yml" });
    assert.equal(launched.conclusion, "success", launched.log.join("\n"));
    await nothingLeft();
    const state = await lastState(world);
    assert.equal(state.ended?.outcome, "prepared");
    const step = (id: string) => state.steps.get(`day-before.${id}`);
    for (const id of [
      "access-database",
      "access-disk",
      "keys",
      "build",
      "backup",
      "restore",
      "dump",
      "migrate",
      "tests",
      "untouched",
      "forecast",
    ])
      assert.equal(step(id)?.status, "done", id);
    assert.deepEqual(
      (step("migrate")?.facts.rehearsed as { name: string }[]).map(({ name }) => name),
      ["clinic.0002_booking_ends_at"],
    );
    assert.match(step("tests")?.note ?? "", /9 of 9 passed/);
    assert.match(step("restore")?.note ?? "", /as nobody, turned away by PostgreSQL in \d+ ways/);
    const [issue] = (await world.issues()).toSorted((a, b) => b.number - a.number);
    assert.equal(issue?.state, "closed");
    assert.match(issue?.body ?? "", /section forecast/);
    assert.match(issue?.body ?? "", /a rollback fits until/);
  });

  test("on a scratch server of its own: nothing is restored on the service's", async (t) => {
    const scratch = await startCluster();
    t.after(() => scratch.stop());
    const { host, port, adminUser: user, passfile } = scratch.facts;
    await withPlan("elsewhere", (plan) => {
      plan.prepare["test-restore"].server = {
        host: "app-1",
        connection: { host, port, user, passfile },
        directory: join(scratch.directory, "dumps"),
      };
      Object.assign(plan.prepare.trial.settings, {
        PGHOST: host,
        PGPORT: String(port),
        PGPASSFILE: join(scratch.directory, "settings/owner.pgpass"),
      });
    });
    const seen = new Set<string>();
    const watch = setInterval(
      () =>
        void scratch
          .sql("SELECT datname FROM pg_database WHERE datname LIKE '%trial%'", "postgres")
          .then((names) => names.split("\n").forEach((name) => name !== "" && seen.add(name)))
          .catch(() => {}),
      300,
    );
    const launched = await world.launch({ tag: "elsewhere", workflow: "prepare.yml" });
    clearInterval(watch);
    assert.equal(launched.conclusion, "success", launched.log.join("\n"));
    assert.deepEqual(
      (((await lastState(world)).steps.get("day-before.migrate")?.facts.rehearsed ?? []) as { name: string }[]).map(
        ({ name }) => name,
      ),
      ["clinic.0002_booking_ends_at"],
    );
    assert.ok(
      [...seen].some((name) => /^psychology_trial_\d+$/.test(name)),
      [...seen].join(),
    );
    assert.equal(await scratch.sql("SELECT count(*) FROM pg_database WHERE datname LIKE '%trial%'", "postgres"), "0");
    await nothingLeft();
  });

  test("a migration that fails on real data and passes on an empty database stops the launch the day before", async () => {
    await withPlan("as-it-was", () => {});
    const launched = await world.launch({ tag: "v1.1.0-unique" });
    assert.equal(launched.conclusion, "failure");
    assert.equal(launched.jobs.find(({ id }) => id === "launch")?.result, "skipped");
    assert.match(
      (await lastState(world)).steps.get("day-before.migrate")?.note ?? "",
      /one_booking_at_a_time fails on yesterday's data/,
    );
    await nothingLeft();
    const { production } = world;
    const empty = join(production.directory, "empty");
    execFileSync("git", ["clone", "--quiet", "--branch", "v1.1.0-unique", production.origin, empty], {
      stdio: "ignore",
    });
    await production.sql(`CREATE DATABASE empty_one OWNER ${production.postgres.owner}`, "postgres");
    try {
      const settings = Object.fromEntries(
        execFileSync("cat", [production.envFile], { encoding: "utf8" })
          .split("\n")
          .filter(Boolean)
          .map((line) => [line.slice(0, line.indexOf("=")), line.slice(line.indexOf("=") + 1)]),
      );
      const said = execFileSync(join(production.live, ".venv/bin/python"), ["manage.py", "migrate", "--noinput"], {
        cwd: empty,
        env: { ...settings, PGDATABASE: "empty_one", PATH: process.env.PATH },
        encoding: "utf8",
      });
      assert.match(said, /0003_one_booking_at_a_time\.+ *OK/);
    } finally {
      await production.sql("DROP DATABASE empty_one", "postgres");
    }
  });

  test("settings that lead to the service's own database are refused before anything is migrated", async () => {
    await withPlan("own-database", (plan) => (plan.prepare.trial.settings = { OTHER: "{database}" }));
    const launched = await world.launch({ tag: "own-database" });
    assert.equal(launched.conclusion, "failure");
    assert.match(
      (await lastState(world)).steps.get("day-before.migrate")?.note ?? "",
      /uses the database "psychology", not the scratch database/,
    );
    await nothingLeft();
  });

  test("accesses that fail are all told before anything heavy begins, and no key is shown", async () => {
    const { production } = world;
    const settings = await readFile(production.envFile, "utf8");
    const key = /^SECRET_KEY=(.*)$/m.exec(settings)?.[1] ?? "";
    const shared = join(production.directory, "settings", "copied.env");
    await writeFile(shared, `SECRET_KEY=${key}\n`);
    await withPlan("no-access", (plan) => {
      plan.prepare.access[0].connection.user = "nobody_known";
      plan.prepare.access.push({ kind: "http", id: "open", url: `${production.appUrl}/health/`, secret: "SECRET_KEY" });
      plan.prepare.keys.staging.file = shared;
    });
    const launched = await world.launch({ tag: "no-access", workflow: "prepare.yml" });
    assert.equal(launched.conclusion, "failure");
    const { steps, release } = await lastState(world);
    assert.equal(steps.get("day-before.access-database")?.status, "failed");
    assert.equal(steps.get("day-before.access-disk")?.status, "done");
    assert.match(steps.get("day-before.access-open")?.note ?? "", /^inconclusive: also says yes to a wrong key/);
    assert.match(steps.get("day-before.keys")?.note ?? "", /SECRET_KEY has the value that it has on staging/);
    assert.equal(steps.has("day-before.build"), false);
    const issue = await world.api("anna", "GET", `/repos/${repository}/issues/${release?.issue}`);
    for (const text of [launched.log.join("\n"), JSON.stringify(issue), JSON.stringify(await world.journal())])
      assert.ok(!text.includes(key), "the key is nowhere");
    assert.match(
      launched.log.join("\n"),
      /also says yes to a wrong key[\s\S]*has the value that it has on staging|has the value that it has on staging[\s\S]*also says yes to a wrong key/,
    );
    await nothingLeft();
  });

  test("the release's smoke tests run against staging, and people are told", async () => {
    const staging: Change = (plan) =>
      (plan.prepare = {
        staging: { env: { BASE_URL: world.production.appUrl } },
        tell: { who: ["@clinic/team"], text: "Call the duty phone." },
      });
    // What serves v1.0.0 stands in for staging: good enough for v1.0.1, and without what v1.1.0 is asked for.
    await withPlan("staged", staging, "v1.0.1");
    const good = await world.launch({ tag: "staged", workflow: "prepare.yml" });
    assert.equal(good.conclusion, "success", good.log.join("\n"));
    const state = await lastState(world);
    assert.match(state.steps.get("day-before.staging")?.note ?? "", /Smoke tests: \d+ of \d+ passed/);
    const comments = await world.api("anna", "GET", `/repos/${repository}/issues/${state.release?.issue}/comments`);
    assert.match(comments[0].body, /@clinic\/team[\s\S]*Europe\/Moscow[\s\S]*We expect it to take[\s\S]*duty phone/);
    await nothingLeft();
    await withPlan("not-staged", staging);
    assert.equal((await world.launch({ tag: "not-staged", workflow: "prepare.yml" })).conclusion, "failure");
    const failed = await lastState(world);
    assert.equal(failed.steps.get("day-before.staging")?.status, "failed");
    assert.equal(failed.ended?.outcome, "failed");
    await nothingLeft();
  });

  test("too early: it says from when it can be approved, and nothing is touched", async () => {
    await withPlan("too-early", window(60, 180));
    const launched = await world.launch({ tag: "too-early" });
    assert.equal(launched.conclusion, "failure");
    assert.match(launched.log.join("\n"), /it is too early: the window opens at .* \(Europe\/Moscow\)/);
    await nothingLeft();
  });

  test("too little of the window is left: refused, unless a person takes that on by name and with a reason", async () => {
    // A launch on record took three hours to migrate; half an hour is left, whatever this machine is busy with.
    const earlier = { release: "an-earlier-launch", run: { id: 1, attempt: 1 } };
    const at = new Date().toISOString();
    for (const entry of [
      { kind: "step", step: "deploy.migrate@app-1", status: "done", seconds: 3 * 3600 },
      { kind: "ended", outcome: "live", because: "it works" },
    ])
      await appendFile(
        join(world.production.state, "journal.jsonl"),
        `${JSON.stringify({ ...entry, ...earlier, at })}\n`,
      );
    await withPlan("too-short", window(-30, 30));
    const refused = await world.launch({ tag: "too-short" });
    assert.equal(refused.conclusion, "failure");
    assert.match(refused.log.join("\n"), /of the window are left; the launch and a rollback may need/);
    await nothingLeft();
    const launched = await world.launch({
      tag: "too-short",
      inputs: { override: "the owner of the clinic asked for it" },
    });
    assert.equal(launched.conclusion, "success", launched.log.join("\n"));
    const state = await lastState(world);
    assert.deepEqual(state.overridden, { by: "anna", because: "the owner of the clinic asked for it" });
    assert.match(
      (await world.issues()).find(({ body }) => body.includes("anna takes that on") || body.includes("anna takes on"))
        ?.body ?? "",
      /the owner of the clinic asked for it/,
    );
    assert.equal(state.ended?.outcome, "live");
  });
});
