import type { Host } from "../hosts/host.ts";
import { type DatabasePlan, psqlCommand } from "./postgres.ts";

/** SQL: a session of somebody's, not one of the server's own workers. Whoever may not see which it is, sees no type. */
export const ofClient = "coalesce(backend_type, 'client backend') = 'client backend'";

/** psql script: ends all sessions in the database that a variable names, and waits until they are gone. */
export const endSessionsSql = (
  variable: string,
) => `SELECT set_config('golive.current', :'${variable}', false) \\g /dev/null
SELECT pg_terminate_backend(pid) FROM pg_stat_activity
WHERE datname = :'${variable}' AND pid <> pg_backend_pid() AND ${ofClient} \\g /dev/null
DO $$
BEGIN
  FOR i IN 1..2000 LOOP
    PERFORM pg_stat_clear_snapshot();
    EXIT WHEN NOT EXISTS (
      SELECT FROM pg_stat_activity
      WHERE datname = current_setting('golive.current') AND pid <> pg_backend_pid() AND ${ofClient}
    );
    PERFORM pg_sleep(0.005);
  END LOOP;
END $$;
`;

/**
 * psql script, in the database `postgres`: one golive at a time for `:current` (one left behind by a lost run is waited
 * for), its doors closed and its sessions ended all at once. A connection limit would not hold superusers;
 * ALLOW_CONNECTIONS does. Autovacuum is left alone: clone and rename evict it, and ending it takes rights that ending
 * sessions does not. Sessions are polled rather than waited for one by one: with many of them that is most of the time.
 */
export const closeDoorsSql = `SELECT pg_advisory_lock(hashtext('golive'), hashtext(:'current')) \\g /dev/null
ALTER DATABASE :"current" ALLOW_CONNECTIONS false;
${endSessionsSql("current")}`;

/** Lets sessions into a database again (the service's, unless named), whatever closed it. */
export async function openDoors(host: Host, plan: DatabasePlan, name = plan.name): Promise<void> {
  await setDoors(host, plan, name, true);
}

export async function closeDoors(host: Host, plan: DatabasePlan, name: string): Promise<void> {
  await setDoors(host, plan, name, false);
}

const doorsSql = `SELECT format('ALTER DATABASE %I ALLOW_CONNECTIONS %s', datname, :'open')
FROM pg_database WHERE datname = :'name' AND datallowconn IS DISTINCT FROM :'open'::boolean \\gexec
`;

async function setDoors(host: Host, plan: DatabasePlan, name: string, open: boolean): Promise<void> {
  await host.run(psqlCommand(plan, "postgres", doorsSql, { variables: { name, open: String(open) } }));
}

/** The object id of a database, or null when there is none of that name. A name may be another database's later. */
export async function oidOf(host: Host, plan: DatabasePlan, name: string): Promise<string | null> {
  const { stdout } = await host.run(
    psqlCommand(plan, "postgres", "SELECT oid FROM pg_database WHERE datname = :'name'", {
      variables: { name },
      timeoutSeconds: 60,
    }),
  );
  return stdout.trim() === "" ? null : stdout.trim();
}
