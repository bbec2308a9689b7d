import { UserError } from "../core/errors.ts";
import type { Host } from "../hosts/host.ts";
import { type DatabasePlan, psqlCommand, query } from "./postgres.ts";

/**
 * Closes the doors of `:current`, ends its sessions all at once, renames it to `:kept` and `:replacement` to
 * `:current` in one transaction, and opens the doors. A connection limit would not hold superusers; ALLOW_CONNECTIONS
 * does. Autovacuum is left alone: a rename evicts it, and ending it takes rights that ending sessions does not. Sessions are polled rather than waited for one by one: with many of them that is most of the time.
 */
const swapSql = `ALTER DATABASE :"current" ALLOW_CONNECTIONS false;
SELECT set_config('golive.current', :'current', false) \\g /dev/null
SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = :'current' AND pid <> pg_backend_pid() AND backend_type = 'client backend' \\g /dev/null
DO $$
BEGIN
  FOR i IN 1..2000 LOOP
    PERFORM pg_stat_clear_snapshot();
    EXIT WHEN NOT EXISTS (SELECT FROM pg_stat_activity WHERE datname = current_setting('golive.current') AND pid <> pg_backend_pid() AND backend_type = 'client backend');
    PERFORM pg_sleep(0.005);
  END LOOP;
END $$;
BEGIN;
ALTER DATABASE :"current" RENAME TO :"kept";
ALTER DATABASE :"replacement" RENAME TO :"current";
COMMIT;
ALTER DATABASE :"current" ALLOW_CONNECTIONS true;
ALTER DATABASE :"kept" ALLOW_CONNECTIONS true;
`;

/** Puts `replacement` in the place of the service's database and keeps the old one as `kept`. Never drops either. */
export async function swapDatabases(host: Host, plan: DatabasePlan, replacement: string, kept: string): Promise<void> {
  const there = new Set((await query(host, plan, "postgres", "SELECT datname FROM pg_database")).map(([name]) => name));
  if (there.has(kept)) throw new UserError({ what: `a database ${kept} is there already`, where: host.name, mend: "it is what an earlier rollback kept; rename or drop it yourself, then run again" });
  if (!there.has(replacement)) throw new UserError({ what: `the restored database ${replacement} is gone`, where: host.name, mend: "run the rollback again" });
  try {
    await host.run(psqlCommand(plan, "postgres", swapSql, { current: plan.name, kept, replacement }));
  } catch (error) {
    await openDoors(host, plan);
    throw error;
  }
}

/** Lets sessions into the service's database again, whatever closed it. */
export async function openDoors(host: Host, plan: DatabasePlan): Promise<void> {
  await host.run(psqlCommand(plan, "postgres", `SELECT format('ALTER DATABASE %I ALLOW_CONNECTIONS true', datname) FROM pg_database WHERE datname = :'name' AND NOT datallowconn \\gexec\n`, { name: plan.name }));
}
