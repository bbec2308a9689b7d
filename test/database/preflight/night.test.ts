import assert from "node:assert/strict";
import { copyFile, readFile, rename, rm, writeFile } from "node:fs/promises";
import { existsSync } from "node:fs";
import { dirname, join } from "node:path";
import { after, before, describe, test } from "node:test";
import { pollUntil } from "../../../packages/rehearsal/production/processes/poll-until.ts";
import { postgresBinaries } from "../../../packages/rehearsal/production/servers/postgres.ts";
import { CommandError, UserError } from "../../../src/core/errors.ts";
import type { DatabasePlan } from "../../../src/database/postgres.ts";
import { databaseProblems, spaceProblems } from "../../../src/database/preflight/preflight.ts";
import { localHost } from "../../../src/hosts/local.ts";
import { night, sidesOf } from "../night.ts";
import { type Cluster, connectionOf, startCluster } from "../throwaway-cluster.ts";

const host = localHost("db-1");

const cron = existsSync(`/usr/share/${/postgresql\/\d+/.exec(await postgresBinaries())}/extension/pg_cron.control`);

describe("what preflight finds would stop the night, and what it passes does not", () => {
  let cluster: Cluster;
  let data: string;
  before(async () => {
    cluster = await startCluster();
    data = join(dirname(cluster.facts.socket), "data");
    await cluster.restart("fsync = off", "autovacuum = off");
    await cluster.sql(
      `CREATE ROLE operator LOGIN CREATEDB PASSWORD 'o'; GRANT ${cluster.facts.owner} TO operator; GRANT pg_signal_backend, pg_read_all_stats TO operator`,
      "postgres",
    );
  });
  after(() => cluster.stop());

  /** A database of the service's role; `sql` is run as the superuser, `-- owner` before it as that role. */
  async function make(name: string, sql: string, owner = ""): Promise<DatabasePlan> {
    await cluster.sql(`CREATE DATABASE ${name} OWNER ${cluster.facts.owner}`, "postgres");
    if (owner !== "") await cluster.sql(`SET ROLE ${cluster.facts.owner};\n${owner}`, name);
    await cluster.sql(sql, name);
    return cluster.plan({ name });
  }
  const asOperator = async (plan: DatabasePlan): Promise<DatabasePlan> => ({
    ...plan,
    connection: await connectionOf(cluster, "operator", "o"),
  });

  async function found(plan: DatabasePlan): Promise<string[]> {
    const { problems, facts } = await databaseProblems(host, plan, sidesOf(plan));
    const room =
      facts === null ? [] : (await spaceProblems(host, plan, facts, { copy: plan.backup.copy === true })).problems;
    const all = [...problems, ...room];
    for (const { what, mend, where } of all) assert.ok(what !== "" && mend && where?.startsWith("db-1"), what);
    return all.map(({ code, what }) => `${code}: ${what}`);
  }
  async function only(plan: DatabasePlan, code: string, text = /./): Promise<void> {
    const [first = "", ...more] = await found(plan);
    assert.ok(first.startsWith(`${code}: `) && more.length === 0, [first, ...more].join("\n"));
    assert.match(first, text);
  }
  async function passes(plan: DatabasePlan): Promise<void> {
    assert.deepEqual(await found(plan), []);
    await night(host, plan);
  }
  /** `how` is what PostgreSQL says, where it is not golive that finds it. */
  async function fails(plan: DatabasePlan, how: RegExp): Promise<void> {
    await assert.rejects(night(host, plan), (error: Error) => {
      const cause = error instanceof UserError ? error.cause : error;
      assert.match(`${error.message}\n${cause instanceof CommandError ? cause.finished.stderr : ""}`, how);
      return true;
    });
    for (const side of sidesOf(plan)) await cluster.sql(`DROP DATABASE IF EXISTS ${side}`, "postgres");
  }

  describe("what a restore computes anew", () => {
    test("functions that find others only by a search path: in an index, a check, a generated column", async () => {
      const looksUp =
        "CREATE FUNCTION twofold(i int) RETURNS int IMMUTABLE LANGUAGE sql AS 'SELECT 2 * i'; CREATE FUNCTION rate(i int) RETURNS int IMMUTABLE LANGUAGE plpgsql AS 'BEGIN RETURN twofold(i); END'; CREATE TABLE t (i int); INSERT INTO t VALUES (1)";
      for (const [name, use] of [
        ["in_index", "CREATE INDEX twice ON t (rate(i))"],
        ["in_condition", "CREATE INDEX partly ON t (i) WHERE rate(i) > 0"],
        ["in_check", "ALTER TABLE t ADD CONSTRAINT twice CHECK (rate(i) > 0)"],
        ["in_column", "ALTER TABLE t ADD COLUMN twice int GENERATED ALWAYS AS (rate(i)) STORED"],
        ["in_view", "CREATE VIEW v AS SELECT rate(i) FROM t; CREATE MATERIALIZED VIEW m AS SELECT * FROM v"],
      ] as const) {
        const plan = await make(name, `${looksUp}; ${use}`);
        await only(plan, "db-not-restorable", /function twofold\(integer\) does not exist\)/);
        await fails(plan, /function twofold\(integer\) does not exist/);
        await cluster.sql("ALTER FUNCTION rate SET search_path = public", name);
        await passes(plan);
      }
    });

    test("rows that break a check since its function changed, and those past a key whose triggers are off", async () => {
      const plan = await make(
        "broken",
        "CREATE FUNCTION fine(i int) RETURNS bool IMMUTABLE LANGUAGE sql AS 'SELECT i > 0'; CREATE TABLE t (i int CONSTRAINT good CHECK (fine(i))); INSERT INTO t VALUES (1); CREATE OR REPLACE FUNCTION fine(i int) RETURNS bool IMMUTABLE LANGUAGE sql AS 'SELECT i > 1'",
      );
      await only(plan, "db-not-restorable", /constraint good of public\.t \(rows break it\)/);
      await fails(plan, /violates check constraint "good"/);
      await cluster.sql("UPDATE t SET i = 2", "broken");
      await passes(plan);

      const orphans = await make(
        "orphans",
        "CREATE TABLE parents (a int, b int, PRIMARY KEY (a, b), UNIQUE (b, a)); CREATE TABLE children (a int, b int, CONSTRAINT theirs FOREIGN KEY (b, a) REFERENCES parents (b, a)); ALTER TABLE children DISABLE TRIGGER ALL; INSERT INTO children VALUES (1, NULL)",
      );
      // The night would go through, and have the triggers on again.
      await only(orphans, "db-foreign-keys-off", /write: (public\.)?children$/);
      await cluster.sql("ALTER TABLE children ENABLE TRIGGER ALL", "orphans");
      await passes(orphans);
      await cluster.sql("ALTER TABLE children DISABLE TRIGGER ALL; INSERT INTO children VALUES (1, 2)", "orphans");
      const [off = "", broken = "", ...more] = await found(orphans);
      assert.match(off, /^db-foreign-keys-off: /);
      assert.match(broken, /^db-not-restorable: .*constraint theirs of public\.children \(rows break it\)/);
      assert.deepEqual(more, []);
      await fails(orphans, /violates foreign key constraint "theirs"/);
    });

    test("objects in PostgreSQL's own schemas", async () => {
      const plan = await make(
        "deep",
        "SET allow_system_table_mods = on; CREATE FUNCTION pg_catalog.half(i int) RETURNS int LANGUAGE sql AS 'SELECT i / 2'; CREATE VIEW v AS SELECT half(4)",
      );
      await only(plan, "db-in-system-schema", /pg_catalog\.half$/);
      await fails(plan, /function half\(integer\) does not exist/);
      await cluster.sql("ALTER FUNCTION pg_catalog.half(int) SET SCHEMA public", "deep");
      await passes(plan);
    });

    test("a library and a table's file that are gone", async () => {
      const library = join(data, "gone.so");
      await copyFile(join(dirname(cluster.facts.binaries), "lib/refint.so"), library);
      const plan = await make(
        "filed",
        `CREATE FUNCTION c() RETURNS trigger LANGUAGE c AS '${library}', 'check_primary_key'; CREATE TABLE t (i int); CHECKPOINT`,
      );
      await passes(plan);
      await rm(library);
      await only(plan, "db-library-missing", /gone\.so$/);
      await fails(plan, /could not access file|could not load library/);
      await cluster.sql("DROP FUNCTION c()", "filed");
      const file = join(data, await cluster.sql("SELECT pg_relation_filepath('t')", "filed"));
      await rename(file, `${file}.away`);
      await only(plan, "db-files-missing", /public\.t$/);
      await rename(`${file}.away`, file);
      await passes(plan);
    });
  });

  describe("as a role that is no superuser, with what the docs ask for", () => {
    test("an ordinary database, of many kinds of objects, passes", async () => {
      const plan = await make(
        "ordinary",
        "SELECT 1",
        `CREATE EXTENSION citext; CREATE EXTENSION pgcrypto; CREATE TYPE mood AS ENUM ('a', 'b'); CREATE TYPE span AS RANGE (subtype = int);
        CREATE TABLE t (id int GENERATED ALWAYS AS IDENTITY PRIMARY KEY, m mood, s span, name citext); INSERT INTO t (m, name) VALUES ('a', 'Anna');
        CREATE FUNCTION f() RETURNS trigger LANGUAGE plpgsql AS 'BEGIN RETURN NEW; END'; CREATE TRIGGER tr BEFORE UPDATE ON t FOR EACH ROW EXECUTE FUNCTION f();
        CREATE MATERIALIZED VIEW mv AS SELECT count(*) FROM t; CREATE PUBLICATION p FOR TABLE t; SELECT lo_create(0); CREATE STATISTICS st ON id, m FROM t`,
      );
      await passes(await asOperator(plan));
    });

    for (const [name, sql, mend] of [
      [
        "an event trigger",
        "CREATE FUNCTION e() RETURNS event_trigger LANGUAGE plpgsql AS 'BEGIN END'; CREATE EVENT TRIGGER audit ON ddl_command_end EXECUTE FUNCTION e()",
        "DROP EVENT TRIGGER audit",
      ],
      [
        "a function in C",
        "CREATE FUNCTION c() RETURNS trigger LANGUAGE c AS '$libdir/refint', 'check_primary_key'",
        "DROP FUNCTION c()",
      ],
      ["a publication of all tables", "CREATE PUBLICATION everything FOR ALL TABLES", "DROP PUBLICATION everything"],
      ["an operator family", "CREATE OPERATOR FAMILY own USING btree", "DROP OPERATOR FAMILY own USING btree"],
      ["a cast without a function", "CREATE CAST (bytea AS xml) WITHOUT FUNCTION", "DROP CAST (bytea AS xml)"],
      [
        "grants on PostgreSQL's own functions",
        "GRANT EXECUTE ON FUNCTION pg_ls_dir(text) TO operator",
        "REVOKE EXECUTE ON FUNCTION pg_ls_dir(text) FROM operator",
      ],
      [
        "a function that leaks nothing",
        "CREATE FUNCTION l(i int) RETURNS int LANGUAGE sql LEAKPROOF AS 'SELECT i'",
        "DROP FUNCTION l",
      ],
      [
        "a function with a superuser's setting",
        "CREATE FUNCTION l(i int) RETURNS int LANGUAGE sql SET session_replication_role = 'replica' AS 'SELECT i'",
        "DROP FUNCTION l",
      ],
    ] as const)
      test(name, async () => {
        const database = name.toLowerCase().replaceAll(/\W/g, "_");
        const plan = await make(
          database,
          `${sql}; DO $$ DECLARE o text; BEGIN FOR o IN SELECT oid::regprocedure FROM pg_proc WHERE oid >= 16384 LOOP EXECUTE 'ALTER FUNCTION ' || o || ' OWNER TO ${cluster.facts.owner}'; END LOOP; END $$`,
        );
        const operator = await asOperator(plan);
        const codes = (await found(operator)).map((one) => one.split(":")[0]);
        assert.ok(codes.includes("db-superuser-only"), codes.join());
        await fails(operator, /permission denied|must be superuser|must be owner|only superuser/i);
        assert.deepEqual(await found(plan), [], "a superuser restores it");
        await night(host, plan);
        await cluster.sql(mend, database);
        assert.ok(!(await found(operator)).some((one) => one.startsWith("db-superuser-only")));
      });

    test("a tablespace that only a table is in", async () => {
      await cluster.sql("SET allow_in_place_tablespaces = on;\nCREATE TABLESPACE part LOCATION ''", "postgres");
      const plan = await make(
        "parted",
        `CREATE TABLE t (i int) TABLESPACE part; ALTER TABLE t OWNER TO ${cluster.facts.owner}`,
      );
      const operator = await asOperator(plan);
      await only(operator, "db-tablespace", /parted lies in: part$/);
      await fails(operator, /permission denied|must be superuser|must be owner|only superuser/i);
      await cluster.sql("GRANT CREATE ON TABLESPACE part TO operator", "postgres");
      await passes(operator);
    });

    test("limits of connections", async () => {
      const plan = await make("narrow", "SELECT 1", "CREATE TABLE t (i int)");
      const operator = await asOperator(plan);
      await cluster.sql("ALTER DATABASE narrow CONNECTION LIMIT 2", "postgres");
      await only(operator, "db-connection-limit", /narrow takes 2 connections at once, and golive's dump needs 5/);
      await fails(operator, /too many connections/);
      assert.deepEqual(await found(plan), [], "a superuser is not held by it");
      await cluster.sql("ALTER DATABASE narrow CONNECTION LIMIT 5; ALTER ROLE operator CONNECTION LIMIT 2", "postgres");
      await only(operator, "db-connection-limit", /the role operator may have 2 connections at once, 0 of them/);
      await fails(operator, /too many connections/);
      await cluster.sql("ALTER ROLE operator CONNECTION LIMIT 5", "postgres");
      await passes(operator);
      await cluster.sql("ALTER ROLE operator CONNECTION LIMIT -1", "postgres");
    });

    test("a role that becomes another at login", async () => {
      await cluster.sql(
        "CREATE ROLE deployer LOGIN PASSWORD 'd'; GRANT operator TO deployer; ALTER ROLE deployer SET role = operator",
        "postgres",
      );
      const plan = await make("became", "SELECT 1", "CREATE TABLE t (i int)");
      await passes({ ...plan, connection: await connectionOf(cluster, "deployer", "d") });
    });
  });

  test("defaults of a role and a database that would stop golive are none to it", async () => {
    const plan = await make(
      "defaulted",
      "CREATE SCHEMA hidden; CREATE TABLE hidden.t (i int, \"Name\" text DEFAULT E'\\\\'); INSERT INTO hidden.t VALUES (1)",
    );
    for (const setting of [
      "default_transaction_read_only = on",
      "default_transaction_isolation = 'serializable'",
      "default_transaction_deferrable = on",
      "statement_timeout = '1ms'",
      "lock_timeout = '1ms'",
      "idle_in_transaction_session_timeout = '1ms'",
      "search_path = hidden",
      "standard_conforming_strings = off",
      "quote_all_identifiers = on",
      "exit_on_error = on",
      "client_encoding = 'LATIN1'",
      "datestyle = 'German'",
      "bytea_output = 'escape'",
    ])
      for (const whose of ["DATABASE defaulted", `ROLE ${cluster.facts.adminUser} IN DATABASE postgres`])
        await cluster.sql(`ALTER ${whose} SET ${setting}`, "template1");
    try {
      await passes(plan);
    } finally {
      await cluster.sql(`ALTER ROLE ${cluster.facts.adminUser} IN DATABASE postgres RESET ALL`, "template1");
    }
  });

  test("what looks odd and stops nothing", async () => {
    const plan = await make(
      "odd",
      `CREATE TABLE t (i int); INSERT INTO t VALUES (1), (1), (-1); ALTER TABLE t ADD CONSTRAINT later CHECK (i > 0) NOT VALID;
      CREATE TABLE u (i int UNIQUE); ALTER TABLE u ADD CONSTRAINT key FOREIGN KEY (i) REFERENCES u (i) NOT VALID`,
    );
    await assert.rejects(
      cluster.sql("CREATE UNIQUE INDEX CONCURRENTLY half ON t (i)", "odd"),
      /could not create unique/,
    );
    assert.equal(await cluster.sql("SELECT count(*) FROM pg_index WHERE NOT indisvalid", "odd"), "1");
    await cluster.sql("ALTER DATABASE odd IS_TEMPLATE true", "postgres");
    await passes(plan);
  });

  test("collations of another version: one that an index is sorted by, and the template of new databases", async () => {
    const plan = await make(
      "sorted",
      "CREATE COLLATION own (provider = icu, locale = 'ru'); CREATE TABLE t (a text, b text COLLATE own); CREATE INDEX ON t (a)",
    );
    await cluster.sql("UPDATE pg_collation SET collversion = '1' WHERE collname = 'own'", "sorted");
    assert.deepEqual(await found(plan), [], "nothing is sorted by it");
    await cluster.sql("CREATE INDEX ON t (b)", "sorted");
    await only(plan, "db-index-collation-version", /public\.own 1, now [\d.]+$/);
    await cluster.sql("ALTER COLLATION own REFRESH VERSION", "sorted");
    await cluster.sql("UPDATE pg_database SET datcollversion = '1' WHERE datname = 'template0'", "postgres");
    await only(plan, "db-template-collation-version", /: template0 1, now none$/);
    await fails(plan, /template database "template0" has a collation version/);
    await cluster.sql("UPDATE pg_database SET datcollversion = NULL WHERE datname = 'template0'", "postgres");
    await passes(plan);
  });

  test("an invalid database", async () => {
    const plan = await make("invalid", "SELECT 1");
    await cluster.sql("UPDATE pg_database SET datconnlimit = -2 WHERE datname = 'invalid'", "postgres");
    await only(plan, "db-invalid");
    await cluster.sql("DROP DATABASE invalid", "postgres");
  });

  test("pg_hba.conf that lets golive into the service's database only", async () => {
    const plan = await make("walled", "CREATE TABLE t (i int)");
    const file = join(data, "pg_hba.conf");
    const earlier = await readFile(file, "utf8");
    const reload = async (text: string) => {
      await writeFile(file, text);
      await cluster.sql("SELECT pg_reload_conf()", "postgres");
      await pollUntil(async () => (await found(plan)).length > 0 === (text !== earlier), {
        what: "pg_hba.conf is not read",
      });
    };
    try {
      await reload("host walled,postgres all 127.0.0.1/32 md5\n");
      const before_ = await cluster.sql("SELECT count(*) FROM pg_database", "postgres");
      await only(plan, "db-side-shut-out", /beside walled \(walled_copy_r1, walled_restored_r1, /);
      assert.equal(await cluster.sql("SELECT count(*) FROM pg_database", "postgres"), before_);
      await fails(plan, /pg_hba\.conf/);
    } finally {
      await reload(earlier);
    }
    await passes(plan);
  });

  test("a slot that nobody reads: its log is counted as room", async () => {
    const plan = await make("logged", "CREATE TABLE t (i int)");
    const room = async () => {
      const { facts } = await databaseProblems(host, plan);
      assert.ok(facts);
      return (await spaceProblems(host, plan, facts, { copy: true })).note;
    };
    assert.doesNotMatch(await room(), /write-ahead log/);
    await cluster.sql("SELECT pg_create_physical_replication_slot('old_replica', true)", "postgres");
    assert.match(await room(), /the write-ahead log that slot old_replica holds \(/);
    await cluster.sql("SELECT pg_drop_replication_slot('old_replica')", "postgres");
    await cluster.sql("ALTER SYSTEM SET archive_command = '/bin/false'", "postgres");
    await cluster.sql("SELECT pg_reload_conf(); SELECT pg_switch_wal()", "postgres");
    await pollUntil(async () => (await room()).includes("that archive_command holds"), { what: "it does not fail" });
    await cluster.sql("ALTER SYSTEM SET archive_command = '/bin/true'", "postgres");
    await cluster.sql("SELECT pg_reload_conf()", "postgres");
    assert.deepEqual(await found(plan), [], "there is room");
  });

  test("room for the locks of a dump", async () => {
    await cluster.restart("max_locks_per_transaction = 10", "max_connections = 20", "max_wal_senders = 2");
    const many = (count: number) =>
      `DO $$ BEGIN FOR i IN 1..${count} LOOP EXECUTE format('CREATE TABLE t%s (i int)', i); IF i % 50 = 0 THEN COMMIT; END IF; END LOOP; END $$`;
    const few = await make("few", many(80));
    await passes(few);
    const plan = await make("many", many(1500));
    await only(
      plan,
      "db-lock-room",
      /locks 1700 tables, sequences and views at once, and the server has room for \d+ locks/,
    );
    await fails(plan, /53200|out of shared memory/);
    const { problems } = await databaseProblems(host, plan, []);
    const value = /max_locks_per_transaction = (\d+)/.exec(problems[0]?.mend ?? "")?.[1];
    await cluster.restart(`max_locks_per_transaction = ${value}`);
    await passes(plan);
  });

  test("pg_cron: no rollback copy before 1.6, and all else", { skip: !cron }, async () => {
    const plan = await make("timed", "CREATE TABLE t (i int)");
    await cluster.restart("shared_preload_libraries = 'pg_cron'");
    await cluster.restart("cron.database_name = 'timed'");
    await cluster.sql("CREATE EXTENSION pg_cron; SELECT cron.schedule('0 3 * * *', 'SELECT 1')", "timed");
    const setting = "SELECT count(*) FROM pg_settings WHERE name = 'cron.launch_active_jobs'";
    if ((await cluster.sql(setting, "postgres")) === "0")
      await only(plan, "db-worker-not-back", /before PostgreSQL does: pg_cron launcher$/);
    const without = { ...plan, backup: { ...plan.backup, copy: false } };
    await make("contrib_regression", "SELECT 1");
    await only(without, "db-extension-home");
    await cluster.sql("DROP DATABASE contrib_regression", "postgres");
    await passes({ ...without, backup: { ...without.backup, proof: "content" } });
    assert.equal(await cluster.sql("SELECT command FROM cron.job", "timed"), "SELECT 1");
    await cluster.restart();
    const operator = await asOperator(plan);
    const codes = (await found(operator)).map((one) => one.split(":")[0]);
    assert.deepEqual(
      codes.filter((code) => code === "db-worker"),
      ["db-worker"],
    );
  });
});
