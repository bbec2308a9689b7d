// What is measured of one database: golive's parts, and beside each what people do by hand.

import { stat } from "node:fs/promises";
import { join } from "node:path";
import { takeCopy } from "../../../../src/database/copy.ts";
import { compareArchive } from "../../../../src/database/contents/archive/contents.ts";
import { readSource, takeDump } from "../../../../src/database/dump/dump.ts";
import { dropSide, requireSame, restoreBeside } from "../../../../src/database/dump/restore.ts";
import type { DatabasePlan } from "../../../../src/database/postgres.ts";
import { swapDatabases } from "../../../../src/database/swap.ts";
import { localHost } from "../../../../src/hosts/local.ts";
import type { Cluster } from "../../../../test/database/throwaway-cluster.ts";
import type { Subject } from "../bench.ts";
import { openSessions, sessions } from "./sessions.ts";
import { shell } from "./shell.ts";
import { timed } from "./timed.ts";
import { probeDoors } from "../probe.ts";

const host = localHost("bench");

export interface Measured {
  readonly cluster: Cluster;
  readonly name: string;
  /** What it is called in the table. */
  readonly label: string;
  readonly plan: DatabasePlan;
  readonly directory: string;
  readonly sqlFile: string;
}

const rewrite = `
ALTER TABLE accounts ALTER COLUMN balance TYPE bigint;
ALTER TABLE accounts ADD COLUMN state text NOT NULL DEFAULT 'new';
`;

export function measuredDatabase(cluster: Cluster, name: string, label: string): Measured {
  const backups = join(cluster.directory, "backups");
  const directory = join(backups, name);
  return { cluster, name, label, plan: cluster.plan({ name }), directory, sqlFile: join(backups, `${name}.sql`) };
}

export function subjectsOf(measured: Measured): Subject[] {
  return [...dumps(measured), ...closedDoors(measured), ...waysBack(measured)];
}

function dumps({ cluster, name, label, plan, directory, sqlFile }: Measured): Subject[] {
  const content: DatabasePlan = { ...plan, backup: { ...plan.backup, proof: "content" } };
  const restored = `${name}_restored_x`;
  let bytes = 0;
  return [
    {
      name: `pg_dump > file.sql ${label}`,
      measure: () => timed(() => shell(cluster, `pg_dump -d ${name} > ${sqlFile}`)),
    },
    {
      name: `dump with contents ${label}`,
      measure: () =>
        timed(async () => {
          ({ bytes } = await takeDump(host, plan, directory));
        }),
    },
    {
      name: `proof by restore ${label}`,
      async measure() {
        const source = await readSource(host, plan, directory);
        const took = await timed(async () => {
          await restoreBeside(host, plan, directory, restored);
          await requireSame(host, plan, { database: restored, source, directory });
        });
        await dropSide(host, plan, restored);
        return took;
      },
    },
    {
      name: `dump with contents and proof content ${label}`,
      measure: () =>
        timed(async () => {
          await takeDump(host, content, directory);
          const found = await compareArchive(host, content, directory, await readSource(host, content, directory));
          if (found.length > 0) throw new Error(found.join("\n"));
        }),
    },
    { name: `size of file.sql ${label}`, unit: "MB", measure: async () => (await stat(sqlFile)).size / 1e6 },
    { name: `size of the dump ${label}`, unit: "MB", measure: async () => bytes / 1e6 },
  ];
}

/** From the moment nobody writes any more until the migration is over. */
function closedDoors({ cluster, name, label, plan, sqlFile }: Measured): Subject[] {
  const beside = `${name}_restored_x`;
  const onClone = async (work: () => Promise<unknown>): Promise<number> => {
    await cluster.sql(`CREATE DATABASE ${beside} TEMPLATE ${name}`, "postgres");
    await cluster.sql("CHECKPOINT", "postgres");
    return timed(work);
  };
  return [
    {
      name: `closed doors to migrated, by hand ${label}`,
      async measure() {
        const took = await onClone(async () => {
          await shell(cluster, `pg_dump -d ${beside} > ${sqlFile}`);
          await cluster.sql(rewrite, beside);
        });
        await dropSide(host, plan, beside);
        return took;
      },
    },
    {
      name: `closed doors to migrated, ours ${label}`,
      async measure() {
        const own = { ...plan, name: beside };
        const took = await onClone(async () => {
          await takeCopy(host, own, `${beside}_copy_x`);
          await cluster.sql(rewrite, beside);
        });
        await dropSide(host, own, `${beside}_copy_x`);
        await dropSide(host, plan, beside);
        return took;
      },
    },
  ];
}

function waysBack({ cluster, name, label, plan, sqlFile }: Measured): Subject[] {
  const copy = `${name}_copy_x`;
  let unusable = 0;
  return [
    {
      name: `way back by the copy ${label}`,
      async measure() {
        await takeCopy(host, plan, copy);
        const endOthers = await openSessions(cluster, name);
        const probe = probeDoors(cluster.facts.port, "probe", name);
        const took = await timed(() => swapDatabases(host, plan, copy, `${name}_kept`));
        unusable = await probe.stop();
        await endOthers();
        await cluster.sql(`DROP DATABASE ${name}_kept`, "postgres");
        return took;
      },
    },
    { name: `unusable in the way back, ${sessions} sessions ${label}`, measure: async () => unusable },
    {
      name: `drop, create, psql -f ${label}`,
      async measure() {
        const took = await timed(async () => {
          await cluster.sql(`DROP DATABASE ${name} WITH (FORCE)`, "postgres");
          await cluster.sql(`CREATE DATABASE ${name}`, "postgres");
          await shell(cluster, `psql -q -v ON_ERROR_STOP=1 -d ${name} -f ${sqlFile} > /dev/null`);
        });
        await cluster.sql("ANALYZE; CHECKPOINT", name);
        return took;
      },
    },
  ];
}
