import { UserError } from "../core/errors.ts";
import { pollUntil } from "../core/poll-until.ts";
import { t } from "../core/text/text.ts";
import type { Host } from "../hosts/host.ts";
import { type DatabasePlan, maintenanceOf, query } from "./postgres.ts";

const strangersSql = `SELECT usename, regexp_replace(application_name, '[^A-Za-z0-9 ._/-]', '', 'g'), count(*)
FROM pg_stat_activity
WHERE datname = :'name' AND coalesce(backend_type, 'client backend') = 'client backend'
  AND application_name <> 'golive' AND NOT usename = ANY (string_to_array(:'observers', ','))
GROUP BY 1, 2`;

// What a pooler keeps open for a client that is gone looks like one that is there. A client that still is comes back.
const pooledSql = `SELECT pg_terminate_backend(pid) FROM pg_stat_activity
WHERE datname = :'name' AND state = 'idle' AND pid <> pg_backend_pid() AND pg_has_role(usesysid, 'USAGE')`;

/**
 * Throws a UserError when someone other than golive and the plan's observers is connected to the database: they could
 * write after the backup. Sessions that are just ending get a few seconds.
 */
export async function requireQuiet(host: Host, plan: DatabasePlan): Promise<void> {
  const variables = { name: plan.name, observers: plan.observers.join(",") };
  if (plan.connection.pooler) await query(host, plan, { database: maintenanceOf(plan), sql: pooledSql, variables });
  let strangers: string[][] = [];
  const quiet = await pollUntil(
    async () => {
      strangers = await query(host, plan, { database: plan.name, sql: strangersSql, variables });
      return strangers.length === 0 ? true : null;
    },
    { every: 0.5, limit: 5 },
  );
  if (quiet !== null) return;
  const who = strangers
    .map(([role, program, count]) => `${role}${program ? ` (${program})` : ""}: ${count}`)
    .join(", ");
  throw new UserError({
    code: "db-still-connected",
    what: t`someone is still connected to ${plan.name} and could write after the backup: ${who}`,
    where: host.name,
    mend: t`name what else writes under services.units, stop it before the window, or list roles that only look in database.observers`,
  });
}
