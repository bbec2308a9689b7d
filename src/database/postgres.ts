import { createHash } from "node:crypto";
import { command, type Command, script } from "../core/command.ts";
import type { Host } from "../hosts/host.ts";
import { libpqVariables, psqlWords } from "../hosts/postgres/psql.ts";
import type { PostgresqlPlan } from "../plan/engine/engine.ts";

export type DatabasePlan = PostgresqlPlan;

// A database or role may have other defaults: read only, an isolation that waits, a way of writing that golive does not
// speak. Only what every version knows can be named here, and what every role may set. Locks waited for longer than
// this belong to somebody's open session; the error names the table.
const sessionSettings = {
  statement_timeout: "0",
  lock_timeout: "30s",
  idle_in_transaction_session_timeout: "0",
  default_transaction_read_only: "off",
  default_transaction_isolation: "read committed",
  default_transaction_deferrable: "off",
  standard_conforming_strings: "on",
  quote_all_identifiers: "off",
  exit_on_error: "off",
};

/** As a server takes them: `\\` before a space within a value. */
export const sessionOptions = Object.entries(sessionSettings)
  .map(([name, value]) => `-c ${name}=${value.replaceAll(" ", "\\ ")}`)
  .join(" ");

/** psql script: a setting that connections to a server before 17 may not name, as those do not know it. */
export const untimedSql = `SELECT set_config('transaction_timeout', '0', false)
WHERE current_setting('server_version_num')::int >= 170000 \\g /dev/null
`;

/** How every program of PostgreSQL that golive starts connects and speaks. */
export function libpqEnvironment({ connection }: DatabasePlan): Record<string, string> {
  return {
    ...libpqVariables(connection),
    PGCONNECT_TIMEOUT: "10",
    PGCLIENTENCODING: "UTF8",
    // A pooler refuses settings that come with a connection, or drops them.
    ...(connection.pooler === undefined ? { PGOPTIONS: sessionOptions } : {}),
    LC_ALL: "C.UTF-8",
  };
}

/** The same settings as the head of a script, for a session that a pooler keeps. */
function settingsIn({ connection }: DatabasePlan): string {
  if (connection.pooler === undefined) return "";
  return Object.entries(sessionSettings)
    .map(([name, value]) => `SET ${name} = '${value}';\n`)
    .join("");
}

/** The database that questions about the whole server are asked in. */
export function maintenanceOf({ maintenance = "postgres" }: Pick<DatabasePlan, "maintenance">): string {
  return maintenance;
}

/** What of the plan holds on another server as well: nothing that a provider does, and no name of a database there. */
export function elsewhere(plan: DatabasePlan): DatabasePlan {
  const { maintenance: _, switch: __, snapshot: ___, ...rest } = plan;
  return rest;
}

export interface DatabaseCommandOptions {
  readonly stdin?: string;
  readonly env?: Readonly<Record<string, string>>;
  readonly timeoutSeconds?: number;
  readonly exclusive?: string;
  readonly bytes?: true;
}

/** A PostgreSQL program with the plan's connection, as the plan's user. */
export function databaseCommand(
  plan: DatabasePlan,
  file: string,
  args: readonly string[],
  { env, ...options }: DatabaseCommandOptions = {},
): Command {
  return command(plan.programs === undefined ? file : `${plan.programs}/${file}`, args, {
    ...asUser(plan),
    whole: true,
    ...options,
    env: { ...libpqEnvironment(plan), ...env },
  });
}

/** The plan's folder of programs goes before all others. */
const findPrograms = `PATH="\${GOLIVE_PROGRAMS:+$GOLIVE_PROGRAMS:}$PATH"; export PATH\n`;

/** A fixed shell script in the same surroundings. */
export function databaseScript(
  plan: DatabasePlan,
  text: string,
  values: readonly string[],
  { env, ...options }: DatabaseCommandOptions = {},
): Command {
  return script(`${findPrograms}${text}`, values, {
    ...asUser(plan),
    whole: true,
    ...options,
    env: {
      ...libpqEnvironment(plan),
      GOLIVE_PROGRAMS: plan.programs ?? "",
      GOLIVE_MAINTENANCE: maintenanceOf(plan),
      ...env,
    },
  });
}

/**
 * SQL through psql, stopping at the first error; rows come back with `|` between columns. Values go in as psql
 * variables (`:'name'` a literal, `:"name"` an identifier), which psql quotes.
 */
export function psqlCommand(
  plan: DatabasePlan,
  database: string,
  sql: string,
  { variables = {}, timeoutSeconds = 3600 }: { variables?: PsqlVariables; timeoutSeconds?: number } = {},
): Command {
  const stdin = `${settingsIn(plan)}${untimedSql}${sql}`;
  return databaseCommand(plan, "psql", psqlWords({ database, variables }), { stdin, timeoutSeconds });
}

export type PsqlVariables = Readonly<Record<string, string>>;

/** Rows of a query, columns as text. */
export async function query(
  host: Host,
  plan: DatabasePlan,
  { database, sql, variables = {} }: { database: string; sql: string; variables?: PsqlVariables },
): Promise<string[][]> {
  const { stdout } = await host.run(psqlCommand(plan, database, sql, { variables }));
  return rowsOf(stdout);
}

export function rowsOf(stdout: string): string[][] {
  return stdout
    .split("\n")
    .filter((line) => line !== "")
    .map((line) => line.split("|"));
}

function asUser(plan: DatabasePlan): { user?: string } {
  return plan.runAs === undefined ? {} : { user: plan.runAs };
}

/** A database name made of the service's and a purpose, within PostgreSQL's 63 bytes; never cut, as two could meet. */
export function sideName(database: string, purpose: string, release: string): string {
  const root = rootOf({ name: database });
  const whole = `${root}_${purpose}_${release}`;
  if (Buffer.byteLength(whole) <= 63) return whole;
  return `${root}_${purpose}_${createHash("sha256").update(release).digest("hex").slice(0, 12)}`;
}

/** What golive's own way back added to a name, when the service changed over to the restored database. */
const switchedTo = /_(?:restored|copy)_[0-9a-f]{12}$/;

/** The name that all databases of golive's for this service begin with. */
export function rootOf({ name }: Pick<DatabasePlan, "name">): string {
  return name.replace(switchedTo, "");
}

/**
 * The name of a database beside the service's. Where the service changes over to it, the plan will name it one day, and a
 * provider has its own mind about names: letters and digits only, and no longer each time.
 */
export function besideName(plan: DatabasePlan, purpose: string, release: string): string {
  if (plan.switch === undefined) return sideName(plan.name, purpose, release);
  return `${rootOf(plan)}_${purpose}_${createHash("sha256").update(release).digest("hex").slice(0, 12)}`;
}
