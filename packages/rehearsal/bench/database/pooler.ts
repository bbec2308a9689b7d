// From the begin of the swap to the first good answer through pgbouncer, which the service keeps asking: told to hold
// queries back meanwhile, and as it is by itself.

import { takeCopy } from "../../../../src/database/copy.ts";
import { withPoolersHeld } from "../../../../src/database/pooler/poolers.ts";
import { swapDatabases } from "../../../../src/database/swap.ts";
import { localHost } from "../../../../src/hosts/local.ts";
import { type Bouncer, startPgbouncer } from "../../../../test/database/pooler/start-pgbouncer.ts";
import type { Cluster } from "../../../../test/database/throwaway-cluster.ts";
import type { Group } from "../bench.ts";
import { timed } from "./timed.ts";

const host = localHost("bench");
const name = "pooled";
const names = ["swap to answer, pgbouncer held", "swap to answer, pgbouncer not told"] as const;

export async function poolerGroup(cluster: Cluster): Promise<Group> {
  await cluster.sql(`CREATE DATABASE ${name}`, "postgres");
  await cluster.sql("CREATE TABLE marks (mark text); INSERT INTO marks VALUES ('then')", name);
  const bouncer = await startPgbouncer(cluster, "bouncer", {
    databases: [`${name} =`],
    settings: ["pool_mode = transaction", "admin_users = golive"],
  });
  const connection = { host: "127.0.0.1", port: bouncer.port, user: "golive" };
  const held = cluster.plan({ name, poolers: [{ kind: "pgbouncer", connection, databases: [] }] });
  const plans = [held, cluster.plan({ name })];
  return {
    subjects: plans.map((plan, index) => ({
      name: names[index] ?? "",
      measure: async () => {
        await takeCopy(host, plan, `${name}_copy_x`);
        const swap = () => swapDatabases(host, plan, `${name}_copy_x`, `${name}_kept`);
        const took = await askedMeanwhile(bouncer, () =>
          withPoolersHeld({ plan, hosts: { get: () => host }, rest: "end" }, swap),
        );
        await cluster.sql(`DROP DATABASE ${name}_kept`, "postgres");
        return took;
      },
    })),
    ratios: [names],
    close: () => bouncer.stop(),
  };
}

/** The service asks all the time; until its first good answer after the work began to change anything. */
async function askedMeanwhile(bouncer: Bouncer, work: () => Promise<unknown>): Promise<number> {
  await bouncer.sql("SELECT 1", name);
  let working = true;
  const asking = (async () => {
    while (working) await bouncer.sql("SELECT 1", name).catch(() => {});
  })();
  return timed(async () => {
    await work();
    working = false;
    await asking;
    while (!(await answers(bouncer))) await new Promise((resolve) => setTimeout(resolve, 20));
  });
}

const answers = (bouncer: Bouncer) =>
  bouncer.sql("SELECT mark FROM marks", name).then(
    () => true,
    () => false,
  );
