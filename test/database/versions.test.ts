import assert from "node:assert/strict";
import { spawn } from "node:child_process";
import { once } from "node:events";
import { mkdir } from "node:fs/promises";
import { join } from "node:path";
import { after, before, describe, test } from "node:test";
import { compareArchive } from "../../src/database/contents/archive/contents.ts";
import { compareContents } from "../../src/database/contents/contents.ts";
import { takeCopy } from "../../src/database/copy.ts";
import { scratchRecipe } from "../../src/database/create.ts";
import { closeDoors, openDoors } from "../../src/database/doors.ts";
import { readSource, takeDump } from "../../src/database/dump/dump.ts";
import {
  compareFrame,
  contentsOf,
  dropSide,
  readThrough,
  requireSame,
  restoreBeside,
} from "../../src/database/dump/restore.ts";
import { type DatabasePlan, psqlCommand } from "../../src/database/postgres.ts";
import { databaseProblems, spaceProblems } from "../../src/database/preflight/preflight.ts";
import { cloneScratch } from "../../src/database/unmigrated.ts";
import { watchLocks } from "../../src/database/trial/lock-sampler.ts";
import { swapDatabases } from "../../src/database/swap.ts";
import { openingMark, writtenSince } from "../../src/database/written/written.ts";
import { localHost } from "../../src/hosts/local.ts";
import { connectionOf } from "./throwaway-cluster.ts";
import { clientsOf } from "./versions/client-package.ts";
import { type Counts, dressSql, localeOf, migration, peopleOf, sampleSql } from "./versions/sample.ts";
import { secondOpinion } from "./versions/second-opinion.ts";
import { noServerHere } from "./versions/server-package.ts";
import { majorOf, startVersion, type VersionCluster } from "./versions/start-version.ts";

/** The oldest, a newer one and the newest with every change; all of them, and newer clients, with GOLIVE_LONG=1. */
const long = process.env.GOLIVE_LONG === "1";
const majors = long ? [13, 14, 15, 16, 17, 18] : [13, 16, 18];

const host = localHost("db-1");

describe("a launch's database on each version of PostgreSQL", { skip: noServerHere() ?? false }, () => {
  for (const major of majors) describe(`PostgreSQL ${major}`, () => onVersion(major));
});

function onVersion(major: number): void {
  let cluster: VersionCluster;
  let plan: DatabasePlan;
  before(async () => {
    const clients = long ? await clientsOf(major) : null;
    cluster = await startVersion(major, clients === null ? {} : { clients });
    await cluster.sql("CREATE ROLE reader LOGIN PASSWORD 'r'; CREATE ROLE writer LOGIN", "postgres");
    plan = cluster.plan({ programs: cluster.programs });
    await mkdir(plan.backup.directory, { recursive: true });
    await cluster.sql(`DROP DATABASE ${plan.name}`, "postgres");
    const owner = `OWNER ${cluster.facts.owner} TEMPLATE template0`;
    await cluster.sql(`CREATE DATABASE ${plan.name} ${owner} ${localeOf(major)}`, "postgres");
    await cluster.sql(sampleSql(major));
    await cluster.sql(dressSql(plan.name), "postgres");
  });
  after(() => cluster?.stop());

  test("preflight finds nothing in the way but a client of another version", async () => {
    await looksClean(cluster, plan, major);
  });
  test("cloned, migrated, written to, counted and taken back", () =>
    thereAndBack(cluster, plan, { migration, people: peopleOf(major) }));
  test("the same by a role that is no superuser", async () => {
    const own = await asPlainRole(cluster, plan);
    await looksClean(cluster, own, major);
    const counts: readonly Counts[] = [["own.clients", 0, 0, 1]];
    const people = { sql: "DELETE FROM own.clients WHERE id = 5", counts };
    await thereAndBack(cluster, own, { migration: "ALTER TABLE own.clients ADD COLUMN state text", people });
  });
  // Only a server of 17 knows it, and no connection to an older one may name it.
  test("a role whose transactions are timed", { skip: major < 17 }, async () => {
    await cluster.sql(`ALTER ROLE ${cluster.facts.adminUser} SET transaction_timeout = '200ms'`, "postgres");
    try {
      await takeCopy(host, plan, `${plan.name}_copy_v1`);
      await contentsOf(host, plan, plan.name);
      await host.run(psqlCommand(plan, plan.name, "SELECT pg_sleep(0.5)"));
    } finally {
      const sql = `SET transaction_timeout = 0; ALTER ROLE ${cluster.facts.adminUser} RESET transaction_timeout`;
      await cluster.sql(sql, "postgres");
      await dropSide(host, plan, `${plan.name}_copy_v1`);
    }
  });
  test("by day: a scratch database like it, cloned once more, and the locks of a migration", async () => {
    const scratch = `${plan.name}_trial_v1`;
    const recipe = await scratchRecipe(host, plan, { roles: true });
    await host.run(psqlCommand(plan, "postgres", recipe, { variables: { name: scratch } }));
    const belongs = `SELECT to_jsonb(d) - '{oid,datname,datfrozenxid,datminmxid,datacl,dathasloginevt}'::text[] FROM pg_database d WHERE datname = `;
    assert.equal(
      await cluster.sql(`${belongs}'${scratch}'`, "postgres"),
      await cluster.sql(`${belongs}'${plan.name}'`, "postgres"),
    );
    const made = await cloneScratch(host, plan, scratch);
    const migrated = "CREATE TABLE t (x int); BEGIN; LOCK TABLE t; SELECT pg_sleep(1); COMMIT";
    const { locks } = await watchLocks(host, plan, made, () => cluster.sql(migrated, made));
    assert.ok(
      locks.some(({ table, stops }) => table === "public.t" || (table === "t" && stops === "reads and writes")),
    );
    for (const name of [made, scratch]) await dropSide(host, plan, name);
  });
  test("dumped, proved by both methods and restored", async (t) => {
    const client = await majorOf(cluster.programs);
    if (client < major)
      return t.skip(`the newest client here is of ${client}: it refuses to dump a server of ${major}`);
    await dumpAndProof(cluster, plan);
  });
}

async function looksClean({ programs }: VersionCluster, plan: DatabasePlan, major: number): Promise<void> {
  const { problems, facts } = await databaseProblems(host, plan, [`${plan.name}_copy_v1`]);
  const older = (await majorOf(programs)) < major ? ["db-version-mismatch"] : [];
  // One of these databases has a trigger at login that does nothing, which cannot be known.
  const codes = problems.map(({ code }) => code).filter((code) => major < 17 || code !== "db-login-trigger");
  assert.deepEqual(codes, older, problems.map(({ what }) => what).join("\n"));
  assert.ok(facts);
  assert.ok(facts.serverVersion.startsWith(`${major}.`));
  assert.deepEqual((await spaceProblems(host, plan, facts, { copy: true })).problems, []);
}

/** Owner of the database and of all in it, with the rights that preflight asks for. */
async function asPlainRole(cluster: VersionCluster, plan: DatabasePlan): Promise<DatabasePlan> {
  const name = "plain_service";
  await cluster.sql(
    "CREATE ROLE plain LOGIN CREATEDB PASSWORD 'p'; GRANT pg_signal_backend, pg_read_all_stats TO plain",
    "postgres",
  );
  await cluster.sql(`CREATE DATABASE ${name} OWNER plain`, "postgres");
  await cluster.sql(
    `SET ROLE plain; CREATE SCHEMA own; CREATE TABLE own.clients (id int GENERATED ALWAYS AS IDENTITY PRIMARY KEY, name text);
INSERT INTO own.clients (name) SELECT 'c' || i FROM generate_series(1, 500) i`,
    name,
  );
  return { ...plan, name, connection: await connectionOf(cluster, "plain", "p") };
}

interface Meanwhile {
  readonly migration: string;
  readonly people: { readonly sql: string; readonly counts: readonly Counts[] };
}

async function thereAndBack(cluster: VersionCluster, plan: DatabasePlan, meanwhile: Meanwhile): Promise<void> {
  const copy = `${plan.name}_copy_v1`;
  const first = await secondOpinion(cluster, plan.name);
  const session = await openSession(cluster, plan.name);
  const made = await takeCopy(host, plan, copy);
  await session.ended;
  assert.ok(made.bytes > 1_000_000 && Number(made.oid) > 0);
  assert.equal(await doorsOf(cluster, copy), "f", "the copy is frozen");
  assert.equal(await doorsOf(cluster, plan.name), "t");
  await openDoors(host, plan, copy);
  assert.deepEqual(await secondOpinion(cluster, copy), first);
  assert.deepEqual(compareContents(await contentsOf(host, plan, plan.name), await contentsOf(host, plan, copy)), []);
  await cluster.sql(meanwhile.migration, plan.name);
  const openedAt = await openingMark(host, plan);
  await cluster.sql(meanwhile.people.sql, plan.name);
  const compared = {
    now: plan.name,
    then: copy,
    cloned: true,
    openedAt,
    out: join(cluster.directory, "written.jsonl"),
  };
  const written = await writtenSince(host, plan, compared);
  const counts = written.map(({ table, inserted, changed, deleted }) => [table, inserted, changed, deleted]);
  assert.deepEqual(counts, meanwhile.people.counts);
  await closeDoors(host, plan, copy);
  assert.equal(await doorsOf(cluster, copy), "f");
  await swapDatabases(host, plan, copy, `${plan.name}_failed_v1`);
  assert.deepEqual(await secondOpinion(cluster, plan.name), first);
  assert.equal(await doorsOf(cluster, plan.name), "t");
  await closeDoors(host, plan, plan.name);
  await openDoors(host, plan);
  assert.equal(await doorsOf(cluster, plan.name), "t");
}

const doorsOf = (cluster: VersionCluster, name: string) =>
  cluster.sql(`SELECT datallowconn FROM pg_database WHERE datname = '${name}'`, "postgres");

/** Somebody who is connected and stays so. */
async function openSession(cluster: VersionCluster, database: string) {
  const { host: address = "", port, user = "", passfile = "" } = await connectionOf(cluster, "reader", "r");
  const words = ["-X", "-h", address, "-p", String(port), "-U", user, "-d", database];
  const env = { PATH: process.env.PATH, PGPASSFILE: passfile };
  const file = join(cluster.programs, "psql");
  const child = spawn(file, [...words, "-c", "\\echo in", "-c", "SELECT pg_sleep(120)"], { env });
  child.stderr.resume();
  const ended = once(child, "exit");
  await once(child.stdout, "data");
  return { ended };
}

async function dumpAndProof(cluster: VersionCluster, all: DatabasePlan): Promise<void> {
  const plan: DatabasePlan = { ...all, backup: { ...all.backup, proof: "content" } };
  const directory = join(plan.backup.directory, "v1");
  const restored = `${plan.name}_restored_v1`;
  const first = await secondOpinion(cluster, plan.name);
  await takeDump(host, plan, directory);
  await readThrough(host, plan, directory);
  const source = await readSource(host, plan, directory);
  assert.deepEqual(await compareArchive(host, plan, directory, source), []);
  assert.deepEqual(await compareFrame(host, plan, { directory, name: `${plan.name}_proof_v1`, source }), []);
  await restoreBeside(host, plan, directory, restored);
  await requireSame(host, plan, { database: restored, source, directory });
  assert.deepEqual(await secondOpinion(cluster, restored), first);
  await dropSide(host, plan, restored);
}
