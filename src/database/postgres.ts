import { createHash } from "node:crypto";
import { command, type Command, script } from "../core/command.ts";
import type { Host } from "../hosts/host.ts";
import { libpqVariables, psqlWords } from "../hosts/postgres/psql.ts";
import type { Plan } from "../plan/schema/schema.ts";

export type DatabasePlan = Plan["database"];

// A database or role may have other defaults: read only, an isolation that waits, a way of writing that golive does not
// speak. Only what every version knows can be named here, and what every role may set. Locks waited for longer than this
// belong to somebody's open session; the error names the table.
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

/** How every program of PostgreSQL that golive starts connects and speaks. */
export function libpqEnvironment({ connection }: DatabasePlan): Record<string, string> {
  return {
    ...libpqVariables(connection),
    PGCONNECT_TIMEOUT: "10",
    PGCLIENTENCODING: "UTF8",
    PGOPTIONS: sessionOptions,
    LC_ALL: "C.UTF-8",
  };
}

export interface DatabaseCommandOptions {
  readonly stdin?: string;
  readonly env?: Readonly<Record<string, string>>;
  readonly timeoutSeconds?: number;
  readonly exclusive?: string;
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
    ...options,
    env: { ...libpqEnvironment(plan), GOLIVE_PROGRAMS: plan.programs ?? "", ...env },
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
  return databaseCommand(plan, "psql", psqlWords({ database, variables }), { stdin: sql, timeoutSeconds });
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
  const whole = `${database}_${purpose}_${release}`;
  if (Buffer.byteLength(whole) <= 63) return whole;
  return `${database}_${purpose}_${createHash("sha256").update(release).digest("hex").slice(0, 12)}`;
}
