import { UserError } from "../../core/errors.ts";
import { t } from "../../core/text/text.ts";
import type { Host } from "../../hosts/host.ts";
import { type DatabasePlan, maintenanceOf, psqlCommand, query } from "../postgres.ts";
import type { Scratch } from "./server.ts";

const systemSql = "SELECT system_identifier FROM pg_control_system()";

// A role is what it may become: SET ROLE asks for membership, inherited or not.
const powersSql = `SELECT r.rolname,
  CASE
    WHEN r.rolsuper THEN 'SUPERUSER'
    WHEN r.rolcreaterole THEN 'CREATEROLE'
    WHEN r.rolreplication THEN 'REPLICATION'
    ELSE r.rolname
  END
FROM pg_roles r
WHERE pg_has_role(current_user, r.oid, 'MEMBER') AND (
  r.rolsuper OR r.rolcreaterole OR r.rolreplication
  OR r.rolname IN ('pg_execute_server_program', 'pg_read_server_files', 'pg_write_server_files', 'pg_signal_backend')
  OR r.oid IN (SELECT datdba FROM pg_database WHERE datname = :'name')
)`;

/** What PostgreSQL says to whom it does not let in. */
const turnedAway = /permission denied for database|no pg_hba.conf entry|pg_hba.conf rejects|authentication failed/;

/** Whether the server that the plan names for the trial is the service's own. */
export async function isOwnServer(service: { readonly host: Host; readonly plan: DatabasePlan }, scratch: Scratch) {
  const [[own] = []] = await query(service.host, service.plan, {
    database: maintenanceOf(service.plan),
    sql: systemSql,
  });
  const [[named] = []] = await query(scratch.host, scratch.database, {
    database: maintenanceOf(scratch.database),
    sql: systemSql,
  });
  return own === named;
}

/**
 * On the service's own server a backup is restored only by a role that the service's database does not let in, which is
 * tried, and that can become none that it does. Throws a UserError otherwise.
 */
export async function requireTurnedAway({ host, database }: Scratch, name: string): Promise<void> {
  const mend = t`make a role for it: CREATE ROLE golive_trial LOGIN CREATEDB; REVOKE CONNECT ON DATABASE "${name}" \
FROM PUBLIC, and name it in prepare.test-restore.server.connection; or leave server out`;
  const powers = await query(host, database, {
    database: maintenanceOf(database),
    sql: powersSql,
    variables: { name },
  });
  if (powers.length > 0) {
    const roles = powers.map(([role, power]) => (role === power ? role : `${role} (${power})`)).join(", ");
    throw new UserError({
      code: "trial-role-mighty",
      what: t`the backup would be restored on the service's own server by a role that is or may become ${roles}`,
      where: host.name,
      mend,
    });
  }
  const tried = await host.attempt(psqlCommand(database, name, "SELECT 1;\n", { timeoutSeconds: 60 }));
  if (tried.code !== 0 && turnedAway.test(tried.stderr)) return;
  throw new UserError({
    code: "trial-role-let-in",
    what: t`the backup would be restored on the service's own server by a role that ${name} lets in`,
    where: host.name,
    mend,
  });
}
