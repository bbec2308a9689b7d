/** Where a PostgreSQL server is and who asks, as libpq takes it; what is not said is libpq's own to find. */
export interface PostgresConnection {
  readonly host?: string | undefined;
  readonly port?: number | undefined;
  readonly user?: string | undefined;
  readonly passfile?: string | undefined;
  readonly service?: string | undefined;
}

/** libpq's own variables; the password stays in the file it names. */
export function libpqVariables({ host, port, user, passfile, service }: PostgresConnection): Record<string, string> {
  const variables = {
    PGHOST: host,
    PGPORT: port === undefined ? undefined : String(port),
    PGUSER: user,
    PGPASSFILE: passfile,
    PGSERVICE: service,
    PGAPPNAME: "golive",
  };
  return Object.fromEntries(
    Object.entries(variables).flatMap(([name, value]) => (value === undefined ? [] : [[name, value]])),
  );
}

/**
 * psql's words for a script on standard input: nobody's start-up file, bare rows, a stop at the first error, and its
 * SQLSTATE told. `separator` stands between columns (psql's own is `|`).
 */
export function psqlWords({
  database,
  variables = {},
  separator,
}: {
  readonly database: string;
  readonly variables?: Readonly<Record<string, string>>;
  readonly separator?: string;
}): string[] {
  return [
    ...["-X", "-q", "-A", "-t", "--no-password"],
    ...["-v", "ON_ERROR_STOP=1", "-v", "VERBOSITY=verbose"],
    ...Object.entries(variables).flatMap(([name, value]) => ["-v", `${name}=${value}`]),
    ...(separator === undefined ? [] : ["-F", separator]),
    ...["-d", database, "-f", "-"],
  ];
}
