import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { existsSync, mkdirSync, readdirSync, symlinkSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { after, before, describe, test } from "node:test";
import { main } from "../../src/cli/main.ts";
import { UserError } from "../../src/core/errors.ts";
import { mark } from "../../src/database/trial/trial.ts";
import type { Entry, Event } from "../../src/journal/event.ts";
import { loadPlan } from "../../src/plan/load.ts";
import type { Plan } from "../../src/plan/schema/schema.ts";
import { clean } from "../../src/stages/by-hand/clean.ts";
import { connect, type Connections } from "../../src/stages/launch/connect/connect.ts";
import { leftoversOf } from "../../src/stages/by-hand/leftovers/inventory.ts";
import { type Cluster, startCluster } from "../database/throwaway-cluster.ts";
import { samplePlanText } from "../plan/sample-plan.ts";
import { postgresqlOf } from "../../src/plan/engine/engine.ts";

const day = 86_400_000;
const ago = (days: number) => new Date(Date.now() - days * day).toISOString();

/** A launch as the journal has it: opened, its steps with what they left, ended. */
function launch(
  release: string,
  days: number,
  outcome: "live" | "rolled-back" | null,
  steps: Record<string, object>,
): Entry[] {
  const entry = (event: Event): Entry => ({ ...event, at: ago(days), release, run: { id: 7, attempt: 1 } });
  const opened = {
    id: release,
    tag: release,
    commit: "a".repeat(40),
    digest: "d",
    issue: 1,
    actor: "anna",
    runId: 7,
    window: { start: ago(days), end: ago(days) },
  };
  return [
    entry({ kind: "opened", opened }),
    ...Object.entries(steps).map(([step, facts]) => entry({ kind: "step", step, status: "done", facts: { ...facts } })),
    ...(outcome === null ? [] : [entry({ kind: "ended", outcome, because: "so" })]),
  ];
}

function put(path: string, text = "x".repeat(2000)): void {
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, text);
}

describe("what launches left behind", () => {
  let cluster: Cluster;
  let plan: Plan;
  let planFile = "";
  let reached: Connections;
  let folder = "";
  let backups = "";

  before(async () => {
    cluster = await startCluster();
    folder = cluster.directory;
    backups = join(folder, "backups");
    const { name, connection } = cluster.plan();
    planFile = join(folder, "plan.yml");
    const text = samplePlanText
      .replace("directory: /var/lib/golive", `directory: ${folder}/state`)
      .replace("name: clinic", `name: ${name}\n  connection: ${JSON.stringify(connection)}`)
      .replace("/var/backups/golive", backups)
      .replace("directory: /srv/clinic", `directory: ${folder}/srv`)
      .replace("files: none", `files: [{ id: media, host: app-1, directory: ${folder}/media }]`);
    writeFileSync(planFile, text);
    plan = loadPlan(text, planFile);
    reached = await connect(plan, {
      sshKey: "",
      signal: new AbortController().signal,
      run: { id: 0, attempt: 1, actor: "anna" },
    });

    const made = [
      `${name}_failed_v0-1`,
      `${name}_failed_v2-3`,
      `${name}_copy_v3-4`,
      `${name}_copy_v1-2`,
      `${name}_trial_9`,
    ];
    const others = [`${name}_failed_by-hand`, `${name}_trial_own`, `${name}_archive`];
    for (const one of [...made, ...others]) await cluster.sql(`CREATE DATABASE "${one}"`);
    await cluster.sql(`COMMENT ON DATABASE "${name}_trial_9" IS '${mark}'`);
    const oid = async (one: string) =>
      (await cluster.sql(`SELECT oid FROM pg_database WHERE datname = '${one}'`)).trim();
    const kept = (release: string) => ({ kept: { folder: join(folder, `media.golive/${release}`), keep: "copy" } });
    await reached.journal.append([
      ...launch("v0-1", 90, "rolled-back", { "backup.dump": {}, "rollback.database": { kept: made[0] } }),
      // Of the copy on record, only the name is there: somebody made another of that name.
      ...launch("v1-2", 60, "live", {
        "backup.dump": {},
        "backup.copy": { copy: { name: made[3], oid: "1" } },
        "backup.files-media@app-1": kept("v1-2"),
      }),
      ...launch("v2-3", 40, "rolled-back", {
        "backup.dump": {},
        "backup.files-media@app-1": kept("v2-3"),
        "rollback.database": { kept: made[1], failed: await oid(made[1] ?? "") },
      }),
      ...launch("v3-4", 1, "live", {
        "backup.dump": {},
        "backup.manifest": {},
        "backup.proof": { proved: "restore" },
        "backup.copy": { copy: { name: made[2], oid: await oid(made[2] ?? "") } },
        "backup.files-media@app-1": kept("v3-4"),
      }),
    ]);
    for (const release of ["v0-1", "v1-2", "v2-3", "v3-4", "by-hand"]) {
      put(join(backups, release, "dump/toc.dat"));
      put(join(backups, release, "manifest.json"));
      put(join(folder, `media.golive/${release}/tree/photo.jpg`));
      put(join(folder, `state/logs/${release}/deploy.log`));
      put(join(folder, `state/plans/${release}.yml`));
      put(join(folder, `srv/.venv.golive-before-${release}/x`));
    }
    put(join(backups, "v2-3/written.jsonl"));
    put(join(folder, "media.golive/v2-3/set-aside/1/new.jpg"));
    put(join(folder, "srv/.git/golive-v2-3.diff"));
    put(join(folder, "srv/notes.golive-tips"));
  });
  after(async () => {
    await reached.close();
    await cluster.stop();
  });

  const ids = async () => (await leftoversOf(plan, reached)).map(({ id }) => id).toSorted();
  const word = (remove: string[], olderThan: number | null = null) => ({
    ids: remove,
    olderThan,
    by: "anna",
    because: "room",
  });
  const codes = (code: string) => (error: unknown) =>
    error instanceof UserError && error.problems.every((problem) => problem.code === code);

  test("what is on record or marked is listed, and nothing of a name alone", async () => {
    const { name } = postgresqlOf(plan);
    assert.deepEqual(await ids(), [
      ...["v0-1", "v1-2", "v2-3", "v3-4"].map((release) => `backup:${release}`),
      "beside:app-1:.git/golive-v2-3.diff",
      ...["v0-1", "v1-2", "v2-3", "v3-4"].map((release) => `beside:app-1:.venv.golive-before-${release}`),
      ...["copy_v3-4", "failed_v0-1", "failed_v2-3", "trial_9"].map((side) => `database:${name}_${side}`),
      ...["v1-2", "v2-3", "v3-4"].map((release) => `files:media:${release}`),
      ...["v0-1", "v1-2", "v2-3", "v3-4"].map((release) => `log:${release}`),
      ...["v0-1", "v1-2", "v2-3", "v3-4"].map((release) => `plan:${release}`),
      "rows:v2-3",
      "set-aside:media:v2-3",
    ]);
    const there = await leftoversOf(plan, reached);
    for (const one of there) assert.ok(one.bytes > 1000, `${one.id} ${one.bytes}`);
    assert.deepEqual(
      there
        .filter(({ held }) => held !== null)
        .map(({ id }) => id)
        .toSorted(),
      [
        "backup:v3-4",
        "beside:app-1:.venv.golive-before-v3-4",
        `database:${name}_copy_v3-4`,
        "files:media:v3-4",
        "log:v3-4",
        "plan:v3-4",
      ],
    );
    assert.deepEqual([...new Set(there.filter(({ people }) => !people).map(({ kind }) => kind))], ["beside"]);
  });

  test("the newest rollback's things stay until their time is over", async () => {
    const early = { ...plan, keepFor: 50 * 86_400 };
    const held = (await leftoversOf(early, reached)).filter(
      ({ release, held: why }) => release === "v2-3" && why !== null,
    );
    assert.ok(held.some(({ id }) => id === `database:${postgresqlOf(plan).name}_failed_v2-3`));
    assert.ok(held.some(({ id }) => id === "set-aside:media:v2-3") && held.some(({ id }) => id === "rows:v2-3"));
  });

  test("nothing goes without a word, a reason and a known name; nor while a launch is under way", async () => {
    const before = await ids();
    await assert.rejects(clean(plan, reached, word(["database:postgres"])), codes("clean-unknown"));
    await assert.rejects(clean(plan, reached, word(["backup:by-hand"])), codes("clean-unknown"));
    await assert.rejects(clean(plan, reached, word([`database:${postgresqlOf(plan).name}`])), codes("clean-unknown"));
    const owner = {
      release: "v4",
      tag: "v4",
      commit: "",
      digest: "",
      runId: 9,
      runUrl: "",
      actor: "dmitry",
      since: ago(0),
    };
    await reached.lock.take(owner);
    await assert.rejects(clean(plan, reached, word(["log:v0-1"])), codes("clean-launch-under-way"));
    await reached.lock.release(owner);
    assert.deepEqual(await ids(), before);
    const cleaned = await clean(plan, reached, word(["backup:v3-4"]));
    assert.deepEqual(cleaned.removed, []);
    assert.match(cleaned.stays[0]?.why ?? "", /newest backup that is proved/);
    assert.deepEqual(await ids(), before);
  });

  test("a launch that is under way keeps all of its own, and the scratch databases", async () => {
    const under = launch("v4-5", 0, null, { "isolate.on": {}, "backup.dump": {} });
    put(join(backups, "v4-5/dump/toc.dat"));
    const journal = { ...reached.journal, read: async () => [...(await reached.journal.read()), ...under] };
    const there = await leftoversOf(plan, { ...reached, journal });
    const heldOf = (id: string) => there.find((one) => one.id === id)?.held;
    assert.match(heldOf("backup:v4-5") ?? "", /under way/);
    assert.match(heldOf(`database:${postgresqlOf(plan).name}_trial_9`) ?? "", /under way/);
  });

  test("somebody who is connected is not thrown out", async () => {
    const name = `${postgresqlOf(plan).name}_failed_v0-1`;
    const sleeping = cluster.sql("SELECT pg_sleep(120)", name).catch(() => {});
    await new Promise((resolve) => setTimeout(resolve, 800));
    const cleaned = await clean(plan, reached, word([`database:${name}`]));
    assert.deepEqual(cleaned.removed, []);
    assert.match(cleaned.stays[0]?.why ?? "", /could not be dropped/);
    await cluster.sql(`SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = '${name}'`);
    await sleeping;
  });

  test("what is named goes, on record, and the rows beside a backup stay", async () => {
    const cleaned = await clean(
      plan,
      reached,
      word(["backup:v2-3", "files:media:v2-3", `database:${postgresqlOf(plan).name}_failed_v2-3`]),
    );
    assert.deepEqual([cleaned.removed.length, cleaned.stays], [3, []]);
    assert.deepEqual(readdirSync(join(backups, "v2-3")), ["written.jsonl"]);
    assert.ok(existsSync(join(folder, "media.golive/v2-3/set-aside/1/new.jpg")));
    const recorded = (await reached.journal.read()).filter(
      (entry) => entry.kind === "cleaned" && entry.release === "v2-3",
    );
    assert.equal(recorded.length, 1);
    assert.ok(recorded[0]?.kind === "cleaned" && recorded[0].by === "anna" && recorded[0].because === "room");
    assert.equal(await reached.lock.held(), null);
  });

  test("the command line: a list for people and as JSON, and all that is old at once", async () => {
    const told = { out: "", err: "" };
    const golive = (...words: string[]) => {
      Object.assign(told, { out: "", err: "" });
      return main(
        ["clean", "--plan", planFile, ...words],
        (text) => void (told.out += text),
        (text) => void (told.err += text),
      );
    };
    assert.equal(await golive(), 0);
    assert.match(told.out, /90 days +\S+ KiB +👤 +backup:v0-1 \(app-1\)/);
    assert.match(told.out, /backup:v3-4 \(app-1\); stays: the newest backup/);
    assert.equal(await golive("--json"), 0);
    assert.equal((JSON.parse(told.out) as { id: string }[]).length, (await ids()).length);
    assert.equal(await golive("--remove", "log:v0-1"), 1);
    assert.match(told.err, /there is no reason/);
    assert.equal(await golive("log:v0-1", "--because", "x"), 1);
    assert.match(told.err, /say --remove log:v0-1/);
    assert.equal(await golive("--all-older-than", "soon", "--because", "x"), 1);
    assert.equal(await golive("--remove", "log:v0-1", "log:v1-2", "--because", "read", "--by", "anna"), 0, told.err);
    assert.match(told.out, /removed +log:v0-1[^]*removed +log:v1-2/);
    assert.equal(await golive("--remove", "log:v3-4", "--because", "read"), 1);
    assert.match(told.err, /log:v3-4 stays: kept until/);
    assert.equal(await golive("--all-older-than", "30d", "--because", "half a year's cleaning"), 0, told.err);
    const left = await ids();
    assert.ok(!left.includes("backup:v0-1") && !left.includes("rows:v2-3"), left.join(" "));
    assert.ok(left.includes("backup:v3-4"));
    const databases = (await cluster.sql("SELECT datname FROM pg_database")).split("\n");
    for (const own of ["failed_by-hand", "trial_own", "archive", "copy_v1-2"])
      assert.ok(databases.includes(`${postgresqlOf(plan).name}_${own}`), own);
    for (const own of [
      join(backups, "by-hand/manifest.json"),
      join(folder, "srv/notes.golive-tips"),
      join(folder, "srv/.venv.golive-before-by-hand/x"),
    ])
      assert.ok(existsSync(own), own);
  });

  test("releases: the live one is none, the one before it stays, others go with their note", async () => {
    const base = join(folder, "by-release");
    for (const name of ["v1-aaaaaaaaaaaa", "v2-bbbbbbbbbbbb", "v3-cccccccccccc", "own"])
      put(join(base, "releases", name, "manage.py"));
    for (const name of ["v1-aaaaaaaaaaaa", "v2-bbbbbbbbbbbb", "v3-cccccccccccc"])
      put(join(base, "golive", name), "built\n");
    execFileSync("git", ["init", "--quiet", join(base, "repo")]);
    symlinkSync(join(base, "releases/v3-cccccccccccc"), join(base, "current"));
    const releases: Plan = { ...plan, deploy: { ...plan.deploy, strategy: "releases", directory: base } };
    const previous = { commit: "b", tag: "v2", directory: join(base, "releases/v2-bbbbbbbbbbbb") };
    await reached.journal.append(launch("v5-6", 40, "live", { "deploy.fetch@app-1": { previous } }));
    const there = (await leftoversOf(releases, reached)).filter(({ kind }) => kind === "release");
    assert.deepEqual(there.map(({ id, held }) => [id, held === null]).toSorted(), [
      ["release:app-1:v1-aaaaaaaaaaaa", true],
      ["release:app-1:v2-bbbbbbbbbbbb", false],
    ]);
    await clean(releases, reached, word(["release:app-1:v1-aaaaaaaaaaaa", "release:app-1:v2-bbbbbbbbbbbb"]));
    assert.deepEqual(readdirSync(join(base, "releases")).toSorted(), ["own", "v2-bbbbbbbbbbbb", "v3-cccccccccccc"]);
    assert.deepEqual(readdirSync(join(base, "golive")).toSorted(), ["v2-bbbbbbbbbbbb", "v3-cccccccccccc"]);

    for (const name of ["kept-v0-1", "kept-v5-6", "kept-by-hand"]) put(join(base, "golive", name, "a/x"));
    await reached.journal.append(launch("v6-7", 1, "live", { "day-before.build": {} }));
    put(join(backups, ".day-before/toc.dat"));
    const beside = (await leftoversOf(releases, reached)).filter(({ id }) => /:golive\/|\.day-before$/.test(id));
    assert.deepEqual(beside.map(({ id }) => id).toSorted(), [
      "beside:app-1:golive/kept-v0-1",
      "beside:app-1:golive/kept-v5-6",
      "trial:app-1:.day-before",
    ]);
    await clean(releases, reached, word(["beside:app-1:golive/kept-v0-1", "trial:app-1:.day-before"]));
    assert.ok(!existsSync(join(base, "golive/kept-v0-1")) && existsSync(join(base, "golive/kept-by-hand")));
    assert.ok(!existsSync(join(backups, ".day-before")) && existsSync(join(backups, "by-hand")));
  });
});
