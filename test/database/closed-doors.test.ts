import assert from "node:assert/strict";
import { spawn } from "node:child_process";
import { once } from "node:events";
import { existsSync } from "node:fs";
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { after, before, describe, test } from "node:test";
import { pollUntil } from "../../packages/rehearsal/production/processes/poll-until.ts";
import { postgresBinaries } from "../../packages/rehearsal/production/servers/postgres.ts";
import { UserError } from "../../src/core/errors.ts";
import { takeCopy } from "../../src/database/copy.ts";
import type { DatabasePlan } from "../../src/database/postgres.ts";
import { swapDatabases } from "../../src/database/swap.ts";
import { localHost } from "../../src/hosts/local.ts";
import { type Cluster, connectionOf, startCluster } from "./throwaway-cluster.ts";

const inTheWay = /being accessed by other users/;

const cron = existsSync(`/usr/share/${/postgresql\/\d+/.exec(await postgresBinaries())}/extension/pg_cron.control`);

describe("what holds a database is ended behind closed doors, and the doors open again", () => {
  const host = localHost("db-1");
  let cluster: Cluster;
  before(async () => {
    cluster = await startCluster();
    await cluster.restart("wal_level = logical", "max_prepared_transactions = 5", "fsync = off", "autovacuum = off");
    await cluster.sql(
      `CREATE ROLE operator LOGIN CREATEDB PASSWORD 'o'; GRANT ${cluster.facts.owner} TO operator; GRANT pg_signal_backend, pg_read_all_stats TO operator`,
      "postgres",
    );
  });
  after(() => cluster.stop());

  async function make(name: string, sql = "SELECT 1"): Promise<DatabasePlan> {
    await cluster.sql(`CREATE DATABASE ${name} OWNER ${cluster.facts.owner}`, "postgres");
    await cluster.sql(sql, name);
    return cluster.plan({ name });
  }
  const open = (name: string) =>
    cluster.sql(`SELECT datallowconn FROM pg_database WHERE datname = '${name}'`, "postgres");
  const clonedByHand = (name: string) =>
    cluster.sql(`CREATE DATABASE ${name}_by_hand TEMPLATE ${name}; DROP DATABASE ${name}_by_hand`, "postgres");
  const workers = (name: string) =>
    cluster.sql(
      `SELECT backend_type FROM pg_stat_activity WHERE datname = '${name}' AND backend_type <> 'client backend'`,
      "postgres",
    );
  const appears = (name: string, type: string) =>
    pollUntil(async () => (await workers(name)).includes(type), { what: `no ${type} in ${name}` });

  /** A session that stays, as the superuser, until the function returned is called. */
  async function session(name: string, sql: string): Promise<() => Promise<void>> {
    const { host: address, port, adminUser, passfile, binaries } = cluster.facts;
    const words = ["-X", "-h", address, "-p", String(port), "-U", adminUser, "-d", name, "-c", sql];
    const child = spawn(join(binaries, "psql"), words, {
      env: { PATH: process.env.PATH, PGPASSFILE: passfile },
      stdio: "ignore",
    });
    const ended = once(child, "exit");
    await pollUntil(
      async () =>
        (await cluster.sql(`SELECT count(*) FROM pg_stat_activity WHERE datname = '${name}'`, "postgres")) !== "0",
      { what: `nobody in ${name}` },
    );
    return async () => {
      await cluster.sql(
        `SELECT pg_terminate_backend(pid, 5000) FROM pg_stat_activity WHERE datname = '${name}'`,
        "postgres",
      );
      await ended;
    };
  }

  test("a background worker that starts again by itself", async () => {
    const plan = await make("followed", "CREATE TABLE t (id int PRIMARY KEY)");
    await make("led", "CREATE TABLE t (id int PRIMARY KEY); CREATE PUBLICATION p FOR TABLE t");
    await cluster.sql("SELECT pg_create_logical_replication_slot('s', 'pgoutput')", "led");
    const { host: address, port, adminUser, passfile } = cluster.facts;
    const secret = (await readFile(passfile, "utf8")).trim().split(":").at(-1);
    await cluster.sql(
      `CREATE SUBSCRIPTION s CONNECTION 'host=${address} port=${port} user=${adminUser} password=${secret} dbname=led' PUBLICATION p WITH (create_slot = false, slot_name = s)`,
      "followed",
    );
    await appears("followed", "logical replication worker");
    await assert.rejects(clonedByHand("followed"), inTheWay);
    const { gone } = await takeCopy(host, plan, "followed_copy_r1");
    // On a busy machine it may not be back yet, which is told; it comes back all the same.
    assert.ok(
      gone.every((kind) => kind === "logical replication worker"),
      gone.join(),
    );
    assert.equal(await open("followed"), "t");
    await appears("followed", "logical replication worker");
    await cluster.sql("ALTER SUBSCRIPTION s DISABLE; ALTER SUBSCRIPTION s SET (slot_name = NONE)", "followed");
    await cluster.sql("DROP SUBSCRIPTION s", "followed");
    await cluster.sql("SELECT pg_drop_replication_slot('s') FROM pg_sleep(1)", "led");
  });

  test("autovacuum that keeps the database from wraparound", async () => {
    const plan = await make(
      "old",
      "CREATE TABLE t AS SELECT i, repeat('x', 500) FROM generate_series(1, 30000) i; ALTER TABLE t SET (autovacuum_freeze_max_age = 100000, autovacuum_vacuum_cost_delay = 100, autovacuum_vacuum_cost_limit = 1)",
    );
    // Each part of a transaction that writes takes a number of its own.
    await cluster.sql(
      "CREATE TABLE n (i int); DO $$ BEGIN FOR i IN 1..110000 LOOP BEGIN INSERT INTO n VALUES (i); EXCEPTION WHEN OTHERS THEN RAISE; END; END LOOP; END $$",
      "old",
    );
    await cluster.restart("autovacuum_freeze_max_age = 100000", "autovacuum_naptime = '1s'", "autovacuum = on");
    await pollUntil(
      async () =>
        (
          await cluster.sql("SELECT query FROM pg_stat_activity WHERE backend_type = 'autovacuum worker'", "postgres")
        ).includes("public.t (to prevent wraparound)"),
      { what: "autovacuum is not there" },
    );
    const copy = await takeCopy(host, plan, "old_copy_r1");
    assert.deepEqual([copy.gone, await open("old")], [[], "t"]);
    await cluster.restart("autovacuum = off");
  });

  test("a prepared transaction is not ended: told by its name, and the doors are open", async () => {
    const plan = await make("prepared", "CREATE TABLE t (id int)");
    await cluster.sql("BEGIN; INSERT INTO t VALUES (1); PREPARE TRANSACTION 'order 7'", "prepared");
    await assert.rejects(takeCopy(host, plan, "prepared_copy_r1"), (error) => {
      assert.ok(error instanceof UserError);
      assert.equal(error.problems[0]?.code, "db-held");
      assert.match(error.problems[0].what, /prepared was held open .*: prepared transaction golive order 7$/);
      return true;
    });
    assert.equal(await open("prepared"), "t");
    await cluster.sql("ROLLBACK PREPARED 'order 7'", "prepared");
  });

  test("a session that golive's role may not end", async () => {
    const plan = await make("above");
    const operator = { ...plan, connection: await connectionOf(cluster, "operator", "o") };
    await make("above_restored_r1");
    await cluster.sql(`ALTER DATABASE above_restored_r1 OWNER TO ${cluster.facts.owner}`, "postgres");
    const end = await session("above", "SELECT pg_sleep(300)");
    try {
      await assert.rejects(
        swapDatabases(host, operator, "above_restored_r1", "above_failed_r1"),
        (error) => error instanceof UserError && /client backend golive psql/.test(error.problems[0]?.what ?? ""),
      );
      assert.deepEqual([await open("above"), await open("above_restored_r1")], ["t", "t"]);
    } finally {
      await end();
    }
    await swapDatabases(host, operator, "above_restored_r1", "above_failed_r1");
    assert.deepEqual([await open("above"), await open("above_failed_r1")], ["t", "t"]);
  });

  test("a template stays one, whichever database bears its name", async () => {
    const plan = await make("mold");
    await cluster.sql("ALTER DATABASE mold IS_TEMPLATE true", "postgres");
    await takeCopy(host, plan, "mold_copy_r1");
    await swapDatabases(host, plan, "mold_copy_r1", "mold_failed_r1");
    assert.equal(
      await cluster.sql(
        "SELECT datname, datistemplate FROM pg_database WHERE datname LIKE 'mold%' ORDER BY 1",
        "postgres",
      ),
      "mold|t\nmold_failed_r1|f",
    );
  });

  test("pg_cron's scheduler, which before 1.6 never comes back", { skip: !cron }, async () => {
    const plan = await make("timed");
    await cluster.restart("shared_preload_libraries = 'pg_cron'");
    await cluster.restart("cron.database_name = 'timed'");
    await cluster.sql("CREATE EXTENSION pg_cron", "timed");
    await appears("timed", "pg_cron launcher");
    await assert.rejects(clonedByHand("timed"), inTheWay);
    const { gone } = await takeCopy(host, plan, "timed_copy_r1");
    const comesBack = await cluster.sql(
      "SELECT count(*) FROM pg_settings WHERE name = 'cron.launch_active_jobs'",
      "postgres",
    );
    const expected = comesBack === "1" ? [] : ["pg_cron launcher"];
    assert.deepEqual([gone, await open("timed")], [expected, "t"]);
    await cluster.restart();
    await appears("timed", "pg_cron launcher");
    const swapped = await swapDatabases(host, plan, "timed_copy_r1", "timed_failed_r1");
    assert.deepEqual([swapped.gone, await open("timed")], [expected, "t"]);
    await cluster.restart();
    await appears("timed", "pg_cron launcher");
    assert.equal(await cluster.sql("SELECT extname FROM pg_extension WHERE extname = 'pg_cron'", "timed"), "pg_cron");
  });
});
