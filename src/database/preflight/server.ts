import type { Command, Finished } from "../../core/command.ts";
import type { Problem } from "../../core/errors.ts";
import { t } from "../../core/text/text.ts";
import type { Host } from "../../hosts/host.ts";
import { why } from "../../hosts/why.ts";
import { nearest } from "../../plan/nearest.ts";
import { type DatabasePlan, psqlCommand } from "../postgres.ts";
import { jsonRows, rowsOfKind } from "./json-rows.ts";
import { mayBecome } from "./looks/sql.ts";

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
}

// A pooler keeps connections of its own: it refuses settings that come with a connection, or drops them. Those of a
// client that talks to the server itself are told apart from all others. Named here, they go before a service file's.
const directly = "dbname='postgres' options='-c statement_timeout=0 -c lock_timeout=30s'";

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
  'owned', pg_has_role(datdba, 'USAGE') AND pg_has_role(datdba, ${mayBecome}),
  'bytes', CASE
    WHEN datname = :'name' AND has_database_privilege(oid, 'CONNECT') THEN pg_database_size(oid) ELSE 0
  END
)
FROM pg_database WHERE NOT datistemplate ORDER BY datname;
COMMIT;
`;

export function serverLook(plan: DatabasePlan): Command {
  return psqlCommand(plan, directly, serverSql, { variables: { name: plan.name }, timeoutSeconds: 60 });
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
export async function unreachable(host: Host, asked: Command, finished: Finished): Promise<Problem> {
  const said = await why(host, asked, finished);
  if (poolerWords.test(finished.stderr)) return pooler(t`refuses it (${said.replace(/^.*FATAL: */, "")})`);
  return {
    code: "db-unreachable",
    what: t`PostgreSQL does not answer: ${said}`,
    mend: t`check database.connection and database.run-as in the plan, on that host: psql -d postgres`,
  };
}

function pooler(how: string): Problem {
  return {
    code: "db-pooler",
    what: t`database.connection leads to a pooler such as pgbouncer, which ${how}: snapshots and settings of a \
session do not survive there`,
    mend: t`name the address and port of PostgreSQL itself in database.connection`,
  };
}

export function noDatabase(plan: DatabasePlan, databases: readonly DatabaseRow[]): Problem {
  const names = databases.map(({ name }) => name).filter((name) => name !== "postgres");
  const near = nearest(plan.name, names);
  return {
    code: "db-missing",
    what: t`there is no database "${plan.name}"`,
    mend: near
      ? t`did you mean "${near}"? Change database.name in the plan`
      : t`change database.name in the plan; there are: ${names.join(", ")}`,
  };
}

export function serverProblems({ number, version, standby, direct }: ServerFacts): Problem[] {
  const problems: Problem[] = [];
  if (!direct) problems.push(pooler(t`drops the settings that golive asks for`));
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
  if (!createdb)
    problems.push({
      code: "db-no-createdb",
      what: t`the role ${role} may not create databases, so no dump can be proved and nothing put back`,
      mend: t`as superuser: ALTER ROLE "${role}" CREATEDB`,
    });
  if (!owned)
    problems.push({
      code: "db-not-owner",
      what: t`the role ${role} is not a member of the owner of ${plan.name}, or does not inherit its rights`,
      mend: t`as superuser: GRANT "${owner}" TO "${role}"; ALTER ROLE "${role}" INHERIT`,
    });
  return problems;
}
