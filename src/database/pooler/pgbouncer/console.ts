import { command, type Command } from "../../../core/command.ts";
import { libpqVariables } from "../../../hosts/postgres/psql.ts";
import type { Parsed } from "../../../plan/camel-keys.ts";
import type { pgbouncerSchema } from "./schema.ts";

export type PgbouncerPlan = Parsed<typeof pgbouncerSchema>;

/**
 * A command of pgbouncer's console. It answers with the names of its columns first, as those differ between versions;
 * it takes no settings with a connection. `database` may be named in it as :"database".
 */
export function consoleCommand(
  { connection, runAs }: PgbouncerPlan,
  programs: string | undefined,
  { words, database = "", timeoutSeconds = 30 }: { words: string; database?: string; timeoutSeconds?: number },
): Command {
  const args = [
    ...["-X", "-q", "-A", "--no-password", "-F", "|", "--pset=footer=off"],
    ...["-v", "ON_ERROR_STOP=1", "-v", `database=${database}`],
    ...["-d", "pgbouncer", "-f", "-"],
  ];
  return command(programs === undefined ? "psql" : `${programs}/psql`, args, {
    ...(runAs === undefined ? {} : { user: runAs }),
    env: { ...libpqVariables(connection), PGCONNECT_TIMEOUT: "10", LC_ALL: "C.UTF-8" },
    stdin: `${words};\n`,
    timeoutSeconds,
  });
}

/** Rows of a SHOW, by the names of their columns. */
export function rowsByName(stdout: string): Readonly<Record<string, string>>[] {
  const [head = "", ...lines] = stdout.split("\n").filter((line) => line !== "");
  const names = head.split("|");
  return lines.map((line) => {
    const values = line.split("|");
    return Object.fromEntries(names.map((name, index) => [name, values[index] ?? ""]));
  });
}
