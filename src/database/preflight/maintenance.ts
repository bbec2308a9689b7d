import type { Finished } from "../../core/command.ts";
import type { Problem } from "../../core/errors.ts";
import { t } from "../../core/text/text.ts";
import type { Host } from "../../hosts/host.ts";
import { type DatabasePlan, maintenanceOf, psqlCommand } from "../postgres.ts";
import { plain, some } from "./looks/names.ts";

/** What the server says of a database that it does not let the role into, or does not have. */
const closed = (name: string) =>
  new RegExp(
    `permission denied for database "${name}"|database "${name}" does not exist|` +
      `database "${name}" is not currently accepting|no pg_hba\\.conf entry for .* database "${name}"|` +
      `pg_hba\\.conf rejects connection for .* database "${name}"`,
  );

const othersSql = `SELECT datname FROM pg_database
WHERE datallowconn AND datname <> :'name' AND datname <> :'closed' AND has_database_privilege(oid, 'CONNECT')
ORDER BY datname = 'template1', datname`;

/**
 * Whether it is the database for questions about the server that is closed to the role, and the server itself answers:
 * on managed servers that is nobody's but the provider's. Null when it is something else.
 */
export async function maintenanceClosed(host: Host, plan: DatabasePlan, { stderr }: Finished): Promise<Problem | null> {
  const maintenance = maintenanceOf(plan);
  if (!closed(maintenance.replaceAll("$", "\\$")).test(stderr)) return null;
  const variables = { name: plan.name, closed: maintenance };
  const others = await host.attempt(psqlCommand(plan, plan.name, othersSql, { variables, timeoutSeconds: 60 }));
  const names = others.stdout.split("\n").filter((name) => name !== "");
  const open =
    names.length === 0
      ? t`there is none beside the service's own: with database.switch and backup.copy: false that one does`
      : t`it may connect to: ${some(names, (name) => plain(name))}`;
  return {
    code: "db-maintenance-closed",
    what: t`the role of database.connection is not let into the database ${maintenance}, which questions about the server \
are asked in`,
    mend: t`name another one in database.maintenance, best not the service's own; ${open}`,
  };
}
