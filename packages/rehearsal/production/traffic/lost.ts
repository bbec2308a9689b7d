import { type Connection, psql } from "../servers/psql.ts";

export interface Found {
  /** In none of the databases. */
  readonly lost: readonly string[];
  /** How many are in each database; one that is in two counts for the first. */
  readonly found: Readonly<Record<string, number>>;
}

/**
 * Where the acknowledged bookings are. Rows kept in a database of their own, as a rollback leaves them, are found when
 * it is named too.
 */
export async function locate(
  acknowledged: readonly { readonly uuid: string }[],
  connection: Connection,
  databases: readonly string[] = [connection.database],
): Promise<Found> {
  let missing = acknowledged.map(({ uuid }) => uuid);
  const found: Record<string, number> = {};
  for (const database of databases) {
    if (missing.length === 0) break;
    const before = missing.length;
    const rows = await psql(
      connection,
      [
        "CREATE TEMPORARY TABLE acknowledged (uuid uuid);",
        "COPY acknowledged FROM STDIN;",
        ...missing,
        "\\.",
        "SELECT uuid FROM acknowledged WHERE NOT EXISTS (SELECT FROM bookings WHERE bookings.uuid = acknowledged.uuid);",
        "",
      ].join("\n"),
      database,
    );
    missing = rows.split("\n").filter((uuid) => uuid !== "");
    found[database] = before - missing.length;
  }
  return { lost: missing, found };
}

/** The acknowledged bookings that are in none of the databases. */
export async function lost(...asked: Parameters<typeof locate>): Promise<readonly string[]> {
  return (await locate(...asked)).lost;
}
