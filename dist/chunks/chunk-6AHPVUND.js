import{createRequire}from"node:module";const require=createRequire(import.meta.url);
import{k as c}from"./chunk-PDUI7LMK.js";var l=`SELECT 'property', md5(coalesce(p.value, '')), p.key
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
`;var o=[{name:"bool",written:"boolean"},{name:"int2",written:"smallint"},{name:"int4",written:"integer"},{name:"int8",written:"bigint",as:e=>`int8send(${e})`},{name:"oid",written:"oid"},{name:"text",written:"text"},{name:"varchar",written:"character varying"},{name:"bpchar",written:"character",as:e=>`format('%L', ${e}) COLLATE "C"`},{name:"name",written:"name"},{name:"char",written:'"char"'},{name:"bytea",written:"bytea"},{name:"date",written:"date"},{name:"timestamp",written:"timestamp without time zone",as:e=>`timestamp_send(${e})`},{name:"timestamptz",written:"timestamp with time zone",as:e=>`timestamptz_send(${e})`},{name:"time",written:"time without time zone",as:e=>`time_send(${e})`},{name:"uuid",written:"uuid"}],p=`y.typname = ANY ('{${o.map(({name:e})=>e).join(",")}}') AND y.typnamespace = 'pg_catalog'::regnamespace`,d=e=>`'${e.replaceAll("'","''")}'`,g=`CASE y.typname ${o.flatMap(({name:e,as:t})=>t?[`WHEN ${d(e)} THEN replace(${d(t("@"))}, '@', format('t.%I', a.attname))`]:[]).join(" ")} END`;function C(e,t){return o.find(S=>S.written===e)?.as?.(t)??null}var T=`SELECT getdatabaseencoding() = 'SQL_ASCII' AS any_bytes \\gset
\\if :any_bytes
SET client_encoding = 'SQL_ASCII';
\\endif
`,H=`${T}SET TimeZone = 'UTC';
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
`,r=e=>`:hash_open ${e} :hash_close`,n=`EXISTS (
    SELECT FROM pg_depend x JOIN pg_extension e ON e.oid = x.refobjid
    WHERE x.classid = 'pg_class'::regclass AND x.objid = c.oid AND x.deptype = 'e'
      AND NOT c.oid = ANY (coalesce(e.extconfig, '{}'))
  )`,E="n.nspname !~ '^pg_' AND n.nspname <> 'information_schema'",N="has_schema_privilege(n.oid, 'USAGE') AND has_table_privilege(c.oid, 'SELECT')",s="n.nspname || '.' || c.relname",A=`SELECT string_agg(
      CASE WHEN ${p} THEN coalesce(
          CASE WHEN :'wholebits' = 'true' THEN ${g} END,
          format('t.%I', a.attname) || CASE WHEN a.attcollation <> 0 THEN ' COLLATE "C"' ELSE '' END
        )
        -- As a dump writes it: a cast to text may be another, and drops the blanks at the end of a bpchar.
        WHEN :'wholebits' = 'true' THEN format('format(''%%L'', t.%I) COLLATE "C"', a.attname)
        ELSE format('t.%I::text COLLATE "C"', a.attname) END,
      ', ' ORDER BY CASE WHEN :'byname' = 'true' THEN a.attname END, a.attnum
    )
    FROM pg_attribute a JOIN pg_type y ON y.oid = a.atttypid
    WHERE a.attrelid = c.oid AND a.attnum > 0 AND NOT a.attisdropped`,L=50,_="'BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY; SET TRANSACTION SNAPSHOT ' || quote_literal(:'snapshot')",i=":'snapshot' <> ''",m=e=>`CASE WHEN ${i} AND row_number() OVER (ORDER BY ${e}) % ${L} = 0
  THEN 'COMMIT; ' || ${_} END`,w=e=>`SELECT ${_} WHERE ${i} \\gexec
${e}SELECT 'COMMIT' WHERE ${i} \\gexec
`,a=256*1024,h=`SELECT 'in-parts' WHERE :'inparts' = 'true';
SELECT :'inparts' = 'true' AS in_parts \\gset
\\if :in_parts
WITH RECURSIVE parts (loid, at, length, hash) AS (
  SELECT o.oid, 0::bigint, octet_length(p.bytes), ${r("ROW(o.oid, 0::bigint, p.bytes)")}
  FROM pg_largeobject_metadata o, LATERAL (SELECT lo_get(o.oid, 0, ${a}) AS bytes OFFSET 0) p
  UNION ALL
  SELECT q.loid, n.at, octet_length(p.bytes), ${r("ROW(q.loid, n.at, p.bytes)")}
  FROM parts q, LATERAL (SELECT q.at + ${a} AS at) n,
    LATERAL (SELECT lo_get(q.loid, n.at, ${a}) AS bytes OFFSET 0) p
  WHERE q.length = ${a}
)
SELECT 'large-objects', count(*) FILTER (WHERE at = 0), coalesce(sum(hash), 0) FROM parts;
\\else
SELECT 'large-objects', count(*), coalesce(sum(${r("ROW(oid, lo_get(oid))")}), 0)
FROM pg_largeobject_metadata;
\\endif
`,O=`SELECT 'large-object-rights', coalesce(sum(hashtextextended(concat_ws('|',
    o.oid, pg_get_userbyid(o.lomowner), (
    SELECT string_agg(concat_ws(' ', pg_get_userbyid(a.grantor), CASE a.grantee WHEN 0 THEN '' ELSE pg_get_userbyid(a.grantee) END,
      a.privilege_type, a.is_grantable), ',' ORDER BY a.grantee, a.grantor, a.privilege_type)
    FROM aclexplode(coalesce(o.lomacl, acldefault('L', o.lomowner))) a
  ), obj_description(o.oid, 'pg_largeobject')) COLLATE "C", 0)), 0)
FROM pg_largeobject_metadata o;
`,b=`SELECT 'view', c.relispopulated, ${s}
FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
WHERE c.relkind = 'm' AND ${E} AND NOT ${n};
`,D=`SELECT 'by-name' WHERE :'byname' = 'true';
SELECT 'whole-bits' WHERE :'wholebits' = 'true';
SELECT format(
  'SELECT %L, count(*), %s, %L FROM ONLY %I.%I AS t',
  CASE WHEN ${n} THEN 'member' ELSE 'table' END,
  CASE WHEN ${s} = ANY (string_to_array(:'counted', ',')) THEN '''-'''
  ELSE 'coalesce(sum(hashtextextended(' || :'hash_open' || 'ROW(' || coalesce((
    ${A}
  ), 'NULL::text') || ')' || :'hash_close' || '::text, 0)), 0)' END,
  ${s}, n.nspname, c.relname
), ${m("c.relname, c.oid")}
FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
WHERE c.relkind = 'r' AND c.relpersistence <> 't' AND (c.relpersistence = 'p' OR :'logged' <> 'true')
  AND ${E} AND (NOT ${n} OR (${N}))
ORDER BY c.relname, c.oid \\gexec
SELECT format(
  'SELECT ''sequence'', last_value || '' '' || is_called, %L FROM %I.%I',
  ${s}, n.nspname, c.relname
), ${m("c.relname, c.oid")}
FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
WHERE c.relkind = 'S' AND ${E} AND NOT ${n}
ORDER BY c.relname, c.oid \\gexec
${h}${O}${b}${l}`;export{l as a,p as b,C as c,T as d,H as e,w as f,D as g};
