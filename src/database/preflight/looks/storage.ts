import { t } from "../../../core/text/text.ts";
import { defineLook } from "./look.ts";
import { plain, some } from "./names.ts";

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

export const tablespaceRight = defineLook<{ readonly me: string; readonly name: string }>({
  kind: "tablespace",
  asked: "inside",
  sql: `SELECT json_build_object('kind', 'tablespace', 'me', current_user, 'name', s.spcname)
FROM pg_database d JOIN pg_tablespace s ON s.oid = d.dattablespace
WHERE d.datname = current_database() AND s.spcname <> 'pg_default' AND NOT has_tablespace_privilege(s.oid, 'CREATE');
`,
  problems: (rows, { database }) => {
    const [{ me, name } = { me: "", name: "" }] = rows;
    const spaces = some(rows, (row) => plain(row.name));
    return [
      {
        code: "db-tablespace",
        what: t`the role ${me} may not create a database in the tablespace of ${database}: ${spaces}`,
        mend: t`as superuser: GRANT CREATE ON TABLESPACE "${name}" TO "${me}"`,
      },
    ];
  },
});
