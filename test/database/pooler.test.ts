import assert from "node:assert/strict";
import { spawn } from "node:child_process";
import { once } from "node:events";
import { join } from "node:path";
import { createInterface } from "node:readline";
import { after, before, describe, test } from "node:test";
import { setTimeout as sleep } from "node:timers/promises";
import { UserError } from "../../src/core/errors.ts";
import { takeCopy } from "../../src/database/copy.ts";
import { poolerProblems, releasePoolers, withPoolersHeld } from "../../src/database/pooler/poolers.ts";
import type { DatabasePlan } from "../../src/database/postgres.ts";
import { requireQuiet } from "../../src/database/sessions.ts";
import { swapDatabases } from "../../src/database/swap.ts";
import { localHost } from "../../src/hosts/local.ts";
import { type Bouncer, startPgbouncer } from "./pooler/start-pgbouncer.ts";
import { type Cluster, startCluster } from "./throwaway-cluster.ts";

type PoolerPlan = DatabasePlan["poolers"][number];

describe("pgbouncer in front of the service's database", () => {
  const host = localHost("db-1");
  const hosts = { get: () => host };
  const name = "psychology";
  const copy = `${name}_copy_v1`;
  let cluster: Cluster;
  let bouncer: Bouncer;

  before(async () => {
    cluster = await startCluster();
    await cluster.sql("CREATE TABLE marks (mark text); INSERT INTO marks VALUES ('then')");
    bouncer = await startPgbouncer(cluster, "bouncer", {
      databases: [
        `service = dbname=${name}`,
        `warm = dbname=${name} min_pool_size=1`,
        `reports = dbname=${name} pool_mode=session`,
        "* =",
      ],
      settings: ["pool_mode = transaction", "admin_users = golive, app", "server_login_retry = 60"],
    });
  });
  after(async () => {
    await bouncer?.stop();
    await cluster?.stop();
  });

  const planWith = (change: Partial<PoolerPlan> = {}): DatabasePlan =>
    cluster.plan({
      poolers: [
        {
          kind: "pgbouncer",
          connection: { host: "127.0.0.1", port: bouncer.port, user: "golive" },
          databases: [],
          ...change,
        },
      ],
    });
  const held = <T>(rest: "refuse" | "end", work: () => Promise<T>, plan = planWith()) =>
    withPoolersHeld({ plan, hosts, rest }, work);
  const pausedOnes = async () => {
    const lines = (await bouncer.sql("SHOW DATABASES", "pgbouncer")).split("\n").map((line) => line.split("|"));
    return lines.flatMap(([found = "", ...rest]) => (rest.at(-2) === "1" ? [found] : []));
  };
  const sessionsOfPooler = () =>
    cluster.sql(
      `SELECT count(*) FROM pg_stat_activity WHERE datname = '${name}' AND application_name <> 'golive' AND pid <> pg_backend_pid()`,
      "postgres",
    );

  async function client(database: string) {
    const env = { PATH: process.env.PATH };
    const words = ["-X", "-q", "-A", "-t", "-h", "127.0.0.1", "-p", String(bouncer.port), "-U", "app", "-d", database];
    const child = spawn(join(cluster.facts.binaries, "psql"), words, { env });
    child.stderr.resume();
    const lines = createInterface({ input: child.stdout });
    const ended = once(child, "exit");
    const ask = async (sql: string) => {
      child.stdin.write(`${sql};\n`);
      const [line] = await Promise.race([once(lines, "line"), ended]);
      return String(line);
    };
    await ask("SELECT 1");
    const leave = async () => {
      child.stdin.end();
      await ended;
    };
    return { ask, leave };
  }

  const codes = async (plan: DatabasePlan) => (await poolerProblems(plan, hosts)).map(({ code }) => code);

  test("by day: the console answers, may pause, and leads to the database", async () => {
    assert.deepEqual(await codes(planWith()), []);
    assert.deepEqual(await codes(planWith({ databases: ["service", "nowhere"] })), ["pooler-database-missing"]);
    const elsewhere = { ...planWith(), name: "another" };
    assert.deepEqual(await codes(elsewhere), ["pooler-no-database"]);
    assert.deepEqual(
      await codes(planWith({ connection: { host: "127.0.0.1", port: cluster.facts.port, user: "golive" } })),
      ["pooler-unreachable"],
    );
    await bouncer.sql("PAUSE service", "pgbouncer");
    assert.deepEqual(await codes(planWith()), ["pooler-paused"]);
    await bouncer.sql("RESUME service", "pgbouncer");
  });

  test("by day: a user that may only look", async () => {
    const looks = await startPgbouncer(cluster, "looks", {
      databases: [`service = dbname=${name}`],
      settings: ["stats_users = golive"],
    });
    try {
      const connection = { host: "127.0.0.1", port: looks.port, user: "golive" };
      assert.deepEqual(await codes(planWith({ connection })), ["pooler-no-admin"]);
    } finally {
      await looks.stop();
    }
  });

  test("its idle sessions are nobody's while it is held, and queries wait for the clone instead of failing", async () => {
    await bouncer.sql("SELECT 1", "service");
    assert.ok(Number(await sessionsOfPooler()) > 0);
    let answer: Promise<string> = Promise.resolve("");
    await held("refuse", async () => {
      assert.equal(await sessionsOfPooler(), "0");
      await requireQuiet(host, cluster.plan());
      answer = bouncer.sql("SELECT mark FROM marks", "service");
      await takeCopy(host, cluster.plan(), copy);
    });
    assert.equal(await answer, "then");
    assert.deepEqual(await pausedOnes(), []);
    assert.doesNotMatch(await bouncer.log(), /server login failed/);
  });

  test("one that keeps connections ready goes on at once, though somebody came meanwhile", async () => {
    await bouncer.sql("SELECT 1", "warm");
    await held("end", async () => {
      const came = bouncer.sql("SELECT 1", "warm").catch(() => {});
      await sleep(1500);
      void came;
    });
    const started = performance.now();
    assert.equal(await bouncer.sql("SELECT mark FROM marks", "warm"), "then");
    assert.ok(performance.now() - started < 20_000, "no wait of server_login_retry");
  });

  test("a client without a transaction is in the way before the backup, and goes on", async () => {
    const open = await client("service");
    await assert.rejects(
      held("refuse", () => assert.fail("nothing is done")),
      (error) => {
        assert.ok(error instanceof UserError);
        assert.deepEqual(
          error.problems.map(({ code }) => code),
          ["pooler-still-connected"],
        );
        assert.match(error.message, /golive \(psql, 127\.0\.0\.1\): 1/);
        return true;
      },
    );
    assert.equal(await open.ask("SELECT 7"), "7");
    await held("refuse", async () => {}, { ...planWith(), observers: [cluster.facts.adminUser] });
    await open.leave();
  });

  test("a client of session mode, which PAUSE would wait for, is in the way as well", async () => {
    const open = await client("reports");
    await assert.rejects(
      held("refuse", () => assert.fail("nothing is done")),
      /pooler-still-connected/,
    );
    assert.deepEqual(await pausedOnes(), []);
    assert.equal(await open.ask("SELECT 7"), "7");
    await open.leave();
  });

  test("behind it the databases change places, and a client without a transaction does not notice", async () => {
    await cluster.sql("UPDATE marks SET mark = 'since'");
    const open = await client("service");
    const started = performance.now();
    await held("end", () => swapDatabases(host, cluster.plan(), copy, `${name}_failed_v1`));
    assert.equal(await open.ask("SELECT mark FROM marks"), "then");
    assert.ok(performance.now() - started < 20_000, "no wait of server_login_retry");
    assert.doesNotMatch(await bouncer.log(), /server login failed/);
    await open.leave();
  });

  test("a client of session mode is ended when the databases change places", async () => {
    const open = await client("reports");
    await cluster.sql("UPDATE marks SET mark = 'later'");
    await held("end", () => swapDatabases(host, cluster.plan(), `${name}_failed_v1`, `${name}_failed_v2`));
    assert.equal(await open.ask("SELECT 1"), "2", "psql ends without its connection");
    assert.equal(await bouncer.sql("SELECT mark FROM marks", "reports"), "since");
    assert.deepEqual(await pausedOnes(), []);
  });

  test("it goes on when what was to be done fails", async () => {
    await assert.rejects(
      held("refuse", () => Promise.reject(new Error("no"))),
      /^Error: no$/,
    );
    assert.deepEqual(await pausedOnes(), []);
    assert.equal(await bouncer.sql("SELECT 1", "service"), "1");
  });

  test("what a lost run held goes on, with the database that pgbouncer made by itself", async () => {
    await bouncer.sql("SELECT 1", name);
    const never = held("refuse", () => sleep(1e6, null, { ref: false }));
    never.catch(() => {});
    while (!(await pausedOnes()).includes("service")) await sleep(50);
    await sleep(500);
    await releasePoolers(planWith(), hosts);
    assert.deepEqual(await pausedOnes(), []);
    for (const database of ["service", "reports", name]) assert.equal(await bouncer.sql("SELECT 1", database), "1");
    await releasePoolers(planWith(), hosts);
  });
});
