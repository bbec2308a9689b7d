import type { Host } from "../hosts/host.ts";
import { type DatabasePlan, maintenanceOf, psqlCommand } from "./postgres.ts";

/** SQL: what stands for the new database's name in a statement that is executed at once, and in one that is kept. */
const named = "quote_ident(:'name')";
const placeholder = `':"name"'`;

const ofSource = "d.datname = :'source'";

/**
 * A query for the statement that makes a database like `:source`: owner, encoding, locale, tablespace, limit. The
 * provider is always said, as a cluster may have another default. Columns that only some versions have are read through
 * JSON, so that one script serves all. The collation version is not said: a new database has that of the library it is
 * sorted by. Nor is the default tablespace, which takes a right of its own once it is named.
 */
const creation = (name: string, tablespace: boolean) => `SELECT 'CREATE DATABASE ' || ${name}
  || format(' TEMPLATE template0 OWNER %I ENCODING %L', r.rolname, pg_encoding_to_char(d.encoding))
  || CASE j.row ->> 'datlocprovider'
     WHEN 'i' THEN format(' LOCALE_PROVIDER icu ICU_LOCALE %L', coalesce(j.row ->> 'daticulocale', j.row ->> 'datlocale'))
       || CASE WHEN j.row ->> 'daticurules' IS NULL THEN '' ELSE format(' ICU_RULES %L', j.row ->> 'daticurules') END
     WHEN 'b' THEN format(' LOCALE_PROVIDER builtin BUILTIN_LOCALE %L', j.row ->> 'datlocale')
     WHEN 'c' THEN ' LOCALE_PROVIDER libc'
     ELSE '' END
  || format(' LC_COLLATE %L LC_CTYPE %L', d.datcollate, d.datctype)
  || ${tablespace ? "CASE s.spcname WHEN 'pg_default' THEN '' ELSE format(' TABLESPACE %I', s.spcname) END" : "''"}
  || format(' CONNECTION LIMIT %s', d.datconnlimit)
FROM pg_database d JOIN pg_roles r ON r.oid = d.datdba JOIN pg_tablespace s ON s.oid = d.dattablespace,
  LATERAL (SELECT to_jsonb(d) AS row) j
WHERE ${ofSource}`;

/** Settings of a list are kept as they are written; all others are one value. */
const listSettings = "('search_path', 'temp_tablespaces', 'local_preload_libraries', 'session_preload_libraries')";

const settings = (name: string, whose: string) => `SELECT format('ALTER %s SET %I TO %s',
    CASE WHEN s.setrole = 0 THEN 'DATABASE ' || ${name}
      ELSE format('ROLE %I IN DATABASE ', pg_get_userbyid(s.setrole)) || ${name} END,
    k.key, CASE WHEN k.key IN ${listSettings} THEN k.value ELSE quote_literal(k.value) END)
FROM pg_db_role_setting s JOIN pg_database d ON d.oid = s.setdatabase, LATERAL unnest(s.setconfig) AS c (setting),
  LATERAL (SELECT split_part(c.setting, '=', 1) AS key, substr(c.setting, strpos(c.setting, '=') + 1) AS value) k
WHERE ${ofSource}${whose}`;

const grants = (name: string) => [
  `SELECT 'REVOKE ALL ON DATABASE ' || ${name} || ' FROM PUBLIC' FROM pg_database d WHERE ${ofSource} AND d.datacl IS NOT NULL`,
  `SELECT format('GRANT %s ON DATABASE ', a.privilege_type) || ${name} || ' TO '
    || CASE a.grantee WHEN 0 THEN 'PUBLIC' ELSE quote_ident(pg_get_userbyid(a.grantee)) END
    || CASE WHEN a.is_grantable THEN ' WITH GRANT OPTION' ELSE '' END
FROM pg_database d, LATERAL aclexplode(d.datacl) a WHERE ${ofSource}`,
];

const comment = (name: string) => `SELECT 'COMMENT ON DATABASE ' || ${name} || format(' IS %L', c.text)
FROM pg_database d, LATERAL (SELECT shobj_description(d.oid, 'pg_database') AS text) c WHERE ${ofSource} AND c.text IS NOT NULL`;

/** Everything that belongs to a database itself and not to its contents, in the order in which it is made. */
const properties = (name: string) => [settings(name, ""), ...grants(name), comment(name)];

const atOnce = (queries: readonly string[]) => queries.map((query) => `${query} \\gexec\n`).join("");
const kept = (queries: readonly string[]) =>
  queries.map((query) => `SELECT x.statement || ';' FROM (${query}) AS x (statement);\n`).join("");

/** psql script that gives `:name` what belongs to `:source` itself: settings, grants, comment. */
export const copyPropertiesSql = atOnce(properties(named));

/** psql script that makes `:name` like `:source`, with all that belongs to it. */
export const createLikeSql = atOnce([creation(named, true), ...properties(named)]);

/**
 * psql script that prints another, which makes `:"name"` like `:source` on a server that has lost it or where it has
 * changed since.
 */
export const recipeSql = kept([creation(placeholder, true), ...properties(placeholder)]);

/**
 * psql script, inside a database, that prints another: its extensions at their versions, by those who own them where
 * that is possible. pg_dump leaves version and owner out.
 */
export const extensionsSql = `SELECT CASE WHEN m.may THEN format('SET ROLE %I; ', r.rolname) ELSE '' END
  || format('CREATE EXTENSION IF NOT EXISTS %I WITH SCHEMA %I VERSION %L;', e.extname, n.nspname, e.extversion)
  || CASE WHEN m.may THEN ' RESET ROLE;' ELSE '' END
FROM pg_extension e JOIN pg_namespace n ON n.oid = e.extnamespace JOIN pg_roles r ON r.oid = e.extowner
  LEFT JOIN pg_available_extension_versions v ON v.name = e.extname AND v.version = e.extversion,
  LATERAL (SELECT r.rolname <> current_user AND pg_has_role(r.oid, 'MEMBER')
    AND (r.rolsuper OR (coalesce(v.trusted, false) AND has_database_privilege(r.oid, current_database(), 'CREATE'))) AS may) m
WHERE e.oid >= 16384 ORDER BY e.oid;
`;

/**
 * The script that makes a scratch database `:"name"` like the service's: as it is made itself and with its settings, as
 * values and checks may depend on them. Without its grants; on a server `elsewhere` without what that server may lack, but
 * with what single `roles` have set in it where the server has them.
 */
export async function scratchRecipe(
  host: Host,
  plan: DatabasePlan,
  { elsewhere = false, roles = false } = {},
): Promise<string> {
  const ofDatabase = settings(placeholder, roles ? "" : " AND s.setrole = 0");
  const sql = kept([creation(placeholder, !elsewhere), ofDatabase]);
  return (
    await host.run(
      psqlCommand(plan, maintenanceOf(plan), sql, { variables: { source: plan.name }, timeoutSeconds: 60 }),
    )
  ).stdout;
}
