import{createRequire}from"node:module";const require=createRequire(import.meta.url);
var a=`SELECT 'property', md5(coalesce(p.value, '')), p.key
FROM pg_database d, LATERAL (SELECT to_jsonb(d) AS row) j, LATERAL (VALUES
  ('owner', pg_get_userbyid(d.datdba)::text),
  ('encoding', pg_encoding_to_char(d.encoding)::text),
  ('locale provider', j.row ->> 'datlocprovider'),
  ('collation', d.datcollate::text),
  ('character class', d.datctype::text),
  ('locale', coalesce(j.row ->> 'daticulocale', j.row ->> 'datlocale')),
  ('rules of the locale', j.row ->> 'daticurules'),
  ('collation version', j.row ->> 'datcollversion'),
  ('connection limit', d.datconnlimit::text),
  ('tablespace', (SELECT spcname::text FROM pg_tablespace s WHERE s.oid = d.dattablespace)),
  ('comment', shobj_description(d.oid, 'pg_database')),
  ('grants', (SELECT string_agg(a.grantee::text || a.privilege_type || a.is_grantable, ',' ORDER BY a.grantee, a.privilege_type)
    FROM aclexplode(coalesce(d.datacl, acldefault('d', d.datdba))) a))
) AS p (key, value) WHERE d.datname = current_database();
SELECT 'property', md5(array_to_string(ARRAY(SELECT unnest(s.setconfig) ORDER BY 1), E'\\n')),
  CASE WHEN s.setrole = 0 THEN 'settings' ELSE 'settings of the role ' || pg_get_userbyid(s.setrole) END
FROM pg_db_role_setting s JOIN pg_database d ON d.oid = s.setdatabase WHERE d.datname = current_database();
SELECT 'property', md5(e.extversion || ' ' || n.nspname), 'extension ' || e.extname
FROM pg_extension e JOIN pg_namespace n ON n.oid = e.extnamespace;
`;var l=`SET TimeZone = 'UTC';
SET DateStyle = 'ISO, YMD';
SET IntervalStyle = 'postgres';
SET extra_float_digits = 3;
SET bytea_output = 'hex';
SET xmloption = 'content';
SET lc_monetary = 'C';
SET search_path = pg_catalog;
SET row_security = off;
SET statement_timeout = 0;
SELECT set_config('max_parallel_workers_per_gather', :'jobs', false) \\g /dev/null
`,o=["bool","int2","int4","int8","oid","text","varchar","bpchar","name","char","bytea","date","timestamp","timestamptz","time","uuid"],s=`y.typname = ANY ('{${o.join(",")}}') AND y.typnamespace = 'pg_catalog'::regnamespace`,e=`EXISTS (
    SELECT FROM pg_depend x JOIN pg_extension e ON e.oid = x.refobjid
    WHERE x.classid = 'pg_class'::regclass AND x.objid = c.oid AND x.deptype = 'e'
      AND NOT c.oid = ANY (coalesce(e.extconfig, '{}'))
  )`,n="n.nspname !~ '^pg_' AND n.nspname <> 'information_schema'",c="has_schema_privilege(n.oid, 'USAGE') AND has_table_privilege(c.oid, 'SELECT')",t="n.nspname || '.' || c.relname",r=`SELECT string_agg(
      CASE WHEN ${s}
        THEN format('t.%I', a.attname) || CASE WHEN a.attcollation <> 0 THEN ' COLLATE "C"' ELSE '' END
        ELSE format('t.%I::text COLLATE "C"', a.attname) END,
      ', ' ORDER BY CASE WHEN :'byname' = 'true' THEN a.attname END, a.attnum
    )
    FROM pg_attribute a JOIN pg_type y ON y.oid = a.atttypid
    WHERE a.attrelid = c.oid AND a.attnum > 0 AND NOT a.attisdropped`,i=`SELECT 'by-name' WHERE :'byname' = 'true';
SELECT format(
  'SELECT %L, count(*), %s, %L FROM ONLY %I.%I AS t',
  CASE WHEN ${e} THEN 'member' ELSE 'table' END,
  CASE WHEN ${t} = ANY (string_to_array(:'counted', ',')) THEN '''-'''
  ELSE 'coalesce(sum(hashtextextended(hash_record_extended(ROW(' || coalesce((
    ${r}
  ), 'NULL::text') || '), 0)::text, 0)), 0)' END,
  ${t}, n.nspname, c.relname
)
FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
WHERE c.relkind = 'r' AND c.relpersistence <> 't' AND (c.relpersistence = 'p' OR :'logged' <> 'true')
  AND ${n} AND (NOT ${e} OR (${c}))
ORDER BY c.relname \\gexec
SELECT format(
  'SELECT ''sequence'', last_value || '' '' || is_called, %L FROM %I.%I',
  ${t}, n.nspname, c.relname
)
FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
WHERE c.relkind = 'S' AND ${n} AND NOT ${e}
ORDER BY c.relname \\gexec
SELECT 'large-objects', count(*), coalesce(sum(hash_record_extended(ROW(oid, lo_get(oid)), 0)), 0)
FROM pg_largeobject_metadata;
${a}`;export{l as a,s as b,i as c};
