import{createRequire}from"node:module";const require=createRequire(import.meta.url);
import{z as b}from"./chunk-YXFJCS6E.js";import{k as s}from"./chunk-ASVCTD4D.js";var u=`SELECT 'property', md5(coalesce(p.value, '')), p.key
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
`;var y=`SET TimeZone = 'UTC'; SET DateStyle = 'ISO, YMD'; SET IntervalStyle = 'postgres'; SET extra_float_digits = 3; SET bytea_output = 'hex';
SET xmloption = 'content'; SET lc_monetary = 'C'; SET search_path = pg_catalog; SET row_security = off; SET statement_timeout = 0;
SELECT set_config('max_parallel_workers_per_gather', :'jobs', false) \\g /dev/null
`,T=["bool","int2","int4","int8","oid","text","varchar","bpchar","name","char","bytea","date","timestamp","timestamptz","time","uuid"],p="EXISTS (SELECT FROM pg_depend x JOIN pg_extension e ON e.oid = x.refobjid WHERE x.classid = 'pg_class'::regclass AND x.objid = c.oid AND x.deptype = 'e' AND NOT c.oid = ANY (coalesce(e.extconfig, '{}')))",_="n.nspname !~ '^pg_' AND n.nspname <> 'information_schema'",N="has_schema_privilege(n.oid, 'USAGE') AND has_table_privilege(c.oid, 'SELECT')",C=`SELECT 'by-name' WHERE :'byname' = 'true';
SELECT format('SELECT %L, count(*), %s, %L FROM ONLY %I.%I AS t', CASE WHEN ${p} THEN 'member' ELSE 'table' END,
  CASE WHEN n.nspname || '.' || c.relname = ANY (string_to_array(:'counted', ',')) THEN '''-'''
  ELSE 'coalesce(sum(hashtextextended(hash_record_extended(ROW(' || coalesce((SELECT string_agg(
      CASE WHEN y.typname = ANY ('{${T.join(",")}}') AND y.typnamespace = 'pg_catalog'::regnamespace
        THEN format('t.%I', a.attname) || CASE WHEN a.attcollation <> 0 THEN ' COLLATE "C"' ELSE '' END
        ELSE format('t.%I::text COLLATE "C"', a.attname) END, ', ' ORDER BY CASE WHEN :'byname' = 'true' THEN a.attname END, a.attnum)
    FROM pg_attribute a JOIN pg_type y ON y.oid = a.atttypid WHERE a.attrelid = c.oid AND a.attnum > 0 AND NOT a.attisdropped), 'NULL::text') || '), 0)::text, 0)), 0)' END,
  n.nspname || '.' || c.relname, n.nspname, c.relname)
FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
WHERE c.relkind = 'r' AND c.relpersistence <> 't' AND (c.relpersistence = 'p' OR :'logged' <> 'true') AND ${_} AND (NOT ${p} OR (${N}))
ORDER BY c.relname \\gexec
SELECT format('SELECT ''sequence'', last_value || '' '' || is_called, %L FROM %I.%I', n.nspname || '.' || c.relname, n.nspname, c.relname)
FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
WHERE c.relkind = 'S' AND ${_} AND NOT ${p}
ORDER BY c.relname \\gexec
SELECT 'large-objects', count(*), coalesce(sum(hash_record_extended(ROW(oid, lo_get(oid)), 0)), 0) FROM pg_largeobject_metadata;
${u}`;function L(t){let e={},n={},a={},r={},E={rows:0,hash:"0"},g=!1;for(let[o,i="",l="",...d]of b(t)){let m={rows:Number(i),hash:l==="-"?null:l};o==="by-name"?g=!0:o==="table"?e[d.join("|")]=m:o==="member"?n[d.join("|")]=m:o==="property"?r[[l,...d].join("|")]=i:o==="sequence"?a[[l,...d].join("|")]=i:o==="large-objects"&&(E={rows:Number(i),hash:l})}return{tables:e,sequences:a,largeObjects:E,members:n,properties:r,byName:g}}function A(t,e){return[...c(t.tables,e.tables,f),...t.members===void 0?[]:c(t.members,e.members??{},f),...t.properties===void 0?[]:c(t.properties,e.properties??{},R),...c(t.sequences,e.sequences,(n,a,r)=>a===r?null:s`sequence ${n} is ${r===void 0?"missing":s`at ${r}`}${a===void 0?s`, and should not be there`:s` instead of ${a}`}`),...t.largeObjects.rows===e.largeObjects.rows&&t.largeObjects.hash===e.largeObjects.hash?[]:[s`the large objects are not the same (${e.largeObjects.rows} instead of ${t.largeObjects.rows}, or other bytes)`]]}function f(t,e,n){return n===void 0?s`table ${t} is missing (${e?.rows??0} {1:row|rows|rows})`:e===void 0?s`table ${t} should not be there (${n.rows} {1:row|rows|rows})`:e.rows!==n.rows?s`table ${t} has ${n.rows} {1:row|rows|rows} instead of ${e.rows}`:e.hash===null||n.hash===null||e.hash===n.hash?null:s`table ${t} has the same number of rows, but not the same values`}function R(t,e,n){return e===n?null:s`the database itself is another one: ${t}`}function j({tables:t}){return Object.values(t).reduce((e,{rows:n})=>e+n,0)}function c(t,e,n){return[...new Set([...Object.keys(t),...Object.keys(e)])].toSorted().flatMap(a=>n(a,t[a],e[a])??[])}export{y as a,T as b,C as c,L as d,A as e,j as f,c as g};
