import { mkdir, readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { type Cluster, startCluster } from "../../../test/database/throwaway-cluster.ts";
import type { Bench, Subject } from "./bench.ts";
import { cloneGroup } from "./database/clone.ts";
import { poolerGroup } from "./database/pooler.ts";
import { largeTable, largeTableSubjects } from "./database/large-table.ts";
import { manyTables, manyTablesRatios, manyTablesSubjects } from "./database/many-tables.ts";
import { measuredDatabase, subjectsOf } from "./database/subjects.ts";
import { writtenSubjects } from "./database/written.ts";

/** Megabytes on disk, about. */
const sizes = [400, 1200, 3000];
const tableCounts = [1000, 5000];

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
      const pooler = await poolerGroup(cluster);
      const clone = await cloneGroup(sizes.slice(1), fill);
      const written = await writtenSubjects(cluster);
      for (const count of tableCounts) groups.push(manyTablesSubjects(await manyTables(cluster, count)));
      groups.push(largeTableSubjects(await largeTable(cluster, 5_000_000)));
      return {
        subjects: [...groups.flat(), ...pooler.subjects, ...clone.subjects, ...written.subjects],
        ratios: [
          ...pooler.ratios,
          ...clone.ratios,
          ...sizes.flatMap((size): (readonly [string, string])[] => [
            [`drop, create, psql -f ${label(size)}`, `way back by the copy ${label(size)}`],
            [`closed doors to migrated, ours ${label(size)}`, `closed doors to migrated, by hand ${label(size)}`],
            [`dump with contents ${label(size)}`, `pg_dump > file.sql ${label(size)}`],
            [`dump with contents and proof content ${label(size)}`, `pg_dump > file.sql ${label(size)}`],
            [`size of the dump ${label(size)}`, `size of file.sql ${label(size)}`],
          ]),
          [`way back by the copy ${large}`, `way back by the copy ${small}`],
          ...written.ratios,
          ...tableCounts.flatMap((count) => manyTablesRatios(`${count} tables`)),
        ],
        async close() {
          await pooler.close();
          await clone.close();
          await written.close();
          await cluster.stop();
        },
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
  const size = await cluster.sql(`SELECT pg_size_pretty(pg_database_size('${name}'))`, "postgres");
  console.log(`  ${label(megabytes)}: ${size}`);
  return subjectsOf(measuredDatabase(cluster, name, label(megabytes)));
}
