import { spawn } from "node:child_process";
import { once } from "node:events";
import { mkdir, readFile, stat, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { performance } from "node:perf_hooks";
import { compareArchive } from "../../../src/database/contents/archive-contents.ts";
import { takeCopy } from "../../../src/database/copy.ts";
import { readSource, takeDump } from "../../../src/database/dump/dump.ts";
import type { DatabasePlan } from "../../../src/database/postgres.ts";
import { dropSide, requireSame, restoreBeside } from "../../../src/database/dump/restore.ts";
import { swapDatabases } from "../../../src/database/swap.ts";
import { localHost } from "../../../src/hosts/local.ts";
import { type Cluster, startCluster } from "../../../test/database/throwaway-cluster.ts";
import { until } from "../production/processes/until.ts";
import type { Bench, Subject } from "./bench.ts";
import { type DoorProbe, probeDoors } from "./probe.ts";

const host = localHost("bench");
/** Megabytes on disk, about. */
const sizes = [400, 1200, 3000];
const sessions = 40;

/** A table of accounts, and one of text and JSON with a foreign key: together `megabytes` on disk with their indexes. */
const fill = (megabytes: number) => `
CREATE TABLE accounts (id int PRIMARY KEY, branch int NOT NULL, balance int NOT NULL, filler char(84));
INSERT INTO accounts SELECT i, i % 97, i * 7 % 10007, '' FROM generate_series(1, ${megabytes * 3300}) i;
CREATE TABLE notes (id bigint PRIMARY KEY, account int REFERENCES accounts, written timestamptz NOT NULL, body text NOT NULL, extra jsonb NOT NULL);
INSERT INTO notes SELECT i, 1 + i % ${megabytes * 3300}, '2026-01-01'::timestamptz + i * interval '1 second', 'session ' || i || repeat(' the client spoke of sleep, work and rest', 5), jsonb_build_object('mood', i % 10, 'tags', jsonb_build_array('a', i % 100)) FROM generate_series(1, ${megabytes * 1150}) i;
CREATE INDEX ON notes (account); CREATE INDEX ON notes (written);
ANALYZE; CHECKPOINT;
`;
const rewrite =
  "ALTER TABLE accounts ALTER COLUMN balance TYPE bigint; ALTER TABLE accounts ADD COLUMN state text NOT NULL DEFAULT 'new';";

/** The database's part of a launch beside what people do by hand: `pg_dump > file.sql`, and drop, create, `psql -f`. */
export const database: Bench = {
  about: "dump, proof, copy and way back of a database beside pg_dump > file.sql and drop, create, psql -f",
  unit: "s",
  rounds: 3,
  warmUps: 0,
  async open() {
    const cluster = await startCluster();
    try {
      await cluster.sql("ALTER SYSTEM SET max_wal_size = '4GB'; CREATE ROLE probe LOGIN SUPERUSER", "postgres");
      const hba = join(cluster.directory, "postgres/data/pg_hba.conf");
      await writeFile(hba, `host all probe 127.0.0.1/32 trust\n${await readFile(hba, "utf8")}`);
      await cluster.sql("SELECT pg_reload_conf()", "postgres");
      await mkdir(join(cluster.directory, "backups"), { recursive: true });
      const groups = [];
      for (const megabytes of sizes) groups.push(await subjectsFor(cluster, megabytes));
      const [small, , large] = sizes.map(label);
      return {
        subjects: groups.flat(),
        ratios: [
          ...sizes.flatMap((size): (readonly [string, string])[] => [
            [`drop, create, psql -f ${label(size)}`, `way back by the copy ${label(size)}`],
            [`closed doors to migrated, ours ${label(size)}`, `closed doors to migrated, by hand ${label(size)}`],
            [`dump with contents ${label(size)}`, `pg_dump > file.sql ${label(size)}`],
            [`dump with contents and proof content ${label(size)}`, `pg_dump > file.sql ${label(size)}`],
            [`size of the dump ${label(size)}`, `size of file.sql ${label(size)}`],
          ]),
          [`way back by the copy ${large}`, `way back by the copy ${small}`],
        ],
        close: () => cluster.stop(),
      };
    } catch (error) {
      await cluster.stop();
      throw error;
    }
  },
};

function label(megabytes: number): string {
  return `${megabytes / 1000} GB`;
}

async function subjectsFor(cluster: Cluster, megabytes: number): Promise<Subject[]> {
  const name = `bench_${megabytes}`;
  await cluster.sql(`CREATE DATABASE ${name}`, "postgres");
  await cluster.sql(fill(megabytes), name);
  console.log(
    `  ${label(megabytes)}: ${await cluster.sql(`SELECT pg_size_pretty(pg_database_size('${name}'))`, "postgres")}`,
  );
  const plan = cluster.plan({ name });
  const content: DatabasePlan = { ...plan, backup: { ...plan.backup, proof: "content" } };
  const directory = join(cluster.directory, "backups", name);
  const sqlFile = join(cluster.directory, "backups", `${name}.sql`);
  const copy = `${name}_copy_x`;
  const restored = `${name}_restored_x`;
  const at = label(megabytes);
  const shell = (text: string) => run(cluster, text);
  const byHand = {
    name: `pg_dump > file.sql ${at}`,
    measure: () => timed(() => shell(`pg_dump -d ${name} > ${sqlFile}`)),
  };
  let dumped: { bytes: number } | undefined;
  let unusable = 0;
  return [
    byHand,
    {
      name: `dump with contents ${at}`,
      measure: () => timed(async () => void (dumped = await takeDump(host, plan, directory))),
    },
    {
      name: `proof by restore ${at}`,
      measure: async () => {
        const source = await readSource(host, plan, directory);
        const took = await timed(async () => {
          await restoreBeside(host, plan, directory, restored);
          await requireSame(host, plan, { database: restored, source });
        });
        await dropSide(host, plan, restored);
        return took;
      },
    },
    {
      name: `dump with contents and proof content ${at}`,
      measure: () =>
        timed(async () => {
          await takeDump(host, content, directory);
          const found = await compareArchive(host, content, directory, await readSource(host, content, directory));
          if (found.length > 0) throw new Error(found.join("\n"));
        }),
    },
    { name: `size of file.sql ${at}`, unit: "MB", measure: async () => (await stat(sqlFile)).size / 1e6 },
    { name: `size of the dump ${at}`, unit: "MB", measure: async () => (dumped?.bytes ?? 0) / 1e6 },
    {
      name: `closed doors to migrated, by hand ${at}`,
      measure: async () => {
        await cluster.sql(`CREATE DATABASE ${restored} TEMPLATE ${name}`, "postgres");
        await cluster.sql("CHECKPOINT", "postgres");
        const took = await timed(async () => {
          await shell(`pg_dump -d ${restored} > ${sqlFile}`);
          await cluster.sql(rewrite, restored);
        });
        await dropSide(host, plan, restored);
        return took;
      },
    },
    {
      name: `closed doors to migrated, ours ${at}`,
      measure: async () => {
        await cluster.sql(`CREATE DATABASE ${restored} TEMPLATE ${name}`, "postgres");
        await cluster.sql("CHECKPOINT", "postgres");
        const own = { ...plan, name: restored };
        const took = await timed(async () => {
          await takeCopy(host, own, `${restored}_copy_x`);
          await cluster.sql(rewrite, restored);
        });
        await dropSide(host, own, `${restored}_copy_x`);
        await dropSide(host, plan, restored);
        return took;
      },
    },
    {
      name: `way back by the copy ${at}`,
      measure: async () => {
        await takeCopy(host, plan, copy);
        const others = await openSessions(cluster, name);
        const probe = probeDoorsOf(cluster, name);
        const took = await timed(() => swapDatabases(host, plan, copy, `${name}_kept`));
        unusable = await probe.stop();
        await others();
        await cluster.sql(`DROP DATABASE ${name}_kept`, "postgres");
        return took;
      },
    },
    { name: `unusable in the way back, ${sessions} sessions ${at}`, measure: async () => unusable },
    {
      name: `drop, create, psql -f ${at}`,
      measure: async () => {
        const took = await timed(async () => {
          await cluster.sql(`DROP DATABASE ${name} WITH (FORCE)`, "postgres");
          await cluster.sql(`CREATE DATABASE ${name}`, "postgres");
          await shell(`psql -q -v ON_ERROR_STOP=1 -d ${name} -f ${sqlFile} > /dev/null`);
        });
        await cluster.sql("ANALYZE; CHECKPOINT", name);
        return took;
      },
    },
  ];
}

async function timed(work: () => Promise<unknown>): Promise<number> {
  const started = performance.now();
  await work();
  return (performance.now() - started) / 1000;
}

function run({ facts }: Cluster, text: string): Promise<void> {
  return new Promise((resolve, reject) => {
    const env = {
      PATH: `${facts.binaries}:${process.env.PATH ?? ""}`,
      PGHOST: facts.host,
      PGPORT: String(facts.port),
      PGUSER: facts.adminUser,
      PGPASSFILE: facts.passfile,
    };
    const child = spawn("sh", ["-c", text], { env, stdio: ["ignore", "inherit", "inherit"] });
    child.on("exit", (code) => (code === 0 ? resolve() : reject(new Error(`${text} exited ${code}`))));
  });
}

function probeDoorsOf({ facts }: Cluster, name: string): DoorProbe {
  return probeDoors(facts.port, "probe", name);
}

/** Sessions that just sit there, as a service's pool does; returns what ends those that are left. */
async function openSessions(cluster: Cluster, name: string): Promise<() => Promise<void>> {
  const { facts } = cluster;
  const children = Array.from({ length: sessions }, () =>
    spawn(
      join(facts.binaries, "psql"),
      ["-X", "-q", "-h", facts.host, "-p", String(facts.port), "-U", facts.adminUser, "-d", name],
      { env: { PGPASSFILE: facts.passfile }, stdio: ["pipe", "ignore", "ignore"] },
    ),
  );
  await until(
    "the sessions are not open",
    async () =>
      Number(await cluster.sql(`SELECT count(*) FROM pg_stat_activity WHERE datname = '${name}'`, "postgres")) >=
      sessions,
  );
  return async () => {
    for (const child of children) child.kill("SIGKILL");
    await Promise.all(
      children.map((child) => (child.exitCode === null && child.signalCode === null ? once(child, "exit") : null)),
    );
  };
}
