// A table of five million rows: what the runner's own process needs for its backup and proof.

import { execFile } from "node:child_process";
import { join } from "node:path";
import { promisify } from "node:util";
import type { Cluster } from "../../../../test/database/throwaway-cluster.ts";
import type { Subject } from "../bench.ts";
import { shell } from "./shell.ts";
import { type Measured, measuredDatabase } from "./subjects.ts";
import { timed } from "./timed.ts";

const program = join(import.meta.dirname, "backup-in-a-process.ts");

export async function largeTable(cluster: Cluster, rows: number): Promise<Measured> {
  const name = "bench_rows";
  await cluster.sql(`CREATE DATABASE ${name}`, "postgres");
  await cluster.sql(
    `CREATE TABLE visits (id bigint PRIMARY KEY, client int NOT NULL, at timestamptz NOT NULL, note text NOT NULL, paid numeric);
INSERT INTO visits SELECT i, i % 9973, '2026-01-01'::timestamptz + i * interval '1 second', repeat(md5(i::text), 3), i / 7.0
FROM generate_series(1, ${rows}) i;
ANALYZE; CHECKPOINT`,
    name,
  );
  return measuredDatabase(cluster, name, `${rows / 1e6} million rows`);
}

export function largeTableSubjects({ cluster, name, label, plan, directory }: Measured): Subject[] {
  let peak = 0;
  return [
    {
      name: `pg_dump -Fd -j2 ${label}`,
      measure: () =>
        timed(() => shell(cluster, `rm -rf ${directory}-by-hand; pg_dump -Fd -j2 -d ${name} -f ${directory}-by-hand`)),
    },
    {
      name: `backup and proofs in a process of their own ${label}`,
      measure: () =>
        timed(async () => {
          const words = ["--disable-warning=ExperimentalWarning", program, JSON.stringify({ plan, directory })];
          const { stdout } = await promisify(execFile)(process.execPath, words);
          peak = Number(stdout) / 1024;
        }),
    },
    { name: `peak memory of that process ${label}`, unit: "MiB", measure: async () => peak },
  ];
}
