import assert from "node:assert/strict";
import { execFile } from "node:child_process";
import {
  appendFile,
  chmod,
  chown,
  copyFile,
  mkdir,
  readdir,
  readFile,
  rename,
  rm,
  stat,
  writeFile,
} from "node:fs/promises";
import { dirname, join } from "node:path";
import { after, before, describe, test } from "node:test";
import { promisify } from "node:util";
import { cleanEnvironment } from "../../packages/rehearsal/production/processes/run.ts";
import { type Program, startProgram } from "../../packages/rehearsal/production/processes/program.ts";
import { pollUntil } from "../../packages/rehearsal/production/processes/poll-until.ts";
import { CommandError, UserError } from "../../src/core/errors.ts";
import { findNewestBackup } from "../../src/database/dump/newest-backup.ts";
import { pgbackrestProblems } from "../../src/database/pgbackrest/check.ts";
import { explain } from "../../src/database/pgbackrest/problems.ts";
import { restoreTo } from "../../src/database/pgbackrest/restore.ts";
import { withRestored } from "../../src/database/pgbackrest/restored-server.ts";
import { neededSegments } from "../../src/database/pgbackrest/segments.ts";
import { type PgbackrestBackup, takePgbackrest } from "../../src/database/pgbackrest/take.ts";
import { readVerify, verifyPgbackrest } from "../../src/database/pgbackrest/verify.ts";
import type { PgbackrestPlan } from "../../src/database/pgbackrest/schema.ts";
import { type DatabasePlan, query } from "../../src/database/postgres.ts";
import { contentsOf, objectsOf, requireSame } from "../../src/database/dump/restore.ts";
import { hostFrom } from "../../src/hosts/host.ts";
import { localHost } from "../../src/hosts/local.ts";
import { samplePlan } from "../plan/sample-plan.ts";
import { type Cluster, startCluster } from "./throwaway-cluster.ts";

const exec = promisify(execFile);
const owner = process.getuid?.() === 0 ? "postgres" : null;

const schema = `
CREATE TABLE clients (id int PRIMARY KEY, name text);
INSERT INTO clients SELECT i, 'client ' || i FROM generate_series(1, 5000) i;
CREATE TABLE notes (id int, at serial) TABLESPACE elsewhere;
CREATE TABLE shared (id int PRIMARY KEY, name text COLLATE "C" UNIQUE, body jsonb DEFAULT '{}');
INSERT INTO shared SELECT i, i::text FROM generate_series(1, 40) i;
CREATE UNLOGGED TABLE cache (id int);
INSERT INTO notes (id) SELECT generate_series(1, 70);
CREATE TABLE visits (at timestamptz DEFAULT '2021-01-01 00:00+00' CHECK (at > '2020-01-01 00:00+00')) PARTITION BY RANGE (at);
CREATE TABLE visits_of_2021 PARTITION OF visits FOR VALUES FROM ('2021-01-01 00:00+00') TO ('2022-01-01 00:00+00');
`;

describe("a backup by pgBackRest", () => {
  const host = localHost("db-1");
  let cluster: Cluster;
  let server: Program | undefined;
  let home = "";
  let data = "";
  let settings: PgbackrestPlan;
  let plan: DatabasePlan;
  let full: PgbackrestBackup;
  let incr: PgbackrestBackup;

  /** As the user who owns the server's files. */
  const asOwner = (file: string, ...args: string[]) =>
    owner
      ? exec("setpriv", [`--reuid=${owner}`, `--regid=${owner}`, "--init-groups", file, ...args], {
          cwd: "/",
          env: cleanEnvironment,
        })
      : exec(file, args, { env: cleanEnvironment });
  const folder = async (path: string) => {
    await mkdir(path, { mode: 0o700 });
    if (owner) {
      const { uid, gid } = await stat(data);
      await chown(path, uid, gid);
    }
    return path;
  };
  const configure = async (name: string, extra = "", stanza = "clinic") => {
    const file = join(home, name);
    const lines = [
      `repo1-path=${home}/repo`,
      `log-path=${home}/log`,
      `lock-path=${home}/lock`,
      `spool-path=${home}/spool`,
      "compress-type=none",
      "repo1-retention-full=9",
      "job-retry=0",
      "archive-async=y",
      extra,
    ];
    const stanzas = [
      `[${stanza}]`,
      `pg1-path=${data}`,
      `pg1-socket-path=${cluster.facts.socket}`,
      `pg1-port=${cluster.facts.port}`,
      `pg1-user=${cluster.facts.adminUser}`,
    ];
    await writeFile(file, `${["[global]", ...lines, ...stanzas].join("\n")}\n`);
    return file;
  };
  const archived = async () => (await readdir(join(home, "repo/archive/clinic"), { recursive: true })).toSorted();
  /** Every process that runs in or below a folder. */
  const running = async (path: string) =>
    (
      await exec("find", [
        "/proc",
        "-mindepth",
        "2",
        "-maxdepth",
        "2",
        "-name",
        "cwd",
        "-lname",
        `${path}*`,
        "-print",
      ]).catch((error: { stdout: string }) => error)
    ).stdout.trim();
  const there = (path: string) =>
    stat(path).then(
      () => true,
      () => false,
    );
  const backedUp = (type: "full" | "diff" | "incr", annotation = "r1") =>
    takePgbackrest(host, plan, settings, { type, annotation });
  const rows = async (of: DatabasePlan, table = "clients") =>
    (await query(host, of, { database: of.name, sql: `SELECT count(*) FROM ${table}` }))[0]?.[0];

  before(async () => {
    cluster = await startCluster();
    const { facts } = cluster;
    data = join(dirname(facts.socket), "data");
    home = await folder(join(cluster.directory, "pgbackrest"));
    await chmod(home, 0o755);
    for (const name of ["repo", "log", "lock", "spool", "scratch", "tablespace"]) await folder(join(home, name));
    settings = { stanza: "clinic", config: await configure("pgbackrest.conf") };
    plan = cluster.plan({
      connection: { host: facts.socket, port: facts.port, user: facts.adminUser },
      ...(owner ? { runAs: owner } : {}),
    });
    await writeFile(
      join(data, "pg_hba.conf"),
      `local all all trust\n${await readFile(join(data, "pg_hba.conf"), "utf8")}`,
    );
    await appendFile(
      join(data, "postgresql.conf"),
      `archive_mode = on\narchive_command = 'pgbackrest --config=${settings.config} --stanza=clinic archive-push %p'\n`,
    );
    await asOwner(join(facts.binaries, "pg_ctl"), "stop", "-D", data, "-m", "fast", "-w");
    server = startProgram({
      name: "postgres",
      file: join(facts.binaries, "postgres"),
      args: ["-D", data],
      cwd: home,
      log: join(home, "log/postgres"),
      stopSignal: "SIGINT",
      ...(owner ? { user: owner } : {}),
    });
    await pollUntil(async () => (await cluster.sql("SELECT 1")) === "1", { what: "PostgreSQL does not answer" });
    await cluster.sql(`CREATE TABLESPACE elsewhere LOCATION '${home}/tablespace'`);
    await cluster.sql(schema);
    await asOwner("pgbackrest", `--config=${settings.config}`, "--stanza=clinic", "stanza-create");
    full = await backedUp("full");
    incr = await backedUp("incr", "r2");
  });
  after(async () => {
    await server?.stop();
    await cluster.stop();
  });

  test("before the window: each thing that would fail in it is told with its mend", async () => {
    const said = async (change: Partial<PgbackrestPlan>, on = host, of = plan) =>
      (await pgbackrestProblems(on, of, { ...settings, ...change }))
        .map(({ what, where, mend }) => `${where}: ${what} → ${mend}`)
        .join("\n");
    assert.equal(await said({}), "");
    assert.match(
      await said({ stanza: "other", config: await configure("other.conf", "", "other") }),
      /knows no stanza "other" → .*--stanza=other --config=.* stanza-create/,
    );
    assert.match(
      await said({ stanza: "clinik" }),
      /^db-1: pgbackrest knows no stanza "clinik" → change database\.backup\.pgbackrest\.stanza/,
    );
    assert.match(await said({ config: "/nowhere/pgbackrest.conf" }), /there is no file \/nowhere\/pgbackrest\.conf/);
    const changed = (from: RegExp, to: string) =>
      hostFrom("db-1", async (command) => {
        const finished = await host.attempt(command);
        return { ...finished, stdout: finished.stdout.replace(from, to) };
      });
    assert.match(await said({}, changed(/"system-id":\d+/, '"system-id":1')), /another PostgreSQL server/);
    assert.match(await said({}, changed(/pgBackRest 2\.\d+/, "pgBackRest 2.37")), /2\.37 is too old/);
    const missing = hostFrom("db-1", (command) =>
      host.attempt({ ...command, env: { ...command.env, PATH: "/nowhere" } }),
    );
    if (!owner) assert.match(await said({}, missing), /missing/);
    else
      assert.match(await said({}, host, { ...plan, runAs: "nobody" }), /may not read|cannot connect|does not answer/);
    const hasty = await configure("hasty.conf", "archive-timeout=1");
    const through = async (command: string) => {
      await cluster.sql(`ALTER SYSTEM SET archive_command = '${command}'`);
      await cluster.sql("SELECT pg_reload_conf()");
      return said({ config: hasty });
    };
    assert.match(await through("cp %p /nowhere"), /does not archive through pgbackrest/);
    assert.match(await through("pgbackrest --stanza=other archive-push %p"), /does not arrive in the repository/);
    await cluster.sql("ALTER SYSTEM RESET archive_command");
    await cluster.sql("SELECT pg_reload_conf()");
    assert.equal(await said({}), "");
  });

  test("what a backup reports is what the repository says of it", async () => {
    assert.match(full.label, /^\d{8}-\d{6}F$/);
    assert.equal(full.type, "full");
    assert.ok(
      full.bytes > 20e6 && full.repositoryBytes > 1e6 && full.repositoryBytes <= full.bytes,
      JSON.stringify(full),
    );
    assert.match(full.startLsn, /^[0-9A-F]+\/[0-9A-F]+$/);
    assert.ok(Date.parse(full.startedAt) <= Date.parse(full.endedAt) && full.endedAt.endsWith("Z"));
    assert.equal(incr.type, "incr");
    assert.ok(incr.label.startsWith(`${full.label}_`) && incr.repositoryBytes < full.repositoryBytes);
    assert.deepEqual((await verifyPgbackrest(host, plan, settings, incr.label)).elsewhere, []);
    const nightly = (maxAge: number) =>
      findNewestBackup(host, plan, {
        kind: "pgbackrest",
        stanza: settings.stanza,
        ...(settings.config === undefined ? {} : { config: settings.config }),
        maxAge,
      });
    assert.equal((await nightly(3600)).path, incr.label);
    await assert.rejects(
      nightly(-1),
      (error) => error instanceof UserError && error.problems[0]?.code === "backup-old",
    );
  });

  test("a backup with wrong page checksums, and one that did not appear, are failures", async () => {
    const changed = (from: RegExp, to: string) =>
      hostFrom("db-1", async (command) => {
        const finished = await host.attempt(command);
        return { ...finished, stdout: finished.stdout.replaceAll(from, to) };
      });
    const taken = (on: typeof host) => takePgbackrest(on, plan, settings, { type: "incr", annotation: "r1" });
    await assert.rejects(
      taken(changed(/"error":false/g, '"error":true')),
      (error) => error instanceof UserError && /pages of the database whose checksums are wrong/.test(error.message),
    );
    await assert.rejects(
      taken(changed(/"backup":\[.*\],"cipher"/g, '"backup":[],"cipher"')),
      (error) => error instanceof UserError && /has no new backup/.test(error.message),
    );
    const locked = backedUp("incr");
    await pollUntil(async () => (await readdir(join(home, "lock"))).some((name) => name.includes("backup")), {
      what: "the other backup does not begin",
    });
    await assert.rejects(
      taken(host),
      (error) =>
        error instanceof UserError &&
        /another pgbackrest is at work/.test(error.message) &&
        error.cause instanceof CommandError,
    );
    await locked;
  });

  test("the restored server holds what the backup held, and nothing of the live one is touched", async () => {
    // These would keep the restored server from starting, were they not left out: they take effect at a start only.
    await cluster.sql("ALTER SYSTEM SET shared_preload_libraries = 'no_such_library'");
    await cluster.sql("ALTER SYSTEM SET archive_mode = 'always'");
    // What is written in a time zone is the same in the one of another server.
    await cluster.sql("ALTER SYSTEM SET timezone = 'Europe/Moscow'");
    await cluster.sql("SELECT pg_reload_conf()");
    const contents = await contentsOf(host, plan, plan.name);
    const objects = await objectsOf(host, plan, plan.name);
    const { label } = await backedUp("diff");
    await cluster.sql("ALTER SYSTEM RESET ALL");
    await cluster.sql("DELETE FROM clients WHERE id > 10");
    await cluster.sql("DELETE FROM notes");
    await cluster.sql("SELECT pg_switch_wal()");
    const started = await cluster.sql("SELECT pg_postmaster_start_time()");
    const directory = join(home, "scratch/same");
    const seen = await withRestored(host, plan, { settings, label, directory }, async (scratch) => {
      assert.equal(scratch.name, plan.name);
      assert.equal((await stat(directory)).mode & 0o077, 0);
      const [shown = []] = await query(host, scratch, {
        database: scratch.name,
        sql: "SELECT current_setting('listen_addresses'), current_setting('archive_mode'), pg_is_in_recovery(), current_setting('data_directory'), (SELECT pg_tablespace_location(oid) FROM pg_tablespace WHERE spcname = 'elsewhere')",
      });
      assert.deepEqual(shown.slice(0, 4), ["", "off", "f", join(directory, "data")]);
      assert.ok(shown[4]?.startsWith(`${directory}/`), shown[4]);
      await requireSame(host, scratch, { database: scratch.name, source: { contents, objects }, directory: null });
      await query(host, scratch, {
        database: scratch.name,
        sql: "INSERT INTO clients VALUES (0, 'only here'); CHECKPOINT; SELECT pg_switch_wal()",
      });
      assert.notEqual(await running(directory), "");
      return [await rows(scratch), await rows(scratch, "notes")];
    });
    assert.deepEqual(seen, ["5001", "70"]);
    assert.deepEqual([await rows(plan), await rows(plan, "notes")], ["10", "0"]);
    assert.equal(await cluster.sql("SELECT pg_postmaster_start_time()"), started);
    assert.equal(
      await there(join(home, "spool/archive/clinic/in")),
      false,
      "the restored server fetched ahead, under the live server's lock",
    );
    assert.deepEqual(
      (await archived()).filter((name) => name.includes(".history") || /\/0000000[2-9]/.test(name)),
      [],
    );
    assert.deepEqual([await running(directory), await there(directory)], ["", false]);
    await cluster.sql(
      `INSERT INTO clients SELECT i, 'client ' || i FROM generate_series(11, 5000) i; INSERT INTO notes (id) SELECT generate_series(1, 70)`,
    );
  });

  test("an error of the work is passed on, and one left behind by a lost run is stopped and removed", async () => {
    const { label } = incr;
    const directory = join(home, "scratch/again");
    await assert.rejects(
      withRestored(host, plan, { settings, label, directory }, async () => {
        assert.equal(await there(join(directory, "socket/.s.PGSQL.5432")), true);
        throw new Error("not the same");
      }),
      /not the same/,
    );
    assert.deepEqual([await running(directory), await there(directory)], ["", false]);
    const release = Promise.withResolvers<void>();
    const hanging = Promise.withResolvers<void>();
    const lost = withRestored(
      host,
      plan,
      { settings, label, directory },
      async () => (hanging.resolve(), release.promise),
    );
    await Promise.race([hanging.promise, lost]);
    const old = await running(directory);
    assert.notEqual(old, "");
    await withRestored(host, plan, { settings, label, directory }, async (scratch) => {
      assert.equal(await rows(scratch), "5000");
      const now = (await running(directory)).split("\n");
      assert.deepEqual(
        old.split("\n").filter((process) => now.includes(process)),
        [],
      );
    });
    release.resolve();
    await lost;
    assert.deepEqual([await running(directory), await there(directory)], ["", false]);
  });

  test("a folder that is not golive's is refused and stays as it is", async () => {
    const { label } = incr;
    const foreign = await folder(join(home, "scratch/foreign"));
    await writeFile(join(foreign, "PG_VERSION"), "15\n");
    for (const restore of [
      () => restoreTo(host, plan, settings, { label, directory: foreign }),
      () => restoreTo(host, plan, settings, { label, directory: foreign, delta: true }),
      () => withRestored(host, plan, { settings, label, directory: foreign }, async () => assert.fail()),
    ]) {
      await assert.rejects(
        restore(),
        (error) => error instanceof UserError && /not empty, and was not made by golive/.test(error.message),
      );
    }
    assert.deepEqual(await readdir(foreign), ["PG_VERSION"]);
    await assert.rejects(
      restoreTo(host, plan, settings, { label, directory: data, delta: true }),
      /not made by golive/,
    );
  });

  test("delta mends golive's own folder, and a plain restore does not go over it", async () => {
    const { label } = full;
    const directory = join(home, "scratch/delta");
    const restored = await restoreTo(host, plan, settings, { label, directory });
    assert.equal(restored.data, join(directory, "data"));
    const conf = join(restored.data, "PG_VERSION");
    await writeFile(join(restored.data, "base/extra"), "too much");
    await rm(join(restored.data, "pg_ident.conf"));
    const version = await readFile(conf, "utf8");
    await writeFile(conf, "99\n");
    await assert.rejects(restoreTo(host, plan, settings, { label, directory }), /holds an earlier restore/);
    // What a lost run left at work there is ended first; what works in another folder is not.
    const program = join(home, "scratch/pgbackrest");
    await copyFile("/bin/sleep", program);
    const beside = await folder(join(home, "scratch/delta-beside"));
    const [lost, other] = [restored.data, beside].map((cwd) =>
      startProgram({
        name: "pgbackrest",
        file: program,
        args: ["600"],
        cwd,
        log: join(home, "log/sleep"),
        stopSignal: "SIGTERM",
        ...(owner ? { user: owner } : {}),
      }),
    );
    try {
      await pollUntil(async () => (await running(restored.data)) !== "" && (await running(beside)) !== "", {
        what: "the programs do not start",
      });
      await restoreTo(host, plan, settings, { label, directory, delta: true });
      assert.deepEqual([lost?.failure() === null, other?.failure() === null], [false, true]);
    } finally {
      await Promise.all([lost?.stop(), other?.stop()]);
    }
    assert.deepEqual(
      [
        await readFile(conf, "utf8"),
        await there(join(restored.data, "pg_ident.conf")),
        await there(join(restored.data, "base/extra")),
      ],
      [version, true, false],
    );
    // A run that was lost before anything was restored leaves only the mark.
    await rm(restored.data, { recursive: true });
    await restoreTo(host, plan, settings, { label, directory, delta: true });
    assert.equal(await there(join(restored.data, "global/pg_control")), true);
  });

  test("goes on to a later point when told so", async () => {
    const { label } = await backedUp("incr");
    await cluster.sql("INSERT INTO clients VALUES (6000, 'later')");
    const value = await cluster.sql("SELECT pg_current_wal_flush_lsn()");
    await cluster.sql("DELETE FROM clients WHERE id = 6000");
    const last = await cluster.sql("SELECT pg_walfile_name(pg_switch_wal())");
    await pollUntil(async () => (await archived()).some((name) => name.includes(last)), {
      what: "the log does not arrive",
    });
    const directory = join(home, "scratch/point");
    const restored = await restoreTo(host, plan, settings, { label, directory, target: { type: "lsn", value } });
    const control = (...words: string[]) =>
      asOwner(join(cluster.facts.binaries, "pg_ctl"), "-D", restored.data, "-w", ...words);
    await control(
      "start",
      "-l",
      join(directory, "log"),
      "-o",
      `-c listen_addresses='' -c unix_socket_directories=${directory}/socket`,
    );
    try {
      const scratch = { ...plan, connection: { ...plan.connection, host: join(directory, "socket") } };
      assert.equal(await rows(scratch), "5001");
    } finally {
      await control("stop", "-m", "immediate");
    }
  });

  test("damage in the repository is found and named, whatever verify's exit code says", async () => {
    const { label } = incr;
    const base = join(home, "repo/backup/clinic", full.label);
    const files = await Promise.all(
      (await readdir(join(base, "pg_data/base"), { recursive: true }))
        .filter((name) => /\/\d+$/.test(name))
        .map(async (name) => ({ name, size: (await stat(join(base, "pg_data/base", name))).size })),
    );
    const name = files.toSorted((a, b) => b.size - a.size)[0]?.name ?? "";
    const path = join(base, "pg_data/base", name);
    const whole = await readFile(path);
    const broken = Buffer.from(whole);
    broken[whole.length >> 1] = (whole[whole.length >> 1] ?? 0) ^ 1;
    await writeFile(path, broken);
    const damaged = (of: string, said: RegExp) =>
      assert.rejects(
        verifyPgbackrest(host, plan, settings, of),
        (error) => error instanceof UserError && said.test(error.message),
      );
    await damaged(full.label, new RegExp(`backup ${full.label} is damaged: .*${full.label}/pg_data/base/${name}`));
    // The incremental one takes this file from the full one.
    await damaged(label, new RegExp(`backup ${label} is damaged: .*${full.label}/pg_data/base/${name}`));
    await assert.rejects(
      withRestored(host, plan, { settings, label: full.label, directory: join(home, "scratch/broken") }, async () =>
        assert.fail(),
      ),
      (error) => error instanceof UserError && /damaged/.test(error.message) && error.cause instanceof CommandError,
    );
    assert.equal(await there(join(home, "scratch/broken")), false);
    const later = await backedUp("full");
    assert.match((await verifyPgbackrest(host, plan, settings, later.label)).elsewhere.join(), new RegExp(name));
    await writeFile(path, whole);
    await verifyPgbackrest(host, plan, settings, label);

    const segment = (await cluster.sql(`SELECT pg_walfile_name('${later.startLsn}')`)).trim();
    const log = (await archived()).find((entry) => entry.includes(`${segment}-`)) ?? "";
    const segmentPath = join(home, "repo/archive/clinic", log);
    await rename(segmentPath, join(home, "taken-away"));
    await damaged(later.label, new RegExp(`log segment ${segment} is missing`));
    await rename(join(home, "taken-away"), segmentPath);
    const manifests = [
      `${home}/repo/backup/clinic/${later.label}/backup.manifest`,
      `${home}/repo/backup/clinic/${later.label}/backup.manifest.copy`,
    ] as const;
    for (const file of manifests) await rename(file, `${file}.away`);
    await damaged(later.label, /manifest missing/);
    for (const file of manifests) await rename(`${file}.away`, file);
    await verifyPgbackrest(host, plan, settings, later.label);
    await damaged("20200101-000000F", /has no backup 20200101-000000F/);
  });

  test("a disk that fills up is named and let go", async (t) => {
    const disk = await folder(join(home, "scratch/disk"));
    await exec("mount", ["-t", "tmpfs", "-o", "size=8m,mode=777", "golive-test", disk]).catch(() =>
      t.skip("may not mount a small disk"),
    );
    if (!(await readFile("/proc/mounts", "utf8")).includes(disk)) return;
    try {
      const small = hostFrom("db-1", async (command) => {
        const finished = await host.attempt(command);
        return { ...finished, stdout: finished.stdout.replaceAll(/"size":\d+\}/g, '"size":1}') };
      });
      const without = { ...plan, backup: { ...plan.backup, leastFree: 0 } };
      const directory = join(disk, "restored");
      await assert.rejects(
        restoreTo(small, without, settings, { label: full.label, directory }),
        (error) =>
          error instanceof UserError &&
          error.message.includes(`no room left for ${directory}/data/`) &&
          error.cause instanceof CommandError,
      );
      assert.deepEqual(await readdir(disk), []);
    } finally {
      await exec("umount", [disk]);
    }
  });

  test("without room, or for a backup that is gone, nothing is begun", async () => {
    const { label } = incr;
    const directory = join(home, "scratch/none");
    await assert.rejects(
      restoreTo(host, { ...plan, backup: { ...plan.backup, leastFree: 1 << 30 } }, settings, { label, directory }),
      (error) =>
        error instanceof UserError &&
        /free for the restored server, [\d,.]+ GiB needed \[restore-no-room\]\n {2}→ make room/.test(error.message) &&
        error.cause instanceof CommandError,
    );
    await assert.rejects(restoreTo(host, plan, settings, { label: "20200101-000000F", directory }), /has no backup/);
    await assert.rejects(
      withRestored(host, plan, { settings, label, directory: `/tmp/${"x".repeat(90)}` }, async () => assert.fail()),
      /too long a path/,
    );
    await assert.rejects(
      takePgbackrest(host, plan, { ...settings, stanza: "other" }, { type: "full", annotation: "r1" }),
      /knows no stanza "other"/,
    );
    if (owner) {
      const { runAs: _, ...asRoot } = plan;
      await assert.rejects(restoreTo(host, asRoot, settings, { label, directory }), /does not run as root/);
    }
    assert.equal(await there(directory), false);
  });
});

describe("what pgbackrest prints", () => {
  const entry = {
    label: "20260101-000000F",
    reference: null,
    archive: { start: "0000000100000002000000FE", stop: "000000010000000300000001" },
    lsn: { start: "2/FE000028", stop: "3/1000100" },
  };

  const finished = (stderr: string) => ({ code: 1, stdout: "", stderr, seconds: 1, timedOut: false });
  const told: readonly (readonly [string, RegExp])[] = [
    [
      "ERROR: [029]: raised from local-1 protocol: zlib threw error: [-3] data error",
      /the backup is damaged: it cannot be unpacked/,
    ],
    [
      "ERROR: [026]: raised from local-1 protocol: error restoring '/x/base/1': actual checksum 'a' does not match expected checksum 'b'",
      /the backup is damaged: a checksum is wrong/,
    ],
    [
      "ERROR: [064]: unable to write '/var/lib/pgbackrest/x': [28] No space left on device",
      /no room left for \/var\/lib\/pgbackrest\/x/,
    ],
    [
      "ERROR: [064]: raised from local-1 protocol: unable to write '/srv/r/data/base/1/2757'\n       [FileWriteError] on retry after 0ms",
      /no room left for \/srv\/r\/data\/base\/1\/2757/,
    ],
    ["ERROR: [062]: stop file exists for stanza clinic", /was stopped for the stanza "clinic"/],
    [
      "ERROR: [051]: PostgreSQL version 15, system-id 1 do not match stanza version 15, system-id 2\nHINT: is this the correct stanza?",
      /belongs to another PostgreSQL server/,
    ],
    [
      "ERROR: [041]: unable to open file '/var/lib/pgbackrest/x' for read: [13] Permission denied",
      /may not read or write its files as postgres/,
    ],
  ];
  for (const [stderr, said] of told) {
    test(`in words: ${(stderr.split("\n")[0] ?? "").slice(0, 90)}`, () => {
      const { database } = samplePlan();
      assert.match(
        explain("db-1", { ...database, runAs: "postgres" }, { stanza: "clinic" }, finished(stderr))?.what ?? "",
        said,
      );
    });
  }

  test("a failure nobody knows is not guessed at", () =>
    assert.equal(
      explain("db-1", samplePlan().database, { stanza: "clinic" }, finished("ERROR: [025]: assertion failed")),
      null,
    ));

  test("the log a backup needs, over the end of a file of 4 GiB and for other sizes of segments", () => {
    assert.deepEqual(neededSegments(entry), [
      "0000000100000002000000FE",
      "0000000100000002000000FF",
      "000000010000000300000000",
      "000000010000000300000001",
    ]);
    const large = {
      archive: { start: "00000001000000020000003F", stop: "000000010000000300000000" },
      lsn: { start: "2/FE000028", stop: "3/1000100" },
    };
    assert.deepEqual(neededSegments(large), ["00000001000000020000003F", "000000010000000300000000"]);
    assert.deepEqual(neededSegments({ ...entry, archive: { start: null, stop: null } }), []);
  });

  test("a backup counts as whole only when it is said to be", () => {
    const line = (status: string, checked: number, valid: number) =>
      `  backup: ${entry.label}, status: ${status}, total files checked: ${checked}, total valid files: ${valid}\n`;
    assert.deepEqual(readVerify(line("valid", 9, 9), entry), { damaged: [], elsewhere: [], files: 9 });
    for (const output of [
      "",
      "status: ok\n",
      line("valid", 9, 8),
      line("valid", 0, 0),
      line("in-progress", 0, 0),
      line("manifest missing", 0, 0),
    ])
      assert.equal(readVerify(output, entry).damaged.length, 1, output);
    const log = "invalid result 15-1/0000000100000002/0000000100000002000000FF-824c.zst: [29] raised from local-1";
    assert.deepEqual(readVerify(`P01   INFO: ${log}\n${line("valid", 9, 9)}`, entry).damaged, [
      "invalid result: 15-1/0000000100000002/0000000100000002000000FF-824c.zst",
    ]);
    assert.equal(
      readVerify(`P01   INFO: ${log.replaceAll("FF-", "F0-")}\n${line("valid", 9, 9)}`, entry).elsewhere.length,
      1,
    );
  });
});
