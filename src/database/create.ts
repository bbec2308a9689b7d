/**
 * The statement that makes `:name` like `:source`, asked of the server that has it: with its owner, encoding, locale and connection limit. Columns that
 * only some versions have are read through JSON, so that one script serves all.
 */
export const createStatementSql = `SELECT format('CREATE DATABASE %I TEMPLATE template0 OWNER %I ENCODING %L LC_COLLATE %L LC_CTYPE %L', :'name', r.rolname, pg_encoding_to_char(d.encoding), d.datcollate, d.datctype)
  || CASE j.row ->> 'datlocprovider' WHEN 'i' THEN format(' LOCALE_PROVIDER icu ICU_LOCALE %L', coalesce(j.row ->> 'daticulocale', j.row ->> 'datlocale'))
     WHEN 'b' THEN format(' LOCALE_PROVIDER builtin BUILTIN_LOCALE %L', j.row ->> 'datlocale') ELSE '' END
  || format(' CONNECTION LIMIT %s', d.datconnlimit)
FROM pg_database d JOIN pg_roles r ON r.oid = d.datdba, LATERAL (SELECT to_jsonb(d) AS row) j
WHERE d.datname = :'source'`;
export const createBesideSql = `${createStatementSql} \\gexec\n`;

/** psql script that gives `:name` what belongs to a database itself and not to its contents: settings, grants, comment. */
export const copyPropertiesSql = `SELECT format('ALTER %s SET %I TO %s',
    CASE WHEN s.setrole = 0 THEN format('DATABASE %I', :'name') ELSE format('ROLE %I IN DATABASE %I', pg_get_userbyid(s.setrole), :'name') END,
    split_part(c.setting, '=', 1),
    CASE WHEN split_part(c.setting, '=', 1) IN ('search_path', 'temp_tablespaces', 'local_preload_libraries', 'session_preload_libraries')
      THEN substr(c.setting, strpos(c.setting, '=') + 1) ELSE quote_literal(substr(c.setting, strpos(c.setting, '=') + 1)) END)
FROM pg_db_role_setting s JOIN pg_database d ON d.oid = s.setdatabase, LATERAL unnest(s.setconfig) AS c(setting)
WHERE d.datname = :'source' \\gexec
SELECT format('REVOKE ALL ON DATABASE %I FROM PUBLIC', :'name') FROM pg_database WHERE datname = :'source' AND datacl IS NOT NULL \\gexec
SELECT format('GRANT %s ON DATABASE %I TO %s%s', a.privilege_type, :'name', CASE a.grantee WHEN 0 THEN 'PUBLIC' ELSE quote_ident(pg_get_userbyid(a.grantee)) END, CASE WHEN a.is_grantable THEN ' WITH GRANT OPTION' ELSE '' END)
FROM pg_database d, LATERAL aclexplode(d.datacl) a WHERE d.datname = :'source' \\gexec
SELECT format('COMMENT ON DATABASE %I IS %L', :'name', shobj_description(oid, 'pg_database')) FROM pg_database WHERE datname = :'source' AND shobj_description(oid, 'pg_database') IS NOT NULL \\gexec
`;
