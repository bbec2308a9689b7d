import { type Connection, psql } from "./psql.ts";

/**
 * The acknowledged bookings that are in none of the databases. Rows kept in a database of their own, as a
 * rollback leaves them, are found when it is named too.
 */
export async function lost(
  acknowledged: readonly { readonly uuid: string }[],
  connection: Connection,
  databases: readonly string[] = [connection.database],
): Promise<readonly string[]> {
  let missing = acknowledged.map(({ uuid }) => uuid);
  for (const database of databases) {
    if (missing.length === 0) break;
    const rows = await psql(connection, [
      "CREATE TEMPORARY TABLE acknowledged (uuid uuid);",
      "COPY acknowledged FROM STDIN;",
      ...missing,
      "\\.",
      "SELECT uuid FROM acknowledged WHERE NOT EXISTS (SELECT FROM bookings WHERE bookings.uuid = acknowledged.uuid);",
      "",
    ].join("\n"), database);
    missing = rows.split("\n").filter((uuid) => uuid !== "");
  }
  return missing;
}
