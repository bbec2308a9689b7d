import{createRequire}from"node:module";const require=createRequire(import.meta.url);
import{b as J,c as G,e as N}from"./chunk-6AHPVUND.js";import{p as A,q as h}from"./chunk-PDUI7LMK.js";import{m as $,q as L}from"./chunk-ZFSQH6XZ.js";function y(n,e="t"){if(n===null)return"true";let{next:t,running:o}=K(n),r=`age(${e}.xmin) BETWEEN 0 AND age('${V(t)}'::xid)`;return o.length===0?r:`(${r} OR ${e}.xmin::text IN (${o.map(s=>`'${V(BigInt(s))}'`).join(", ")}))`}function K(n){let[,e="",t=e,o=""]=/^(\d+)(?::(\d+):([\d,]*))?$/.exec(n)??[];if(e==="")throw new L(`${n} is no mark of an opening`);return{next:BigInt(t),running:o===""?[]:o.split(",")}}var V=n=>(n%4294967296n).toString(),$n=1n<<30n;function P(n,e){let t=BigInt(e)-K(n).next;return t>=0n&&t<$n}var x=`SELECT has_function_privilege('pg_catalog.pg_control_system()', 'EXECUTE') AS may \\gset
\\set system ''
\\if :may
  SELECT system_identifier AS system FROM pg_control_system() \\gset
\\endif
`,On="(SELECT oid FROM pg_database WHERE datname = current_database()) || '@' || :'system'",_=`CASE WHEN :'system' = '' THEN '' ELSE ${On} END`;function z(n,e){let[,t="",o=""]=/^([\d:,]+)@(.*)$/.exec(n??"")??[];return o!==""&&o===e.place&&P(t,e.next)?t:null}function T(n,e,t){let o=n.map(a=>Nn(a,e)).join(", ")||"NULL::text",r=t<14?"":"hash_record_extended";return`hashtextextended(${r===""?`ROW(${o})::text`:`${r}(ROW(${o}), 0)::text`}, 0)`}function Z(n,e){return n.length===0?"NULL::text":`ROW(${n.map(o=>o.now.base===o.then.base?b(o,e):W(o,e)).join(", ")})::text`}function M(n,e){return n.reduce((t,o)=>C(o.now)&&C(o.then)?`hashint8extended(${b(o,e)}::int8, ${t})`:`hashtextextended((${o.now.base===o.then.base?`${b(o,e)}::text`:W(o,e)}) COLLATE "C", ${t})`,"0")}function S(n,e){let[t,...o]=n;return t===void 0||o.length>0||!C(t.now)||!C(t.then)?null:b(t,e)}var C=({base:n})=>["smallint","integer","bigint"].includes(n),b=(n,e)=>`t.${n[e].sql}`;function Nn(n,e){let{now:t,then:o}=n;if(t.base!==o.base||!t.exact)return`${Tn(n,e)} COLLATE "C"`;let r=G(t.base,b(n,e));return r!==null?r:`${b(n,e)}${t.collated||o.collated?' COLLATE "C"':""}`}function Tn(n,e){return`format('%L', ${Rn(n)?b(n,e):W(n,e)})`}var Rn=({now:n,then:e})=>n.type===e.type;function W(n,e){return n.now.numeric&&n.then.numeric?`trim_scale(${b(n,e)}::numeric)::text`:`${b(n,e)}::text`}var kn=16,Ln=4e4;function Q(n){return Math.max(kn,Math.ceil(n.reduce((e,t)=>e+R(t),0)/Ln))}function R({leaves:n}){return n.reduce((e,{blocks:t})=>e+t,0)}function F(n,e){let t=Math.max(R(n.table),n.before===null?0:R(n.before));return Math.min(4096,Math.ceil(t/e))}function nn(n,e){if(e===null||e.high-e.low>=1n<<62n)return{by:"hash",mask:2**Math.ceil(Math.log2(Math.max(1,n)))-1};let t=0n;for(;e.high-e.low>>t>=BigInt(Math.max(1,n));)t++;return{by:"key",low:e.low,shift:t}}function H(n,e,{cut:t,version:o}){return t.by==="key"?`(${S(n.key,e)}::int8 - '${t.low}'::int8) >> ${t.shift}`:t.by==="blocks"||t.mask===0?null:`${n.key.length>0?M(n.key,e):T(n.columns,e,o)} & ${t.mask}`}function B(n){let e=[];for(let t of n.toSorted((o,r)=>o<r?-1:1)){let o=e.at(-1);o!==void 0&&o[1]===t?o[1]=t+1n:e.push([t,t+1n])}return e}var v=({added:n},e)=>n.length>0&&e!==null,k=({table:n,before:e},t)=>(t==="now"?n:e??n).sql;function en(n,e,{index:t,sides:o}){if(n.method.kind!=="blocks")return[_n(n,e,{index:t,sides:o})];let r=n.cut.by==="blocks"?n.cut.step:1;return n.method.twins.flatMap((s,a)=>{let[i,c]=e==="now"?[s.is,s.was]:[s.was,s.is];return i===null?[]:[xn(`${t}|${a}`,i,{other:c,step:r})]})}var An="hashtidextended(t.ctid, coalesce(nullif(age(t.xmin), 2147483647)::int8 - age('3'::xid), 0))";function xn(n,e,{other:t,step:o}){let r=t===null?1:Math.ceil(Math.max(e.blocks,t.blocks)/o);if(e.blocks===0&&(t===null||t.blocks===0))return"";let s=`count(*) AS n, sum(${An}) AS h FROM ${e.sql} AS t`;return r<=1?`SELECT '${n}|0', s.n, s.h, 0 FROM (SELECT ${s}) s WHERE s.n > 0;`:`SELECT '${n}|' || g, s.n, s.h, 0
FROM generate_series(0, ${r-1}) g, LATERAL (SELECT ${s}
  WHERE t.ctid >= ('(' || g * ${o}::int8 || ',0)')::tid
    AND t.ctid < ('(' || CASE g WHEN ${r-1} THEN 4294967295 ELSE (g + 1) * ${o}::int8 END || ',0)')::tid
) s WHERE s.n > 0;`}function _n({pair:n,method:e,cut:t},o,{index:r,sides:s}){let{version:a}=s.now,i=H(n,o,{cut:t,version:a}),c=Cn({pair:n,method:e},o,s),l=e.kind==="keys"&&o==="now"?` FILTER (WHERE NOT ${c})`:"",d=e.kind==="keys"?S(n.key,o)??M(n.key,o):T(n.columns,o,a),u=c==="false"?"0":`count(*) FILTER (WHERE ${c})`;return`SELECT '${r}|0|' || ${i===null?"0":`(${i})`}, count(*)${l}, coalesce(sum(${d})${l}, 0), ${u}
FROM ${k(n,o)} AS t ${i===null?"HAVING count(*) > 0":`GROUP BY ${i}`};`}function Cn({pair:n,method:e},t,{opened:o,closed:r}){return t==="then"?"false":e.kind==="keys"?y(r):v(n,o)?y(o):"false"}function q({pair:n,look:e,parts:t},o,{index:r,sides:s}){let a=o==="now"?y(s.opened):"false",i=o==="now"&&v(n,s.opened)?a:"false",c=`${T(n.columns,o,s.now.version)} AS h, ${Z(n.key,o)} AS k, ${a} AS since,
  ${i} AS unsure, t.tableoid AS part, t.ctid AS id`,l=e===null||t===null?`SELECT ${c} FROM ${k(n,o)} AS t`:Hn({pair:n,look:e,parts:t},o,{values:c,sides:s});if(l===null)return null;let d=n.key.length>0?"r.k":"r.h::text || '#' || row_number() OVER (PARTITION BY r.h ORDER BY r.since)";return`SELECT ${r} AS pair, (${d}) COLLATE "C" AS k, r.h${o==="now"?", r.since, r.unsure, r.part, r.id":""} FROM (${l}) r`}var Mn=1e3;function Hn({pair:n,look:e,parts:t},o,{values:r,sides:s}){let{cut:a}=e;if(a.by==="blocks")return Pn({look:e,parts:t},o,{values:r,step:a.step});let i=`${k(n,o)} AS t`,c=t.get(0)??[];if(a.by==="key"&&c.length<=Mn)return Dn({pair:n,cut:a,from:i,values:r,found:c},o);let l=H(n,o,{cut:a,version:s.now.version}),d=`SELECT ${r} FROM ${i}`;if(l===null)return d;let u=`= ANY ('{${c.join(",")}}'::int8[])`;return a.by==="key"||n.key.length>0?`${d} WHERE (${l}) ${u}`:`SELECT * FROM (${d} OFFSET 0) w WHERE (w.h & ${a.mask}) ${u}`}function Dn({pair:n,cut:e,from:t,values:o,found:r},s){let a=S(n.key,s),i=d=>e.low+(d<<e.shift),c=B(r).map(([d,u])=>[i(d),i(u)-1n]),l=d=>`'{${c.map(u=>In(u[d]??0n)).join(",")}}'::int8[]`;return`SELECT w.* FROM unnest(${l(0)}, ${l(1)}) AS g (low, high), LATERAL (
  SELECT ${o} FROM ${t} WHERE ${a} BETWEEN g.low AND g.high OFFSET 0
) w`}var D=2n**63n-1n;function In(n){return n>D?D:n<-D-1n?-D-1n:n}function Pn({look:n,parts:e},t,{values:o,step:r}){let s=n.method.kind==="blocks"?n.method.twins:[],a=[...e].flatMap(([i,c])=>{let l=s[i],[d,u]=t==="now"?[l?.is,l?.was]:[l?.was,l?.is];if(d==null)return[];let p=`SELECT ${o} FROM ${d.sql} AS t`,g=Math.ceil(Math.max(d.blocks,u?.blocks??0)/r);if(u==null||g<=1)return[p];let O=B(c),w=m=>`'{${O.map(E=>`"(${Fn(E[m],r,g)},0)"`).join(",")}}'::tid[]`;return[`SELECT w.* FROM unnest(${w(0)}, ${w(1)}) AS g (low, high), LATERAL (
  ${p} WHERE t.ctid >= g.low AND t.ctid < g.high OFFSET 0
) w`]});return a.length>0?a.join(`
UNION ALL
`):null}var Wn=4294967295;function Fn(n,e,t){return Number(n)>=t?Wn:Number(n)*e}var tn=`umask 077; d=$(mktemp -d -- "$6/.written.XXXXXX") || exit 1
trap 'rm -rf -- "$d"' EXIT
GOLIVE_ROWS="$d/rows"; export GOLIVE_ROWS; : > "$GOLIVE_ROWS" || exit 1
jobs=$5
sql() { psql -X -q -A -t --no-password -v ON_ERROR_STOP=1 -v VERBOSITY=verbose -v "jobs=$jobs" -d "$1" -f -; }
cat > "$d/all" && head -c "$3" "$d/all" > "$d/then.sql" && tail -c "+$(($3 + 1))" "$d/all" > "$d/now.sql" || exit 1
{
  sql "$2" < "$d/then.sql" > "$d/then" & then=$!
  head -c "$4" "$d/now.sql"
  wait "$then" || { : > "$d/failed"; exit 1; }
  printf '%s\\n' 'COPY golive_then FROM STDIN;'; cat -- "$d/then"; printf '%s\\n' '\\.'
  tail -c "+$(($4 + 1))" "$d/now.sql"
} | sql "$1" || exit
[ ! -e "$d/failed" ] || exit 1
[ -z "$7" ] || { cat -- "$GOLIVE_ROWS" >> "$7" && printf 'rows|%s\\n' "$(wc -l < "$GOLIVE_ROWS")"; }`;async function rn({host:n,plan:e,names:t,sides:o},r,s){if(r.length===0)return[];let a=r.flatMap((m,E)=>{let f=q(m,"then",{index:E,sides:o});return f===null||m.pair.before===null?[]:[`COPY (${f}) TO STDOUT;
`]}),i=r.flatMap((m,E)=>{let f=q(m,"now",{index:E,sides:o});return f===null?[]:[`INSERT INTO golive_now ${f};
`]}),c=[`${on}${a.join("")}`,`${on}${vn}${i.join("")}`,`${qn}${s===null?"":r.map(({pair:m},E)=>jn(m.table,E)).join("")}`],[l,d]=c.map(m=>String(Buffer.byteLength(m))),u=[t.now,t.then,l??"",d??"",String(e.backup.jobs),e.backup.directory,s??""],p=A(e,tn,u,{stdin:c.join(""),timeoutSeconds:4*3600}),{stdout:g}=await n.run({...p,label:$`compare rows of ${t.now} and ${t.then}`}),O=Bn(g,r.length),w=O.reduce((m,E)=>m+E.kept,0);if(s!==null&&Number(/^rows\|(\d+)$/m.exec(g)?.[1])!==w)throw new L($`not all rows could be written to ${s}`);return O}function Bn(n,e){if(!/^compared$/m.test(n))throw new L($`the rows were not counted`);let t=new Map([...n.matchAll(/^written\|(\d+)\|(\d+)\|(\d+)\|(\d+)\|(\d+)\|(\d+)$/gm)].map(r=>{let[s=0,a=0,i=0,c=0,l=0,d=0]=r.slice(1).map(Number);return[s,{inserted:a,changed:i,deleted:c,byPeople:l,kept:d}]})),o={inserted:0,changed:0,deleted:0,byPeople:0,kept:0};return Array.from({length:e},(r,s)=>t.get(s)??o)}var on=`${N}SET jit = off;
SET work_mem = '32MB';
`,vn=`CREATE TEMP TABLE golive_then (pair int, k text COLLATE "C", h bigint);
CREATE TEMP TABLE golive_now (
  pair int, k text COLLATE "C", h bigint, since boolean, unsure boolean, part oid, id tid
);
`,qn=`ANALYZE golive_now;
ANALYZE golive_then;
CREATE TEMP TABLE golive_written AS
SELECT pair, k, coalesce(n.since, false) AS since, n.part, n.id,
  CASE WHEN b.h IS NULL THEN 'inserted' WHEN n.h IS NULL THEN 'deleted' ELSE 'changed' END AS change
FROM golive_now n FULL JOIN golive_then b USING (pair, k)
WHERE n.h IS NULL OR b.h IS NULL OR n.h <> b.h OR n.unsure;
ANALYZE golive_written;
SELECT 'written', pair, count(*) FILTER (WHERE change = 'inserted'), count(*) FILTER (WHERE change = 'changed'),
  count(*) FILTER (WHERE change = 'deleted'), count(*) FILTER (WHERE since),
  count(*) FILTER (WHERE since OR change = 'deleted')
FROM golive_written GROUP BY pair;
SELECT 'compared';
`;function jn({name:n,sql:e},t){return`SELECT translate(${`json_build_object(
  'table', '${n.replaceAll("'","''")}', 'change', w.change, 'key', w.k, 'row', row_to_json(t.*)
)`}::text, E'\\n\\r', '  ')
FROM golive_written w LEFT JOIN ${e} AS t ON t.ctid = w.id AND t.tableoid = w.part
WHERE w.pair = ${t} AND (w.since OR w.change = 'deleted') \\g |cat >> "$GOLIVE_ROWS"
`}function sn(n,e,t){let o=Yn(n,e,t);return o!==null?{kind:"blocks",twins:o}:{kind:Jn(n,e,t)?"keys":"contents"}}function Yn(n,e,t){let{now:o,then:r,recent:s,cloned:a}=t;if(!a||!s||o.version<14||n.table.oid!==e.oid)return null;let i=o.types===r.types;if(!n.columns.every(l=>l.now.number===l.then.number&&an(l,i)))return null;let c=Un(n.table,e);return c.every(l=>Xn(l,n.columns))?c:null}function an({now:n,then:e},t){return(n.steady==="always"||n.steady==="typed"&&t)&&n.base===e.base&&n.steady===e.steady}function Un(n,e){let t=new Map(e.leaves.map(r=>[r.oid,r])),o=new Set(n.leaves.map(({oid:r})=>r));return[...n.leaves.map(r=>({is:r,was:t.get(r.oid)??null})),...e.leaves.filter(({oid:r})=>!o.has(r)).map(r=>({is:null,was:r}))]}function Xn({is:n,was:e},t){return n===null||e===null?!0:n.file!==null&&n.file===e.file&&n.heap&&e.heap&&ln(n,e,t)}function ln(n,e,t){return t.every(o=>n.numbers?.[o.now.name]===e.numbers?.[o.then.name])}function Jn({table:n,key:e,columns:t},o,{now:r,cloned:s,closed:a}){if(a===null||e.length===0)return!1;let i=new Map(s&&n.oid===o.oid?o.leaves.map(l=>[l.oid,l]):[]);return n.leaves.every(l=>{let d=i.get(l.oid);return l.heap&&(!l.altered||d!==void 0&&ln(l,d,t))})&&t.every(l=>!l.now.altered&&an(l,!r.typesAltered))}async function un(n,e){let t=e.filter(({before:i})=>i===null),o=await Gn(n,e),r=await dn(n,o),s=o.flatMap((i,c)=>r[c]?.mostlyNew?[{...i,method:{kind:"contents"}}]:[]),a=s.length===0?[]:await dn(n,s);return[...t.map(i=>({pair:i,look:null,parts:null})),...cn(o,r.map(i=>i.mostlyNew?Kn:i)),...cn(s,a)]}function cn(n,e){return n.flatMap((t,o)=>{let r=e[o]?.differing;return r===void 0||r.size===0?[]:[{pair:t.pair,look:t,parts:r}]})}async function Gn(n,e){let{sides:t}=n,o=e.flatMap(a=>{let{before:i}=a;return i===null||R(a.table)+R(i)===0?[]:[{pair:a,before:i,method:sn(a,i,t)}]}),r=Q(o.map(({pair:a})=>a.table)),s=await Vn(n,o.filter(({pair:a,method:i})=>i.kind!=="blocks"&&S(a.key,"now")!==null).filter(({pair:a})=>F(a,r)>1).map(({pair:a})=>a));return o.map(a=>({...a,cut:a.method.kind==="blocks"?{by:"blocks",step:r}:nn(F(a.pair,r),s.get(a.pair)??null)}))}async function Vn(n,e){if(e.length===0)return new Map;let t=a=>e.map((i,c)=>{let l=S(i.key,a);return`SELECT ${c}, min(${l}), max(${l}) FROM ${k(i,a)} AS t;`}),[o,r]=await pn(n,t),s=new Map;for(let a of[...o,...r]){let[i="",c="",l=""]=a.split("|"),d=e[Number(i)];if(d===void 0||c==="")continue;let u=s.get(d),[p,g]=[BigInt(c),BigInt(l)];s.set(d,{low:u!==void 0&&u.low<p?u.low:p,high:u!==void 0&&u.high>g?u.high:g})}return s}var Kn={differing:new Map,mostlyNew:!1};async function dn(n,e){let{sides:t}=n,o=a=>e.flatMap((i,c)=>en(i,a,{index:c,sides:t})),[r,s]=(await pn(n,o)).map(zn);return e.map(({method:a},i)=>{let c=Qn(r?.get(i)??new Map,s?.get(i)??new Map);return a.kind==="keys"?c:{...c,mostlyNew:!1}})}function zn(n){let e=new Map;for(let t of n){let[o="",r="",s="",a="",i="",c=""]=t.split("|");if(c==="")continue;let l=e.get(Number(o))??new Map;e.set(Number(o),l),l.set(`${r}|${s}`,{sum:`${a} ${i}`,rows:Number(a),since:Number(c)})}return e}var Zn=1e4;function Qn(n,e){let t=new Map,[o,r]=[0,0];for(let s of new Set([...n.keys(),...e.keys()])){let a=n.get(s);if(o+=a?.since??0,r+=a?.rows??0,a!==void 0&&a.since===0&&a.sum===e.get(s)?.sum||(a?.rows??0)+(a?.since??0)+(e.get(s)?.rows??0)===0)continue;let[i="",c=""]=s.split("|"),l=t.get(Number(i))??[];t.set(Number(i),l),l.push(BigInt(c))}return{differing:t,mostlyNew:o>Zn&&o>r/4}}async function pn({host:n,plan:e,names:t},o){let r=`${N}SET jit = off;
SET work_mem = '32MB';
`,s=async a=>{let i=h(e,t[a],`${r}${o(a).join(`
`)}
`,{variables:{jobs:String(e.backup.jobs)},timeoutSeconds:14400});return(await n.run(i)).stdout.split(`
`)};return Promise.all([s("now"),s("then")])}function yn(n,e,t){let o=new Map(e.map(s=>[s.oid,s])),r=new Map(e.map(s=>[s.name,s]));return n.map(s=>{let a=t?o.get(s.oid):void 0,i=a??r.get(s.name)??null;if(i===null)return{table:s,before:i,columns:[],key:[],added:[],gone:[]};let c=ne(s,i,a!==void 0),l=s.columns.filter(u=>!c.some(p=>p.now===u)),d=i.columns.filter(u=>!c.some(p=>p.then===u));return{table:s,before:i,columns:c,key:ee(s,i,c),added:mn(l),gone:mn(d)}})}function ne(n,e,t){let o=t?n.columns.flatMap(s=>{let a=e.columns.find(({number:i})=>i===s.number);return a===void 0?[]:[{now:s,then:a}]}):[],r=new Set(o.map(({then:s})=>s.name));return n.columns.flatMap(s=>{let a=o.find(c=>c.now===s);if(a!==void 0)return[a];let i=e.columns.find(({name:c})=>c===s.name&&!r.has(c));return i===void 0?[]:[{now:s,then:i}]})}function ee(n,e,t){let o=n.keys.map(l=>t.filter(({now:d})=>l.includes(d.name))),r=e.keys.map(l=>t.filter(({then:d})=>l.includes(d.name))),s=(l,d)=>l.filter((u,p)=>u.length>0&&u.length===d[p]?.length),a=s(o,n.keys),i=s(r,e.keys),c=(l,d)=>l.some(u=>u.every(p=>d.includes(p)));return[...a,...i].find(l=>c(a,l)&&c(i,l))??[]}function mn(n){return n.map(({name:e})=>e)}var fn=`EXISTS (
    SELECT FROM pg_partition_tree(tops.oid) q JOIN pg_class f ON f.oid = q.relid WHERE f.relkind = 'f'
  )`,te=`CASE
            WHEN a.attgenerated = 'v' THEN 'never'
            WHEN y.oid < 16384 AND y.typtype IN ('b', 'r', 'm') AND y.typname !~ '^_?reg' THEN 'always'
            WHEN y.typtype IN ('b', 'e') AND y.typelem = 0 THEN 'typed'
            ELSE 'never'
          END`,gn="t.typtype IN ('b', 'e') AND t.typelem = 0 AND t.oid >= 16384",En=n=>`SELECT json_build_object(
  'version', current_setting('server_version_num')::int / 10000,
  'types', md5(concat_ws(' ',
    (SELECT string_agg(concat_ws(' ', enumtypid, oid, enumlabel), ',' ORDER BY oid) FROM pg_enum),
    (SELECT string_agg(concat_ws(' ', oid, typoutput), ',' ORDER BY oid) FROM pg_type t WHERE ${gn}),
    (SELECT string_agg(concat_ws(' ', oid, extversion), ',' ORDER BY oid) FROM pg_extension)
  )),
  'typesAltered', EXISTS (SELECT FROM pg_enum t WHERE ${y(n)})
    OR EXISTS (SELECT FROM pg_type t WHERE ${gn} AND ${y(n)})
    OR EXISTS (SELECT FROM pg_extension t WHERE ${y(n)})
);
`,oe=n=>`${y(n,"ln")} OR CASE WHEN l.oid = c.oid
          THEN coalesce((SELECT ${y(n)} FROM pg_type t WHERE t.oid = l.reltype), ${y(n,"l")})
          ELSE EXISTS (
            SELECT FROM pg_partition_ancestors(l.oid) x JOIN pg_class t ON t.oid = x.relid WHERE ${y(n)}
          ) OR EXISTS (SELECT FROM pg_attribute t WHERE t.attrelid = l.oid AND t.attnum > 0 AND ${y(n)}) END`,re=`EXISTS (
          SELECT FROM pg_constraint n
          WHERE n.conrelid = a.attrelid AND n.contype = 'n' AND NOT n.convalidated AND a.attnum = ANY (n.conkey)
        )`,bn=n=>`WITH tops AS (
  SELECT c.oid, c.relkind FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
  WHERE c.relkind IN ('r', 'p') AND NOT c.relispartition AND c.relpersistence <> 't'
    AND n.nspname !~ '^pg_' AND n.nspname <> 'information_schema'
), units AS (
  SELECT oid, relkind FROM tops
  WHERE relkind = 'r' OR NOT ${fn}
  UNION ALL
  SELECT l.oid, l.relkind
  FROM tops, LATERAL pg_partition_tree(tops.oid) p JOIN pg_class l ON l.oid = p.relid
  WHERE tops.relkind = 'p' AND l.relkind = 'r' AND ${fn}
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
      json_build_array(
        a.attname, a.attnum, format_type(a.atttypid, a.atttypmod), format_type(a.atttypid, NULL), concat(
          CASE WHEN ${J} THEN 'exact ' END,
          CASE WHEN y.typname IN ('int2', 'int4', 'int8', 'numeric', 'float4', 'float8')
            AND y.typnamespace = 'pg_catalog'::regnamespace THEN 'numeric ' END,
          CASE WHEN a.attcollation <> 0 THEN 'collated ' END,
          CASE WHEN ${y(n,"a")} THEN 'altered ' END,
          ${te}
        )
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
      HAVING bool_and(a.attnotnull AND NOT ${re})
    ) k
  ), '[]'),
  'leaves', coalesce((
    SELECT json_agg(
      json_build_object(
        'oid', l.oid::text,
        'sql', 'ONLY ' || format('%I.%I', ln.nspname, l.relname),
        'file', pg_relation_filenode(l.oid)::text,
        'blocks', coalesce(pg_relation_size(l.oid) / current_setting('block_size')::int, 0),
        'heap', l.relam = 2,
        'altered', ${oe(n)},
        'numbers', CASE WHEN l.oid <> c.oid THEN (
          SELECT json_object_agg(a.attname, a.attnum) FROM pg_attribute a
          WHERE a.attrelid = l.oid AND a.attnum > 0 AND NOT a.attisdropped
        ) END
      )
      ORDER BY l.oid
    )
    FROM (
      SELECT c.oid WHERE c.relkind = 'r'
      UNION ALL
      SELECT p.relid FROM pg_partition_tree(c.oid) p WHERE c.relkind = 'p' AND p.isleaf
    ) p JOIN pg_class l ON l.oid = p.oid JOIN pg_namespace ln ON ln.oid = l.relnamespace
  ), '[]')
)
FROM units u JOIN pg_class c ON c.oid = u.oid JOIN pg_namespace n ON n.oid = c.relnamespace
ORDER BY n.nspname, c.relname;
`;async function Sn(n,e,t){let o=`${x}SELECT pg_snapshot_xmax(pg_current_snapshot()), ${_};
`,{stdout:r}=await n.run(h(e,t,o,{timeoutSeconds:60})),[s="",a=""]=r.trim().split("|");return{place:a,next:s}}async function j(n,e,t,o){let r=h(e,t,`${N}SET jit = off;
${En(o)}${bn(o)}`,{variables:{jobs:"0"},timeoutSeconds:300}),{stdout:s}=await n.run(r),[a="",...i]=s.split(`
`).filter(c=>c.startsWith("{"));return{...JSON.parse(a),tables:i.map(se)}}function se(n){let{columns:e,...t}=JSON.parse(n);return{...t,columns:e.map(ae)}}function ae([n,e,t,o,r]){let s=r.split(" ");return{name:n,sql:`"${n.replaceAll('"','""')}"`,number:e,type:t,base:o,exact:s.includes("exact"),numeric:s.includes("numeric"),collated:s.includes("collated"),altered:s.includes("altered"),steady:s.at(-1)}}async function et(n,e,t){let{cloned:o,openedAt:r,closedAt:s=null,out:a}=t,i={now:t.now,then:t.then},c=await Sn(n,e,i.now),l=r===null||P(r,c.next),d=l?r:null,u=z(s,c),[p,g]=await Promise.all([j(n,e,i.now,u),j(n,e,i.then,null)]),O=p.tables.filter(({name:f})=>!f.endsWith(".django_migrations")),w={host:n,plan:e,names:i,sides:{now:p,then:g,cloned:o,opened:d,closed:u,recent:l}},m=await un(w,yn(O,g.tables,o));a!==null&&await n.run(A(e,'umask 077; : > "$1"',[a]));let E=await rn(w,m,a);return m.flatMap(({pair:f},I)=>{let{inserted:Y=0,changed:U=0,deleted:X=0,byPeople:hn=0}=E[I]??{};if(Y+U+X===0)return[];let wn=[...new Set([...f.added,...f.gone])].toSorted();return[{table:f.table.name,inserted:Y,changed:U,deleted:X,byPeople:hn,leftOut:wn}]}).toSorted((f,I)=>f.table<I.table?-1:1)}async function tt(n,e){return(await n.run(h(e,e.name,"SELECT pg_current_snapshot()",{timeoutSeconds:60}))).stdout.trim()}async function ot(n,e){let t=`${x}SELECT pg_current_snapshot() || '@' || ${_};
`;return(await n.run(h(e,e.name,t,{timeoutSeconds:60}))).stdout.trim()}function rt(n){return n.length===0?$`nothing was written`:n.map(ie).join(", ")}function ie({table:n,inserted:e,changed:t,deleted:o,leftOut:r}){let s=[...e>0?[`+${e}`]:[],...t>0?[`~${t}`]:[],...o>0?[`-${o}`]:[]],a=r.length>0?$` (not compared: ${r.join(", ")})`:"";return`${n} ${s.join(" ")}${a}`}export{et as a,tt as b,ot as c,rt as d};
