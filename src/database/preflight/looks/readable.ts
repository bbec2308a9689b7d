import { t } from "../../../core/text/text.ts";
import { defineLook } from "./look.ts";
import { askingRole, plain, some } from "./names.ts";
import { isSuperuser, notOfExtension } from "./sql.ts";

/** pg_dump locks and reads every table and sequence, and refuses to see only those rows that a policy shows it. */
export const unreadableTables = defineLook<{ readonly me: string; readonly name: string }>({
  kind: "unreadable",
  asked: "inside",
  sql: `SELECT json_build_object('kind', 'unreadable', 'me', current_user, 'name', n.nspname || '.' || c.relname)
FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
WHERE c.oid >= 16384 AND c.relkind IN ('r', 'p', 'S') AND c.relpersistence <> 't' AND n.nspname !~ '^pg_'
  AND NOT ${isSuperuser} AND ${notOfExtension("pg_class", "c.oid")}
  AND (
    NOT has_schema_privilege(n.oid, 'USAGE') OR NOT has_table_privilege(c.oid, 'SELECT') OR row_security_active(c.oid)
  )
ORDER BY c.relname;
`,
  problems: (rows, { database }) => {
    const me = askingRole(rows);
    const tables = some(rows, ({ name }) => plain(name));
    const what = t`the role ${me} may not read all of ${database}, and pg_dump would stop there`;
    return [
      {
        code: "db-not-readable",
        what: `${what}: ${tables}`,
        mend: t`as superuser: GRANT pg_read_all_data TO "${me}" (PostgreSQL 14 and newer), and ALTER ROLE "${me}" \
BYPASSRLS where policies hide rows`,
      },
    ];
  },
});
