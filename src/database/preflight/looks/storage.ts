import type { Problem } from "../../../core/errors.ts";
import { t } from "../../../core/text/text.ts";
import { defineLook } from "./look.ts";
import { askingRole, plain, some } from "./names.ts";

/** Sorted by another library its indexes do not find what they hold, and PostgreSQL refuses to clone it. */
export const collationVersion = defineLook<{ readonly was: string; readonly is: string | null }>({
  kind: "collation-version",
  asked: "inside",
  sql: `SELECT current_setting('server_version_num')::int >= 150000 AS knows_versions \\gset
\\if :knows_versions
  SELECT json_build_object('kind', 'collation-version', 'was', d.datcollversion, 'is', a.version)
  FROM pg_database d, LATERAL (SELECT pg_database_collation_actual_version(d.oid) AS version) a
  WHERE d.datname = current_database()
    AND d.datcollversion IS NOT NULL AND d.datcollversion IS DISTINCT FROM a.version;
\\endif
`,
  problems: (rows, { database }) => {
    const versions = some(rows, ({ was, is }) => plain(t`${was}, now ${is ?? t`none`}`));
    return [
      {
        code: "db-collation-version",
        what: t`${database} was sorted by another version of the system's collations, so that it can not be cloned, \
and its indexes may not find what they hold: ${versions}`,
        mend: t`before the launch: REINDEX DATABASE "${database}"; ALTER DATABASE "${database}" REFRESH COLLATION VERSION`,
      },
    ];
  },
});

interface Collation {
  readonly part: "collation" | "template";
  readonly name: string;
  readonly was: string;
  readonly is: string | null;
}

/** Single collations that something is sorted by, and the template of every new database. */
export const otherCollationVersions = defineLook<Collation>({
  kind: "collation",
  asked: "inside",
  sql: `WITH used AS (
  SELECT unnest(i.indcollation) AS id FROM pg_index i JOIN pg_class c ON c.oid = i.indrelid
  WHERE i.indrelid >= 16384 AND c.relpersistence <> 't'
  UNION SELECT unnest(partcollation) FROM pg_partitioned_table
)
SELECT json_build_object('kind', 'collation', 'part', 'collation', 'name', format('%I.%I', n.nspname, c.collname),
  'was', c.collversion, 'is', a.version)
FROM pg_collation c JOIN pg_namespace n ON n.oid = c.collnamespace,
  LATERAL (SELECT pg_collation_actual_version(c.oid) AS version) a
WHERE c.oid IN (SELECT id FROM used) AND c.collversion IS NOT NULL AND c.collversion IS DISTINCT FROM a.version
ORDER BY c.collname;
SELECT current_setting('server_version_num')::int >= 150000 AS knows_versions \\gset
\\if :knows_versions
  SELECT json_build_object('kind', 'collation', 'part', 'template', 'name', d.datname, 'was', d.datcollversion, 'is', a.version)
  FROM pg_database d, LATERAL (SELECT pg_database_collation_actual_version(d.oid) AS version) a
  WHERE d.datname = 'template0' AND d.datcollversion IS NOT NULL AND d.datcollversion IS DISTINCT FROM a.version;
\\endif
`,
  problems: (rows, { database }) => {
    const of = (part: Collation["part"]) => rows.filter((row) => row.part === part);
    const text = (list: readonly Collation[]) =>
      some(list, ({ name, was, is }) => plain(t`${name} ${was}, now ${is ?? t`none`}`));
    const [single, templates] = [of("collation"), of("template")];
    const problems: Problem[] = [];
    if (single.length > 0)
      problems.push({
        code: "db-index-collation-version",
        what: t`indexes of ${database} were sorted by other versions of these collations, and may not find what they hold: ${text(single)}`,
        mend: t`before the launch: REINDEX DATABASE "${database}"; ALTER COLLATION … REFRESH VERSION for each`,
      });
    if (templates.length > 0)
      problems.push({
        code: "db-template-collation-version",
        what: t`no database can be made from a template of another version of the system's collations: ${text(templates)}`,
        mend: t`as superuser: ALTER DATABASE template0 REFRESH COLLATION VERSION`,
      });
    return problems;
  },
});

export const tablespaceRight = defineLook<{ readonly me: string; readonly name: string }>({
  kind: "tablespace",
  asked: "inside",
  sql: `SELECT DISTINCT jsonb_build_object('kind', 'tablespace', 'me', current_user, 'name', s.spcname)
FROM pg_tablespace s
WHERE s.spcname NOT IN ('pg_default', 'pg_global') AND NOT has_tablespace_privilege(s.oid, 'CREATE')
  AND (s.oid = (SELECT dattablespace FROM pg_database WHERE datname = current_database())
    OR s.oid IN (SELECT reltablespace FROM pg_class WHERE oid >= 16384));
`,
  problems: (rows, { database }) => {
    const me = askingRole(rows);
    const spaces = some(rows, (row) => plain(row.name));
    return [
      {
        code: "db-tablespace",
        what: t`the role ${me} may not create anything in tablespaces that ${database} lies in: ${spaces}`,
        mend: t`as superuser: GRANT CREATE ON TABLESPACE ${rows.map(({ name }) => `"${plain(name)}"`).join(", ")} TO "${me}"`,
      },
    ];
  },
});
