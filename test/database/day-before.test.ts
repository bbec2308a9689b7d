import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { appendFile, cp, mkdir, rm, truncate, utimes, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { after, before, describe, test } from "node:test";
import { setTimeout as sleep } from "node:timers/promises";
import { UserError } from "../../src/core/errors.ts";
import { seenLocks, watchLocks } from "../../src/database/trial/lock-sampler.ts";
import type { FoundBackup } from "../../src/database/dump/found-backup.ts";
import { findNewestBackup } from "../../src/database/dump/newest-backup.ts";
import { spaceProblems } from "../../src/database/preflight/preflight.ts";
import type { Scratch } from "../../src/database/scratch/server.ts";
import { requireSane } from "../../src/database/trial/rules.ts";
import { dropTrials, restoreTrial } from "../../src/database/trial/trial.ts";
import { localHost } from "../../src/hosts/local.ts";
import type { NewestBackup, TestRestore } from "../../src/plan/schema/prepare-schema.ts";
import { type Cluster, startCluster } from "./throwaway-cluster.ts";

const host = localHost("db-1");

describe("the newest backup and its trial restore", () => {
  let cluster: Cluster;
  let folder: string;
  const dump = (to: string, ...options: string[]) => {
    const { host: address, port, adminUser, passfile, binaries, database } = cluster.facts;
    execFileSync(
      join(binaries, "pg_dump"),
      [
        "-h",
        address,
        "-p",
        String(port),
        "-U",
        adminUser,
        "-f",
        to,
        ...options,
        options.includes("other") ? "" : database,
      ].filter((word) => word !== "" && word !== "other"),
      { env: { PGPASSFILE: passfile, PATH: process.env.PATH } },
    );
    return to;
  };
  const plan = (name: string): NewestBackup => ({ kind: "files", pattern: join(folder, name, "*"), maxAge: 3600 });
  const find = (name: string, settle = 0) => findNewestBackup(host, cluster.plan(), plan(name), settle);
  const refusedAs = (code: string) => (error: unknown) =>
    error instanceof UserError && error.problems[0]?.code === code && (error.problems[0].mend ?? "") !== "";
  const inFolder = async (name: string) => {
    await mkdir(join(folder, name), { recursive: true });
    return join(folder, name);
  };
  const settings = (rules: TestRestore["rules"]): TestRestore => ({
    rules,
    runAs: "nobody",
    connections: 5,
    lockTimeout: 5,
    statementTimeout: 60,
  });

  // On a server that is there already, by its superuser: what is made of a backup, whoever it runs as.
  const service = () => ({ host, plan: cluster.plan() });
  const here = (): Scratch => ({ host, database: cluster.plan(), throwaway: false });

  before(async () => {
    cluster = await startCluster();
    folder = join(cluster.directory, "nightly");
    await cluster.sql(
      "CREATE TABLE visits (id int PRIMARY KEY, at timestamptz NOT NULL); INSERT INTO visits SELECT i, now() - i * interval '1 hour' FROM generate_series(1, 100) i",
    );
  });
  after(() => cluster.stop());

  for (const [format, options] of [
    ["archive", ["-Fc"]],
    ["directory", ["-Fd"]],
    ["sql", []],
  ] as const) {
    test(`a good one is found, restored and looked at: pg_dump ${options.join(" ") || "plain"}`, async () => {
      const at = await inFolder(`good${options.join("") || "-plain"}`);
      dump(join(at, "a.dump"), ...options);
      const found = await find(`good${options.join("") || "-plain"}`);
      assert.equal(found.format, format);
      const name = `${cluster.facts.database}_trial_1`;
      await restoreTrial(service(), here(), { backup: found, name, settings: settings([]) });
      const rules: TestRestore["rules"] = [{ table: "visits", leastRows: 100, newest: { column: "at", within: 7200 } }];
      assert.equal(await requireSane(host, cluster.plan(), name, rules), "visits 100 rows");
      assert.equal(
        await cluster.sql(`SELECT datconnlimit FROM pg_database WHERE datname = '${name}'`, "postgres"),
        "5",
      );
      const broken = (rule: Partial<TestRestore["rules"][number]>) =>
        requireSane(host, cluster.plan(), name, [{ table: "visits", leastRows: 1, ...rule }]);
      await assert.rejects(broken({ leastRows: 101 }), /visits has 100 rows; the plan expects at least 101/);
      await assert.rejects(broken({ newest: { column: "at", within: 60 } }), /was last written/);
      await assert.rejects(broken({ newest: { column: "no", within: 60 } }), /has no column no/);
      await assert.rejects(broken({ table: "gone" }), /gone is not there/);
      await dropTrials(host, cluster.plan());
      assert.equal(await cluster.sql("SELECT count(*) FROM pg_database WHERE datname LIKE '%trial%'", "postgres"), "0");
    });
  }

  test("restored on a scratch server of its own, the service's is only read", async (t) => {
    const scratch = await startCluster();
    t.after(() => scratch.stop());
    const at = await inFolder("elsewhere");
    dump(join(at, "a.dump"), "-Fc");
    const found = await find("elsewhere");
    const name = `${cluster.facts.database}_trial_1`;
    const before = await cluster.sql("SELECT datname FROM pg_database ORDER BY 1", "postgres");
    const there: Scratch = { host, database: scratch.plan(), throwaway: false };
    await restoreTrial(service(), there, { backup: found, name, settings: settings([]) });
    assert.equal(
      await requireSane(host, scratch.plan(), name, [{ table: "visits", leastRows: 100 }]),
      "visits 100 rows",
    );
    assert.equal(
      await scratch.sql(`SELECT pg_get_userbyid(datdba) FROM pg_database WHERE datname = '${name}'`, "postgres"),
      cluster.facts.owner,
    );
    assert.equal(await cluster.sql("SELECT datname FROM pg_database ORDER BY 1", "postgres"), before);
    const room = await spaceProblems(
      host,
      scratch.plan(),
      { bytes: 1024 ** 5, serverVersion: "" },
      { copy: false, elsewhere: true },
    );
    assert.deepEqual(
      room.problems.map(({ code }) => code),
      ["db-no-room"],
    );
    assert.deepEqual(
      (await spaceProblems(host, scratch.plan(), { bytes: 1024, serverVersion: "" }, { copy: false, elsewhere: true }))
        .problems,
      [],
    );
    await dropTrials(host, scratch.plan());
    for (const made of ["CREATE ROLE keeper", "CREATE DATABASE kept OWNER keeper"]) await cluster.sql(made, "postgres");
    await assert.rejects(
      restoreTrial({ host, plan: cluster.plan({ name: "kept" }) }, there, {
        backup: found,
        name,
        settings: settings([]),
      }),
      refusedAs("db-role-missing"),
    );
    await cluster.sql("DROP DATABASE kept", "postgres");
    await cluster.sql("DROP ROLE keeper", "postgres");
  });

  test("the newest of several counts, and gzip is read", async () => {
    const at = await inFolder("several");
    const old = dump(join(at, "old.dump"), "-Fc");
    await utimes(old, new Date(Date.now() - 1800_000), new Date(Date.now() - 1800_000));
    execFileSync("gzip", [dump(join(at, "new.sql"))]);
    const found = await find("several");
    assert.deepEqual([found.path, found.format, found.packed], [join(at, "new.sql.gz"), "sql", "gzip"]);
    await restoreTrial(service(), here(), {
      backup: found,
      name: `${cluster.facts.database}_trial_1`,
      settings: settings([]),
    });
    await dropTrials(host, cluster.plan());
  });

  const bad: readonly (readonly [name: string, code: string, make: (at: string) => Promise<unknown>])[] = [
    ["none", "backup-none", async () => {}],
    ["empty", "backup-empty", (at) => writeFile(join(at, "a.dump"), "")],
    [
      "older than allowed",
      "backup-old",
      async (at) =>
        utimes(dump(join(at, "a.dump"), "-Fc"), new Date(Date.now() - 7200_000), new Date(Date.now() - 7200_000)),
    ],
    ["cut off", "backup-damaged", async (at) => truncate(dump(join(at, "a.dump"), "-Fc"), 1500)],
    ["a plain one cut off", "backup-damaged", async (at) => truncate(dump(join(at, "a.sql")), 1500)],
    [
      "gzip cut off",
      "backup-damaged",
      async (at) => {
        execFileSync("gzip", [dump(join(at, "a.sql"))]);
        await truncate(join(at, "a.sql.gz"), 300);
      },
    ],
    [
      "a folder with a file missing",
      "backup-damaged",
      async (at) => {
        dump(join(at, "a"), "-Fd");
        execFileSync("sh", ["-c", 'rm -- "$1"/*.dat.gz', "sh", join(at, "a")]);
      },
    ],
    ["of another database", "backup-other", async (at) => dump(join(at, "a.dump"), "-Fc", "other", "-d", "postgres")],
    ["encrypted", "backup-encrypted", (at) => writeFile(join(at, "a.age"), "age-encryption.org/v1\n…")],
    ["something else", "backup-unknown", (at) => writeFile(join(at, "a.txt"), "nothing of the kind")],
  ];
  for (const [name, code, make] of bad) {
    test(`refused: ${name}`, async () => {
      const at = await inFolder(name.replaceAll(" ", "-"));
      await make(at);
      await assert.rejects(find(name.replaceAll(" ", "-")), refusedAs(code));
    });
  }

  test("refused: one that is still being written", async () => {
    const at = await inFolder("growing");
    const file = dump(join(at, "a.dump"), "-Fc");
    const finding = assert.rejects(find("growing", 1.5), refusedAs("backup-unfinished"));
    await sleep(700);
    await appendFile(file, "more");
    await finding;
  });

  test("one that reads well and cannot be restored is told apart", async () => {
    const at = await inFolder("unrestorable");
    await writeFile(
      join(at, "a.sql"),
      "-- PostgreSQL database dump\nSELECT 1/0;\n-- PostgreSQL database dump complete\n",
    );
    const found: FoundBackup = await find("unrestorable");
    await assert.rejects(
      restoreTrial(service(), here(), {
        backup: found,
        name: `${cluster.facts.database}_trial_1`,
        settings: settings([]),
      }),
      refusedAs("backup-not-restorable"),
    );
    await dropTrials(host, cluster.plan());
  });

  test("a database that somebody else named like a scratch one is never dropped", async () => {
    const at = await inFolder("taken");
    dump(join(at, "a.dump"), "-Fc");
    const name = `${cluster.facts.database}_trial_1`;
    await cluster.sql(`CREATE DATABASE ${name}`, "postgres");
    try {
      await assert.rejects(
        restoreTrial(service(), here(), { backup: await find("taken"), name, settings: settings([]) }),
        refusedAs("db-name-taken"),
      );
      await dropTrials(host, cluster.plan());
      assert.equal(await cluster.sql(`SELECT count(*) FROM pg_database WHERE datname = '${name}'`, "postgres"), "1");
    } finally {
      await cluster.sql(`DROP DATABASE ${name}`, "postgres");
    }
  });

  test("a command may say which it is", async () => {
    const at = await inFolder("by-command");
    const file = dump(join(at, "a.dump"), "-Fc");
    const found = await findNewestBackup(host, cluster.plan(), { kind: "command", run: ["echo", file], maxAge: 60 }, 0);
    assert.equal(found.path, file);
    await assert.rejects(
      findNewestBackup(host, cluster.plan(), { kind: "command", run: ["echo", "nothing"], maxAge: 60 }, 0),
      refusedAs("backup-none"),
    );
    await cp(file, join(at, "b.dump"));
    await rm(join(at, "b.dump"));
  });

  test("locks that keep others waiting are seen with their table and time", async () => {
    const { result, locks } = await watchLocks(host, cluster.plan(), cluster.facts.database, async () => {
      await cluster.sql("BEGIN; ALTER TABLE visits ADD COLUMN note text; SELECT pg_sleep(0.6); COMMIT");
      return 7;
    });
    assert.equal(result, 7);
    const [lock] = locks.filter(({ table }) => table === "visits");
    assert.equal(lock?.mode, "AccessExclusiveLock");
    assert.equal(lock?.stops, "reads and writes");
    assert.ok(lock !== undefined && lock.seconds > 0.4 && lock.seconds < 3, `${lock?.seconds}`);
    assert.equal(
      await cluster.sql("SELECT count(*) FROM pg_stat_activity WHERE application_name = 'golive-locks'", "postgres"),
      "0",
    );
  });
});

test("looks at a lock are added up from the first to the last", () => {
  const out =
    "Tue 24 Nov (every 0.05s)\n10.00|visits|ShareLock\n10.10|visits|ShareLock\n10.05|notes|AccessExclusiveLock\n";
  assert.deepEqual(seenLocks(out), [
    { table: "visits", mode: "ShareLock", seconds: 0.15, stops: "writes" },
    { table: "notes", mode: "AccessExclusiveLock", seconds: 0.05, stops: "reads and writes" },
  ]);
});
