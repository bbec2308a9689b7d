/** psql script: what belongs to the database itself and its extensions; tables that a dump leaves out, row by row. */
export const ofDatabaseSql = `
SELECT 'database', to_jsonb(d) - '{oid,datname,datfrozenxid,datminmxid,datacl,datallowconn}'::text[]
FROM pg_database d WHERE datname = current_database();
SELECT 'database grant', a.grantee::regrole, a.grantor::regrole, a.privilege_type, a.is_grantable
FROM pg_database d, LATERAL aclexplode(coalesce(d.datacl, acldefault('d', d.datdba))) a WHERE datname = current_database();
SELECT 'database comment', to_json(shobj_description(oid, 'pg_database')) FROM pg_database WHERE datname = current_database();
SELECT 'setting', s.setrole::regrole, to_json(unnest(s.setconfig))
FROM pg_db_role_setting s JOIN pg_database d ON d.oid = s.setdatabase WHERE datname = current_database();
SELECT 'large object', l.oid, l.lomowner::regrole, md5(lo_get(l.oid)) FROM pg_largeobject_metadata l;
SELECT format('SELECT %L, %L, to_json(t::text) FROM ONLY %s AS t', 'row of an extension', c.oid::regclass, c.oid::regclass)
FROM pg_class c JOIN pg_depend x ON x.classid = 'pg_class'::regclass AND x.objid = c.oid AND x.deptype = 'e'
WHERE c.relkind = 'r' \\gexec
`;
