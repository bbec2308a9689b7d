import assert from "node:assert/strict";
import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { chmod, mkdir, mkdtemp, rm, symlink, writeFile } from "node:fs/promises";
import { existsSync, statSync } from "node:fs";
import { dirname, join } from "node:path";
import { after, before, describe, test } from "node:test";
import { freePorts } from "../../packages/rehearsal/production/processes/free-ports.ts";
import { type Program, startProgram } from "../../packages/rehearsal/production/processes/program.ts";
import { run } from "../../packages/rehearsal/production/processes/run.ts";
import { startPgbouncer } from "./pooler/start-pgbouncer.ts";
import { pollUntil } from "../../packages/rehearsal/production/processes/poll-until.ts";
import type { Problem } from "../../src/core/errors.ts";
import { showSize } from "../../src/core/text/figures.ts";
import { databaseProblems, spaceProblems } from "../../src/database/preflight/preflight.ts";
import type { DatabasePlan } from "../../src/database/postgres.ts";
import { type Host, hostFrom } from "../../src/hosts/host.ts";
import { localHost } from "../../src/hosts/local.ts";
import { type Cluster, connectionOf, startCluster } from "./throwaway-cluster.ts";

const user = process.getuid?.() === 0 ? "postgres" : null;
const asServer = user ? ["setpriv", `--reuid=${user}`, `--regid=${user}`, "--init-groups"] : ["env"];

describe("what would stop the launch's part in the database is found before it starts", () => {
  const host = localHost("db-1");
  const programs: { stop(): Promise<unknown> }[] = [];
  const sessions: ChildProcess[] = [];
  let cluster: Cluster;
  let data: string;

  before(async () => {
    cluster = await startCluster();
    data = join(dirname(cluster.facts.socket), "data");
    // One statement each: a script would be one, with a pause between.
    for (const setting of ["max_prepared_transactions = 5", "wal_level = logical", "autovacuum = off", "fsync = off"])
      await cluster.sql(`ALTER SYSTEM SET ${setting}`, "postgres");
    await asServerRun("pg_ctl", "-D", data, "-m", "fast", "-w", "stop");
    await start("postgres", data, cluster.facts.port);
    await cluster.sql(
      `CREATE ROLE operator LOGIN CREATEDB PASSWORD 'o'; GRANT ${cluster.facts.owner} TO operator; GRANT pg_signal_backend, pg_read_all_stats TO operator`,
      "postgres",
    );
  });
  after(async () => {
    for (const session of sessions) session.kill();
    for (const program of programs.toReversed()) await program.stop();
    await cluster.stop();
  });

  const asServerRun = (program: string, ...words: string[]) =>
    run(asServer[0] ?? "", [...asServer.slice(1), join(cluster.facts.binaries, program), ...words], {
      cwd: cluster.directory,
      env: { PGPASSFILE: cluster.facts.passfile },
    });

  async function start(name: string, directory: string, port: number): Promise<Program> {
    const program = startProgram({
      name,
      file: join(cluster.facts.binaries, "postgres"),
      args: ["-D", directory, "-c", `port=${port}`],
      cwd: dirname(directory),
      log: join(cluster.directory, `${name}.log`),
      stopSignal: "SIGINT",
      ...(user ? { user } : {}),
    });
    programs.push(program);
    await answers(program, port);
    return program;
  }

  async function answers(program: Program, port: number): Promise<void> {
    await pollUntil(
      async () => {
        const failure = program.failure();
        if (failure) throw new Error(failure);
        await run(join(cluster.facts.binaries, "pg_isready"), ["-q", "-h", "127.0.0.1", "-p", String(port)]);
        return true;
      },
      { what: `${program.name} does not answer` },
    );
  }

  /** A database of its own that belongs to the service's role. */
  async function make(name: string, sql = ""): Promise<DatabasePlan> {
    await cluster.sql(`CREATE DATABASE "${name}" OWNER ${cluster.facts.owner}`, "postgres");
    await cluster.sql(
      `SET ROLE ${cluster.facts.owner}; CREATE SCHEMA app; CREATE TABLE app.clients (id serial PRIMARY KEY, name text); INSERT INTO app.clients (name) SELECT 'Anna ' || i FROM generate_series(1, 50) i; RESET ROLE; ${sql}`,
      name,
    );
    return cluster.plan({ name });
  }

  /** A program that stays connected and runs this; until it is at work. */
  async function open(
    database: string,
    sql: string,
    program: string,
    role = cluster.facts.adminUser,
    passfile = cluster.facts.passfile,
  ): Promise<() => Promise<void>> {
    const { host: address, port, binaries } = cluster.facts;
    const session = spawn(
      join(binaries, "psql"),
      ["-X", `host=${address} port=${port} user=${role} application_name='${program}' ${database}`],
      { env: { PATH: process.env.PATH, PGPASSFILE: passfile }, stdio: ["pipe", "ignore", "ignore"] },
    );
    sessions.push(session);
    const ended = once(session, "exit");
    session.stdin?.write(`${sql}\n`);
    await pollUntil(
      async () =>
        (await cluster.sql(
          `SELECT count(*) FROM pg_stat_activity WHERE application_name = '${program}' AND state LIKE 'idle%' AND query <> ''`,
          "postgres",
        )) !== "0",
      { what: `${program} is not connected` },
    );
    return async () => {
      session.kill();
      await ended;
      await pollUntil(
        async () =>
          (await cluster.sql(
            `SELECT count(*) FROM pg_stat_activity WHERE application_name = '${program}'`,
            "postgres",
          )) === "0",
        { what: `${program} is still connected` },
      );
    };
  }

  async function passfileOf(role: string, password: string): Promise<string> {
    return (await connectionOf(cluster, role, password)).passfile ?? "";
  }

  const found = async (
    plan: DatabasePlan,
    names?: readonly string[],
    seconds?: number,
    on: Host = host,
  ): Promise<Problem[]> => (await databaseProblems(on, plan, names, seconds)).problems;
  const codes = (problems: readonly Problem[]) => [...new Set(problems.map(({ code }) => code))].toSorted();
  function only(problems: readonly Problem[], code: string): string {
    assert.deepEqual(
      problems.map((problem) => problem.code),
      [code],
      problems.map(({ what }) => what).join("\n"),
    );
    const [{ what, where, mend } = { what: "" }] = problems;
    assert.equal(where, "db-1");
    assert.ok(mend);
    return `${what} → ${mend}`;
  }

  test("a healthy database is no problem, for a superuser and for a role that may do what is needed", async () => {
    const plan = await make(
      "healthy",
      "CREATE EXTENSION citext; CREATE ROLE reader; GRANT SELECT ON app.clients TO reader",
    );
    const close = await open(
      "dbname=healthy",
      "SELECT 1;",
      "healthy-web",
      "operator",
      await passfileOf("operator", "o"),
    );
    assert.deepEqual(await found(plan, ["healthy_copy_r1"]), []);
    const operator = { ...plan, connection: await connectionOf(cluster, "operator", "o") };
    assert.deepEqual(await found(operator, ["healthy_copy_r1"]), []);
    const { facts } = await databaseProblems(host, operator);
    assert.ok(
      (facts?.bytes ?? 0) > 5_000_000 && Number.parseInt(facts?.serverVersion ?? "", 10) >= 13,
      JSON.stringify(facts),
    );
    await close();
  });

  test("looking changes nothing: no transaction is given a number, nothing is left open", async () => {
    const plan = await make("looked-at");
    const state = () =>
      cluster.sql(
        "SELECT pg_snapshot_xmax(pg_current_snapshot()), (SELECT count(*) FROM pg_locks l WHERE locktype = 'advisory'), (SELECT string_agg(datname || datallowconn, ',' ORDER BY oid) FROM pg_database)",
        "postgres",
      );
    const earlier = await state();
    const { facts } = await databaseProblems(host, plan, ["x"]);
    assert.ok(facts);
    await spaceProblems(host, plan, facts, { copy: true });
    assert.equal(await state(), earlier);
  });

  test("a wrong name, a server that is not there", async () => {
    const plan = cluster.plan();
    assert.match(
      only(await found({ ...plan, name: `${plan.name}x` }), "db-missing"),
      new RegExp(`there is no database "${plan.name}x" → did you mean "${plan.name}"`),
    );
    assert.match(
      only(await found({ ...plan, connection: { ...plan.connection, port: 1 } }), "db-unreachable"),
      /PostgreSQL does not answer: .*refused/s,
    );
    assert.match(
      only(await found({ ...plan, connection: await connectionOf(cluster, "nobody", "n") }), "db-unreachable"),
      /password authentication failed/,
    );
  });

  test("programs that are missing, or of another version than the server", async () => {
    const plan = cluster.plan();
    const { binaries } = cluster.facts;
    const folder = join(cluster.directory, "programs");
    const stand = async (file: string, text: string) =>
      writeFile(join(folder, file), `#!/bin/sh\n${text}\n`, { mode: 0o755 });
    assert.match(
      only(await found({ ...plan, programs: "/nowhere" }), "db-tools-missing"),
      /psql, pg_dump, pg_restore are missing/,
    );
    await mkdir(folder);
    await symlink(join(binaries, "psql"), join(folder, "psql"));
    for (const [said, version] of [
      ["PostgreSQL", "9.6.24"],
      ["PostgreSQL", "99.1 (Debian 99.1-1)"],
    ]) {
      for (const name of ["pg_dump", "pg_restore"]) await stand(name, `echo '${name} (${said}) ${version}'`);
      assert.match(
        only(await found({ ...plan, programs: folder }), "db-version-mismatch"),
        new RegExp(
          `pg_dump is of version ${Number.parseInt(version ?? "", 10)}, pg_restore is .* the server of \\d+ → install postgresql-client-\\d+`,
        ),
      );
    }
    for (const name of ["pg_dump", "pg_restore"]) await stand(name, "exit 127");
    assert.match(
      only(await found({ ...plan, programs: folder }), "db-tools-missing"),
      /pg_dump, pg_restore are missing/,
    );
  });

  test("a server that is too old (its answer, with another version in it)", async () => {
    const old = hostFrom("db-1", async (command) => {
      const finished = await host.attempt(command);
      return {
        ...finished,
        stdout: finished.stdout.replace(
          /"number" : \d+, "version" : "[^"]*"/,
          '"number" : 120022, "version" : "12.22"',
        ),
      };
    });
    const problems = await found(cluster.plan(), [], 300, old);
    assert.deepEqual(codes(problems), ["db-too-old", "db-version-mismatch"]);
    assert.match(problems.map(({ what }) => what).join("\n"), /PostgreSQL 12\.22 is too old/);
  });

  test("a role that may neither create databases nor act for the owner", async () => {
    await cluster.sql(
      "CREATE ROLE weak LOGIN PASSWORD 'w'; CREATE ROLE heir LOGIN CREATEDB NOINHERIT PASSWORD 'h'",
      "postgres",
    );
    await cluster.sql(`GRANT ${cluster.facts.owner} TO heir`, "postgres");
    const plan = cluster.plan();
    const weak = await found({ ...plan, connection: await connectionOf(cluster, "weak", "w") });
    assert.deepEqual(codes(weak), ["db-no-createdb", "db-not-owner"]);
    assert.match(
      weak.map(({ mend }) => mend).join("\n"),
      /ALTER ROLE "weak" CREATEDB\nas superuser: GRANT "psychology" TO "weak"/,
    );
    // A member that does not inherit would be told "must be owner of database" at night.
    only(await found({ ...plan, connection: await connectionOf(cluster, "heir", "h") }), "db-not-owner");
    await assert.rejects(
      sqlAs("heir", "h", `ALTER DATABASE ${plan.name} ALLOW_CONNECTIONS true`),
      /must be owner of database/,
    );
  });

  async function sqlAs(role: string, password: string, sql: string, database = "postgres"): Promise<string> {
    return run(
      join(cluster.facts.binaries, "psql"),
      [
        "-XqAt",
        "-v",
        "ON_ERROR_STOP=1",
        "-h",
        cluster.facts.host,
        "-p",
        String(cluster.facts.port),
        "-U",
        role,
        "-d",
        database,
        "-c",
        sql,
      ],
      { env: { PGPASSFILE: await passfileOf(role, password) } },
    );
  }

  test("a prepared transaction", async () => {
    const plan = await make("prepared");
    await cluster.sql("BEGIN; INSERT INTO app.clients (name) VALUES ('x'); PREPARE TRANSACTION 'order''7'", "prepared");
    try {
      assert.match(
        only(await found(plan), "db-prepared-transaction"),
        /can neither be cloned nor renamed: order'7 \(\d.* old\) → connected to prepared, .*COMMIT PREPARED 'order''7' or ROLLBACK PREPARED 'order''7'/,
      );
      await assert.rejects(
        cluster.sql('CREATE DATABASE prepared_copy TEMPLATE "prepared"', "postgres"),
        /being accessed by other users/,
      );
      await assert.rejects(
        cluster.sql('ALTER DATABASE "prepared" RENAME TO prepared_kept', "postgres"),
        /being accessed by other users/,
      );
      assert.deepEqual(await found(await make("unprepared")), [], "another database's is not in the way");
    } finally {
      await cluster.sql("ROLLBACK PREPARED 'order''7'", "prepared");
    }
    assert.deepEqual(await found(plan), []);
  });

  test("a transaction that stays open; its query is not told", async () => {
    const plan = await make("long");
    const close = await open("dbname=long", "BEGIN; SELECT * FROM app.clients WHERE name = 'Anna 7';", "report|<b>");
    assert.deepEqual(await found(plan), [], "younger than five minutes");
    await pollUntil(async () => (await found(plan, [], 1)).length > 0, { what: "it is not old enough" });
    const said = only(await found(plan, [], 1), "db-long-transaction");
    assert.match(said, /golive \(reportb\), \d+\.\d s old → .*pg_terminate_backend\(\d+\)/);
    assert.doesNotMatch(said, /Anna|SELECT \*/);
    await close();
    assert.deepEqual(await found(plan, [], 1), []);
    const idle = await open("dbname=long", "SELECT 1;", "idle");
    assert.deepEqual(await found(plan, [], 0), [], "a session without a transaction");
    await idle();
  });

  test("logical replication: a slot, a subscription, an attached receiver", async () => {
    const plan = await make("replicated");
    await cluster.sql("SELECT pg_create_logical_replication_slot('to_warehouse', 'pgoutput')", "replicated");
    assert.match(only(await found(plan), "db-replication"), /replication slot to_warehouse → /);
    assert.deepEqual(await found(await make("unreplicated")), []);
    await cluster.sql("SELECT pg_drop_replication_slot('to_warehouse')", "postgres");

    await cluster.sql(
      "CREATE SUBSCRIPTION from_crm CONNECTION 'dbname=nowhere' PUBLICATION p WITH (connect = false)",
      "replicated",
    );
    assert.match(
      only(
        await found({ ...plan, connection: await connectionOf(cluster, "operator", "o") }).then((all) =>
          all.filter(({ code }) => code !== "db-role-missing"),
        ),
        "db-replication",
      ),
      /subscription from_crm → /,
    );
    await cluster.sql("ALTER SUBSCRIPTION from_crm SET (slot_name = NONE)", "replicated");
    await cluster.sql("DROP SUBSCRIPTION from_crm", "replicated");

    const close = await open("dbname=replicated replication=database", "IDENTIFY_SYSTEM;", "receiver");
    assert.match(only(await found(plan), "db-replication"), /1 attached receiver \(receiver\) → /);
    assert.match(
      only(await found({ ...plan, connection: await connectionOf(cluster, "operator", "o") }), "db-replication"),
      /1 attached receiver/,
    );
    await assert.rejects(
      cluster.sql("CREATE DATABASE replicated_copy TEMPLATE replicated", "postgres"),
      /being accessed by other users/,
    );
    await close();
    assert.deepEqual(await found(plan), []);
  });

  test("a replica is not the primary, and to have one is no problem", async () => {
    const [port = 0] = await freePorts(1);
    const directory = join(dirname(data), "replica");
    await chmod(cluster.facts.passfile, 0o600);
    const passfile = join(dirname(data), "replica.pgpass");
    await run("cp", [cluster.facts.passfile, passfile]);
    if (user) await run("chown", [user, passfile]);
    await run(
      asServer[0] ?? "",
      [
        ...asServer.slice(1),
        join(cluster.facts.binaries, "pg_basebackup"),
        "-d",
        `host=127.0.0.1 port=${cluster.facts.port} user=${cluster.facts.adminUser} passfile=${passfile} application_name=replica`,
        "-D",
        directory,
        "-R",
        "-c",
        "fast",
        "-C",
        "-S",
        "replica",
        "--no-sync",
      ],
      { cwd: dirname(data) },
    );
    const socket = join(dirname(data), "replica-socket");
    await run(asServer[0] ?? "", [...asServer.slice(1), "mkdir", socket], { cwd: dirname(data) });
    const program = startProgram({
      name: "replica",
      file: join(cluster.facts.binaries, "postgres"),
      args: ["-D", directory, "-c", `port=${port}`, "-c", `unix_socket_directories=${socket}`],
      cwd: dirname(data),
      log: join(cluster.directory, "replica.log"),
      stopSignal: "SIGINT",
      ...(user ? { user } : {}),
    });
    programs.push(program);
    await answers(program, port);
    await pollUntil(
      async () =>
        (await cluster.sql(
          "SELECT count(*) FROM pg_stat_replication WHERE application_name = 'replica' AND state = 'streaming'",
          "postgres",
        )) === "1",
      { what: "the replica does not follow" },
    );
    const passwords = join(cluster.directory, "settings/replica.pgpass");
    await run("sh", [
      "-c",
      'sed "s/^[^:]*:[0-9]*:/*:*:/" "$1" > "$2" && chmod 600 "$2"',
      "sh",
      cluster.facts.passfile,
      passwords,
    ]);
    const plan = cluster.plan();
    assert.match(
      only(await found({ ...plan, connection: { ...plan.connection, port, passfile: passwords } }), "db-standby"),
      /this server is a replica/,
    );
    assert.deepEqual(await found(plan), [], "the primary, with a physical replica and its slot");
    await program.stop();
    await cluster.sql("SELECT pg_drop_replication_slot('replica')", "postgres");
  });

  describe("through pgbouncer", () => {
    async function pgbouncer(
      name: string,
      mode: string,
      lines: readonly string[] = [],
      databases = "*",
      more = "",
    ): Promise<DatabasePlan> {
      const settings = [`pool_mode = ${mode}`, ...lines];
      const started = await startPgbouncer(cluster, name, { databases: [`${databases} = ${more}`], settings });
      programs.push(started);
      return { ...cluster.plan(), connection: { ...cluster.plan().connection, port: started.port } };
    }

    for (const mode of ["session", "transaction"]) {
      test(`${mode} mode, as it comes: it refuses the settings`, async () => {
        assert.match(
          only(await found(await pgbouncer(`as-it-comes-${mode}`, mode)), "db-pooler"),
          /pgbouncer, which refuses it \(unsupported startup parameter: options( \(all it said: db-1:[^)]*\))?\).* → name the address and port of PostgreSQL itself/,
        );
      });
      test(`${mode} mode, told to pass over the settings: it drops them`, async () => {
        const plan = await pgbouncer(`told-${mode}`, mode, ["ignore_startup_parameters = options,extra_float_digits"]);
        // The first session makes the pooler's connection, the second is given the same.
        for (let time = 0; time < 2; time++)
          assert.match(only(await found(plan), "db-pooler"), /which drops the settings that golive asks for/);
      });
    }
    test("statement mode, and one that serves no other database than the service's", async () => {
      only(
        await found(await pgbouncer("statement", "statement", ["ignore_startup_parameters = options"])),
        "db-pooler",
      );
      only(
        await found(
          await pgbouncer("alone", "transaction", ["ignore_startup_parameters = options"], cluster.facts.database),
        ),
        "db-pooler",
      );
    });
    test("a pooler that sets the same settings itself is still one", async () => {
      const plan = await pgbouncer(
        "likewise",
        "session",
        ["ignore_startup_parameters = options"],
        "*",
        "connect_query='SET lock_timeout = 30000'",
      );
      only(await found(plan), "db-pooler");
    });
    test("settings of the role, the database or a service file are none", async () => {
      const plan = await make("set");
      await cluster.sql(
        `ALTER ROLE "${cluster.facts.adminUser}" SET lock_timeout = '1s'; ALTER DATABASE "set" SET lock_timeout = '2s'`,
        "postgres",
      );
      const services = join(cluster.directory, "settings/pg_service.conf");
      await writeFile(
        services,
        `[clinic]\nhost=${cluster.facts.host}\nport=${cluster.facts.port}\nuser=${cluster.facts.adminUser}\noptions=-c work_mem=8MB\n`,
      );
      const served = hostFrom("db-1", (command) =>
        host.attempt({ ...command, env: { ...command.env, PGSERVICEFILE: services } }),
      );
      try {
        assert.deepEqual(await found(plan), []);
        assert.deepEqual(
          await found(
            { ...plan, connection: { service: "clinic", passfile: cluster.facts.passfile } },
            [],
            300,
            served,
          ),
          [],
        );
      } finally {
        await cluster.sql(`ALTER ROLE "${cluster.facts.adminUser}" RESET lock_timeout`, "postgres");
      }
    });
  });

  test("sessions of others: whose golive may not end, and whose it may not even see", async () => {
    const plan = await make("busy", "");
    await cluster.sql(
      `CREATE ROLE visitor LOGIN PASSWORD 'v'; CREATE ROLE modest LOGIN CREATEDB PASSWORD 'm'; GRANT ${cluster.facts.owner} TO modest`,
      "postgres",
    );
    const modest = { ...plan, connection: await connectionOf(cluster, "modest", "m") };
    assert.deepEqual(await found(modest), [], "nobody is there");
    const close = await open("dbname=busy", "SELECT 1;", "visit", "visitor", await passfileOf("visitor", "v"));
    const problems = await found(modest);
    assert.deepEqual(
      problems.map(({ code, what, mend }) => `${code}: ${what} → ${mend}`),
      [
        'db-no-signal: the role modest may not end the sessions of other roles in busy: visitor → as superuser: GRANT pg_signal_backend TO "modest"',
        'db-no-sight: the role modest does not see what the sessions of other roles in busy are, and would overlook them: visitor → as superuser: GRANT pg_read_all_stats TO "modest"',
      ],
    );
    await assert.rejects(
      sqlAs("modest", "m", "SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE application_name = 'visit'"),
      /must be a member of the role|permission denied/,
    );
    await cluster.sql("GRANT pg_signal_backend TO modest", "postgres");
    assert.deepEqual(codes(await found(modest)), ["db-no-sight"]);
    await cluster.sql("GRANT pg_monitor TO modest", "postgres");
    assert.deepEqual(await found(modest), []);
    const above = await open("dbname=busy", "SELECT 1;", "administrator");
    assert.match(
      only(await found(modest), "db-no-signal"),
      /superusers are connected to busy, and the role modest may not end their sessions: golive → have them disconnect/,
    );
    assert.deepEqual(await found(plan), [], "a superuser may end any");
    await cluster.sql("REVOKE pg_signal_backend, pg_monitor FROM modest; GRANT visitor TO modest", "postgres");
    await above();
    assert.deepEqual(await found(modest), [], "a member of the role may as well");
    await close();
  });

  test("names that the launch needs and that are taken", async () => {
    const plan = await make("named");
    await make("named_failed_r1");
    assert.deepEqual(await found(plan, []), []);
    assert.match(
      only(await found(plan, ["named_copy_r1", "named_failed_r1", 'it\'s "odd"; $x']), "db-name-taken"),
      /a database named_failed_r1 is there already/,
    );
  });

  test("a database whose doors are shut", async () => {
    const plan = await make("shut");
    await cluster.sql("ALTER DATABASE shut ALLOW_CONNECTIONS false", "postgres");
    assert.match(only(await found(plan), "db-closed"), /not currently accepting connections/);
    const { facts } = await databaseProblems(host, plan);
    assert.match(
      (await spaceProblems(host, plan, facts ?? { bytes: 0, serverVersion: "" })).note,
      /room for the restored proof could not be looked at/,
    );
    await cluster.sql(
      "ALTER DATABASE shut ALLOW_CONNECTIONS true; REVOKE CONNECT ON DATABASE shut FROM PUBLIC; CREATE ROLE outsider LOGIN CREATEDB PASSWORD 'x'",
      "postgres",
    );
    assert.ok(
      codes(await found({ ...plan, connection: await connectionOf(cluster, "outsider", "x") })).includes("db-closed"),
    );
  });

  describe("what a role that is no superuser could not restore", () => {
    const asOperator = async (plan: DatabasePlan) => ({
      ...plan,
      connection: await connectionOf(cluster, "operator", "o"),
    });

    test("objects of roles it is no member of; the superuser's own among them", async () => {
      const plan = await make(
        "owned",
        "CREATE ROLE auditor; CREATE ROLE archivist; ALTER TABLE app.clients OWNER TO auditor; CREATE COLLATION app.c (locale = 'C'); ALTER COLLATION app.c OWNER TO archivist; CREATE VIEW app.names AS SELECT 1; GRANT SELECT ON ALL TABLES IN SCHEMA app TO operator; GRANT SELECT ON ALL SEQUENCES IN SCHEMA app TO operator",
      );
      const [members, ...above] = await found(await asOperator(plan));
      assert.match(
        only(above, "db-role-missing"),
        /objects in owned belong to superusers, and the role operator may not restore them as theirs: golive → give them to the database's owner/,
      );
      assert.match(
        only(members ? [members] : [], "db-role-missing"),
        /may not give objects of a restored owned to their owners, as it is no member of them: archivist, auditor → as superuser: GRANT "archivist", "auditor" TO "operator"/,
      );
      assert.deepEqual(await found(plan), []);
      await cluster.sql("DROP VIEW app.names; GRANT auditor, archivist TO operator", "owned");
      assert.deepEqual(await found(await asOperator(plan)), []);
    });

    test("grants that another than the owner gave", async () => {
      const plan = await make(
        "granted",
        "CREATE ROLE lender; CREATE ROLE borrower; GRANT USAGE ON SCHEMA app TO lender; GRANT SELECT ON app.clients TO lender WITH GRANT OPTION; SET ROLE lender; GRANT SELECT ON app.clients TO borrower",
      );
      assert.match(
        only(await found(await asOperator(plan)), "db-role-missing"),
        /grants in granted that others than the owners gave: lender/,
      );
      assert.deepEqual(await found(plan), []);
    });

    test("grants to a role that is gone, not even by a superuser", async () => {
      const plan = await make("orphaned", "CREATE ROLE leaver; GRANT SELECT ON app.clients TO leaver");
      const oid = await cluster.sql("SELECT oid FROM pg_roles WHERE rolname = 'leaver'", "postgres");
      await cluster.sql("SET allow_system_table_mods = on; DELETE FROM pg_authid WHERE rolname = 'leaver'", "postgres");
      assert.match(
        only(await found(plan), "db-role-missing"),
        new RegExp(`roles that do not exist any more, .*: ${oid} → `),
      );
    });

    test("extensions that are gone, or only a superuser may create", async () => {
      const plan = await make("extended", "CREATE EXTENSION pageinspect; CREATE EXTENSION citext");
      assert.match(
        only(await found(await asOperator(plan)), "db-extension-missing"),
        /the role operator may not create extensions that extended has; only a superuser may: pageinspect/,
      );
      assert.deepEqual(await found(plan), []);
      await cluster.sql(
        "DROP EXTENSION pageinspect; SET allow_system_table_mods = on; UPDATE pg_extension SET extname = 'golive_gone' WHERE extname = 'citext'",
        "extended",
      );
      assert.match(
        only(await found(plan), "db-extension-missing"),
        /not installed on the server any more, .*: golive_gone/,
      );
    });

    test("tables that it may not read, or only in part", async () => {
      const plan = await make(
        "hidden",
        `CREATE ROLE clerk; GRANT clerk TO operator; GRANT ALL ON SCHEMA app TO clerk;
        CREATE TABLE app.visits (id int); ALTER TABLE app.visits OWNER TO clerk; ALTER TABLE app.visits ENABLE ROW LEVEL SECURITY; ALTER TABLE app.visits FORCE ROW LEVEL SECURITY;
        REVOKE SELECT ON app.clients FROM ${cluster.facts.owner}`,
      );
      assert.match(
        only(await found(await asOperator(plan)), "db-not-readable"),
        /the role operator may not read all of hidden, and pg_dump would stop there: app\.clients, app\.visits/,
      );
      await assert.rejects(
        run(
          join(cluster.facts.binaries, "pg_dump"),
          ["-h", cluster.facts.host, "-p", String(cluster.facts.port), "-U", "operator", "-f", "/dev/null", "hidden"],
          { env: { PGPASSFILE: await passfileOf("operator", "o") } },
        ),
        /permission denied|row-level security/,
      );
      assert.deepEqual(await found(plan), []);
    });

    test("a tablespace that it may not make a database in", async () => {
      const plan = await make("placed");
      await cluster.sql("SET allow_in_place_tablespaces = on;\nCREATE TABLESPACE apart LOCATION ''", "postgres");
      await cluster.sql("ALTER DATABASE placed SET TABLESPACE apart", "postgres");
      assert.match(
        only(await found(await asOperator(plan)), "db-tablespace"),
        /the role operator may not create anything in tablespaces that placed lies in: apart → as superuser: GRANT CREATE ON TABLESPACE "apart" TO "operator"/,
      );
      assert.deepEqual(await found(plan), []);
      await cluster.sql("GRANT CREATE ON TABLESPACE apart TO operator", "postgres");
      assert.deepEqual(await found(await asOperator(plan)), []);
    });

    test("rows that only a dump by hand would take", async () => {
      const plan = await make(
        "membered",
        "CREATE EXTENSION citext; CREATE TABLE app.q (id int); INSERT INTO app.q VALUES (1), (2); ALTER EXTENSION citext ADD TABLE app.q",
      );
      assert.match(
        only(await found(plan), "db-extension-rows"),
        /tables of membered belong to extensions, .*: app\.q \(citext\): 2 rows → take them out of the extension/,
      );
      await cluster.sql("ALTER EXTENSION citext DROP TABLE app.q", "membered");
      assert.deepEqual(await found(plan), []);
    });

    test("an extension's own rows come again with it", async () => {
      const plan = await make(
        "scripted",
        "CREATE EXTENSION citext; BEGIN; CREATE TABLE app.own (id int); ALTER EXTENSION citext ADD TABLE app.own; INSERT INTO app.own VALUES (1); COMMIT",
      );
      assert.deepEqual(await found(plan), []);
    });

    test("settings of the database that it may not set again", async () => {
      const plan = await make("tuned");
      await cluster.sql(
        "CREATE ROLE batch; ALTER DATABASE tuned SET work_mem = '8MB'; ALTER DATABASE tuned SET log_min_duration_statement = '1s'; ALTER ROLE batch IN DATABASE tuned SET work_mem = '9MB'; ALTER ROLE operator IN DATABASE tuned SET work_mem = '9MB'; ALTER DATABASE tuned SET app.motto = 'x'",
        "postgres",
      );
      assert.match(
        only(await found(await asOperator(plan)), "db-setting"),
        /settings that it has: log_min_duration_statement, work_mem of the role batch → /,
      );
      await assert.rejects(
        sqlAs("operator", "o", "ALTER ROLE batch IN DATABASE tuned SET work_mem = '9MB'"),
        /permission denied|must have/,
      );
      await assert.rejects(
        sqlAs("operator", "o", "ALTER DATABASE tuned SET log_min_duration_statement = '1s'"),
        /permission denied|must be superuser/,
      );
      assert.deepEqual(await found(plan), []);
    });
  });

  describe("room", () => {
    const factsOf = async (plan: DatabasePlan) => (await databaseProblems(host, plan)).facts ?? assert.fail("no facts");
    const withLeast = (plan: DatabasePlan, least: number) => ({
      ...plan,
      backup: { ...plan.backup, leastFree: least },
    });

    test("one sum for one file system: the dump, its proof, the rollback copy", async () => {
      const plan = cluster.plan();
      const facts = await factsOf(plan);
      const size = showSize(facts.bytes);
      const without = await spaceProblems(host, plan, facts);
      assert.deepEqual(without.problems, []);
      assert.match(
        without.note,
        new RegExp(
          `^[\\d,.]+ [MG]iB free for the dump \\(${size}\\) and the restored proof \\(${size}\\), ${showSize(2 * facts.bytes + 1024 ** 2)} needed$`,
        ),
      );
      const withCopy = await spaceProblems(host, plan, facts, { copy: true });
      assert.deepEqual(withCopy.problems, []);
      assert.match(
        withCopy.note,
        new RegExp(
          `, the restored proof \\(${size}\\) and the rollback copy \\(${showSize(1.2 * facts.bytes)}\\), ${showSize(Math.ceil(3.2 * facts.bytes) + 1024 ** 2)} needed$`,
        ),
      );
      const full = await spaceProblems(host, withLeast(plan, 1 << 30), facts, { copy: true });
      assert.equal(full.problems.length, 1);
      const [{ code, what, where, mend } = { what: "" }] = full.problems;
      assert.equal(code, "db-no-room");
      assert.match(
        what,
        /^[\d,.]+ [MG]iB free for the dump .* and the rollback copy .* needed with [\d,.]+ [MG]iB to stay free$/,
      );
      assert.equal(where, `db-1:${plan.backup.directory}, ${data}`);
      assert.equal(
        mend,
        "make room, or choose another database.backup.directory, or do without the rollback copy (database.backup.copy: false)",
      );
    });

    const elsewhere =
      existsSync("/dev/shm") && statSync("/dev/shm").dev !== statSync("/tmp").dev
        ? false
        : "there is no second file system at /dev/shm";
    test("tablespaces and a backup directory on another file system", { skip: elsewhere }, async () => {
      const folder = await mkdtemp("/dev/shm/golive-tablespace-");
      try {
        if (user) await run("chown", [user, folder]);
        await cluster.sql(`CREATE TABLESPACE fast LOCATION '${folder}'`, "postgres");
        const plan = await make(
          "spread",
          "CREATE TABLE app.big TABLESPACE fast AS SELECT i, repeat('x', 200) AS x FROM generate_series(1, 20000) i",
        );
        const facts = await factsOf(plan);
        const part = Number(
          await cluster.sql(
            "SELECT pg_table_size('app.big') - pg_table_size((SELECT reltoastrelid FROM pg_class WHERE oid = 'app.big'::regclass)) + pg_total_relation_size((SELECT reltoastrelid FROM pg_class WHERE oid = 'app.big'::regclass))",
            "spread",
          ),
        );
        assert.ok(part > 4_000_000);
        const { note, problems } = await spaceProblems(host, plan, facts, { copy: true });
        assert.deepEqual(problems, []);
        const [first = "", second = "", third] = note.split("; ");
        assert.match(first, /free for the dump .*, the restored proof \(.*\) and the rollback copy \(.*\), /);
        assert.match(
          second,
          new RegExp(
            `free for the restored proof in tablespace fast \\(${showSize(part)}\\) and the rollback copy in tablespace fast \\(${showSize(1.2 * part)}\\), ${showSize(2.2 * part + 1024 ** 2)} needed`,
          ),
        );
        assert.equal(third, `tablespace fast holds ${showSize(part)} of it at ${folder}`);
        const sums = [first, second].map((text) => Number(/([\d.]+) MiB needed/.exec(text)?.[1]));
        assert.ok(
          Math.abs((sums[0] ?? 0) + (sums[1] ?? 0) - (3.2 * facts.bytes + 2 * 1024 ** 2) / 1024 ** 2) < 1.5,
          note,
        );
        const full = await spaceProblems(host, withLeast(plan, 1 << 30), facts, { copy: true });
        assert.deepEqual(
          full.problems.map(({ where }) => where),
          [`db-1:${plan.backup.directory}, ${data}`, `db-1:${folder}`],
        );
        const apart = await spaceProblems(
          host,
          { ...plan, backup: { ...plan.backup, directory: join(folder, "not/yet") } },
          facts,
        );
        assert.match(
          apart.note,
          /^[\d,.]+ [MG]iB free for the dump \(.*\) and the restored proof in tablespace fast \(.*; [\d,.]+ [MG]iB free for the restored proof \(/,
        );
        await cluster.sql("DROP DATABASE spread", "postgres");
        await cluster.sql("DROP TABLESPACE fast", "postgres");
      } finally {
        await rm(folder, { recursive: true, force: true });
      }
    });

    test("a role that may not see where the data are is told so", async () => {
      const plan = { ...cluster.plan(), connection: await connectionOf(cluster, "operator", "o") };
      const { note, problems } = await spaceProblems(host, plan, await factsOf(plan), { copy: true });
      assert.deepEqual(problems, []);
      assert.match(
        note,
        /free for the dump \(.*\), .* needed; room for the restored proof and the rollback copy could not be looked at$/,
      );
    });
  });
});
