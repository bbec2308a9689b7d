import type { Problem } from "../../core/errors.ts";
import { t } from "../../core/text/text.ts";
import { extensionRowsSql } from "../contents/extension-rows.ts";

/** What of a database could not be made again as it is, by a clone or a restore. */
export interface Remaking {
  readonly me: string;
  readonly name: string;
  /** Of what it is now, and of what it would be. */
  readonly was?: string;
  readonly is?: string;
  readonly rows?: number;
}

const kinds = ["extension-rows", "extension-version", "collation-version", "tablespace"] as const;

// Sorted by another library its indexes do not find what they hold, and PostgreSQL refuses to clone it.
const collationSql = `SELECT current_setting('server_version_num')::int >= 150000 AS knows_versions \\gset
\\if :knows_versions
  SELECT json_build_object('kind', 'collation-version', 'me', current_user, 'name', d.datname, 'was', d.datcollversion, 'is', a.version)
  FROM pg_database d, LATERAL (SELECT pg_database_collation_actual_version(d.oid) AS version) a
  WHERE d.datname = current_database() AND d.datcollversion IS NOT NULL AND d.datcollversion IS DISTINCT FROM a.version;
\\endif
`;

const versionsSql = `SELECT json_build_object('kind', 'extension-version', 'me', current_user, 'name', e.extname, 'was', e.extversion, 'is', a.default_version)
FROM pg_extension e JOIN pg_available_extensions a ON a.name = e.extname
WHERE e.oid >= 16384 AND NOT EXISTS (SELECT FROM pg_available_extension_versions v WHERE v.name = e.extname AND v.version = e.extversion)
ORDER BY e.extname;
`;

const tablespaceSql = `SELECT json_build_object('kind', 'tablespace', 'me', current_user, 'name', s.spcname)
FROM pg_database d JOIN pg_tablespace s ON s.oid = d.dattablespace
WHERE d.datname = current_database() AND s.spcname <> 'pg_default' AND NOT has_tablespace_privilege(s.oid, 'CREATE');
`;

/** psql script: a line of JSON for each thing in the way. */
export const remakingSql = `${extensionRowsSql}${versionsSql}${collationSql}${tablespaceSql}`;

/** `list` names what a kind found, fit for one line of a page. */
export function remakingProblems(
  database: string,
  rows: readonly ({ readonly kind: string } & Remaking)[],
  list: (rows: readonly Remaking[], text: (row: Remaking) => string) => string,
): Problem[] {
  return kinds.flatMap((kind) => {
    const found = rows.filter((row) => row.kind === kind && row.rows !== 0);
    return found.length === 0 ? [] : [problemOf[kind](database, found, list)];
  });
}

type Found = (
  database: string,
  rows: readonly Remaking[],
  list: (rows: readonly Remaking[], text: (row: Remaking) => string) => string,
) => Problem;

const problemOf: Readonly<Record<(typeof kinds)[number], Found>> = {
  "extension-rows": (database, rows, list) => ({
    code: "db-extension-rows",
    what: t`tables of ${database} belong to extensions, so that pg_dump leaves them out, and hold rows that no extension brings: ${list(rows, ({ name, rows: held }) => t`${name}: ${held} rows`)}`,
    mend: t`take them out of the extension (ALTER EXTENSION … DROP TABLE …), so that they are dumped, or empty them`,
  }),
  "extension-version": (database, rows, list) => ({
    code: "db-extension-version",
    what: t`extensions of ${database} are of versions that the server cannot create any more, and a restored one would have others: ${list(rows, ({ name, was, is }) => t`${name} ${was}, now ${is}`)}`,
    mend: t`bring them up to date before the launch: ALTER EXTENSION … UPDATE`,
  }),
  "collation-version": (database, rows, list) => ({
    code: "db-collation-version",
    what: t`${database} was sorted by another version of the system's collations, so that it can not be cloned, and its indexes may not find what they hold: ${list(rows, ({ was, is }) => t`${was}, now ${is ?? t`none`}`)}`,
    mend: t`before the launch: REINDEX DATABASE "${database}"; ALTER DATABASE "${database}" REFRESH COLLATION VERSION`,
  }),
  tablespace: (database, rows, list) => ({
    code: "db-tablespace",
    what: t`the role ${rows[0]?.me ?? ""} may not create a database in the tablespace of ${database}: ${list(rows, ({ name }) => name)}`,
    mend: t`as superuser: GRANT CREATE ON TABLESPACE "${rows[0]?.name ?? ""}" TO "${rows[0]?.me ?? ""}"`,
  }),
};
