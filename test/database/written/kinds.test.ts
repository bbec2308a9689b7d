import assert from "node:assert/strict";
import { mkdir, readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { after, before, describe, test } from "node:test";
import { run } from "../../../packages/rehearsal/production/processes/run.ts";
import { takeCopy } from "../../../src/database/copy.ts";
import { openDoors } from "../../../src/database/doors.ts";
import { takeDump } from "../../../src/database/dump/dump.ts";
import { restoreBeside } from "../../../src/database/dump/restore.ts";
import type { DatabasePlan } from "../../../src/database/postgres.ts";
import { analyze } from "../../../src/database/statistics.ts";
import { closingMark, openingMark, writtenSince } from "../../../src/database/written/written.ts";
import { localHost } from "../../../src/hosts/local.ts";
import { type Cluster, connectionOf, startCluster } from "../throwaway-cluster.ts";

interface Happening {
  readonly before: string;
  readonly release?: string;
  readonly people: string;
}

/** `table +inserted ~changed -deleted by people`, as the clone and as the restored database say. */
type Said = Readonly<Record<"cloned" | "restored", readonly string[]>>;

describe("what was written since, where golive passes over what nobody wrote to", () => {
  const host = localHost("db-1");
  let cluster: Cluster;
  let made = 0;
  before(async () => {
    cluster = await startCluster();
    await mkdir(cluster.plan().backup.directory, { recursive: true });
    await cluster.sql("ALTER SYSTEM SET max_prepared_transactions = 5", "postgres");
    await cluster.restart();
  });
  after(() => cluster.stop());

  interface Closed {
    readonly plan: DatabasePlan;
    readonly closedAt: string;
    readonly copy: string;
    readonly restored: string;
  }

  async function closed(sql: string): Promise<Closed> {
    const name = `kind_${++made}`;
    const plan = cluster.plan({ name });
    await cluster.sql(`CREATE DATABASE ${name}`, "postgres");
    await cluster.sql(sql, name);
    const closedAt = await closingMark(host, plan);
    const copy = `${name}_copy_r1`;
    await takeCopy(host, plan, copy);
    await openDoors(host, plan, copy);
    const restored = `${name}_restored_r1`;
    const directory = join(plan.backup.directory, name);
    await takeDump(host, plan, directory);
    await restoreBeside(host, plan, directory, restored);
    return { plan, closedAt, copy, restored };
  }

  async function said({ plan, closedAt, copy, restored }: Closed, openedAt: string | null): Promise<Said> {
    const count = async (then: string, cloned: boolean, mark: string | null) => {
      const written = await writtenSince(host, plan, {
        now: plan.name,
        then,
        cloned,
        openedAt,
        closedAt: mark,
        out: null,
      });
      return written.map((one) => `${one.table} +${one.inserted} ~${one.changed} -${one.deleted} ${one.byPeople}`);
    };
    const all = {
      cloned: await count(copy, true, closedAt),
      restored: await count(restored, false, closedAt),
    };
    assert.deepEqual({ cloned: await count(copy, true, null), restored: await count(restored, false, null) }, all);
    return all;
  }

  async function happens({ before: first, release = "", people }: Happening): Promise<Said> {
    const state = await closed(first);
    await cluster.sql(release, state.plan.name);
    const openedAt = await openingMark(host, state.plan);
    await cluster.sql(people, state.plan.name);
    return said(state, openedAt);
  }

  const both = (...lines: readonly string[]): Said => ({ cloned: lines, restored: lines });
  const clients = `CREATE TABLE clients (id int PRIMARY KEY, name text);
INSERT INTO clients SELECT i, repeat('x', 200) || i FROM generate_series(1, 4000) i`;

  test("two tables change names", async () => {
    const found = await happens({
      before: `CREATE TABLE a (id int PRIMARY KEY, v text); INSERT INTO a SELECT i, 'a' FROM generate_series(1, 9) i;
CREATE TABLE b (id int PRIMARY KEY, v text); INSERT INTO b SELECT i, 'b' FROM generate_series(1, 9) i`,
      release: "ALTER TABLE a RENAME TO c; ALTER TABLE b RENAME TO a; ALTER TABLE c RENAME TO b",
      people: "UPDATE a SET v = 'a' WHERE id = 1",
    });
    assert.deepEqual(found, {
      cloned: ["public.a +0 ~1 -0 1"],
      restored: ["public.a +0 ~8 -0 0", "public.b +0 ~9 -0 0"],
    });
  });

  test("two schemas change names", async () => {
    const found = await happens({
      before: `CREATE SCHEMA x; CREATE SCHEMA y; CREATE TABLE x.a (id int PRIMARY KEY, v text); INSERT INTO x.a VALUES (1, 'x');
CREATE TABLE y.a (id int PRIMARY KEY, v text); INSERT INTO y.a VALUES (1, 'y')`,
      release: "ALTER SCHEMA x RENAME TO z; ALTER SCHEMA y RENAME TO x; ALTER SCHEMA z RENAME TO y",
      people: "",
    });
    assert.deepEqual(found, { cloned: [], restored: ["x.a +0 ~1 -0 0", "y.a +0 ~1 -0 0"] });
  });

  test("a column is made anew without a row being written", async () => {
    const found = await happens({
      before: clients,
      release: "ALTER TABLE clients DROP name; ALTER TABLE clients ADD name text DEFAULT 'none'",
      people: "UPDATE clients SET name = 'one' WHERE id = 3",
    });
    assert.deepEqual(found, both("public.clients +0 ~4000 -0 1"));
  });

  test("a label of an enum gets another name, and a type of rows another column", async () => {
    const found = await happens({
      before: `CREATE TYPE mood AS ENUM ('calm', 'low'); CREATE TABLE days (id int PRIMARY KEY, mood mood); INSERT INTO days SELECT i, 'calm' FROM generate_series(1, 9) i;
CREATE TYPE place AS (town text); CREATE TABLE rooms (id int PRIMARY KEY, place place); INSERT INTO rooms VALUES (1, ROW('x'));
CREATE TABLE parts (id int PRIMARY KEY, of regclass); INSERT INTO parts VALUES (1, 'days')`,
      release: `ALTER TYPE mood RENAME VALUE 'calm' TO 'quiet'; ALTER TYPE place ADD ATTRIBUTE street text; ALTER TABLE days RENAME TO dates`,
      people: "UPDATE dates SET mood = 'low' WHERE id = 1",
    });
    assert.deepEqual(found.cloned, ["public.dates +0 ~9 -0 1", "public.parts +0 ~1 -0 0", "public.rooms +0 ~1 -0 0"]);
  });

  test("a row takes the place of one that is gone", async () => {
    const found = await happens({
      before:
        "CREATE TABLE few (id int PRIMARY KEY, name text); INSERT INTO few SELECT i, 'a' FROM generate_series(1, 5) i",
      people: `DELETE FROM few WHERE id = 3; VACUUM few; INSERT INTO few VALUES (9, 'b');
DO $$ BEGIN ASSERT (SELECT ctid = '(0,3)' FROM few WHERE id = 9); END $$`,
    });
    assert.deepEqual(found, both("public.few +1 ~0 -1 1"));
  });

  test("a partition gets a column anew while it is none", async () => {
    const found = await happens({
      before: `CREATE TABLE visits (id int PRIMARY KEY, note text) PARTITION BY RANGE (id);
CREATE TABLE v1 PARTITION OF visits FOR VALUES FROM (0) TO (100); INSERT INTO visits SELECT i, 'first' FROM generate_series(1, 50) i`,
      release: `ALTER TABLE visits DETACH PARTITION v1; ALTER TABLE v1 DROP note; ALTER TABLE v1 ADD note text DEFAULT 'anew';
ALTER TABLE visits ATTACH PARTITION v1 FOR VALUES FROM (0) TO (100)`,
      people: "",
    });
    assert.deepEqual(found, both("public.visits +0 ~50 -0 0"));
  });

  test("partitions are attached, taken out and made", async () => {
    const found = await happens({
      before: `CREATE TABLE visits (id int, day int, note text, PRIMARY KEY (id, day)) PARTITION BY LIST (day);
CREATE TABLE v1 PARTITION OF visits FOR VALUES IN (1); CREATE TABLE v2 PARTITION OF visits FOR VALUES IN (2);
CREATE TABLE v3 (note text, id int NOT NULL, gone int, day int NOT NULL, PRIMARY KEY (id, day)); ALTER TABLE v3 DROP gone;
INSERT INTO visits SELECT i, 1 + i % 2, 'first' FROM generate_series(1, 2000) i; INSERT INTO v3 SELECT 'old', i, 3 FROM generate_series(1, 30) i`,
      release: `ALTER TABLE visits ATTACH PARTITION v3 FOR VALUES IN (3); ALTER TABLE visits DETACH PARTITION v2;
CREATE TABLE v4 PARTITION OF visits FOR VALUES IN (4); INSERT INTO visits SELECT id, 4, note FROM v2 WHERE id < 100`,
      people: `UPDATE visits SET note = 'other' WHERE id = 2; UPDATE visits SET day = 4 WHERE id = 102; DELETE FROM visits WHERE id = 104; INSERT INTO visits VALUES (9, 3, 'new')
ON CONFLICT (id, day) DO UPDATE SET note = 'again'`,
    });
    // 102 and 104 left the first part, all of the second went; 50 and one came into the fourth, 30 with the third.
    // The table of the third is another one's part now, and that of the second a new table.
    assert.deepEqual(found.cloned, ["public.v2 +1000 ~0 -0 0", "public.visits +81 ~1 -1002 4"]);
    assert.deepEqual(found.restored, found.cloned);
  });

  test("a foreign moment is not believed, nor one of another database", async () => {
    const state = await closed(clients);
    await cluster.sql(
      "UPDATE clients SET name = 'other' WHERE id = 5; DELETE FROM clients WHERE id = 3999",
      state.plan.name,
    );
    const late = await closingMark(host, state.plan);
    const [snapshot = "", oid = "", system = ""] = late.split("@");
    const same = ["public.clients 1 1"];
    for (const closedAt of [
      `${snapshot}@1@${system}`,
      `${snapshot}@${oid}@1`,
      `${snapshot}@`,
      `9${snapshot.replace(":", ":9")}@${oid}@${system}`,
    ]) {
      const compared = {
        now: state.plan.name,
        then: state.restored,
        cloned: false,
        openedAt: null,
        closedAt,
        out: null,
      };
      const written = await writtenSince(host, state.plan, compared);
      assert.deepEqual(
        written.map(({ table, changed, deleted }) => `${table} ${changed} ${deleted}`),
        same,
        closedAt,
      );
    }
  });

  test("a transaction that ran at the closing, one that is prepared, and one that wrote in between", async () => {
    const state = await closed(
      `${clients}; CREATE TABLE odd (o oid PRIMARY KEY, x xid, t tid, c "char"); INSERT INTO odd VALUES (1, '5', '(0,1)', 'a'), (4294967295, '4294967295', '(9,9)', 'b')`,
    );
    await cluster.sql(
      "BEGIN; UPDATE clients SET name = 'early' WHERE id = 1; PREPARE TRANSACTION 'early'",
      state.plan.name,
    );
    // Closed anew while it ran: what it wrote came after either way.
    const closedAt = await closingMark(host, state.plan);
    await cluster.sql("UPDATE clients SET name = 'between' WHERE id = 2; COMMIT PREPARED 'early'", state.plan.name);
    const openedAt = await openingMark(host, state.plan);
    await cluster.sql(
      `BEGIN; UPDATE clients SET name = 'late' WHERE id = 3; PREPARE TRANSACTION 'late';
UPDATE odd SET x = '6' WHERE o = 1; DELETE FROM odd WHERE o = 4294967295; INSERT INTO odd VALUES (2, '5', '(0,1)', 'a')`,
      state.plan.name,
    );
    const found = await said({ ...state, closedAt }, openedAt);
    assert.deepEqual(found, both("public.clients +0 ~2 -0 0", "public.odd +1 ~1 -1 2"));
    await cluster.sql("COMMIT PREPARED 'late'", state.plan.name);
    assert.deepEqual((await said(state, openedAt)).cloned[0], "public.clients +0 ~3 -0 1");
  });

  test("by the owner of the database, who is no superuser; large objects by their list where they cannot be read", async () => {
    await cluster.sql("CREATE ROLE clerk LOGIN PASSWORD 'clerk'", "postgres");
    const state =
      await closed(`${clients}; SELECT lo_from_bytea(7, '\\x01'); ALTER TABLE clients OWNER TO clerk; ALTER LARGE OBJECT 7 OWNER TO clerk;
DO $$ BEGIN EXECUTE format('ALTER DATABASE %I OWNER TO clerk', current_database()); END $$`);
    for (const name of [state.copy, state.restored])
      await cluster.sql(`ALTER DATABASE ${name} OWNER TO clerk`, "postgres");
    await cluster.sql("UPDATE clients SET name = 'x' WHERE id = 8; SELECT lo_from_bytea(8, '\\x02')", state.plan.name);
    const plan = { ...state.plan, connection: await connectionOf(cluster, "clerk", "clerk") };
    const lines = ["pg_catalog.pg_largeobject_metadata +1 ~0 -0 1", "public.clients +0 ~1 -0 1"];
    assert.deepEqual(await said({ ...state, plan }, null), both(...lines));
  });

  test("a restored database has statistics before it goes live", async () => {
    const state = await closed(clients);
    const count = "SELECT count(*) FROM pg_stats WHERE tablename = 'clients'";
    assert.equal(await cluster.sql(count, state.restored), "0");
    assert.ok((await analyze(host, state.plan, state.restored)) !== null);
    assert.equal(await cluster.sql(count, state.restored), "2");
    assert.equal(await analyze(host, state.plan, "no_such_database"), null);
  });

  test("after more transactions than ids tell apart everything is compared, and counts as people's", {
    timeout: 300_000,
  }, async () => {
    const state = await closed(`${clients}; VACUUM FREEZE`);
    const openedAt = await openingMark(host, state.plan);
    await cluster.sql("UPDATE clients SET name = 'a' WHERE id = 5", state.plan.name);
    await cluster.sql("ALTER DATABASE template0 ALLOW_CONNECTIONS true", "postgres");
    for (const next of [1_200_000_000, 2_400_000_000]) await jump(next);
    await cluster.sql("UPDATE clients SET name = 'b' WHERE id = 6; DELETE FROM clients WHERE id = 7", state.plan.name);
    assert.deepEqual(await said(state, openedAt), both("public.clients +0 ~2 -1 2"));
  });

  /** As if so many transactions had gone by. */
  async function jump(next: number): Promise<void> {
    const data = join(cluster.directory, "postgres/data");
    const { binaries } = cluster.facts;
    await cluster.whileStopped(async () => {
      const file = join(
        data,
        "pg_xact",
        Math.floor(next / 1_048_576)
          .toString(16)
          .toUpperCase()
          .padStart(4, "0"),
      );
      await writeFile(file, Buffer.alloc(262_144));
      await run("chown", ["--reference", data, file]);
      const identity = process.getuid?.() === 0 ? ["--reuid=postgres", "--regid=postgres", "--init-groups"] : [];
      await run("setpriv", [...identity, join(binaries, "pg_resetwal"), "-x", String(next), data]);
    });
    const names = await cluster.sql("SELECT datname FROM pg_database WHERE datallowconn", "postgres");
    for (const name of names.split("\n")) await cluster.sql("VACUUM FREEZE", name);
    await readFile(join(data, "PG_VERSION"));
  }
});
