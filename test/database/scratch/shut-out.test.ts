import assert from "node:assert/strict";
import { chmod, readFile, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { after, before, describe, test } from "node:test";
import { type NightlyProduction, startNightlyProduction } from "../../../packages/rehearsal/try/nightly/production.ts";
import { planOf } from "../../../packages/rehearsal/try/nightly/try-backup.ts";
import { problemsFrom } from "../../../src/core/errors.ts";
import { requireTurnedAway } from "../../../src/database/scratch/own-server.ts";
import { requireShutOut } from "../../../src/database/scratch/shut-out.ts";
import { requireUntouched, stateOf } from "../../../src/database/scratch/untouched.ts";
import { localHost } from "../../../src/hosts/local.ts";
import { postgresqlOf } from "../../../src/plan/engine/engine.ts";

const host = localHost("db");

describe("the user that a backup runs as gets nowhere, which is tried", () => {
  let production: NightlyProduction;
  let debian: string;
  before(async () => {
    production = await startNightlyProduction();
    debian = await readFile(join(production.data, "pg_hba.conf"), "utf8");
  });
  after(() => production.stop());

  const plan = () => postgresqlOf(planOf(production, "/nowhere"));
  const found = async (secrets: readonly string[] = [], user = "nobody") => {
    const problems = await problemsFrom(async () => void (await requireShutOut(host, plan(), { user, secrets })));
    for (const { mend, where } of problems) assert.ok(mend !== undefined && where === "db");
    return problems.map(({ code }) => code ?? "");
  };
  /** With lines before Debian's own. */
  const letting = async (hba: string, ident = "") => {
    await writeFile(join(production.data, "pg_hba.conf"), `${hba}\n${debian}`);
    await writeFile(join(production.data, "pg_ident.conf"), ident);
    await production.sql("SELECT pg_reload_conf(); SELECT pg_sleep(0.3)");
  };

  test("as Debian sets it up, nobody is let in", async () => {
    assert.equal((await found()).includes("scratch-user-let-in"), false);
  });

  for (const [name, hba, ident] of [
    ["everybody on the socket", "local all all trust"],
    ["one role on the socket", "local psy reader trust"],
    ["everybody on the loopback", "host all all 127.0.0.1/32 trust"],
    ["one database that is not the service's", "host postgres all ::1/128 trust\nhost postgres all 127.0.0.1/32 trust"],
    ["that user, by a map", "local all reader peer map=odd", "odd nobody reader\n"],
  ] as const)
    test(`let in: ${name}`, async () => {
      await letting(hba, ident);
      try {
        assert.ok((await found()).includes("scratch-user-let-in"));
      } finally {
        await letting("");
      }
    });

  test("root, and the user of the server itself, are refused", async () => {
    assert.ok((await found([], "root")).includes("scratch-user-root"));
    const codes = await found([], production.admin);
    assert.ok(codes.includes("scratch-user-let-in") || codes.includes("scratch-user-is-server"), codes.join());
    assert.deepEqual(await found([], "golive-is-not-there"), ["scratch-user-missing"]);
  });

  test("a settings file that it can read is a way in", async () => {
    const file = join(production.directory, "service.env");
    await writeFile(file, "DB_PASSWORD=x\n");
    await chmod(file, 0o640);
    assert.equal((await found([file])).includes("scratch-user-reads"), false);
    await chmod(file, 0o644);
    assert.ok((await found([file])).includes("scratch-user-reads"));
    await rm(file);
  });

  test("on the service's own server only a role that is turned away, and can become no other", async () => {
    const as = (user: string) => ({
      host,
      throwaway: false,
      database: { ...plan(), connection: { ...plan().connection, user } },
    });
    const codeFor = async (user: string) =>
      (await problemsFrom(() => requireTurnedAway(as(user), "psy"))).map(({ code }) => code);
    await letting("local all all trust");
    try {
      await production.sql(
        "CREATE ROLE trial LOGIN CREATEDB; CREATE ROLE sly LOGIN NOINHERIT CREATEDB IN ROLE psy; CREATE ROLE maker LOGIN CREATEROLE",
      );
      assert.deepEqual(await codeFor("trial"), ["trial-role-let-in"], "PUBLIC may connect");
      await production.sql("REVOKE CONNECT ON DATABASE psy FROM PUBLIC");
      assert.deepEqual(await codeFor("trial"), []);
      for (const mighty of ["sly", "maker", production.admin, "psy"])
        assert.deepEqual(await codeFor(mighty), ["trial-role-mighty"], mighty);
    } finally {
      await production.sql("GRANT CONNECT ON DATABASE psy TO PUBLIC; DROP ROLE trial, sly, maker");
      await letting("");
    }
  });

  // What a look after the rehearsal has to see, each taken back at once.
  for (const [name, done, back, database] of [
    ["a role", "CREATE ROLE evil", "DROP ROLE evil"],
    ["a password", "ALTER ROLE reader PASSWORD 'known'", "SELECT 1"],
    ["a right of a role", "ALTER ROLE reader SUPERUSER", "ALTER ROLE reader NOSUPERUSER"],
    ["a membership", "GRANT psy TO reader", "REVOKE psy FROM reader"],
    ["a setting of the server", "ALTER SYSTEM SET work_mem = '5MB'", "ALTER SYSTEM RESET work_mem"],
    ["a setting of the database", "ALTER DATABASE psy SET work_mem = '5MB'", "ALTER DATABASE psy RESET work_mem"],
    ["the owner", "ALTER DATABASE psy OWNER TO reader", "ALTER DATABASE psy OWNER TO psy"],
    ["who may connect", "GRANT CONNECT ON DATABASE psy TO reader", "REVOKE CONNECT ON DATABASE psy FROM reader"],
    ["a database", "CREATE DATABASE evil", "DROP DATABASE evil"],
    ["a table that is gone", "DROP TABLE visits CASCADE", "SELECT 1", "psy"],
  ] as const)
    test(`touched: ${name}`, async () => {
      const state = await stateOf(host, plan());
      await requireUntouched(host, plan(), state);
      await production.sql(done, database);
      const problems = await problemsFrom(() => requireUntouched(host, plan(), state));
      assert.deepEqual(
        problems.map(({ code }) => code),
        ["production-touched"],
      );
      await production.sql(back, database);
    });

  test("touched: the database is another one of the same name", async () => {
    const state = await stateOf(host, plan());
    await production.sql("ALTER DATABASE psy RENAME TO was", "postgres");
    await production.sql("CREATE DATABASE psy TEMPLATE was OWNER psy");
    const [problem] = await problemsFrom(() => requireUntouched(host, plan(), state));
    assert.match(
      problem?.what ?? "",
      /^PRODUCTION IS NOT WHAT IT WAS[^:]*: the database psy is another one than before/,
    );
  });

  test("touched: the database is gone, or the server does not answer", async () => {
    const state = await stateOf(host, plan());
    await production.sql("ALTER DATABASE psy RENAME TO hidden");
    const [gone] = await problemsFrom(() => requireUntouched(host, plan(), state));
    assert.match(gone?.what ?? "", /^PRODUCTION IS NOT WHAT IT WAS[^:]*: the database psy is gone/);
    await production.sql("ALTER DATABASE hidden RENAME TO psy");
    const silent = { ...plan(), connection: { ...plan().connection, port: 1 } };
    const [unseen] = await problemsFrom(() => requireUntouched(host, silent, state));
    assert.equal(unseen?.code, "production-unseen");
  });

  test("rows and tables that people make meanwhile are no sign", async () => {
    const state = await stateOf(host, plan());
    await production.sql("INSERT INTO clients VALUES (5000, 'new'); CREATE TABLE added (id int)", "psy");
    await requireUntouched(host, plan(), state);
  });
});
