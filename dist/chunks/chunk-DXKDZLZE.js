import{createRequire}from"node:module";const require=createRequire(import.meta.url);
import{a as f,b as N}from"./chunk-TBVSXOSR.js";import{p as h,q as O}from"./chunk-VFYBHF4L.js";import{l as E,p as y}from"./chunk-UWTWR7MW.js";function w(n,e){return`hashtextextended(hash_record_extended(ROW(${n.map(r=>j(r,e)).join(", ")||"NULL::text"}), 0)::text, 0)`}function L(n,e){return n.length===0?"NULL::text":`ROW(${n.map(r=>r.now.base===r.then.base?g(r,e):k(r,e)).join(", ")})::text`}var g=(n,e)=>`t.${n[e].sql}`;function j(n,e){let{now:o,then:r}=n;return o.base!==r.base||!o.exact?`${F(n,e)} COLLATE "C"`:o.collated||r.collated?`${g(n,e)} COLLATE "C"`:g(n,e)}function F(n,e){return`format('%L', ${M(n)?g(n,e):k(n,e)})`}var M=({now:n,then:e})=>n.type===e.type;function k(n,e){return n.now.numeric&&n.then.numeric?`trim_scale(${g(n,e)}::numeric)::text`:`${g(n,e)}::text`}function $(n){if(n===null)return"true";let[,e="",o=e,r=""]=/^(\d+)(?::(\d+):([\d,]*))?$/.exec(n)??[];if(e==="")throw new y(`${n} is no mark of an opening`);let l=r===""?[]:r.split(","),t=`age(t.xmin) BETWEEN 0 AND age('${R(o)}'::xid)`;return l.length===0?t:`(${t} OR t.xmin::text IN (${l.map(s=>`'${R(s)}'`).join(", ")}))`}var R=n=>(BigInt(n)%4294967296n).toString();var _=`EXISTS (
    SELECT FROM pg_partition_tree(tops.oid) q JOIN pg_class f ON f.oid = q.relid WHERE f.relkind = 'f'
  )`,q=`WITH tops AS (
  SELECT c.oid, c.relkind FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
  WHERE c.relkind IN ('r', 'p') AND NOT c.relispartition AND c.relpersistence <> 't'
    AND n.nspname !~ '^pg_' AND n.nspname <> 'information_schema'
), units AS (
  SELECT oid, relkind FROM tops
  WHERE relkind = 'r' OR NOT ${_}
  UNION ALL
  SELECT l.oid, l.relkind
  FROM tops, LATERAL pg_partition_tree(tops.oid) p JOIN pg_class l ON l.oid = p.relid
  WHERE tops.relkind = 'p' AND l.relkind = 'r' AND ${_}
  UNION ALL
  SELECT c.oid, c.relkind FROM pg_class c
  WHERE c.oid = CASE
    WHEN has_table_privilege('pg_largeobject', 'SELECT') THEN 'pg_largeobject'::regclass
    ELSE 'pg_largeobject_metadata'::regclass
  END
)
SELECT json_build_object(
  'name', n.nspname || '.' || c.relname,
  'oid', c.oid::text,
  'sql', CASE c.relkind WHEN 'r' THEN 'ONLY ' ELSE '' END || format('%I.%I', n.nspname, c.relname),
  'columns', coalesce((
    SELECT json_agg(
      json_build_object(
        'name', a.attname,
        'sql', quote_ident(a.attname),
        'number', a.attnum,
        'type', format_type(a.atttypid, a.atttypmod),
        'base', format_type(a.atttypid, NULL),
        'exact', ${N},
        'numeric', y.typname IN ('int2', 'int4', 'int8', 'numeric', 'float4', 'float8')
          AND y.typnamespace = 'pg_catalog'::regnamespace,
        'collated', a.attcollation <> 0
      )
      ORDER BY a.attnum
    )
    FROM pg_attribute a JOIN pg_type y ON y.oid = a.atttypid
    WHERE a.attrelid = c.oid AND a.attnum > 0 AND NOT a.attisdropped
  ), '[]'),
  'keys', coalesce((
    SELECT json_agg(k.names ORDER BY k.indisprimary DESC, k.indexrelid) FROM (
      SELECT i.indexrelid, i.indisprimary, json_agg(a.attname ORDER BY a.attnum) AS names
      FROM pg_index i
        JOIN pg_attribute a ON a.attrelid = c.oid AND a.attnum = ANY ((i.indkey::int2[])[0:i.indnkeyatts - 1])
      WHERE i.indrelid = c.oid AND i.indisunique AND i.indimmediate AND i.indisvalid AND i.indpred IS NULL
        AND NOT 0 = ANY (i.indkey)
      GROUP BY i.indexrelid, i.indisprimary
      HAVING bool_and(a.attnotnull)
    ) k
  ), '[]')
)
FROM units u JOIN pg_class c ON c.oid = u.oid JOIN pg_namespace n ON n.oid = c.relnamespace
ORDER BY n.nspname, c.relname;
`;async function T(n,e,o){let r=O(e,o,`${f}${q}`,{variables:{jobs:"0"},timeoutSeconds:300}),{stdout:l}=await n.run(r);return l.split(`
`).flatMap(t=>t.startsWith("{")?[JSON.parse(t)]:[])}function x(n,e,o){let r=new Map(e.map(t=>[t.oid,t])),l=new Map(e.map(t=>[t.name,t]));return n.map(t=>{let s=o?r.get(t.oid):void 0,i=s??l.get(t.name)??null;if(i===null)return{table:t,before:i,columns:[],key:[],added:[],gone:[]};let c=v(t,i,s!==void 0),d=t.columns.filter(m=>!c.some(a=>a.now===m)),u=i.columns.filter(m=>!c.some(a=>a.then===m));return{table:t,before:i,columns:c,key:U(t,i,c),added:A(d),gone:A(u)}})}function v(n,e,o){let r=o?n.columns.flatMap(t=>{let s=e.columns.find(({number:i})=>i===t.number);return s===void 0?[]:[{now:t,then:s}]}):[],l=new Set(r.map(({then:t})=>t.name));return n.columns.flatMap(t=>{let s=r.find(c=>c.now===t);if(s!==void 0)return[s];let i=e.columns.find(({name:c})=>c===t.name&&!l.has(c));return i===void 0?[]:[{now:t,then:i}]})}function U(n,e,o){let r=n.keys.map(d=>o.filter(({now:u})=>d.includes(u.name))),l=e.keys.map(d=>o.filter(({then:u})=>d.includes(u.name))),t=(d,u)=>d.filter((m,a)=>m.length>0&&m.length===u[a]?.length),s=t(r,n.keys),i=t(l,e.keys),c=(d,u)=>d.some(m=>m.every(a=>u.includes(a)));return[...s,...i].find(d=>c(s,d)&&c(i,d))??[]}function A(n){return n.map(({name:e})=>e)}var C=`umask 077; d=$(mktemp -d -- "$7/.written.XXXXXX") || exit 1
trap 'rm -rf -- "$d"' EXIT
GOLIVE_ROWS="$d/rows"; export GOLIVE_ROWS; : > "$GOLIVE_ROWS" || exit 1
jobs=$6
sql() { psql -X -q -A -t --no-password -v ON_ERROR_STOP=1 -v VERBOSITY=verbose -v "jobs=$jobs" -d "$1" -f -; }
printf '%s\\n' "$3" | sql "$2" > "$d/then" || exit 1
{ printf '%s\\n' "$4"; cat -- "$d/then"; printf '%s\\n' '\\.' "$5"; } | sql "$1" || exit
[ -z "$8" ] || { cat -- "$GOLIVE_ROWS" >> "$8" && printf 'rows|%s\\n' "$(wc -l < "$GOLIVE_ROWS")"; }`;async function dn(n,e,o){let[r,l]=await Promise.all([T(n,e,o.now),T(n,e,o.then)]),t=r.filter(({name:d})=>!d.endsWith(".django_migrations")),s=x(t,l,o.cloned),i=await Y(n,e,o,s);o.out!==null&&await n.run(h(e,'umask 077; : > "$1"',[o.out]));let c=[];for(let d of i){let u=await J(n,e,o,d);u.inserted+u.changed+u.deleted>0&&c.push(u)}return c.toSorted((d,u)=>d.table<u.table?-1:1)}var P=({added:n},{openedAt:e})=>n.length>0&&e!==null;async function Y(n,e,o,r){let l=r.flatMap(a=>a.before===null?[]:[{pair:a,before:a.before}]),t=$(o.openedAt),s=l.map(({pair:a,before:p})=>`SELECT ${I(a,"then")} || ' 0' FROM ${p.sql} AS t;`),i=l.map(({pair:a})=>{let p=P(a,o)?`count(*) FILTER (WHERE ${t})`:"0";return`SELECT ${I(a,"now")} || ' ' || ${p} FROM ${a.table.sql} AS t;`}),c=async(a,p)=>{let b=`${f}${p.join(`
`)}
`,S=O(e,a,b,{variables:{jobs:String(e.backup.jobs)},timeoutSeconds:4*3600});return(await n.run(S)).stdout.split(`
`)},d=await c(o.then,s),u=await c(o.now,i),m=new Set(l.filter((a,p)=>d[p]===u[p]).map(({pair:a})=>a));return r.filter(a=>!m.has(a))}var I=(n,e)=>`count(*) || ' ' || coalesce(sum(${w(n.columns,e)}), 0)`;async function J(n,e,o,r){let{now:l,then:t,out:s}=o,{table:i}=r,[c,d,u]=V(r,o),m=h(e,C,[l,t,c,d,u,String(e.backup.jobs),e.backup.directory,s??""],{timeoutSeconds:4*3600}),{stdout:a}=await n.run({...m,label:E`compare ${i.name} of ${l} and ${t}`}),p=/^written\|(\d+)\|(\d+)\|(\d+)\|(\d+)\|(\d+)$/m.exec(a);if(p===null)throw new y(E`no counts of ${i.name}`);let[b=0,S=0,D=0,H=0,B=0]=p.slice(1).map(Number);if(s!==null&&Number(/^rows\|(\d+)$/m.exec(a)?.[1])!==B)throw new y(E`not all rows of ${i.name} could be written to ${s}`);return{table:i.name,inserted:b,changed:S,deleted:D,byPeople:H,leftOut:[...new Set([...r.added,...r.gone])].toSorted()}}function V(n,e){let{table:o,before:r}=n,l=$(e.openedAt),t=r===null?"":`${f}COPY (${W(n,"then",r.sql,"false")}) TO STDOUT;`,s=`${f}CREATE TEMP TABLE golive_then (k text COLLATE "C", h bigint);
COPY golive_then FROM STDIN;`,i=P(n,e)?" OR n.since":"",c=`CREATE TEMP TABLE golive_written AS
SELECT coalesce(n.k, b.k) AS k, coalesce(n.since, false) AS since, n.part, n.id,
  CASE WHEN b.k IS NULL THEN 'inserted' WHEN n.k IS NULL THEN 'deleted' ELSE 'changed' END AS change
FROM (${W(n,"now",o.sql,l)}) n FULL JOIN golive_then b USING (k)
WHERE n.k IS NULL OR b.k IS NULL OR n.h <> b.h${i};
SELECT 'written', count(*) FILTER (WHERE change = 'inserted'), count(*) FILTER (WHERE change = 'changed'),
  count(*) FILTER (WHERE change = 'deleted'), count(*) FILTER (WHERE since),
  count(*) FILTER (WHERE since OR change = 'deleted')
FROM golive_written;
${e.out===null?"":G(o)}`;return[t,s,c]}function W(n,e,o,r){let t=`SELECT ${`${w(n.columns,e)} AS h, ${L(n.key,e)} AS k, ${r} AS since`}, t.tableoid AS part, t.ctid AS id FROM ${o} AS t`;return`SELECT (${n.key.length>0?"r.k":"r.h::text || '#' || row_number() OVER (PARTITION BY r.h ORDER BY r.since)"}) COLLATE "C" AS k, r.h${e==="now"?", r.since, r.part, r.id":""} FROM (${t}) r`}function G({name:n,sql:e}){return`SELECT translate(${`json_build_object(
  'table', '${n.replaceAll("'","''")}', 'change', w.change, 'key', w.k, 'row', row_to_json(t.*)
)`}::text, E'\\n\\r', '  ')
FROM golive_written w LEFT JOIN ${e} AS t ON t.ctid = w.id AND t.tableoid = w.part
WHERE w.since OR w.change = 'deleted' \\g |cat > "$GOLIVE_ROWS"
`}async function un(n,e){return(await n.run(O(e,e.name,"SELECT pg_current_snapshot()",{timeoutSeconds:60}))).stdout.trim()}function mn(n){return n.length===0?E`nothing was written`:n.map(X).join(", ")}function X({table:n,inserted:e,changed:o,deleted:r,leftOut:l}){let t=[...e>0?[`+${e}`]:[],...o>0?[`~${o}`]:[],...r>0?[`-${r}`]:[]],s=l.length>0?E` (not compared: ${l.join(", ")})`:"";return`${n} ${t.join(" ")}${s}`}export{dn as a,un as b,mn as c};
