// The rollback copy of PostgreSQL 18 on XFS, where it shares blocks, beside a copy of the files on the same disk.

import { takeCopy } from "../../../../src/database/copy.ts";
import { dropSide } from "../../../../src/database/dump/restore.ts";
import { localHost } from "../../../../src/hosts/local.ts";
import { noServerHere } from "../../../../test/database/versions/server-package.ts";
import { startVersion, type VersionCluster } from "../../../../test/database/versions/start-version.ts";
import { mountXfs, noXfsHere, type Xfs } from "../../../../test/database/versions/xfs.ts";
import type { Group, Subject } from "../bench.ts";
import { timed } from "./timed.ts";

const host = localHost("bench");

/** `fill` makes a database of so many megabytes. Says so and measures nothing where it cannot run. */
export async function cloneGroup(sizes: readonly number[], fill: (megabytes: number) => string): Promise<Group> {
  const why = noServerHere() ?? (await noXfsHere());
  if (why !== null) {
    console.log(`  clone: not measured; ${why}`);
    return { subjects: [], ratios: [], close: async () => {} };
  }
  const xfs = await mountXfs(2000 + 3 * sizes.reduce((sum, size) => sum + size, 0), { reflink: true });
  const cluster = await startVersion(18, { parent: xfs.directory });
  await cluster.sql("ALTER SYSTEM SET max_wal_size = '4GB'; SELECT pg_reload_conf()", "postgres");
  for (const megabytes of sizes) {
    await cluster.sql(`CREATE DATABASE ${nameOf(megabytes)}`, "postgres");
    await cluster.sql(fill(megabytes), nameOf(megabytes));
  }
  return {
    subjects: sizes.flatMap((megabytes) => subjectsOf(xfs, cluster, megabytes)),
    ratios: sizes.flatMap((megabytes): (readonly [string, string])[] => [
      [label("files copied, 18 on XFS", megabytes), label("clone, 18 on XFS", megabytes)],
    ]),
    async close() {
      await cluster.stop();
      await xfs.remove();
    },
  };
}

const nameOf = (megabytes: number) => `clone_${megabytes}`;
const label = (what: string, megabytes: number) => `${what} ${megabytes / 1000} GB`;

function subjectsOf(xfs: Xfs, cluster: VersionCluster, megabytes: number): Subject[] {
  const name = nameOf(megabytes);
  const plan = cluster.plan({ name, programs: cluster.programs });
  const copy = `${name}_copy_x`;
  let room = 0;
  const measured = async (make: () => Promise<unknown>): Promise<number> => {
    await cluster.sql("CHECKPOINT", "postgres");
    const before = await xfs.used();
    const took = await timed(make);
    room = (await xfs.used()) - before;
    await dropSide(host, plan, copy);
    return took;
  };
  const byHand = `SET file_copy_method = 'copy'; CREATE DATABASE ${copy} TEMPLATE ${name} STRATEGY file_copy`;
  return [
    {
      name: label("files copied, 18 on XFS", megabytes),
      measure: () => measured(() => cluster.sql(byHand, "postgres")),
    },
    { name: label("room of the copied files", megabytes), unit: "MB", measure: async () => room / 1e6 },
    {
      name: label("clone, 18 on XFS", megabytes),
      measure: () =>
        measured(async () => {
          const { how } = await takeCopy(host, plan, copy);
          if (how !== "clone") throw new Error("no clone was made");
        }),
    },
    { name: label("room of the clone", megabytes), unit: "MB", measure: async () => room / 1e6 },
  ];
}
