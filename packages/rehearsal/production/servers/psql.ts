import { join } from "node:path";
import type { PostgresFacts } from "../facts.ts";
import { run } from "../processes/run.ts";

export type Connection = Pick<PostgresFacts, "host" | "port" | "database" | "adminUser" | "passfile" | "binaries">;

/** Runs a script, given on stdin, as the operator's role; rows come back one a line, columns parted by `|`. */
export async function psql(connection: Connection, script: string, database = connection.database): Promise<string> {
  const out = await run(
    join(connection.binaries, "psql"),
    [
      "--no-psqlrc",
      "--quiet",
      "--no-align",
      "--tuples-only",
      "--no-password",
      "--set",
      "ON_ERROR_STOP=1",
      "--host",
      connection.host,
      "--port",
      String(connection.port),
      "--username",
      connection.adminUser,
      "--dbname",
      database,
    ],
    { env: { PGPASSFILE: connection.passfile }, input: script },
  );
  return out.trimEnd();
}
