import { rowsOf } from "./postgres.ts";

/** Rows of every table of the user's; key `schema.table`. */
export type Counts = Readonly<Record<string, number>>;

/** psql script: a line `count|schema.table|rows` per table. Partitioned parents and foreign tables hold no rows of their own, and a
 * restore fills materialized views anew. */
export const countsSql = `SELECT format('SELECT ''count'', %L, count(*) FROM ONLY %I.%I', n.nspname || '.' || c.relname, n.nspname, c.relname)
FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
WHERE c.relkind = 'r' AND c.relpersistence <> 't' AND n.nspname !~ '^pg_' AND n.nspname <> 'information_schema'
ORDER BY 1 \\gexec
`;

export function parseCounts(stdout: string): Counts {
  return Object.fromEntries(
    rowsOf(stdout)
      .filter(([kind]) => kind === "count")
      .map((row) => [row.slice(1, -1).join("|"), Number(row.at(-1))]),
  );
}

/** What differs, a line per table; empty when they are the same. */
export function compareCounts(source: Counts, copy: Counts): string[] {
  const tables = [...new Set([...Object.keys(source), ...Object.keys(copy)])].toSorted();
  return tables.flatMap((table) => {
    const [want, have] = [source[table], copy[table]];
    if (want === have) return [];
    if (have === undefined) return [`table ${table} is missing (${want} rows)`];
    if (want === undefined) return [`table ${table} should not be there (${have} rows)`];
    return [`table ${table} has ${have} rows instead of ${want}`];
  });
}

export function totalRows(counts: Counts): number {
  return Object.values(counts).reduce((sum, rows) => sum + rows, 0);
}
