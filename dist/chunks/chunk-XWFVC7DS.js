import{createRequire}from"node:module";const require=createRequire(import.meta.url);
import{k as c}from"./chunk-PDUI7LMK.js";var r=`SELECT 'property', md5(coalesce(p.value, '')), p.key
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
`;var p=`SELECT getdatabaseencoding() = 'SQL_ASCII' AS any_bytes \\gset
\\if :any_bytes
SET client_encoding = 'SQL_ASCII';
\\endif
`,h=`${p}SET TimeZone = 'UTC';
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
${c}SELECT current_setting('server_version_num')::int >= 140000 AS hashes_records \\gset
SELECT CASE WHEN :'hashes_records' THEN 'hash_record_extended((' ELSE 'hashtextextended((' END AS hash_open,
  CASE WHEN :'hashes_records' THEN '), 0)' ELSE ')::text COLLATE "C", 0)' END AS hash_close \\gset
`,o=e=>`:hash_open ${e} :hash_close`,d=["bool","int2","int4","int8","oid","text","varchar","bpchar","name","char","bytea","date","timestamp","timestamptz","time","uuid"],g=`y.typname = ANY ('{${d.join(",")}}') AND y.typnamespace = 'pg_catalog'::regnamespace`,a=`EXISTS (
    SELECT FROM pg_depend x JOIN pg_extension e ON e.oid = x.refobjid
    WHERE x.classid = 'pg_class'::regclass AND x.objid = c.oid AND x.deptype = 'e'
      AND NOT c.oid = ANY (coalesce(e.extconfig, '{}'))
  )`,n="n.nspname !~ '^pg_' AND n.nspname <> 'information_schema'",_="has_schema_privilege(n.oid, 'USAGE') AND has_table_privilege(c.oid, 'SELECT')",s="n.nspname || '.' || c.relname",S="y.typname IN ('int8', 'timestamp', 'timestamptz', 'time') AND y.typnamespace = 'pg_catalog'::regnamespace",m=`SELECT string_agg(
      CASE WHEN ${S} AND :'wholebits' = 'true' THEN format('%s(t.%I)', y.typsend, a.attname)
        WHEN ${g}
        THEN format('t.%I', a.attname) || CASE WHEN a.attcollation <> 0 THEN ' COLLATE "C"' ELSE '' END
        ELSE format('t.%I::text COLLATE "C"', a.attname) END,
      ', ' ORDER BY CASE WHEN :'byname' = 'true' THEN a.attname END, a.attnum
    )
    FROM pg_attribute a JOIN pg_type y ON y.oid = a.atttypid
    WHERE a.attrelid = c.oid AND a.attnum > 0 AND NOT a.attisdropped`,T=50,l="'BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY; SET TRANSACTION SNAPSHOT ' || quote_literal(:'snapshot')",E=":'snapshot' <> ''",i=e=>`CASE WHEN ${E} AND row_number() OVER (ORDER BY ${e}) % ${T} = 0
  THEN 'COMMIT; ' || ${l} END`,C=e=>`SELECT ${l} WHERE ${E} \\gexec
${e}SELECT 'COMMIT' WHERE ${E} \\gexec
`,t=256*1024,N=`SELECT 'in-parts' WHERE :'inparts' = 'true';
SELECT :'inparts' = 'true' AS in_parts \\gset
\\if :in_parts
WITH RECURSIVE parts (loid, at, length, hash) AS (
  SELECT o.oid, 0::bigint, octet_length(p.bytes), ${o("ROW(o.oid, 0::bigint, p.bytes)")}
  FROM pg_largeobject_metadata o, LATERAL (SELECT lo_get(o.oid, 0, ${t}) AS bytes OFFSET 0) p
  UNION ALL
  SELECT q.loid, n.at, octet_length(p.bytes), ${o("ROW(q.loid, n.at, p.bytes)")}
  FROM parts q, LATERAL (SELECT q.at + ${t} AS at) n,
    LATERAL (SELECT lo_get(q.loid, n.at, ${t}) AS bytes OFFSET 0) p
  WHERE q.length = ${t}
)
SELECT 'large-objects', count(*) FILTER (WHERE at = 0), coalesce(sum(hash), 0) FROM parts;
\\else
SELECT 'large-objects', count(*), coalesce(sum(${o("ROW(oid, lo_get(oid))")}), 0)
FROM pg_largeobject_metadata;
\\endif
`,L=`SELECT 'large-object-rights', coalesce(sum(hashtextextended(concat_ws('|',
    o.oid, pg_get_userbyid(o.lomowner), (
    SELECT string_agg(concat_ws(' ', pg_get_userbyid(a.grantor), CASE a.grantee WHEN 0 THEN '' ELSE pg_get_userbyid(a.grantee) END,
      a.privilege_type, a.is_grantable), ',' ORDER BY a.grantee, a.grantor, a.privilege_type)
    FROM aclexplode(coalesce(o.lomacl, acldefault('L', o.lomowner))) a
  ), obj_description(o.oid, 'pg_largeobject')) COLLATE "C", 0)), 0)
FROM pg_largeobject_metadata o;
`,A=`SELECT 'view', c.relispopulated, ${s}
FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
WHERE c.relkind = 'm' AND ${n} AND NOT ${a};
`,y=`SELECT 'by-name' WHERE :'byname' = 'true';
SELECT 'whole-bits' WHERE :'wholebits' = 'true';
SELECT format(
  'SELECT %L, count(*), %s, %L FROM ONLY %I.%I AS t',
  CASE WHEN ${a} THEN 'member' ELSE 'table' END,
  CASE WHEN ${s} = ANY (string_to_array(:'counted', ',')) THEN '''-'''
  ELSE 'coalesce(sum(hashtextextended(' || :'hash_open' || 'ROW(' || coalesce((
    ${m}
  ), 'NULL::text') || ')' || :'hash_close' || '::text, 0)), 0)' END,
  ${s}, n.nspname, c.relname
), ${i("c.relname, c.oid")}
FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
WHERE c.relkind = 'r' AND c.relpersistence <> 't' AND (c.relpersistence = 'p' OR :'logged' <> 'true')
  AND ${n} AND (NOT ${a} OR (${_}))
ORDER BY c.relname, c.oid \\gexec
SELECT format(
  'SELECT ''sequence'', last_value || '' '' || is_called, %L FROM %I.%I',
  ${s}, n.nspname, c.relname
), ${i("c.relname, c.oid")}
FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
WHERE c.relkind = 'S' AND ${n} AND NOT ${a}
ORDER BY c.relname, c.oid \\gexec
${N}${L}${A}${r}`;export{r as a,p as b,h as c,g as d,C as e,y as f};
