import{createRequire}from"node:module";const require=createRequire(import.meta.url);
import{c as N,d as J}from"./chunk-XWFVC7DS.js";import{p as A,q as h}from"./chunk-PDUI7LMK.js";import{m as $,q as L}from"./chunk-ZFSQH6XZ.js";function y(n,e="t"){if(n===null)return"true";let{next:t,running:o}=V(n),s=`age(${e}.xmin) BETWEEN 0 AND age('${G(t)}'::xid)`;return o.length===0?s:`(${s} OR ${e}.xmin::text IN (${o.map(r=>`'${G(BigInt(r))}'`).join(", ")}))`}function V(n){let[,e="",t=e,o=""]=/^(\d+)(?::(\d+):([\d,]*))?$/.exec(n)??[];if(e==="")throw new L(`${n} is no mark of an opening`);return{next:BigInt(t),running:o===""?[]:o.split(",")}}var G=n=>(n%4294967296n).toString(),wn=1n<<30n;function W(n,e){let t=BigInt(e)-V(n).next;return t>=0n&&t<wn}var x=`SELECT has_function_privilege('pg_catalog.pg_control_system()', 'EXECUTE') AS may \\gset
\\set system ''
\\if :may
  SELECT system_identifier AS system FROM pg_control_system() \\gset
\\endif
`,$n="(SELECT oid FROM pg_database WHERE datname = current_database()) || '@' || :'system'",_=`CASE WHEN :'system' = '' THEN '' ELSE ${$n} END`;function K(n,e){let[,t="",o=""]=/^([\d:,]+)@(.*)$/.exec(n??"")??[];return o!==""&&o===e.place&&W(t,e.next)?t:null}function T(n,e,t){let o=n.flatMap(a=>On(a,e)).join(", ")||"NULL::text",s=t<14?"":"hash_record_extended";return`hashtextextended(${s===""?`ROW(${o})::text`:`${s}(ROW(${o}), 0)::text`}, 0)`}function z(n,e){return n.length===0?"NULL::text":`ROW(${n.map(o=>o.now.base===o.then.base?b(o,e):P(o,e)).join(", ")})::text`}function M(n,e){return n.reduce((t,o)=>C(o.now)&&C(o.then)?`hashint8extended(${b(o,e)}::int8, ${t})`:`hashtextextended((${o.now.base===o.then.base?`${b(o,e)}::text`:P(o,e)}) COLLATE "C", ${t})`,"0")}function S(n,e){let[t,...o]=n;return t===void 0||o.length>0||!C(t.now)||!C(t.then)?null:b(t,e)}var C=({base:n})=>["smallint","integer","bigint"].includes(n),b=(n,e)=>`t.${n[e].sql}`;function On(n,e){let{now:t,then:o}=n;return t.base!==o.base||!t.exact?[`${Tn(n,e)} COLLATE "C"`]:t.collated||o.collated?[`${b(n,e)} COLLATE "C"`]:[b(n,e),...Nn(n,e)]}function Nn(n,e){let{base:t}=n.now;return t==="bigint"?[`${b(n,e)} >> 32`]:t.startsWith("timestamp")||t.startsWith("time ")?[`date_part('epoch', ${b(n,e)})`]:[]}function Tn(n,e){return`format('%L', ${Rn(n)?b(n,e):P(n,e)})`}var Rn=({now:n,then:e})=>n.type===e.type;function P(n,e){return n.now.numeric&&n.then.numeric?`trim_scale(${b(n,e)}::numeric)::text`:`${b(n,e)}::text`}var kn=16,Ln=4e4;function Z(n){return Math.max(kn,Math.ceil(n.reduce((e,t)=>e+R(t),0)/Ln))}function R({leaves:n}){return n.reduce((e,{blocks:t})=>e+t,0)}function F(n,e){let t=Math.max(R(n.table),n.before===null?0:R(n.before));return Math.min(4096,Math.ceil(t/e))}function Q(n,e){if(e===null||e.high-e.low>=1n<<62n)return{by:"hash",mask:2**Math.ceil(Math.log2(Math.max(1,n)))-1};let t=0n;for(;e.high-e.low>>t>=BigInt(Math.max(1,n));)t++;return{by:"key",low:e.low,shift:t}}function H(n,e,{cut:t,version:o}){return t.by==="key"?`(${S(n.key,e)}::int8 - '${t.low}'::int8) >> ${t.shift}`:t.by==="blocks"||t.mask===0?null:`${n.key.length>0?M(n.key,e):T(n.columns,e,o)} & ${t.mask}`}function B(n){let e=[];for(let t of n.toSorted((o,s)=>o<s?-1:1)){let o=e.at(-1);o!==void 0&&o[1]===t?o[1]=t+1n:e.push([t,t+1n])}return e}var v=({added:n},e)=>n.length>0&&e!==null,k=({table:n,before:e},t)=>(t==="now"?n:e??n).sql;function nn(n,e,{index:t,sides:o}){if(n.method.kind!=="blocks")return[_n(n,e,{index:t,sides:o})];let s=n.cut.by==="blocks"?n.cut.step:1;return n.method.twins.flatMap((r,a)=>{let[i,c]=e==="now"?[r.is,r.was]:[r.was,r.is];return i===null?[]:[xn(`${t}|${a}`,i,{other:c,step:s})]})}var An="hashtidextended(t.ctid, coalesce(nullif(age(t.xmin), 2147483647)::int8 - age('3'::xid), 0))";function xn(n,e,{other:t,step:o}){let s=t===null?1:Math.ceil(Math.max(e.blocks,t.blocks)/o);if(e.blocks===0&&(t===null||t.blocks===0))return"";let r=`count(*) AS n, sum(${An}) AS h FROM ${e.sql} AS t`;return s<=1?`SELECT '${n}|0', s.n, s.h, 0 FROM (SELECT ${r}) s WHERE s.n > 0;`:`SELECT '${n}|' || g, s.n, s.h, 0
FROM generate_series(0, ${s-1}) g, LATERAL (SELECT ${r}
  WHERE t.ctid >= ('(' || g * ${o}::int8 || ',0)')::tid
    AND t.ctid < ('(' || CASE g WHEN ${s-1} THEN 4294967295 ELSE (g + 1) * ${o}::int8 END || ',0)')::tid
) s WHERE s.n > 0;`}function _n({pair:n,method:e,cut:t},o,{index:s,sides:r}){let{version:a}=r.now,i=H(n,o,{cut:t,version:a}),c=Cn({pair:n,method:e},o,r),l=e.kind==="keys"&&o==="now"?` FILTER (WHERE NOT ${c})`:"",d=e.kind==="keys"?S(n.key,o)??M(n.key,o):T(n.columns,o,a),u=c==="false"?"0":`count(*) FILTER (WHERE ${c})`;return`SELECT '${s}|0|' || ${i===null?"0":`(${i})`}, count(*)${l}, coalesce(sum(${d})${l}, 0), ${u}
FROM ${k(n,o)} AS t ${i===null?"HAVING count(*) > 0":`GROUP BY ${i}`};`}function Cn({pair:n,method:e},t,{opened:o,closed:s}){return t==="then"?"false":e.kind==="keys"?y(s):v(n,o)?y(o):"false"}function q({pair:n,look:e,parts:t},o,{index:s,sides:r}){let a=o==="now"?y(r.opened):"false",i=o==="now"&&v(n,r.opened)?a:"false",c=`${T(n.columns,o,r.now.version)} AS h, ${z(n.key,o)} AS k, ${a} AS since,
  ${i} AS unsure, t.tableoid AS part, t.ctid AS id`,l=e===null||t===null?`SELECT ${c} FROM ${k(n,o)} AS t`:Hn({pair:n,look:e,parts:t},o,{values:c,sides:r});if(l===null)return null;let d=n.key.length>0?"r.k":"r.h::text || '#' || row_number() OVER (PARTITION BY r.h ORDER BY r.since)";return`SELECT ${s} AS pair, (${d}) COLLATE "C" AS k, r.h${o==="now"?", r.since, r.unsure, r.part, r.id":""} FROM (${l}) r`}var Mn=1e3;function Hn({pair:n,look:e,parts:t},o,{values:s,sides:r}){let{cut:a}=e;if(a.by==="blocks")return Wn({look:e,parts:t},o,{values:s,step:a.step});let i=`${k(n,o)} AS t`,c=t.get(0)??[];if(a.by==="key"&&c.length<=Mn)return Dn({pair:n,cut:a,from:i,values:s,found:c},o);let l=H(n,o,{cut:a,version:r.now.version}),d=`SELECT ${s} FROM ${i}`;if(l===null)return d;let u=`= ANY ('{${c.join(",")}}'::int8[])`;return a.by==="key"||n.key.length>0?`${d} WHERE (${l}) ${u}`:`SELECT * FROM (${d} OFFSET 0) w WHERE (w.h & ${a.mask}) ${u}`}function Dn({pair:n,cut:e,from:t,values:o,found:s},r){let a=S(n.key,r),i=d=>e.low+(d<<e.shift),c=B(s).map(([d,u])=>[i(d),i(u)-1n]),l=d=>`'{${c.map(u=>In(u[d]??0n)).join(",")}}'::int8[]`;return`SELECT w.* FROM unnest(${l(0)}, ${l(1)}) AS g (low, high), LATERAL (
  SELECT ${o} FROM ${t} WHERE ${a} BETWEEN g.low AND g.high OFFSET 0
) w`}var D=2n**63n-1n;function In(n){return n>D?D:n<-D-1n?-D-1n:n}function Wn({look:n,parts:e},t,{values:o,step:s}){let r=n.method.kind==="blocks"?n.method.twins:[],a=[...e].flatMap(([i,c])=>{let l=r[i],[d,u]=t==="now"?[l?.is,l?.was]:[l?.was,l?.is];if(d==null)return[];let p=`SELECT ${o} FROM ${d.sql} AS t`,g=Math.ceil(Math.max(d.blocks,u?.blocks??0)/s);if(u==null||g<=1)return[p];let O=B(c),w=m=>`'{${O.map(E=>`"(${Fn(E[m],s,g)},0)"`).join(",")}}'::tid[]`;return[`SELECT w.* FROM unnest(${w(0)}, ${w(1)}) AS g (low, high), LATERAL (
  ${p} WHERE t.ctid >= g.low AND t.ctid < g.high OFFSET 0
) w`]});return a.length>0?a.join(`
UNION ALL
`):null}var Pn=4294967295;function Fn(n,e,t){return Number(n)>=t?Pn:Number(n)*e}var en=`umask 077; d=$(mktemp -d -- "$6/.written.XXXXXX") || exit 1
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
[ -z "$7" ] || { cat -- "$GOLIVE_ROWS" >> "$7" && printf 'rows|%s\\n' "$(wc -l < "$GOLIVE_ROWS")"; }`;async function on({host:n,plan:e,names:t,sides:o},s,r){if(s.length===0)return[];let a=s.flatMap((m,E)=>{let f=q(m,"then",{index:E,sides:o});return f===null||m.pair.before===null?[]:[`COPY (${f}) TO STDOUT;
`]}),i=s.flatMap((m,E)=>{let f=q(m,"now",{index:E,sides:o});return f===null?[]:[`INSERT INTO golive_now ${f};
`]}),c=[`${tn}${a.join("")}`,`${tn}${vn}${i.join("")}`,`${qn}${r===null?"":s.map(({pair:m},E)=>jn(m.table,E)).join("")}`],[l,d]=c.map(m=>String(Buffer.byteLength(m))),u=[t.now,t.then,l??"",d??"",String(e.backup.jobs),e.backup.directory,r??""],p=A(e,en,u,{stdin:c.join(""),timeoutSeconds:4*3600}),{stdout:g}=await n.run({...p,label:$`compare rows of ${t.now} and ${t.then}`}),O=Bn(g,s.length),w=O.reduce((m,E)=>m+E.kept,0);if(r!==null&&Number(/^rows\|(\d+)$/m.exec(g)?.[1])!==w)throw new L($`not all rows could be written to ${r}`);return O}function Bn(n,e){if(!/^compared$/m.test(n))throw new L($`the rows were not counted`);let t=new Map([...n.matchAll(/^written\|(\d+)\|(\d+)\|(\d+)\|(\d+)\|(\d+)\|(\d+)$/gm)].map(s=>{let[r=0,a=0,i=0,c=0,l=0,d=0]=s.slice(1).map(Number);return[r,{inserted:a,changed:i,deleted:c,byPeople:l,kept:d}]})),o={inserted:0,changed:0,deleted:0,byPeople:0,kept:0};return Array.from({length:e},(s,r)=>t.get(r)??o)}var tn=`${N}SET jit = off;
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
`}function rn(n,e,t){let o=Yn(n,e,t);return o!==null?{kind:"blocks",twins:o}:{kind:Jn(n,e,t)?"keys":"contents"}}function Yn(n,e,t){let{now:o,then:s,recent:r,cloned:a}=t;if(!a||!r||o.version<14||n.table.oid!==e.oid)return null;let i=o.types===s.types;if(!n.columns.every(l=>l.now.number===l.then.number&&sn(l,i)))return null;let c=Un(n.table,e);return c.every(l=>Xn(l,n.columns))?c:null}function sn({now:n,then:e},t){return(n.steady==="always"||n.steady==="typed"&&t)&&n.base===e.base&&n.steady===e.steady}function Un(n,e){let t=new Map(e.leaves.map(s=>[s.oid,s])),o=new Set(n.leaves.map(({oid:s})=>s));return[...n.leaves.map(s=>({is:s,was:t.get(s.oid)??null})),...e.leaves.filter(({oid:s})=>!o.has(s)).map(s=>({is:null,was:s}))]}function Xn({is:n,was:e},t){return n===null||e===null?!0:n.file!==null&&n.file===e.file&&n.heap&&e.heap&&an(n,e,t)}function an(n,e,t){return t.every(o=>n.numbers?.[o.now.name]===e.numbers?.[o.then.name])}function Jn({table:n,key:e,columns:t},o,{now:s,cloned:r,closed:a}){if(a===null||e.length===0)return!1;let i=new Map(r&&n.oid===o.oid?o.leaves.map(l=>[l.oid,l]):[]);return n.leaves.every(l=>{let d=i.get(l.oid);return l.heap&&(!l.altered||d!==void 0&&an(l,d,t))})&&t.every(l=>!l.now.altered&&sn(l,!s.typesAltered))}async function dn(n,e){let t=e.filter(({before:i})=>i===null),o=await Gn(n,e),s=await cn(n,o),r=o.flatMap((i,c)=>s[c]?.mostlyNew?[{...i,method:{kind:"contents"}}]:[]),a=r.length===0?[]:await cn(n,r);return[...t.map(i=>({pair:i,look:null,parts:null})),...ln(o,s.map(i=>i.mostlyNew?Kn:i)),...ln(r,a)]}function ln(n,e){return n.flatMap((t,o)=>{let s=e[o]?.differing;return s===void 0||s.size===0?[]:[{pair:t.pair,look:t,parts:s}]})}async function Gn(n,e){let{sides:t}=n,o=e.flatMap(a=>{let{before:i}=a;return i===null||R(a.table)+R(i)===0?[]:[{pair:a,before:i,method:rn(a,i,t)}]}),s=Z(o.map(({pair:a})=>a.table)),r=await Vn(n,o.filter(({pair:a,method:i})=>i.kind!=="blocks"&&S(a.key,"now")!==null).filter(({pair:a})=>F(a,s)>1).map(({pair:a})=>a));return o.map(a=>({...a,cut:a.method.kind==="blocks"?{by:"blocks",step:s}:Q(F(a.pair,s),r.get(a.pair)??null)}))}async function Vn(n,e){if(e.length===0)return new Map;let t=a=>e.map((i,c)=>{let l=S(i.key,a);return`SELECT ${c}, min(${l}), max(${l}) FROM ${k(i,a)} AS t;`}),[o,s]=await un(n,t),r=new Map;for(let a of[...o,...s]){let[i="",c="",l=""]=a.split("|"),d=e[Number(i)];if(d===void 0||c==="")continue;let u=r.get(d),[p,g]=[BigInt(c),BigInt(l)];r.set(d,{low:u!==void 0&&u.low<p?u.low:p,high:u!==void 0&&u.high>g?u.high:g})}return r}var Kn={differing:new Map,mostlyNew:!1};async function cn(n,e){let{sides:t}=n,o=a=>e.flatMap((i,c)=>nn(i,a,{index:c,sides:t})),[s,r]=(await un(n,o)).map(zn);return e.map(({method:a},i)=>{let c=Qn(s?.get(i)??new Map,r?.get(i)??new Map);return a.kind==="keys"?c:{...c,mostlyNew:!1}})}function zn(n){let e=new Map;for(let t of n){let[o="",s="",r="",a="",i="",c=""]=t.split("|");if(c==="")continue;let l=e.get(Number(o))??new Map;e.set(Number(o),l),l.set(`${s}|${r}`,{sum:`${a} ${i}`,rows:Number(a),since:Number(c)})}return e}var Zn=1e4;function Qn(n,e){let t=new Map,[o,s]=[0,0];for(let r of new Set([...n.keys(),...e.keys()])){let a=n.get(r);if(o+=a?.since??0,s+=a?.rows??0,a!==void 0&&a.since===0&&a.sum===e.get(r)?.sum||(a?.rows??0)+(a?.since??0)+(e.get(r)?.rows??0)===0)continue;let[i="",c=""]=r.split("|"),l=t.get(Number(i))??[];t.set(Number(i),l),l.push(BigInt(c))}return{differing:t,mostlyNew:o>Zn&&o>s/4}}async function un({host:n,plan:e,names:t},o){let s=`${N}SET jit = off;
SET work_mem = '32MB';
`,r=async a=>{let i=h(e,t[a],`${s}${o(a).join(`
`)}
`,{variables:{jobs:String(e.backup.jobs)},timeoutSeconds:14400});return(await n.run(i)).stdout.split(`
`)};return Promise.all([r("now"),r("then")])}function mn(n,e,t){let o=new Map(e.map(r=>[r.oid,r])),s=new Map(e.map(r=>[r.name,r]));return n.map(r=>{let a=t?o.get(r.oid):void 0,i=a??s.get(r.name)??null;if(i===null)return{table:r,before:i,columns:[],key:[],added:[],gone:[]};let c=ne(r,i,a!==void 0),l=r.columns.filter(u=>!c.some(p=>p.now===u)),d=i.columns.filter(u=>!c.some(p=>p.then===u));return{table:r,before:i,columns:c,key:ee(r,i,c),added:pn(l),gone:pn(d)}})}function ne(n,e,t){let o=t?n.columns.flatMap(r=>{let a=e.columns.find(({number:i})=>i===r.number);return a===void 0?[]:[{now:r,then:a}]}):[],s=new Set(o.map(({then:r})=>r.name));return n.columns.flatMap(r=>{let a=o.find(c=>c.now===r);if(a!==void 0)return[a];let i=e.columns.find(({name:c})=>c===r.name&&!s.has(c));return i===void 0?[]:[{now:r,then:i}]})}function ee(n,e,t){let o=n.keys.map(l=>t.filter(({now:d})=>l.includes(d.name))),s=e.keys.map(l=>t.filter(({then:d})=>l.includes(d.name))),r=(l,d)=>l.filter((u,p)=>u.length>0&&u.length===d[p]?.length),a=r(o,n.keys),i=r(s,e.keys),c=(l,d)=>l.some(u=>u.every(p=>d.includes(p)));return[...a,...i].find(l=>c(a,l)&&c(i,l))??[]}function pn(n){return n.map(({name:e})=>e)}var yn=`EXISTS (
    SELECT FROM pg_partition_tree(tops.oid) q JOIN pg_class f ON f.oid = q.relid WHERE f.relkind = 'f'
  )`,te=`CASE
            WHEN a.attgenerated = 'v' THEN 'never'
            WHEN y.oid < 16384 AND y.typtype IN ('b', 'r', 'm') AND y.typname !~ '^_?reg' THEN 'always'
            WHEN y.typtype IN ('b', 'e') AND y.typelem = 0 THEN 'typed'
            ELSE 'never'
          END`,fn="t.typtype IN ('b', 'e') AND t.typelem = 0 AND t.oid >= 16384",gn=n=>`SELECT json_build_object(
  'version', current_setting('server_version_num')::int / 10000,
  'types', md5(concat_ws(' ',
    (SELECT string_agg(concat_ws(' ', enumtypid, oid, enumlabel), ',' ORDER BY oid) FROM pg_enum),
    (SELECT string_agg(concat_ws(' ', oid, typoutput), ',' ORDER BY oid) FROM pg_type t WHERE ${fn}),
    (SELECT string_agg(concat_ws(' ', oid, extversion), ',' ORDER BY oid) FROM pg_extension)
  )),
  'typesAltered', EXISTS (SELECT FROM pg_enum t WHERE ${y(n)})
    OR EXISTS (SELECT FROM pg_type t WHERE ${fn} AND ${y(n)})
    OR EXISTS (SELECT FROM pg_extension t WHERE ${y(n)})
);
`,oe=n=>`${y(n,"ln")} OR CASE WHEN l.oid = c.oid
          THEN coalesce((SELECT ${y(n)} FROM pg_type t WHERE t.oid = l.reltype), ${y(n,"l")})
          ELSE EXISTS (
            SELECT FROM pg_partition_ancestors(l.oid) x JOIN pg_class t ON t.oid = x.relid WHERE ${y(n)}
          ) OR EXISTS (SELECT FROM pg_attribute t WHERE t.attrelid = l.oid AND t.attnum > 0 AND ${y(n)}) END`,re=`EXISTS (
          SELECT FROM pg_constraint n
          WHERE n.conrelid = a.attrelid AND n.contype = 'n' AND NOT n.convalidated AND a.attnum = ANY (n.conkey)
        )`,En=n=>`WITH tops AS (
  SELECT c.oid, c.relkind FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
  WHERE c.relkind IN ('r', 'p') AND NOT c.relispartition AND c.relpersistence <> 't'
    AND n.nspname !~ '^pg_' AND n.nspname <> 'information_schema'
), units AS (
  SELECT oid, relkind FROM tops
  WHERE relkind = 'r' OR NOT ${yn}
  UNION ALL
  SELECT l.oid, l.relkind
  FROM tops, LATERAL pg_partition_tree(tops.oid) p JOIN pg_class l ON l.oid = p.relid
  WHERE tops.relkind = 'p' AND l.relkind = 'r' AND ${yn}
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
`;async function bn(n,e,t){let o=`${x}SELECT pg_snapshot_xmax(pg_current_snapshot()), ${_};
`,{stdout:s}=await n.run(h(e,t,o,{timeoutSeconds:60})),[r="",a=""]=s.trim().split("|");return{place:a,next:r}}async function j(n,e,t,o){let s=h(e,t,`${N}SET jit = off;
${gn(o)}${En(o)}`,{variables:{jobs:"0"},timeoutSeconds:300}),{stdout:r}=await n.run(s),[a="",...i]=r.split(`
`).filter(c=>c.startsWith("{"));return{...JSON.parse(a),tables:i.map(se)}}function se(n){let{columns:e,...t}=JSON.parse(n);return{...t,columns:e.map(ae)}}function ae([n,e,t,o,s]){let r=s.split(" ");return{name:n,sql:`"${n.replaceAll('"','""')}"`,number:e,type:t,base:o,exact:r.includes("exact"),numeric:r.includes("numeric"),collated:r.includes("collated"),altered:r.includes("altered"),steady:r.at(-1)}}async function nt(n,e,t){let{cloned:o,openedAt:s,closedAt:r=null,out:a}=t,i={now:t.now,then:t.then},c=await bn(n,e,i.now),l=s===null||W(s,c.next),d=l?s:null,u=K(r,c),[p,g]=await Promise.all([j(n,e,i.now,u),j(n,e,i.then,null)]),O=p.tables.filter(({name:f})=>!f.endsWith(".django_migrations")),w={host:n,plan:e,names:i,sides:{now:p,then:g,cloned:o,opened:d,closed:u,recent:l}},m=await dn(w,mn(O,g.tables,o));a!==null&&await n.run(A(e,'umask 077; : > "$1"',[a]));let E=await on(w,m,a);return m.flatMap(({pair:f},I)=>{let{inserted:Y=0,changed:U=0,deleted:X=0,byPeople:Sn=0}=E[I]??{};if(Y+U+X===0)return[];let hn=[...new Set([...f.added,...f.gone])].toSorted();return[{table:f.table.name,inserted:Y,changed:U,deleted:X,byPeople:Sn,leftOut:hn}]}).toSorted((f,I)=>f.table<I.table?-1:1)}async function et(n,e){return(await n.run(h(e,e.name,"SELECT pg_current_snapshot()",{timeoutSeconds:60}))).stdout.trim()}async function tt(n,e){let t=`${x}SELECT pg_current_snapshot() || '@' || ${_};
`;return(await n.run(h(e,e.name,t,{timeoutSeconds:60}))).stdout.trim()}function ot(n){return n.length===0?$`nothing was written`:n.map(ie).join(", ")}function ie({table:n,inserted:e,changed:t,deleted:o,leftOut:s}){let r=[...e>0?[`+${e}`]:[],...t>0?[`~${t}`]:[],...o>0?[`-${o}`]:[]],a=s.length>0?$` (not compared: ${s.join(", ")})`:"";return`${n} ${r.join(" ")}${a}`}export{nt as a,et as b,tt as c,ot as d};
