import type { Command, Finished } from "../../core/command.ts";
import type { Problem } from "../../core/errors.ts";
import { t } from "../../core/text/text.ts";
import type { Host } from "../../hosts/host.ts";
import { why } from "../../hosts/why.ts";
import { nearest } from "../../plan/nearest.ts";
import { type DatabasePlan, maintenanceOf, psqlCommand, sessionOptions } from "../postgres.ts";
import { isProvided } from "../provider/beside.ts";
import { jsonRows, rowsOfKind } from "./json-rows.ts";
import { mayBecome } from "./looks/sql.ts";
import { maintenanceClosed } from "./maintenance.ts";
import { poolerProblem } from "./pooler.ts";

/** What is known of the server that the plan's connection leads to. */
export interface ServerFacts {
  /** As PostgreSQL counts its versions: 160004. */
  readonly number: number;
  readonly version: string;
  readonly role: string;
  readonly superuser: boolean;
  readonly createdb: boolean;
  readonly standby: boolean;
  /** Whether the settings of golive's connection reached the server. */
  readonly direct: boolean;
}

export interface DatabaseRow {
  readonly name: string;
  readonly bytes: number;
  readonly owner: string;
  readonly owned: boolean;
  /** Its DROP DATABASE was broken off: nobody can get in any more. */
  readonly invalid: boolean;
}

// A pooler keeps connections of its own: it refuses settings that come with a connection, or drops them. Those of a
// client that talks to the server itself are told apart from all others. Named here, they go before a service file's.
function directly(plan: DatabasePlan): string {
  const name = `dbname='${maintenanceOf(plan)}'`;
  return plan.connection.pooler ? name : `${name} options='${sessionOptions.replaceAll("\\", "\\\\")}'`;
}

const serverSql = `BEGIN TRANSACTION READ ONLY;
SELECT json_build_object(
  'kind', 'server',
  'number', current_setting('server_version_num')::int,
  'version', current_setting('server_version'),
  'role', rolname, 'superuser', rolsuper, 'createdb', rolcreatedb,
  'standby', pg_is_in_recovery(),
  'direct', (SELECT source = 'client' FROM pg_settings WHERE name = 'lock_timeout')
)
FROM pg_roles WHERE rolname = current_user;
SELECT json_build_object(
  'kind', 'database',
  'name', datname,
  'owner', pg_get_userbyid(datdba),
  'invalid', datconnlimit = -2,
  'owned', pg_has_role(datdba, 'USAGE') AND pg_has_role(datdba, ${mayBecome}),
  'bytes', CASE
    WHEN datname = :'name' AND has_database_privilege(oid, 'CONNECT') THEN pg_database_size(oid) ELSE 0
  END
)
FROM pg_database WHERE NOT datistemplate OR datname = :'name' ORDER BY datname;
COMMIT;
`;

export function serverLook(plan: DatabasePlan): Command {
  return psqlCommand(plan, directly(plan), serverSql, { variables: { name: plan.name }, timeoutSeconds: 60 });
}

export function readServer(stdout: string): { server: ServerFacts | undefined; databases: DatabaseRow[] } {
  const rows = jsonRows(stdout);
  return { server: rowsOfKind<ServerFacts>(rows, "server")[0], databases: rowsOfKind<DatabaseRow>(rows, "database") };
}

/** What only a pooler says. */
const poolerWords = new RegExp(
  [
    "unsupported (options )?startup parameter",
    "no such (database|user)\\b",
    "not allowed$",
    "bouncer config error",
    "server_login_retry",
    "query_wait_timeout",
    "max_client_conn",
    "statement pooling mode",
  ].join("|"),
  "m",
);

/** Why the look at the server was not answered. */
export async function unreachable(
  host: Host,
  plan: DatabasePlan,
  asked: Command,
  finished: Finished,
): Promise<Problem> {
  const closed = await maintenanceClosed(host, plan, finished);
  if (closed !== null) return closed;
  const said = await why(host, asked, finished);
  if (poolerWords.test(finished.stderr)) return poolerProblem(t`refuses it (${said.replace(/^.*FATAL: */, "")})`);
  return {
    code: "db-unreachable",
    what: t`PostgreSQL does not answer: ${said}`,
    mend: t`check database.connection and database.run-as in the plan, on that host: psql -d ${maintenanceOf(plan)}`,
  };
}

export function noDatabase(plan: DatabasePlan, databases: readonly DatabaseRow[]): Problem {
  const names = databases.map(({ name }) => name).filter((name) => name !== maintenanceOf(plan));
  const near = nearest(plan.name, names);
  return {
    code: "db-missing",
    what: t`there is no database "${plan.name}"`,
    mend: near
      ? t`did you mean "${near}"? Change database.name in the plan`
      : t`change database.name in the plan; there are: ${names.join(", ")}`,
  };
}

export function invalidDatabase({ name }: DatabasePlan): Problem {
  return {
    code: "db-invalid",
    what: t`the database ${name} is invalid: dropping it was broken off, and nobody can connect to it any more`,
    mend: t`restore it from a backup under another name, then drop this one and rename the other`,
  };
}

export function serverProblems({ number, version, standby }: ServerFacts): Problem[] {
  const problems: Problem[] = [];
  if (standby)
    problems.push({
      code: "db-standby",
      what: t`this server is a replica, which can be neither cloned nor restored on`,
      mend: t`name the primary in database.connection, and its machine in database.host`,
    });
  if (number < 130000)
    problems.push({
      code: "db-too-old",
      what: t`PostgreSQL ${version} is too old`,
      mend: t`golive needs version 13 or newer`,
    });
  return problems;
}

/** What the role lacks that backup and rollback need of it. */
export function rightsProblems(
  plan: DatabasePlan,
  { role, superuser, createdb }: ServerFacts,
  { owner, owned }: DatabaseRow,
): Problem[] {
  if (superuser) return [];
  const problems: Problem[] = [];
  if (!createdb && !isProvided(plan))
    problems.push({
      code: "db-no-createdb",
      what: t`the role ${role} may not create databases, so no dump can be proved and nothing put back`,
      mend: t`where a provider makes the databases: database.switch (docs/managed-databases.md); as superuser: ALTER \
ROLE "${role}" CREATEDB`,
    });
  if (!owned)
    problems.push({
      code: "db-not-owner",
      what: t`the role ${role} is not a member of the owner of ${plan.name}, or does not inherit its rights`,
      mend: t`as superuser: GRANT "${owner}" TO "${role}"; ALTER ROLE "${role}" INHERIT`,
    });
  return problems;
}
