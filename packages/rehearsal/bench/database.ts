import { mkdir, readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { type Cluster, startCluster } from "../../../test/database/throwaway-cluster.ts";
import type { Bench, Group, Subject } from "./bench.ts";
import { cloneGroup } from "./database/clone.ts";
import { poolerGroup } from "./database/pooler.ts";
import { largeTable, largeTableSubjects } from "./database/large-table.ts";
import { manyTables, manyTablesRatios, manyTablesSubjects } from "./database/many-tables.ts";
import { measuredDatabase, subjectsOf } from "./database/subjects.ts";
import { writtenSubjects } from "./database/written.ts";

/** Megabytes on disk, about. */
const sizes = [400, 1200, 3000];

/** A table of accounts, and one of text and JSON with a foreign key: together `megabytes` on disk with their indexes. */
const fill = (megabytes: number) => `
CREATE TABLE accounts (id int PRIMARY KEY, branch int NOT NULL, balance int NOT NULL, filler char(84));
INSERT INTO accounts SELECT i, i % 97, i * 7 % 10007, '' FROM generate_series(1, ${megabytes * 3300}) i;
CREATE TABLE notes (
  id bigint PRIMARY KEY, account int REFERENCES accounts, written timestamptz NOT NULL, body text NOT NULL,
  extra jsonb NOT NULL
);
INSERT INTO notes SELECT
  i,
  1 + i % ${megabytes * 3300},
  '2026-01-01'::timestamptz + i * interval '1 second',
  'session ' || i || repeat(' the client spoke of sleep, work and rest', 5),
  jsonb_build_object('mood', i % 10, 'tags', jsonb_build_array('a', i % 100))
FROM generate_series(1, ${megabytes * 1150}) i;
CREATE INDEX ON notes (account); CREATE INDEX ON notes (written);
ANALYZE; CHECKPOINT;
`;

/** What can be measured alone (`--only`). Each makes its databases on the cluster. */
const parts: Readonly<Record<string, (cluster: Cluster) => Promise<Partial<Group>>>> = {
  sizes: sizesGroup,
  tables: (cluster) => tablesGroup(cluster, 1000),
  "more-tables": (cluster) => tablesGroup(cluster, 5000),
  rows: async (cluster) => ({ subjects: largeTableSubjects(await largeTable(cluster, 5_000_000)) }),
  pooler: poolerGroup,
  clone: () => cloneGroup(sizes.slice(1), fill),
  written: writtenSubjects,
};

/** The database's part of a launch beside what people do by hand: `pg_dump > file.sql`, and drop, create, `psql -f`. */
export const database: Bench = {
  about: "dump, proof, copy and way back of a database beside pg_dump > file.sql and drop, create, psql -f",
  unit: "s",
  rounds: 3,
  warmUps: 0,
  parts: Object.keys(parts),
  async open(wanted = Object.keys(parts)) {
    const cluster = await startCluster();
    const groups: Partial<Group>[] = [];
    const close = async () => {
      for (const group of groups) await group.close?.();
      await cluster.stop();
    };
    try {
      await settle(cluster);
      for (const part of wanted) groups.push((await parts[part]?.(cluster)) ?? {});
    } catch (error) {
      await close();
      throw error;
    }
    return {
      subjects: groups.flatMap(({ subjects = [] }) => subjects),
      ratios: groups.flatMap(({ ratios = [] }) => ratios),
      close,
    };
  },
};

async function settle(cluster: Cluster): Promise<void> {
  await cluster.sql("ALTER SYSTEM SET max_wal_size = '4GB'; CREATE ROLE probe LOGIN SUPERUSER", "postgres");
  const hba = join(cluster.directory, "postgres/data/pg_hba.conf");
  await writeFile(hba, `host all probe 127.0.0.1/32 trust\n${await readFile(hba, "utf8")}`);
  await cluster.sql("SELECT pg_reload_conf()", "postgres");
  await mkdir(join(cluster.directory, "backups"), { recursive: true });
}

async function sizesGroup(cluster: Cluster): Promise<Partial<Group>> {
  const subjects = [];
  for (const megabytes of sizes) subjects.push(...(await subjectsFor(cluster, megabytes)));
  const [small, , large] = sizes.map(label);
  const ratios = sizes.map(label).flatMap((size): (readonly [string, string])[] => [
    [`drop, create, psql -f ${size}`, `way back by the copy ${size}`],
    [`closed doors to migrated, ours ${size}`, `closed doors to migrated, by hand ${size}`],
    [`dump with contents ${size}`, `pg_dump > file.sql ${size}`],
    [`dump with contents and proof content ${size}`, `pg_dump > file.sql ${size}`],
    [`size of the dump ${size}`, `size of file.sql ${size}`],
  ]);
  return { subjects, ratios: [...ratios, [`way back by the copy ${large}`, `way back by the copy ${small}`]] };
}

async function tablesGroup(cluster: Cluster, count: number): Promise<Partial<Group>> {
  const measured = await manyTables(cluster, count);
  return { subjects: manyTablesSubjects(measured), ratios: manyTablesRatios(measured.label) };
}

function label(megabytes: number): string {
  return `${megabytes / 1000} GB`;
}

async function subjectsFor(cluster: Cluster, megabytes: number): Promise<Subject[]> {
  const name = `bench_${megabytes}`;
  await cluster.sql(`CREATE DATABASE ${name}`, "postgres");
  await cluster.sql(fill(megabytes), name);
  const size = await cluster.sql(`SELECT pg_size_pretty(pg_database_size('${name}'))`, "postgres");
  console.log(`  ${label(megabytes)}: ${size}`);
  return subjectsOf(measuredDatabase(cluster, name, label(megabytes)));
}
