import{createRequire}from"node:module";const require=createRequire(import.meta.url);
import{c as te}from"./chunk-YQ5M5CEG.js";import{k as K,m as h,o as O,p as m,q as u,r as J,s as Q,u as Z,v as ee}from"./chunk-KWEGYNVO.js";import{oa as Y}from"./chunk-4HZPNLQC.js";import{a as z,m as o,p as E,q as U,r as X}from"./chunk-ZFSQH6XZ.js";function Xe(e,t){return e.map(n=>n.replaceAll(/\{(\w+)\}/g,(s,r)=>t[r]??s))}function v(e,t,n,s){let[r="",...a]=Xe(t,n);return z(r,a,{timeoutSeconds:s,...e.runAs===void 0?{}:{user:e.runAs}})}import{isUtf8 as Ye}from"node:buffer";function g(e,t="SQL_ASCII"){let n=Buffer.from(e,"latin1"),s=Je(t);return s!==null?s.decode(n):Ye(n)?n.toString("utf8"):e.replaceAll(/[\u0080-\u00ff]/g,r=>`\\x${r.charCodeAt(0).toString(16)}`)}var Ke=[[/^WIN(125[0-8]|874)$/,"windows-$1"],[/^WIN866$/,"ibm866"],[/^KOI8([RU])$/,"koi8-$1"]];function Je(e){let t=Ke.find(([n])=>n.test(e));return t===void 0?null:new TextDecoder(e.replace(...t).toLowerCase())}function oe(e){let t=Q(e),n=c=>t.flatMap(([l,...p])=>l===c?[p]:[]),s=c=>Object.fromEntries(n(c).map(([l,p,...f])=>[ne(f),se(l,p)])),r=c=>Object.fromEntries(n(c).map(([l="",...p])=>[ne(p),l])),[[a="0",i="0"]=[]]=n("large-objects"),[[d]=[]]=n("large-object-rights");return{tables:s("table"),sequences:r("sequence"),largeObjects:se(a,i),...d===void 0?{}:{largeObjectRights:d,views:r("view")},members:s("member"),properties:r("property"),byName:n("by-name").length>0,inParts:n("in-parts").length>0,wholeBits:n("whole-bits").length>0}}var ne=e=>g(e.join("|"));function se(e="0",t=""){return{rows:Number(e),hash:t==="-"?null:t}}function I(e,t){return[...S(e.tables,t.tables,re),...e.members===void 0?[]:S(e.members,t.members??{},re),...e.properties===void 0?[]:S(e.properties,t.properties??{},Qe),...S(e.sequences,t.sequences,Ze),...nt(e.largeObjects,t.largeObjects),...et(e,t),...e.views===void 0?[]:S(e.views,t.views??{},tt)]}function re(e,t,n){return n===void 0?o`table ${e} is missing (${t?.rows??0} {1:row|rows|rows})`:t===void 0?o`table ${e} should not be there (${n.rows} {1:row|rows|rows})`:t.rows!==n.rows?o`table ${e} has ${n.rows} {1:row|rows|rows} instead of ${t.rows}`:t.hash===null||n.hash===null||t.hash===n.hash?null:o`table ${e} has the same number of rows, but not the same values`}function Qe(e,t,n){return t===n?null:o`the database itself is another one: ${e}`}function Ze(e,t,n){if(t===n)return null;let s=n===void 0?"missing":o`at ${n}`,r=t===void 0?o`, and should not be there`:o` instead of ${t}`;return o`sequence ${e} is ${s}${r}`}function et({largeObjectRights:e},{largeObjectRights:t}){return e===void 0||e===t?[]:[o`the large objects do not have the same owners, grants and comments`]}function tt(e,t,n){return t===n||t===void 0||n===void 0?null:t==="t"?o`the materialized view ${e} is not filled`:o`the materialized view ${e} is filled, and was not`}function nt(e,t){return e.rows===t.rows&&e.hash===t.hash?[]:[o`the large objects are not the same (${t.rows} instead of ${e.rows}, or other bytes)`]}function Ft({tables:e}){return Object.values(e).reduce((t,{rows:n})=>t+n,0)}function S(e,t,n){return[...new Set([...Object.keys(e),...Object.keys(t)])].toSorted().flatMap(s=>n(s,e[s],t[s])??[])}var ae=`SELECT 'property', md5(coalesce(p.value, '')), p.key
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
`;var D=[{name:"bool",written:"boolean"},{name:"int2",written:"smallint"},{name:"int4",written:"integer"},{name:"int8",written:"bigint",as:e=>`int8send(${e})`},{name:"oid",written:"oid"},{name:"text",written:"text"},{name:"varchar",written:"character varying"},{name:"bpchar",written:"character",as:e=>`format('%L', ${e}) COLLATE "C"`},{name:"name",written:"name"},{name:"char",written:'"char"'},{name:"bytea",written:"bytea"},{name:"date",written:"date"},{name:"timestamp",written:"timestamp without time zone",as:e=>`timestamp_send(${e})`},{name:"timestamptz",written:"timestamp with time zone",as:e=>`timestamptz_send(${e})`},{name:"time",written:"time without time zone",as:e=>`time_send(${e})`},{name:"uuid",written:"uuid"}],de=`y.typname = ANY ('{${D.map(({name:e})=>e).join(",")}}') AND y.typnamespace = 'pg_catalog'::regnamespace`,ie=e=>`'${e.replaceAll("'","''")}'`,ce=`CASE y.typname ${D.flatMap(({name:e,as:t})=>t?[`WHEN ${ie(e)} THEN replace(${ie(t("@"))}, '@', format('t.%I', a.attname))`]:[]).join(" ")} END`;function zt(e,t){return D.find(n=>n.written===e)?.as?.(t)??null}var st=`SELECT getdatabaseencoding() = 'SQL_ASCII' AS any_bytes \\gset
\\if :any_bytes
SET client_encoding = 'SQL_ASCII';
\\endif
`,pe=`${st}SET TimeZone = 'UTC';
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
${K}SELECT current_setting('server_version_num')::int >= 140000 AS hashes_records \\gset
SELECT CASE WHEN :'hashes_records' THEN 'hash_record_extended((' ELSE 'hashtextextended((' END AS hash_open,
  CASE WHEN :'hashes_records' THEN '), 0)' ELSE ')::text COLLATE "C", 0)' END AS hash_close \\gset
`,P=e=>`:hash_open ${e} :hash_close`,L=`EXISTS (
    SELECT FROM pg_depend x JOIN pg_extension e ON e.oid = x.refobjid
    WHERE x.classid = 'pg_class'::regclass AND x.objid = c.oid AND x.deptype = 'e'
      AND NOT c.oid = ANY (coalesce(e.extconfig, '{}'))
  )`,j="n.nspname !~ '^pg_' AND n.nspname <> 'information_schema'",rt="has_schema_privilege(n.oid, 'USAGE') AND has_table_privilege(c.oid, 'SELECT')",x="n.nspname || '.' || c.relname",ot=`SELECT string_agg(
      CASE WHEN ${de} THEN coalesce(
          CASE WHEN :'wholebits' = 'true' THEN ${ce} END,
          format('t.%I', a.attname) || CASE WHEN a.attcollation <> 0 THEN ' COLLATE "C"' ELSE '' END
        )
        -- As a dump writes it: a cast to text may be another, and drops the blanks at the end of a bpchar.
        WHEN :'wholebits' = 'true' THEN format('format(''%%L'', t.%I) COLLATE "C"', a.attname)
        ELSE format('t.%I::text COLLATE "C"', a.attname) END,
      ', ' ORDER BY CASE WHEN :'byname' = 'true' THEN a.attname END, a.attnum
    )
    FROM pg_attribute a JOIN pg_type y ON y.oid = a.atttypid
    WHERE a.attrelid = c.oid AND a.attnum > 0 AND NOT a.attisdropped`,at=50,me="'BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY; SET TRANSACTION SNAPSHOT ' || quote_literal(:'snapshot')",H=":'snapshot' <> ''",le=e=>`CASE WHEN ${H} AND row_number() OVER (ORDER BY ${e}) % ${at} = 0
  THEN 'COMMIT; ' || ${me} END`,Jt=e=>`SELECT ${me} WHERE ${H} \\gexec
${e}SELECT 'COMMIT' WHERE ${H} \\gexec
`,A=256*1024,it=`SELECT 'in-parts' WHERE :'inparts' = 'true';
SELECT :'inparts' = 'true' AS in_parts \\gset
\\if :in_parts
WITH RECURSIVE parts (loid, at, length, hash) AS (
  SELECT o.oid, 0::bigint, octet_length(p.bytes), ${P("ROW(o.oid, 0::bigint, p.bytes)")}
  FROM pg_largeobject_metadata o, LATERAL (SELECT lo_get(o.oid, 0, ${A}) AS bytes OFFSET 0) p
  UNION ALL
  SELECT q.loid, n.at, octet_length(p.bytes), ${P("ROW(q.loid, n.at, p.bytes)")}
  FROM parts q, LATERAL (SELECT q.at + ${A} AS at) n,
    LATERAL (SELECT lo_get(q.loid, n.at, ${A}) AS bytes OFFSET 0) p
  WHERE q.length = ${A}
)
SELECT 'large-objects', count(*) FILTER (WHERE at = 0), coalesce(sum(hash), 0) FROM parts;
\\else
SELECT 'large-objects', count(*), coalesce(sum(${P("ROW(oid, lo_get(oid))")}), 0)
FROM pg_largeobject_metadata;
\\endif
`,dt=`SELECT 'large-object-rights', coalesce(sum(hashtextextended(concat_ws('|',
    o.oid, pg_get_userbyid(o.lomowner), (
    SELECT string_agg(concat_ws(' ', pg_get_userbyid(a.grantor), CASE a.grantee WHEN 0 THEN '' ELSE pg_get_userbyid(a.grantee) END,
      a.privilege_type, a.is_grantable), ',' ORDER BY a.grantee, a.grantor, a.privilege_type)
    FROM aclexplode(coalesce(o.lomacl, acldefault('L', o.lomowner))) a
  ), obj_description(o.oid, 'pg_largeobject')) COLLATE "C", 0)), 0)
FROM pg_largeobject_metadata o;
`,ct=`SELECT 'view', c.relispopulated, ${x}
FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
WHERE c.relkind = 'm' AND ${j} AND NOT ${L};
`,fe=`SELECT 'by-name' WHERE :'byname' = 'true';
SELECT 'whole-bits' WHERE :'wholebits' = 'true';
SELECT format(
  'SELECT %L, count(*), %s, %L FROM ONLY %I.%I AS t',
  CASE WHEN ${L} THEN 'member' ELSE 'table' END,
  CASE WHEN ${x} = ANY (string_to_array(:'counted', ',')) THEN '''-'''
  ELSE 'coalesce(sum(hashtextextended(' || :'hash_open' || 'ROW(' || coalesce((
    ${ot}
  ), 'NULL::text') || ')' || :'hash_close' || '::text, 0)), 0)' END,
  ${x}, n.nspname, c.relname
), ${le("c.relname, c.oid")}
FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
WHERE c.relkind = 'r' AND c.relpersistence <> 't' AND (c.relpersistence = 'p' OR :'logged' <> 'true')
  AND ${j} AND (NOT ${L} OR (${rt}))
ORDER BY c.relname, c.oid \\gexec
SELECT format(
  'SELECT ''sequence'', last_value || '' '' || is_called, %L FROM %I.%I',
  ${x}, n.nspname, c.relname
), ${le("c.relname, c.oid")}
FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
WHERE c.relkind = 'S' AND ${j} AND NOT ${L}
ORDER BY c.relname, c.oid \\gexec
${it}${dt}${ct}${ae}`;import{dirname as pt}from"node:path";var ue=`p=$1; head=$1
[ -e "$p" ] || { echo 'kind|missing'; exit 0; }
if [ -d "$p" ]; then
  [ -e "$p/toc.dat" ] || [ ! -d "$p/dump" ] || p="$p/dump"
  head="$p/toc.dat"; echo 'kind|directory'; ls -1 -- "$p" | sed 's/^/file|/'
else echo 'kind|file'; fi
{ [ ! -d "$p" ] || { [ -r "$p" ] && [ -x "$p" ]; }; } && { [ ! -e "$head" ] || [ -r "$head" ]; } || echo 'kind|unreadable'
printf 'archive|%s\\n' "$p"
printf 'head|%s\\n' "$(head -c 512 -- "$head" 2>/dev/null | od -An -v -tx1 | tr -d ' \\n')"
printf 'unpacked|%s\\n' "$(gzip -dc -- "$head" 2>/dev/null | head -c 512 | od -An -v -tx1 | tr -d ' \\n')"`,Zt=`umask 077; LC_ALL=C; export LC_ALL
d="$1/dump" w="$1/unpacked"
rm -rf -- "$w"; mkdir -m 700 -- "$w" || exit
trap 'rm -rf -- "$w"' EXIT
pg_restore --list -- "$d" > "$w/list" || exit
sed -n 's/^\\([0-9][0-9]*\\); [0-9][0-9]* \\([0-9][0-9]*\\) TABLE DATA .*/table|\\1|\\2/p' "$w/list"
cd -- "$d" || exit
files() { find . -maxdepth 1 \\( -name '[0-9]*.dat.gz' -o -name 'blob_[0-9]*.dat.gz' \\) -size "$1" -print0; }
files -65k | xargs -0 -r -n 100 -P "$2" sh -c '
  w=$(mktemp -d "$0/XXXXXX") && cp -- "$@" "$w" && cd "$w" || exit
  gzip -dq -- *.gz 2>/dev/null; rm -f -- *.gz
  set -- *; [ ! -e "$1" ] || sha256sum -b -- "$@" > ../"\${w##*/}.sums"; rm -f -- *' "$w"
files +64k | xargs -0 -r -n 1 -P "$2" sh -c '
  s=$({ gzip -dcq -- "$1" || echo damaged; } | sha256sum -b) f=\${1##*/}
  printf "%s\\n" "\${s%% *} *\${f%.gz}" > "$0/$f.sums"' "$w"
find "$w" -name '*.sums' -exec cat -- {} + > "$w/all" || exit
sed -n 's/^\\([0-9a-f]*\\) .\\([0-9]*\\)\\.dat$/file|\\1|\\2/p' "$w/all"
cat -- blobs.toc blobs_*.toc 2>/dev/null | cut -d ' ' -f 1 | LC_ALL=C sort > "$w/named"
sed -n 's/^\\([0-9a-f]*\\) .blob_\\([0-9]*\\)\\.dat$/\\2 \\1/p' "$w/all" | LC_ALL=C sort > "$w/objects"
if cut -d ' ' -f 1 "$w/objects" | cmp -s - "$w/named"; then s=$(sha256sum -b < "$w/objects"); printf 'objects|%s\\n' "\${s%% *}"
else echo 'objects|others'; fi
printf 'schema|\\n'
pg_restore --schema-only --file=- -- "$d"`;async function $e(e,t,n){let{stdout:s}=await e.run(m(t,ue,[n],{timeoutSeconds:60})),r=d=>[...s.matchAll(new RegExp(`^${d}\\|(.*)$`,"gm"))].map(([,c=""])=>c),a=d=>Buffer.from(r(d)[0]??"","hex"),i=r("kind").at(-1);return{kind:i,archive:r("archive")[0]??n,head:a("head"),unpacked:a("unpacked"),files:i==="directory"?new Set(r("file")):null}}var Ee=e=>e.subarray(0,5).toString("latin1")==="PGDMP",ge=e=>/^(--.*\r?\n|\s)*(-- PostgreSQL database|SET |CREATE |INSERT |COPY |BEGIN\b|\\[a-z]+ )/.test(e.toString("latin1"));function be(e,{kind:t,head:n,unpacked:s}){let r=(i,d)=>({code:"archive-unreadable",what:i,mend:d}),a=o`offer a dump in directory or custom format (pg_dump --format=directory)`;return t==="missing"?{code:"archive-missing",what:o`there is no such file or folder, or its folder may not be entered`,mend:o`name a dump that lies on the database host`}:t==="unreadable"?r(o`it may not be read by the user of the PostgreSQL programs`,o`give it to the user of database.run-as`):Ee(n)?null:t==="directory"?r(o`this folder holds no dump: there is no toc.dat in it, or a damaged one`,a):ge(n)||ge(s)||/\.sql(\.\w+)?$/i.test(e)?{code:"archive-plain-sql",what:o`this is SQL text: that it is whole cannot be proved before it is used`,mend:a}:Ee(s)?r(o`it is packed with gzip`,o`unpack it (gunzip), then offer the file inside`):n.toString("latin1").startsWith("age-encryption.org/")?r(o`it is encrypted`,o`decrypt and unpack it on the database host (age --decrypt), then offer what is inside`):r(o`it is a dump neither in directory nor in custom format`,a)}function he({code:e,stdout:t},n){if(e===0&&t.trim()==="")return[];let s=e===0?lt(t):null;return s===null?[{code:"archive-unreadable",what:o`the manifest beside it cannot be read`,mend:o`look who changed manifest.json, or offer another dump`}]:n===void 0||s===void 0||s===n?[]:[{code:"archive-other-system",what:o`its manifest says that it comes from another PostgreSQL cluster (${s.slice(0,40)} instead of ${n})`,mend:o`offer a dump of this cluster`}]}function lt(e){try{let{systemIdentifier:t}=JSON.parse(e);return typeof t=="string"?t:void 0}catch{return null}}async function Se(e,t,n,s){let r=f=>({...f,where:`${e.name}:${n}`}),a=await $e(e,t,n),i=be(n,a);if(i!==null)return[r(i)];let[d,c,l]=await Promise.all([e.attempt(O(t,"pg_restore",["--list","--",a.archive],{timeoutSeconds:300})),e.attempt(O(t,"pg_restore",["--version"],{timeoutSeconds:60})),e.attempt(m(t,'[ ! -e "$1" ] || cat -- "$1"',[`${pt(a.archive)}/manifest.json`],{timeoutSeconds:60}))]);return[...mt(d,Te(c.stdout),s,a.files),...he(l,s.systemIdentifier)].map(r)}function mt(e,t,{database:n},s){let r=e.stderr.split(`
`).find(l=>l.trim()!=="")?.replace(/^pg_restore: (error: )?/,"").slice(0,200)??"";if(/unsupported version/.test(r))return[Oe(o`a newer pg_dump`,t)];if(e.code!==0)return[{code:"archive-unreadable",what:o`its table of contents cannot be read: ${r}`,mend:o`this dump is damaged or cut off; offer another`}];let a=l=>new RegExp(`^; +${l}: (.*)$`,"m").exec(e.stdout)?.[1]??"",i=Te(a("Dumped by pg_dump version")),d=s===null?[]:ut(e.stdout,s),c=[];if(i!==null&&t!==null&&i>t&&c.push(Oe(o`pg_dump ${i}`,t)),d.length>0){let l=d.length>5?o` and ${d.length-5} more`:"";c.push({code:"archive-unreadable",what:o`files of it are missing: ${d.slice(0,5).join(", ")}${l}`,mend:o`this dump is damaged; offer another`})}return[...c,...ft(a("dbname"),n)]}function Oe(e,t){return{code:"archive-newer",what:o`it was made by ${e}, and pg_restore ${t??""} here is older`.replace("  "," "),mend:o`install the client programs of that version and name their folder in database.programs, or offer a dump of this version`}}function ft(e,t){return e===t||e.startsWith(`${t}_copy_`)?[]:[{code:"archive-other-database",what:o`it is a dump of the database "${e}", not of "${t}"`,mend:o`offer a dump of ${t}`}]}function ut(e,t){return[...e.matchAll(/^(\d+); \d+ \d+ TABLE DATA /gm)].flatMap(([,n=""])=>["",".gz",".lz4",".zst"].some(s=>t.has(`${n}.dat${s}`))?[]:[`${n}.dat`])}function Te(e){let t=/(\d+)(?:\.\d+|\w+)?\s*(?:\(.*\))?$/.exec(e.trim());return t?Number(t[1]):null}var k="quote_ident(:'name')",N=`':"name"'`,T="d.datname = :'source'",q=(e,t)=>`SELECT 'CREATE DATABASE ' || ${e}
  || format(' TEMPLATE template0 OWNER %I ENCODING %L', r.rolname, pg_encoding_to_char(d.encoding))
  || CASE j.row ->> 'datlocprovider'
     WHEN 'i' THEN format(' LOCALE_PROVIDER icu ICU_LOCALE %L', coalesce(j.row ->> 'daticulocale', j.row ->> 'datlocale'))
       || CASE WHEN j.row ->> 'daticurules' IS NULL THEN '' ELSE format(' ICU_RULES %L', j.row ->> 'daticurules') END
     WHEN 'b' THEN format(' LOCALE_PROVIDER builtin BUILTIN_LOCALE %L', j.row ->> 'datlocale')
     WHEN 'c' THEN ' LOCALE_PROVIDER libc'
     ELSE '' END
  || format(' LC_COLLATE %L LC_CTYPE %L', d.datcollate, d.datctype)
  || ${t?"CASE s.spcname WHEN 'pg_default' THEN '' ELSE format(' TABLESPACE %I', s.spcname) END":"''"}
  || format(' CONNECTION LIMIT %s', d.datconnlimit)
FROM pg_database d JOIN pg_roles r ON r.oid = d.datdba JOIN pg_tablespace s ON s.oid = d.dattablespace,
  LATERAL (SELECT to_jsonb(d) AS row) j
WHERE ${T}`,Et="('search_path', 'temp_tablespaces', 'local_preload_libraries', 'session_preload_libraries')",ye=(e,t)=>`SELECT format('ALTER %s SET %I TO %s',
    CASE WHEN s.setrole = 0 THEN 'DATABASE ' || ${e}
      ELSE format('ROLE %I IN DATABASE ', pg_get_userbyid(s.setrole)) || ${e} END,
    k.key, CASE WHEN k.key IN ${Et} THEN k.value ELSE quote_literal(k.value) END)
FROM pg_db_role_setting s JOIN pg_database d ON d.oid = s.setdatabase, LATERAL unnest(s.setconfig) AS c (setting),
  LATERAL (SELECT split_part(c.setting, '=', 1) AS key, substr(c.setting, strpos(c.setting, '=') + 1) AS value) k
WHERE ${T}${t}`,gt=e=>[`SELECT 'REVOKE ALL ON DATABASE ' || ${e} || ' FROM PUBLIC' FROM pg_database d WHERE ${T} AND d.datacl IS NOT NULL`,`SELECT format('GRANT %s ON DATABASE ', a.privilege_type) || ${e} || ' TO '
    || CASE a.grantee WHEN 0 THEN 'PUBLIC' ELSE quote_ident(pg_get_userbyid(a.grantee)) END
    || CASE WHEN a.is_grantable THEN ' WITH GRANT OPTION' ELSE '' END
FROM pg_database d, LATERAL aclexplode(d.datacl) a WHERE ${T}`],$t=e=>`SELECT 'COMMENT ON DATABASE ' || ${e} || format(' IS %L', c.text)
FROM pg_database d, LATERAL (SELECT shobj_description(d.oid, 'pg_database') AS text) c WHERE ${T} AND c.text IS NOT NULL`,W=e=>[ye(e,""),...gt(e),$t(e)],_e=e=>e.map(t=>`${t} \\gexec
`).join(""),we=e=>e.map(t=>`SELECT x.statement || ';' FROM (${t}) AS x (statement);
`).join(""),Ae=_e(W(k)),Le=_e([q(k,!0),...W(k)]),En=we([q(N,!0),...W(N)]),gn=`SELECT CASE WHEN m.may THEN format('SET ROLE %I; ', r.rolname) ELSE '' END
  || format('CREATE EXTENSION IF NOT EXISTS %I WITH SCHEMA %I VERSION %L;', e.extname, n.nspname, e.extversion)
  || CASE WHEN m.may THEN ' RESET ROLE;' ELSE '' END
FROM pg_extension e JOIN pg_namespace n ON n.oid = e.extnamespace JOIN pg_roles r ON r.oid = e.extowner
  LEFT JOIN pg_available_extension_versions v ON v.name = e.extname AND v.version = e.extversion,
  LATERAL (SELECT r.rolname <> current_user AND pg_has_role(r.oid, 'MEMBER')
    AND (r.rolsuper OR (coalesce(v.trusted, false) AND has_database_privilege(r.oid, current_database(), 'CREATE'))) AS may) m
WHERE e.oid >= 16384 ORDER BY e.oid;
`;async function $n(e,t,{elsewhere:n=!1,roles:s=!1}={}){let r=ye(N,s?"":" AND s.setrole = 0"),a=we([q(N,!n),r]);return(await e.run(u(t,h(t),a,{variables:{source:t.name},timeoutSeconds:60}))).stdout}async function xe(e,t,n,s){let r=u(t,n,"SELECT 1",{timeoutSeconds:30});return await Y(async()=>(await e.attempt(r)).code===0?!0:null,s)!==null}function y({switch:e}){return e?.create!==void 0}var bt={every:1,limit:120};async function Ne(e,t,n){let{switch:s}=t;if(s?.create!==void 0&&(await e.run(v(t,s.create,{database:n},s.timeout)),!await xe(e,t,n,bt)))throw new E({code:"provided-database-closed",what:o`the database ${n} was made by database.switch.create, and does not let golive in`,where:e.name,mend:o`its owner has to be the service's, and the role of database.connection has to be allowed into it`})}async function Re(e,t,n){let{switch:s}=t;s?.drop!==void 0&&await e.run(v(t,s.drop,{database:n},s.timeout))}var Ln=`umask 077
[ -z "$2" ] || unpack "$2" < "$1" >/dev/null 2>&1 || { echo 'damaged' >&2; exit 1; }
[ "$3" != tar ] || unpack "$2" < "$1" | tar -tf - >/dev/null || exit
if [ -n "$2" ]; then unpack "$2" < "$1" | pg_restore --list || exit; unpack "$2" < "$1" | pg_restore --file=/dev/null
else pg_restore --list -- "$1" && pg_restore --file=/dev/null -- "$1"; fi`,xn=`if [ -d "$1" ]; then echo 'directory|'; exit; fi
hex() { head -c "$1" | od -An -v -tx1 | tr -d ' \\n'; }
p=
case "$(hex 6 < "$1")" in
  1f8b*) p=gzip ;; 28b52ffd*) p=zstd ;; fd377a585a00) p=xz ;; 425a68*) p=bzip2 ;; 04224d18*) p=lz4 ;;
esac
[ -z "$p" ] || command -v "$p" >/dev/null || { printf 'missing|%s\\n' "$p"; exit; }
b=$(unpack "$p" < "$1" 2>/dev/null | hex 265)
k=unknown
case "$b" in
  '') k=empty ;;
  5047444d50*) k=archive ;;
  2d2d2d2d2d424547494e20*|6167652d656e6372797074696f6e*|53616c7465645f5f*) k=encrypted ;;
  85*|8c0d*|c1*|c3*) k=encrypted ;;
  2d2d*|0a2d2d*|0d0a2d2d*|efbbbf2d2d*) k=sql ;;
  *7573746172*) k=tar ;;
  fffe*|feff*) k=utf16 ;;
esac
printf '%s|%s\\n' "$k" "$p"`,Ce=`dump=$1 name=$2 source=$3
sql() { psql -X -q --no-password -v ON_ERROR_STOP=1 -v VERBOSITY=verbose -v "name=$name" "$@" -d "$GOLIVE_MAINTENANCE"; }
made='s/^CREATE DATABASE .* CONNECTION LIMIT \\(-\\{0,1\\}[0-9]*\\);$/ALTER DATABASE :"name" CONNECTION LIMIT \\1;/'
if [ ! -e "$dump/database.sql" ]; then sql -v "source=$source" -f -
elif [ -n "$GOLIVE_PROVIDED" ]; then sed "$made" "$dump/database.sql" | sql -f -
else sql -f "$dump/database.sql"; fi`,Nn=`sums() { sed "s/^\\([0-9a-f]*\\) .\\(.*\\)/$1/"; }
case "$1" in
  tables)
    cd -- "$GOLIVE_WORK/small" || exit
    set -- *; [ -e "$1" ] || exit 0
    sha256sum -b -- "$@" | sums 'stream|\\1|\\2' && rm -f -- "$@"; exit ;;
  table) sha256sum -b | sums "stream|\\1|$2" >> "$GOLIVE_WORK/large"; exit ;;
  object) cd -- "$GOLIVE_WORK/small" && sha256sum -b -- "$2" | sums '\\2 \\1' >> ../objects && rm -f -- "$2"; exit ;;
  objects) LC_ALL=C sort -- "$GOLIVE_WORK/objects" | sha256sum -b | sums 'objects|\\1'; exit ;;
esac
dump() {
  exec pg_dump --no-password --lock-wait-timeout=30s --encoding="$GOLIVE_ENCODING" --snapshot="$GOLIVE_SNAPSHOT" \\
    --dbname="$GOLIVE_DATABASE" "$@" >&2
}
archive() { dump --format=directory --compress=1 --no-sync --jobs="$GOLIVE_JOBS" --file="$GOLIVE_WORK/dump"; }
schema() { dump --schema-only --no-sync --file="$GOLIVE_WORK/schema.sql"; }
read_by() {
  exec psql -X -q -A -t --no-password -v ON_ERROR_STOP=1 -v VERBOSITY=verbose \\
    -v "jobs=$GOLIVE_JOBS" -v "counted=$GOLIVE_COUNTED" -v logged=false -v byname=true -v inparts=true -v wholebits=true \\
    -v "snapshot=$GOLIVE_SNAPSHOT" -v "work=$GOLIVE_WORK" \\
    -d "$GOLIVE_DATABASE" -f "$GOLIVE_WORK/$1.sql" > "$GOLIVE_WORK/$1.out"
}
if [ "$GOLIVE_ROOMY" = t ]; then
  schema & others=$!
  archive & first=$!
else
  others=
  (archive) && schema & first=$!
fi
read_by contents & others="$others $!"
[ ! -e "$GOLIVE_WORK/copies.sql" ] || { read_by copies & others="$others $!"; }
code=0
for one in $first $others; do
  wait "$one" || { code=$?; kill $others 2>/dev/null; }
done
printf 'beside|%s\\n' "$code"`,ve=`e=$2
[ -n "$e" ] || e=$(psql -X -q -A -t --no-password -d "$1" -c 'SELECT getdatabaseencoding()') || exit
exec pg_dump --no-password --schema-only --lock-wait-timeout=30s --encoding="$e" --dbname="$1"`,Rn=`[ -d "$1" ] || { echo "no such folder: $1" >&2; exit 3; }
find "$1" -mindepth "$3" -maxdepth "$3" -path "$2" -print0 | xargs -0 -r sh -c "$4" sh`,Cn=`cd -- "$1" &&
  find dump globals.sql database.sql extensions.sql schema.sql source.txt -type f -print0 2>/dev/null |
  sort -z | xargs -0 -r sha256sum -b --`,vn=`now=$(date +%s)
for p; do
  if [ -d "$p" ]; then
    [ -e "$p/toc.dat" ] || continue
    m=$(stat -c %Y -- "$p/toc.dat"); s=$(du -sb -- "$p" | cut -f1)
  else
    m=$(stat -c %Y -- "$p") || continue
    s=$(stat -c %s -- "$p")
  fi
  printf '%s|%s|%s|%s\\n' "$now" "$m" "$s" "$p"
done`,Ie=`hasExtensions || exit 0
inParts && into --use-list="$l/schemas" || exit
make_extensions() {
  psql -X -q --no-password -v ON_ERROR_STOP=1 -v VERBOSITY=verbose -d "$1" -f "$extensions" >&2
}
home=contrib_regression
rename() {
  printf 'ALTER DATABASE :"was" RENAME TO :"is";\\n' |
    psql -X -q --no-password -v ON_ERROR_STOP=1 -v "was=$1" -v "is=$2" -d "\${GOLIVE_MAINTENANCE:-postgres}" -f - >&2
}
if grep -q 'CREATE EXTENSION IF NOT EXISTS pg_cron ' "$extensions"; then
  rename "$name" "$home" || exit
  trap 'rm -rf -- "$l"; exit 143' INT TERM HUP
  trap 'c=$?; rename "$home" "$name" || c=1; rm -rf -- "$l"; exit "$c"' EXIT
  make_extensions "$home"
else
  make_extensions "$name"
fi`,In=`set -f
[ -z "$2" ] || unpack "$2" < "$1" >/dev/null 2>&1 || { echo damaged; exit; }
unpack "$2" < "$1" | LC_ALL=C awk "$3"`,De=`jobs=$3
[ "$(du -sk -- "$dump" | cut -f1)" -ge 32768 ] || jobs=1
if hasExtensions; then
  inParts && into --use-list="$l/others" --jobs="$jobs"
else
  into --jobs="$jobs"
fi`,Pe=`LC_ALL=C; export LC_ALL
PGOPTIONS="\${PGOPTIONS:+$PGOPTIONS -c synchronous_commit=off}"; export PGOPTIONS
awk -v "extensions=$1/extensions.sql" -v "provided=$GOLIVE_PROVIDED" '
  provided != "" && /^(CREATE EXTENSION|COMMENT ON EXTENSION) / { next }
  /^CREATE EXTENSION IF NOT EXISTS / && !made { made = 1; while ((getline line < extensions) > 0) print line }
  { print }' "$1/schema.sql" |
  psql -X -q --no-password -v ON_ERROR_STOP=1 -v VERBOSITY=verbose -d "$2" -f - >/dev/null`,je=`LC_ALL=C; export LC_ALL
PGOPTIONS="\${PGOPTIONS:+$PGOPTIONS -c synchronous_commit=off}"; export PGOPTIONS
umask 077; l=$(mktemp -d) || exit 1
trap 'rm -rf -- "$l"' EXIT
dump="$1/dump" extensions="$1/extensions.sql" name="$2"
into() { pg_restore --no-password --exit-on-error --dbname="$name" "$@" -- "$dump"; }
hasExtensions() { grep -qs 'CREATE EXTENSION' "$extensions"; }
isSchema='^[0-9]*; [0-9]* [0-9]* SCHEMA '
kept() { if [ -n "$GOLIVE_PROVIDED" ]; then grep -v '^[0-9]*; [0-9]* [0-9]* COMMENT - EXTENSION '; else cat; fi; }
inParts() {
  pg_restore --list -- "$dump" > "$l/listed" && kept < "$l/listed" > "$l/all" &&
    sed -n "/$isSchema/p" "$l/all" > "$l/schemas" && sed "/$isSchema/d" "$l/all" > "$l/others"
}`,Dn=`umask 077
p="$1/partial.$$"
make_safe "$1" || exit
rm -rf -- "$1"/partial.* && mkdir -m 700 -- "$p" "$p/small" || exit 1
GOLIVE_WORK="$p" GOLIVE_COUNTED="$3"; export GOLIVE_WORK GOLIVE_COUNTED
put() { printf '%s\\n' "$1" | cat > "$2"; }
given_up() { rm -rf -- "$p"; exit "\${1:-1}"; }
put "$4" "$p/contents.sql" && put "$6" "$p/beside" && : > "$p/copies.out" || given_up
[ -z "$5" ] || put "$5" "$p/copies.sql" || given_up
psql -X -q -A -t --no-password -v ON_ERROR_STOP=1 -v VERBOSITY=verbose -v "source=$2" -v "work=$p" \\
  -d "$2" -f - > "$p/psql.out" || given_up "$?"
whole() { [ "$(tail -n1 -- "$p/$1")" = '-- whole' ]; }
grep -q '^beside|0$' "$p/psql.out" && whole database.sql && whole extensions.sql &&
  pg_dumpall --no-password --database="$GOLIVE_MAINTENANCE" --globals-only --no-role-passwords --file="$p/globals.sql" ||
  given_up
cat -- "$p/contents.out" "$p/copies.out" >> "$p/psql.out" || given_up
rm -rf -- "$1/dump" && mv -- "$p/dump" "$1/dump" &&
  mv -f -- "$p/globals.sql" "$p/schema.sql" "$p/database.sql" "$p/extensions.sql" "$1" &&
  mv -f -- "$p/psql.out" "$1/source.txt" && sync -f "$1/dump" && rm -rf -- "$p" || exit 1
printf 'bytes|%s\\n' "$(du -sb -- "$1/dump" | cut -f1)"
system='SELECT system_identifier FROM pg_control_system()'
printf 'system|%s\\n' "$(psql -X -q -A -t --no-password -d "$2" -c "$system")"`;var B=je,ht=`${B}
${Ie}`;function _(e){return{GOLIVE_PROVIDED:y(e)?"provided":""}}async function He(e,t,n,s){let r=_(t),a=y(t)?Ae:Le;await Ne(e,t,s);let i=m(t,Ce,[n,s,t.name],{stdin:a,env:r});await e.run({...i,label:o`create ${s}`})}async function ke(e,t,n,s){await He(e,t,n,s);let r=_(t),a=m(t,Pe,[n,s],{env:r,timeoutSeconds:4*3600});await e.run({...a,label:o`restore the schema into ${s}`})}async function M(e,t,n,s){await He(e,t,n,s);let r=m(t,ht,[n,s],{env:_(t)});await e.run({...r,label:o`make the extensions of ${s}`})}import{createHash as Rt}from"node:crypto";var Ot=/^-- Name: (.*); Type: ([A-Z ]+); Schema: (.*?); Owner: ?(.*?)(?:; Tablespace: (.*))?$/,St=/^(?:-- PostgreSQL database dump complete$|SET [a-z_]+ = |SELECT pg_catalog\.set_config\('search_path'|\\(?:un)?restrict )/,Tt=/^SET default_table_access_method = (.*);$/,yt=new Set(["TABLE","MATERIALIZED VIEW"]);function $(e,{ownedBy:t="owner",kept:n=!0}={}){let s=/^SET client_encoding = '(\w+)';$/m.exec(e)?.[1],r=new Map,a,i="";for(let d of e.split(`
`)){let c=Ot.exec(d);if(c===null){i=Tt.exec(d)?.[1]??i,_t(d)||a?.push(d);continue}let[,l="",p="",f="",b="",C=""]=c;if(a=void 0,p==="MATERIALIZED VIEW DATA")continue;let G=g(`${p} ${f==="-"?"":`${f}.`}${l}`,s);a=r.get(G)??[],a.push(`${t} ${b}`,...n?wt(p,C,i):[]),r.set(G,a)}return new Map([...r].map(([d,c])=>[d,c.join(`
`)]))}var _t=e=>e===""||e==="--"||St.test(e);function wt(e,t,n){return[...t===""?[]:[`tablespace ${t}`],...yt.has(e)?[`method ${n}`]:[]]}import{createHash as At}from"node:crypto";function R(e){return Object.values(e).some(t=>"reduced"in t)}var Lt=["owner","владелец"].map(e=>Buffer.from(e).toString("latin1")),xt=/^(?:TABLE|CONSTRAINT|CHECK CONSTRAINT|INDEX|VIEW|MATERIALIZED VIEW|DEFAULT|POLICY|RULE|TRIGGER|DOMAIN) /;function We(e,t){let n=Lt.map(r=>$(t,{ownedBy:r,kept:!1})),s=(r,{exact:a,reduced:i})=>n.every(d=>{let c=g(d.get(r)??"");return qe(c)!==a&&!(xt.test(r)&&qe(Nt(c))===i)});return new Set(Object.entries(e).flatMap(([r,a])=>s(r,a)?[r]:[]))}function Nt(e){return e.replaceAll(/::(?:"[^"]+"|[a-z_]+(?: varying| precision| with(?:out)? time zone)?)(?:\(\d+(?:,\d+)?\))?(?:\[\])*/g,"").replaceAll(/[()\s]/g,"")}function qe(e){return At("sha256").update(e).digest("hex").slice(0,32)}function F(e){return Object.fromEntries([...$(e)].map(([t,n])=>[t,{exact:Ct(n)}]))}function Ct(e){return Rt("sha256").update(Buffer.from(e,"latin1")).digest("hex").slice(0,32)}function Be(e,t){let n=R(e)?We(e,t):null,s=F(t);return[...new Set([...Object.keys(e),...Object.keys(s)])].toSorted().flatMap(r=>r in s?r in e?(n===null?e[r]?.exact===s[r]?.exact:!n.has(r))?[]:[{name:r,how:"otherwise"}]:[{name:r,how:"extra"}]:[{name:r,how:"missing"}])}var Me=new RegExp(`^(?:${["TABLE","TABLE ATTACH","CONSTRAINT","CHECK CONSTRAINT","INDEX","VIEW","MATERIALIZED VIEW","DEFAULT","POLICY","RULE","TRIGGER","DOMAIN","FUNCTION","PROCEDURE","STATISTICS","PUBLICATION TABLE"].join("|")}) `);function Fe(e,{copy:t,again:n}){let[s,r]=[$(t),$(n)];return e.filter(({name:a,how:i})=>i!=="otherwise"||!Me.test(a)||s.get(a)!==r.get(a))}function Ve(e){return e.some(({name:t,how:n})=>n==="otherwise"&&Me.test(t))}function Ge(e){return e.map(({name:t,how:n})=>n==="missing"?o`${t} is missing`:n==="extra"?o`${t} should not be there`:o`${t} is defined otherwise`)}async function ps(e,t,n){return(await e.run(O(t,"pg_restore",["--file=/dev/null","--",`${n}/dump`]))).seconds}var vt=`${B}
${De}`;async function ms(e,t,n,s){let[[r=""]=[]]=await J(e,t,{database:h(t),sql:"SELECT system_identifier FROM pg_control_system()"}),a=await Se(e,t,`${n}/dump`,{database:t.name,systemIdentifier:r});if(a.length>0)throw new E(a);await w(e,t,s),await M(e,t,n,s);let d={...m(t,vt,[n,s,String(t.backup.jobs)],{env:_(t),timeoutSeconds:4*3600}),label:`pg_restore ${s}`},c=await e.attempt(d);if(c.code===0&&!c.timedOut)return;let l=new X(e,d,c);throw/No space left on device/i.test(c.stderr)?new E({code:"restore-no-room-beside",what:o`there is no room left to restore the dump beside the database`,where:e.name,mend:o`make room where PostgreSQL keeps its data`},{cause:l}):l}async function ze(e,t,n,{logged:s=!1,byName:r=!0,inParts:a=!0,wholeBits:i=!0}={}){let d={jobs:String(t.backup.jobs),counted:t.backup.countOnly.join(","),logged:String(s),byname:String(r),inparts:String(a),wholebits:String(i),snapshot:""},c=`${pe}${fe}`,l=u(t,n,c,{variables:d,timeoutSeconds:4*3600}),{stdout:p}=await e.run({...l,bytes:!0});return oe(p)}async function V(e,t,n,{encoding:s="",env:r={}}={}){let a=m(t,ve,[n,s],{bytes:!0,env:r}),{stdout:i}=await e.run({...a,label:`pg_dump --schema-only ${n}`});return i}var Ue={PGTZ:"UTC"};async function fs(e,t,n){return F(await V(e,t,n,{env:Ue}))}async function us(e,t,{database:n,source:s,directory:r,logged:a=!1}){let{byName:i=!1,inParts:d=!1,wholeBits:c=!1}=s.contents,l=R(s.objects)?"UTF8":"",[p,f]=await Promise.all([ze(e,t,n,{logged:a,byName:i,inParts:d,wholeBits:c}),V(e,t,n,{encoding:l,env:r===null?Ue:{}})]),b=Be(s.objects,f),C=r!==null&&Ve(b)?Fe(b,{copy:f,again:await It(e,t,{directory:r,database:n,encoding:l})}):b;Dt([...I(s.contents,p),...Ge(C)],e.name)}async function It(e,t,{directory:n,database:s,encoding:r}){let a=ee(t,"proof",`${s}-again`);await w(e,t,a);try{return await ke(e,t,n,a),await V(e,t,a,{encoding:r})}finally{await w(e,t,a)}}async function Es(e,t,{directory:n,name:s,source:r}){let{members:a,properties:i}=r.contents;if(a===void 0||i===void 0)return[];await w(e,t,s);try{await M(e,t,n,s);let d=await ze(e,t,s);return I({...d,members:a,properties:i},d)}finally{await w(e,t,s)}}function Dt(e,t){if(e.length!==0)throw new E(e.map(n=>({code:"dump-not-the-database",what:o`the dump is not the database: ${n}`,where:t,mend:o`this backup is worthless; find out why before anything is deployed`})))}var Pt=["proof","restored","copy","trial"];async function w(e,t,n){let s=a=>Pt.some(i=>n.startsWith(`${a}_${i}_`));if(n===t.name||!(s(t.name)||s(Z(t))))throw new U(o`${n} is not golive's to drop`);y(t)&&await te(e,t,n)!==null&&await Re(e,t,n),await e.run(u(t,h(t),`SELECT format('DROP DATABASE %I WITH (FORCE)', datname) FROM pg_database WHERE datname = :'name' \\gexec
`,{variables:{name:n}}))}export{Xe as a,v as b,Ln as c,xn as d,Nn as e,Rn as f,Cn as g,vn as h,In as i,Dn as j,ae as k,de as l,zt as m,st as n,pe as o,Jt as p,fe as q,g as r,oe as s,I as t,Ft as u,S as v,Zt as w,Ae as x,En as y,gn as z,$n as A,xe as B,y as C,Ne as D,F as E,Be as F,Ge as G,ps as H,ms as I,ze as J,fs as K,us as L,Es as M,Dt as N,w as O};
