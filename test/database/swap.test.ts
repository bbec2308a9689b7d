import assert from "node:assert/strict";
import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { join } from "node:path";
import { after, before, describe, test } from "node:test";
import { pollUntil } from "../../packages/rehearsal/production/processes/poll-until.ts";
import { CommandError, UserError } from "../../src/core/errors.ts";
import { takeDump } from "../../src/database/dump/dump.ts";
import { restoreBeside } from "../../src/database/dump/restore.ts";
import { openDoors } from "../../src/database/doors.ts";
import { swapDatabases } from "../../src/database/swap.ts";
import { localHost } from "../../src/hosts/local.ts";
import { type Cluster, connectionOf, startCluster } from "./throwaway-cluster.ts";

/** What belongs to a database itself and not to its contents. */
const properties = (name: string) => `
SELECT pg_get_userbyid(datdba), datconnlimit, datallowconn, pg_encoding_to_char(encoding), datcollate, shobj_description(oid, 'pg_database') FROM pg_database WHERE datname = '${name}';
SELECT coalesce(pg_get_userbyid(nullif(setrole, 0)), '-'), unnest(setconfig) FROM pg_db_role_setting s JOIN pg_database d ON d.oid = s.setdatabase WHERE datname = '${name}' ORDER BY 1, 2;
SELECT CASE a.grantee WHEN 0 THEN 'PUBLIC' ELSE pg_get_userbyid(a.grantee)::text END, a.privilege_type, a.is_grantable FROM pg_database d, LATERAL aclexplode(d.datacl) a WHERE datname = '${name}' ORDER BY 1, 2;
`;

const dress = (name: string) => `
ALTER DATABASE "${name}" SET search_path TO extra, "Mixed Case", public;
ALTER DATABASE "${name}" SET statement_timeout TO '7s';
ALTER DATABASE "${name}" SET "app.motto" TO 'it''s, "so"; \\x';
ALTER ROLE reader IN DATABASE "${name}" SET work_mem TO '5MB';
ALTER ROLE reader IN DATABASE "${name}" SET search_path TO public, extra;
REVOKE ALL ON DATABASE "${name}" FROM PUBLIC;
GRANT CONNECT ON DATABASE "${name}" TO reader WITH GRANT OPTION;
GRANT CREATE, TEMPORARY ON DATABASE "${name}" TO reader;
ALTER DATABASE "${name}" CONNECTION LIMIT 23;
COMMENT ON DATABASE "${name}" IS 'the clinic''s "own"; \\ data';
`;

describe("databases change places", () => {
  const host = localHost("db-1");
  let cluster: Cluster;
  let round = 0;
  before(async () => {
    cluster = await startCluster();
    await cluster.sql("CREATE ROLE reader LOGIN", "postgres");
  });
  after(() => cluster.stop());

  /** A database of its own with one row that says which it is. */
  async function make(name: string, mark: string): Promise<void> {
    await cluster.sql(`CREATE DATABASE "${name}" OWNER ${cluster.facts.owner}`, "postgres");
    await cluster.sql(`CREATE TABLE marks (mark text); INSERT INTO marks VALUES ('${mark}')`, name);
  }
  const mark = (name: string) => cluster.sql("SELECT mark FROM marks", name);
  const names = async () =>
    (await cluster.sql("SELECT datname FROM pg_database WHERE NOT datistemplate ORDER BY 1", "postgres")).split("\n");
  const doors = (name: string) =>
    cluster.sql(`SELECT datallowconn FROM pg_database WHERE datname = '${name}'`, "postgres");

  async function pair() {
    const plan = cluster.plan({ name: `Clinic-${++round}` });
    await make(plan.name, "new");
    await make(`${plan.name}_restored_v1`, "old");
    return { plan, restored: `${plan.name}_restored_v1`, kept: `${plan.name}_kept_v1` };
  }

  test("the restored one takes the name, the other is kept", async () => {
    const { plan, restored, kept } = await pair();
    await swapDatabases(host, plan, restored, kept);
    assert.deepEqual([await mark(plan.name), await mark(kept)], ["old", "new"]);
    assert.ok(!(await names()).includes(restored));
    assert.deepEqual([await doors(plan.name), await doors(kept)], ["t", "t"]);
  });

  test("with ten sessions open, one of them in a transaction", async () => {
    const { plan, restored, kept } = await pair();
    const { host: address, port, adminUser, passfile, binaries } = cluster.facts;
    const sessions: ChildProcess[] = Array.from({ length: 10 }, (_, index) => {
      const words = [
        "-X",
        "-h",
        address,
        "-p",
        String(port),
        "-U",
        adminUser,
        "-d",
        plan.name,
        "-c",
        index === 0 ? "BEGIN; LOCK TABLE marks; SELECT pg_sleep(60)" : "SELECT pg_sleep(60)",
      ];
      return spawn(join(binaries, "psql"), words, {
        env: { PATH: process.env.PATH, PGPASSFILE: passfile },
        stdio: "ignore",
      });
    });
    const ends = sessions.map((session) => once(session, "exit"));
    try {
      await pollUntil(
        async () =>
          (await cluster.sql(`SELECT count(*) FROM pg_stat_activity WHERE datname = '${plan.name}'`, "postgres")) ===
          "10",
        { what: "the sessions are not open" },
      );
      await swapDatabases(host, plan, restored, kept);
      assert.deepEqual(
        [await mark(plan.name), await mark(kept), await doors(plan.name), await doors(kept)],
        ["old", "new", "t", "t"],
      );
      assert.equal(
        await cluster.sql(
          "SELECT count(*) FROM pg_stat_activity WHERE query LIKE '%pg_sleep(60)%' AND pid <> pg_backend_pid()",
          "postgres",
        ),
        "0",
      );
    } finally {
      for (const session of sessions) session.kill();
      await Promise.all(ends);
    }
  });

  test("a kept database that is there already: refused, nothing changed", async () => {
    const { plan, restored, kept } = await pair();
    await make(kept, "earlier");
    const before_ = await names();
    await assert.rejects(
      swapDatabases(host, plan, restored, kept),
      (error) =>
        error instanceof UserError &&
        error.problems[0]?.what === `a database ${kept} is there already` &&
        error.problems[0].where === "db-1",
    );
    assert.deepEqual(await names(), before_);
    assert.deepEqual(
      [await mark(plan.name), await mark(restored), await mark(kept), await doors(plan.name)],
      ["new", "old", "earlier", "t"],
    );
  });

  test("a restored database that is gone: refused, nothing changed", async () => {
    const { plan, kept } = await pair();
    await assert.rejects(
      swapDatabases(host, plan, `${plan.name}_restored_none`, kept),
      (error) => error instanceof UserError && /is gone$/.test(error.problems[0]?.what ?? ""),
    );
    assert.deepEqual([await mark(plan.name), await doors(plan.name)], ["new", "t"]);
  });

  test("a rename that fails puts nothing half-way and opens the doors again", async () => {
    const { plan, restored, kept } = await pair();
    await cluster.sql(
      `CREATE ROLE mover LOGIN CREATEDB PASSWORD 'm'; ALTER DATABASE "${plan.name}" OWNER TO mover`,
      "postgres",
    );
    const weak = { ...plan, connection: await connectionOf(cluster, "mover", "m") };
    await assert.rejects(
      swapDatabases(host, weak, restored, kept),
      (error) => error instanceof CommandError && /must be owner of database/.test(error.message),
    );
    assert.deepEqual([await mark(plan.name), await mark(restored), await doors(plan.name)], ["new", "old", "t"]);
    assert.ok(!(await names()).includes(kept));
  });

  test("doors that were left closed are opened", async () => {
    const { plan } = await pair();
    await cluster.sql(`ALTER DATABASE "${plan.name}" ALLOW_CONNECTIONS false`, "postgres");
    await openDoors(host, plan);
    assert.equal(await mark(plan.name), "new");
    await openDoors(host, plan);
  });

  test("settings, grants, comment, owner and limit survive a restore and the swap", async () => {
    const plan = cluster.plan({ name: "Dressed's" });
    await make(plan.name, "here");
    await cluster.sql('CREATE SCHEMA extra; CREATE SCHEMA "Mixed Case"', plan.name);
    await cluster.sql(dress(plan.name), "postgres");
    const expected = await cluster.sql(properties("Dressed''s"), "postgres");
    for (const part of [
      "psychology|23|t|UTF8|",
      'the clinic\'s "own"; \\ data',
      '-|search_path=extra, "Mixed Case", public',
      "reader|search_path=public, extra",
      "reader|work_mem=5MB",
      "statement_timeout=7s",
      'app.motto=it\'s, "so"; \\x',
      "reader|CONNECT|t",
    ])
      assert.ok(expected.includes(part), `${part} in\n${expected}`);

    const directory = join(cluster.directory, "backups", "dressed");
    await takeDump(host, plan, directory);
    const restored = `${plan.name}_restored_v1`;
    await restoreBeside(host, plan, directory, restored);
    assert.equal(await cluster.sql(properties("Dressed''s_restored_v1"), "postgres"), expected);
    await swapDatabases(host, plan, restored, `${plan.name}_kept_v1`);
    assert.equal(await cluster.sql(properties("Dressed''s"), "postgres"), expected);
    assert.equal(await cluster.sql("SHOW search_path", plan.name), 'extra, "Mixed Case", public');
    assert.equal(await cluster.sql("SELECT mark FROM public.marks", plan.name), "here");
  });

  test("a database without grants of its own stays open to all", async () => {
    const plan = cluster.plan({ name: "undressed" });
    await make(plan.name, "here");
    const directory = join(cluster.directory, "backups", "undressed");
    await takeDump(host, plan, directory);
    await restoreBeside(host, plan, directory, "undressed_restored_v1");
    assert.equal(
      await cluster.sql(
        "SELECT datacl IS NULL, datconnlimit FROM pg_database WHERE datname = 'undressed_restored_v1'",
        "postgres",
      ),
      "t|-1",
    );
  });
});
