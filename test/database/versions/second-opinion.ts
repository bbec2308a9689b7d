import type { Cluster } from "../throwaway-cluster.ts";

// What the catalogs say in PostgreSQL's own words, and every row as text: nothing of golive's in it.
const catalogSql = `
SET search_path = pg_catalog;
SELECT to_jsonb(d) - '{oid,datname,datfrozenxid,datminmxid,datacl}'::text[] FROM pg_database d WHERE datname = current_database();
SELECT a.grantee::regrole, a.privilege_type, a.is_grantable FROM pg_database d, LATERAL aclexplode(d.datacl) a
  WHERE datname = current_database();
SELECT s.setrole::regrole, unnest(s.setconfig) FROM pg_db_role_setting s JOIN pg_database d ON d.oid = s.setdatabase
  WHERE datname = current_database();
SELECT shobj_description(oid, 'pg_database') FROM pg_database WHERE datname = current_database();
SELECT c.oid::regclass, c.relkind, c.relowner::regrole, c.relacl, c.relrowsecurity, c.reloptions FROM pg_class c
  JOIN pg_namespace n ON n.oid = c.relnamespace WHERE n.nspname IN ('public', 'Odd Names');
SELECT a.attrelid::regclass, a.attname, format_type(a.atttypid, a.atttypmod), a.attnotnull, a.attgenerated, a.attidentity,
  a.attstorage, a.attacl, pg_get_expr(d.adbin, d.adrelid)
FROM pg_attribute a JOIN pg_class c ON c.oid = a.attrelid JOIN pg_namespace n ON n.oid = c.relnamespace
  LEFT JOIN pg_attrdef d ON d.adrelid = a.attrelid AND d.adnum = a.attnum
WHERE n.nspname IN ('public', 'Odd Names') AND a.attnum > 0 AND NOT a.attisdropped;
SELECT conrelid::regclass, conname, pg_get_constraintdef(oid), convalidated FROM pg_constraint
  WHERE conrelid <> 0 AND connamespace = 'public'::regnamespace;
SELECT indexrelid::regclass, pg_get_indexdef(indexrelid) FROM pg_index i JOIN pg_class c ON c.oid = i.indrelid
  JOIN pg_namespace n ON n.oid = c.relnamespace WHERE n.nspname IN ('public', 'Odd Names');
SELECT oid::regprocedure, pg_get_functiondef(oid) FROM pg_proc
  WHERE pronamespace = 'public'::regnamespace AND prokind IN ('f', 'p');
SELECT tgrelid::regclass, pg_get_triggerdef(oid), tgenabled FROM pg_trigger WHERE NOT tgisinternal;
SELECT evtname, evtevent, evtenabled FROM pg_event_trigger;
SELECT c.oid::regclass, pg_get_viewdef(c.oid) FROM pg_class c WHERE relkind IN ('v', 'm') AND relnamespace = 'public'::regnamespace;
SELECT polname, polrelid::regclass FROM pg_policy;
SELECT extname, extversion FROM pg_extension;
SELECT pubname, puballtables FROM pg_publication;
SELECT stxname, pg_get_statisticsobjdef(oid) FROM pg_statistic_ext;
SELECT loid, pageno, md5(data) FROM pg_largeobject;
SELECT sequencename, last_value FROM pg_sequences;
SELECT format('SELECT %L, count(*), md5(string_agg(t::text, E''\\n'' ORDER BY t::text COLLATE "C")) FROM ONLY %s AS t', c.oid::regclass, c.oid::regclass)
  FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
  WHERE c.relkind = 'r' AND n.nspname IN ('public', 'Odd Names') ORDER BY c.oid::regclass::text \\gexec
`;

/** What there is of a database, a line each, in the order of their text. */
export async function secondOpinion(cluster: Pick<Cluster, "sql">, database: string): Promise<string[]> {
  return (await cluster.sql(catalogSql, database)).split("\n").toSorted();
}
