import { t } from "../../../../core/text/text.ts";
import { defineLook } from "../look.ts";
import { plain, some } from "../names.ts";
import { notOfExtension } from "../sql.ts";

const system = "('pg_catalog'::regnamespace, 'information_schema'::regnamespace)";

/** pg_dump takes all that lies in PostgreSQL's own schemas for PostgreSQL's, and leaves it out. */
export const systemSchema = defineLook<{ readonly name: string }>({
  kind: "system-schema",
  asked: "inside",
  sql: `SELECT jsonb_build_object('kind', 'system-schema', 'name', o.schema::regnamespace || '.' || o.name)
FROM (
  SELECT c.relnamespace, c.relname FROM pg_class c
  WHERE c.oid >= 16384 AND c.relkind IN ('r', 'p', 'v', 'm', 'S', 'f') AND c.relnamespace IN ${system}
    AND ${notOfExtension("pg_class", "c.oid")}
  UNION ALL
  SELECT p.pronamespace, p.proname FROM pg_proc p
  WHERE p.oid >= 16384 AND p.pronamespace IN ${system} AND ${notOfExtension("pg_proc", "p.oid")}
  UNION ALL
  SELECT o.oprnamespace, o.oprname FROM pg_operator o
  WHERE o.oid >= 16384 AND o.oprnamespace IN ${system} AND ${notOfExtension("pg_operator", "o.oid")}
) o (schema, name)
ORDER BY o.name;
`,
  problems: (rows, { database }) => [
    {
      code: "db-in-system-schema",
      what: t`objects of ${database} lie in PostgreSQL's own schemas, where pg_dump leaves them out: \
${some(rows, ({ name }) => plain(name))}`,
      mend: t`move them to a schema of your own (ALTER … SET SCHEMA), or drop what is not used`,
    },
  ],
});
