// A database of many small tables, where each table costs more than its rows do.

import { rm } from "node:fs/promises";
import { compareArchive } from "../../../../src/database/contents/archive/contents.ts";
import { readSource, takeDump } from "../../../../src/database/dump/dump.ts";
import { dropSide, readThrough, requireSame, restoreBeside } from "../../../../src/database/dump/restore.ts";
import type { DatabasePlan } from "../../../../src/database/postgres.ts";
import { localHost } from "../../../../src/hosts/local.ts";
import type { Cluster } from "../../../../test/database/throwaway-cluster.ts";
import type { Subject } from "../bench.ts";
import { shell } from "./shell.ts";
import { type Measured, measuredDatabase } from "./subjects.ts";
import { timed } from "./timed.ts";

const host = localHost("bench");

/** Few enough at once for the server's room for locks. */
const atOnce = 500;

export async function manyTables(cluster: Cluster, count: number): Promise<Measured> {
  const name = `bench_tables_${count}`;
  await cluster.sql(`CREATE DATABASE ${name}`, "postgres");
  for (let first = 1; first <= count; first += atOnce)
    await cluster.sql(
      `DO $$ BEGIN FOR i IN ${first}..${Math.min(count, first + atOnce - 1)} LOOP
  EXECUTE format('CREATE TABLE t%s (id int PRIMARY KEY, name text NOT NULL, n numeric CHECK (n > 0))', i);
  EXECUTE format('INSERT INTO t%s SELECT g, ''row '' || g, g FROM generate_series(1, 100) g', i);
END LOOP; END $$`,
      name,
    );
  await cluster.sql("ANALYZE; CHECKPOINT", name);
  return measuredDatabase(cluster, name, `${count} tables`);
}

export const manyTablesRatios = (label: string): readonly (readonly [string, string])[] =>
  [`dump with contents ${label}`, `backup and proof restore ${label}`, `backup and proof content ${label}`].map(
    (ours) => [ours, `pg_dump -Fd -j2 ${label}`] as const,
  );

export function manyTablesSubjects({ cluster, name, label, plan, directory }: Measured): Subject[] {
  const content: DatabasePlan = { ...plan, backup: { ...plan.backup, proof: "content" } };
  const restored = `${name}_restored_x`;
  const byHand = `${directory}-by-hand`;
  return [
    {
      name: `pg_dump -Fd -j2 ${label}`,
      async measure() {
        await rm(byHand, { recursive: true, force: true });
        return timed(() => shell(cluster, `pg_dump -Fd -j2 -d ${name} -f ${byHand}`));
      },
    },
    { name: `dump with contents ${label}`, measure: () => timed(() => takeDump(host, plan, directory)) },
    {
      name: `backup and proof restore ${label}`,
      async measure() {
        const took = await timed(async () => {
          await takeDump(host, plan, directory);
          const source = await readSource(host, plan, directory);
          await readThrough(host, plan, directory);
          await restoreBeside(host, plan, directory, restored);
          await requireSame(host, plan, { database: restored, source, directory });
        });
        await dropSide(host, plan, restored);
        return took;
      },
    },
    {
      name: `backup and proof content ${label}`,
      measure: () =>
        timed(async () => {
          await takeDump(host, content, directory);
          await readThrough(host, content, directory);
          const found = await compareArchive(host, content, directory, await readSource(host, content, directory));
          if (found.length > 0) throw new Error(found.join("\n"));
        }),
    },
  ];
}
