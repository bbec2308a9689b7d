import type { Host } from "../hosts/host.ts";
import { type DatabasePlan, psqlCommand } from "./postgres.ts";

/**
 * Makes the statistics of a restored database, which a dump does not hold and without which PostgreSQL plans blindly.
 * All of them at once: beside the restore that takes little, and a stage with fewer samples is hardly shorter where there
 * are many tables. Returns the seconds it took, or null when it failed: the way back does not stop for it.
 */
export async function analyze(host: Host, plan: DatabasePlan, database: string): Promise<number | null> {
  const finished = await host.attempt(psqlCommand(plan, database, "ANALYZE;\n", { timeoutSeconds: 3600 }));
  return finished.code === 0 && !finished.timedOut ? finished.seconds : null;
}
