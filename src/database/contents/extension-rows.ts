import { rowsOf } from "../postgres.ts";
import { textOf } from "./bytes.ts";

/**
 * SQL: the table was made a member later than it was made, by hand: no extension brings it again. After pg_upgrade all
 * members look like that; then it is not known.
 */
const added = `EXISTS (SELECT FROM pg_attribute a WHERE a.attrelid = c.oid AND a.attnum = -1 AND a.xmin <> x.xmin)
    AND EXISTS (
      SELECT FROM pg_depend y JOIN pg_proc p ON y.classid = 'pg_proc'::regclass AND y.objid = p.oid
      WHERE y.refclassid = 'pg_extension'::regclass AND y.refobjid = e.oid AND y.deptype = 'e' AND y.xmin = p.xmin
    )`;

/**
 * A query for the tables of extensions that pg_dump leaves out, rows and all: members that the extension does not call
 * its configuration. What its own script wrote comes again with CREATE EXTENSION: such rows are of the transaction that
 * made the table a member. `then` are columns of a statement for each.
 */
const members = (then: string) => `SELECT format($q$${then} FROM ONLY %3$I.%4$I AS t WHERE t.xmin <> %5$L::xid$q$,
  e.extname, n.nspname || '.' || c.relname, n.nspname, c.relname, x.xmin, ${added})
FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
JOIN pg_depend x ON x.classid = 'pg_class'::regclass AND x.objid = c.oid
  AND x.refclassid = 'pg_extension'::regclass AND x.deptype = 'e'
JOIN pg_extension e ON e.oid = x.refobjid
WHERE c.relkind = 'r' AND c.relpersistence <> 't' AND NOT c.oid = ANY (coalesce(e.extconfig, '{}'))
  AND has_schema_privilege(n.oid, 'USAGE') AND has_table_privilege(c.oid, 'SELECT')
ORDER BY c.relname \\gexec
`;

/** psql script: a line `left-out|rows|schema.name` for each table that a dump lacks rows of. */
export const leftOutSql = members("SELECT 'left-out', count(*), %2$L");

/** psql script: a line of JSON of this kind for each table that a dump would lack rows of. */
export const extensionRowsSql = members(
  "SELECT json_build_object('kind', 'extension-rows', 'me', current_user, 'name', %2$L || ' (' || %1$L || ')', " +
    "'rows', count(*), 'added', %6$L::bool)",
);

export function parseLeftOut(bytes: string): Record<string, number> {
  const found = rowsOf(bytes).filter(([kind, rows]) => kind === "left-out" && rows !== "0");
  return Object.fromEntries(found.map(([, rows = "0", ...name]) => [textOf(name.join("|")), Number(rows)]));
}
