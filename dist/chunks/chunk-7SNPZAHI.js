import{createRequire}from"node:module";const require=createRequire(import.meta.url);
import{I as pe,O as me,g as ae,l as de,m as ue,o as k}from"./chunk-EIH6KNXG.js";import{a as ie,b as le,c as ce}from"./chunk-YQ5M5CEG.js";import{a as C,b as M,e as ne,g as oe,i as re}from"./chunk-A73YUGWZ.js";import{p as b,q as T,v as se}from"./chunk-KWEGYNVO.js";import{da as te,j as Q,n as ee}from"./chunk-IQJF2NUT.js";import{W as _}from"./chunk-4HZPNLQC.js";import{C as Z}from"./chunk-QM32EUZN.js";import{m,p as N,q as x,x as z}from"./chunk-ZFSQH6XZ.js";import{createHash as fe}from"node:crypto";async function Ue(e,t,n){let{stdout:o}=await e.run(b(t,ae,[n]));return o.split(`
`).filter(r=>r!=="").map(r=>({sha256:r.slice(0,64),name:r.slice(66)}))}async function Bt(e,t,n,o){let r=`${JSON.stringify(o,null,2)}
`,s=Z(`${n}/manifest.json`,r,"600");return await e.run(t.runAs===void 0?s:{...s,user:t.runAs}),fe("sha256").update(r).digest("hex")}async function ye(e,t,n,o){let r=`${e.name}:${n}`,s=m`this dump is not the one that was proved; look who changed it, and restore from another backup`,{stdout:a}=await e.run(b(t,'cat -- "$1/manifest.json"',[n]));if(fe("sha256").update(a).digest("hex")!==o)throw new N({code:"manifest-not-the-recorded",what:m`the manifest is not the one in the journal`,where:r,mend:s});let i=JSON.parse(a),c=Je(i.files,await Ue(e,t,n));if(c.length>0)throw new N(c.map(l=>({code:"dump-files-differ",what:l,where:r,mend:s})));return i}function Je(e,t){let n=new Map(t.map(r=>[r.name,r.sha256])),o=new Set(e.map(r=>r.name));return[...e.flatMap(({name:r,sha256:s})=>n.has(r)?n.get(r)===s?[]:[m`file ${r} is damaged: its checksum differs`]:[m`file ${r} is missing`]),...t.filter(({name:r})=>!o.has(r)).map(({name:r})=>m`file ${r} does not belong to this dump`)]}function y(e,t="t"){if(e===null)return"true";let{next:n,running:o}=Ee(e),r=`age(${t}.xmin) BETWEEN 0 AND age('${ge(n)}'::xid)`;return o.length===0?r:`(${r} OR ${t}.xmin::text IN (${o.map(s=>`'${ge(BigInt(s))}'`).join(", ")}))`}function Ee(e){let[,t="",n=t,o=""]=/^(\d+)(?::(\d+):([\d,]*))?$/.exec(e)??[];if(t==="")throw new x(`${e} is no mark of an opening`);return{next:BigInt(n),running:o===""?[]:o.split(",")}}var ge=e=>(e%4294967296n).toString(),Xe=1n<<30n;function B(e,t){let n=BigInt(t)-Ee(e).next;return n>=0n&&n<Xe}var D=`SELECT has_function_privilege('pg_catalog.pg_control_system()', 'EXECUTE') AS may \\gset
\\set system ''
\\if :may
  SELECT system_identifier AS system FROM pg_control_system() \\gset
\\endif
`,Ge="(SELECT oid FROM pg_database WHERE datname = current_database()) || '@' || :'system'",H=`CASE WHEN :'system' = '' THEN '' ELSE ${Ge} END`;function he(e,t){let[,n="",o=""]=/^([\d:,]+)@(.*)$/.exec(e??"")??[];return o!==""&&o===t.place&&B(n,t.next)?n:null}function R(e,t,n){let o=e.map(a=>Ke(a,t)).join(", ")||"NULL::text",r=n<14?"":"hash_record_extended";return`hashtextextended(${r===""?`ROW(${o})::text`:`${r}(ROW(${o}), 0)::text`}, 0)`}function be(e,t){return e.length===0?"NULL::text":`ROW(${e.map(o=>o.now.base===o.then.base?S(o,t):q(o,t)).join(", ")})::text`}function F(e,t){return e.reduce((n,o)=>P(o.now)&&P(o.then)?`hashint8extended(${S(o,t)}::int8, ${n})`:`hashtextextended((${o.now.base===o.then.base?`${S(o,t)}::text`:q(o,t)}) COLLATE "C", ${n})`,"0")}function $(e,t){let[n,...o]=e;return n===void 0||o.length>0||!P(n.now)||!P(n.then)?null:S(n,t)}var P=({base:e})=>["smallint","integer","bigint"].includes(e),S=(e,t)=>`t.${e[t].sql}`;function Ke(e,t){let{now:n,then:o}=e;if(n.base!==o.base||!n.exact)return`${Ve(e,t)} COLLATE "C"`;let r=ue(n.base,S(e,t));return r!==null?r:`${S(e,t)}${n.collated||o.collated?' COLLATE "C"':""}`}function Ve(e,t){return`format('%L', ${ze(e)?S(e,t):q(e,t)})`}var ze=({now:e,then:t})=>e.type===t.type;function q(e,t){return e.now.numeric&&e.then.numeric?`trim_scale(${S(e,t)}::numeric)::text`:`${S(e,t)}::text`}var Ze=16,Qe=4e4;function we(e){return Math.max(Ze,Math.ceil(e.reduce((t,n)=>t+A(n),0)/Qe))}function A({leaves:e}){return e.reduce((t,{blocks:n})=>t+n,0)}function j(e,t){let n=Math.max(A(e.table),e.before===null?0:A(e.before));return Math.min(4096,Math.ceil(n/t))}function Se(e,t){if(t===null||t.high-t.low>=1n<<62n)return{by:"hash",mask:2**Math.ceil(Math.log2(Math.max(1,e)))-1};let n=0n;for(;t.high-t.low>>n>=BigInt(Math.max(1,e));)n++;return{by:"key",low:t.low,shift:n}}function I(e,t,{cut:n,version:o}){return n.by==="key"?`(${$(e.key,t)}::int8 - '${n.low}'::int8) >> ${n.shift}`:n.by==="blocks"||n.mask===0?null:`${e.key.length>0?F(e.key,t):R(e.columns,t,o)} & ${n.mask}`}function Y(e){let t=[];for(let n of e.toSorted((o,r)=>o<r?-1:1)){let o=t.at(-1);o!==void 0&&o[1]===n?o[1]=n+1n:t.push([n,n+1n])}return t}var U=({added:e},t)=>e.length>0&&t!==null,L=({table:e,before:t},n)=>(n==="now"?e:t??e).sql;function $e(e,t,{index:n,sides:o}){if(e.method.kind!=="blocks")return[nt(e,t,{index:n,sides:o})];let r=e.cut.by==="blocks"?e.cut.step:1;return e.method.twins.flatMap((s,a)=>{let[i,c]=t==="now"?[s.is,s.was]:[s.was,s.is];return i===null?[]:[tt(`${n}|${a}`,i,{other:c,step:r})]})}var et="hashtidextended(t.ctid, coalesce(nullif(age(t.xmin), 2147483647)::int8 - age('3'::xid), 0))";function tt(e,t,{other:n,step:o}){let r=n===null?1:Math.ceil(Math.max(t.blocks,n.blocks)/o);if(t.blocks===0&&(n===null||n.blocks===0))return"";let s=`count(*) AS n, sum(${et}) AS h FROM ${t.sql} AS t`;return r<=1?`SELECT '${e}|0', s.n, s.h, 0 FROM (SELECT ${s}) s WHERE s.n > 0;`:`SELECT '${e}|' || g, s.n, s.h, 0
FROM generate_series(0, ${r-1}) g, LATERAL (SELECT ${s}
  WHERE t.ctid >= ('(' || g * ${o}::int8 || ',0)')::tid
    AND t.ctid < ('(' || CASE g WHEN ${r-1} THEN 4294967295 ELSE (g + 1) * ${o}::int8 END || ',0)')::tid
) s WHERE s.n > 0;`}function nt(e,t,{index:n,sides:o}){let{pair:r,method:s,cut:a}=e,{version:i}=o.now,c=I(r,t,{cut:a,version:i})??"0",l=ot(e,t,o),d=s.kind==="keys"?$(r.key,t)??F(r.key,t):R(r.columns,t,i),u=`FROM ${L(r,t)} AS t GROUP BY 1`,p=(O,w,f)=>`'${n}|0|' || part, ${O}, ${w}, ${f}`;if(l==="false")return`SELECT ${p("n","coalesce(s, 0)","0")} FROM (SELECT ${c} AS part, count(*) AS n, sum(${d}) AS s ${u}) g;`;let g=s.kind==="keys"?" FILTER (WHERE NOT since)":"";return`SELECT ${p(`coalesce(sum(n)${g}, 0)`,`coalesce(sum(s)${g}, 0)`,"coalesce(sum(n) FILTER (WHERE since), 0)")}
FROM (SELECT ${c} AS part, ${l} AS since, count(*) AS n, sum(${d}) AS s ${u}, 2) g GROUP BY part;`}function ot({pair:e,method:t},n,{opened:o,closed:r}){return n==="then"?"false":t.kind==="keys"?y(r):U(e,o)?y(o):"false"}function J({pair:e,look:t,parts:n},o,{index:r,sides:s}){let a=o==="now"?y(s.opened):"false",i=o==="now"&&U(e,s.opened)?a:"false",c=`${R(e.columns,o,s.now.version)} AS h, ${be(e.key,o)} AS k, ${a} AS since,
  ${i} AS unsure, t.tableoid AS part, t.ctid AS id`,l=t===null||n===null?`SELECT ${c} FROM ${L(e,o)} AS t`:st({pair:e,look:t,parts:n},o,{values:c,sides:s});if(l===null)return null;let d=e.key.length>0?"r.k":"r.h::text || '#' || row_number() OVER (PARTITION BY r.h ORDER BY r.since)";return`SELECT ${r} AS pair, (${d}) COLLATE "C" AS k, r.h${o==="now"?", r.since, r.unsure, r.part, r.id":""} FROM (${l}) r`}var rt=1e3;function st({pair:e,look:t,parts:n},o,{values:r,sides:s}){let{cut:a}=t;if(a.by==="blocks")return lt({look:t,parts:n},o,{values:r,step:a.step});let i=`${L(e,o)} AS t`,c=n.get(0)??[];if(a.by==="key"&&c.length<=rt)return at({pair:e,cut:a,from:i,values:r,found:c},o);let l=I(e,o,{cut:a,version:s.now.version}),d=`SELECT ${r} FROM ${i}`;if(l===null)return d;let u=`= ANY ('{${c.join(",")}}'::int8[])`;return a.by==="key"||e.key.length>0?`${d} WHERE (${l}) ${u}`:`SELECT * FROM (${d} OFFSET 0) w WHERE (w.h & ${a.mask}) ${u}`}function at({pair:e,cut:t,from:n,values:o,found:r},s){let a=$(e.key,s),i=d=>t.low+(d<<t.shift),c=Y(r).map(([d,u])=>[i(d),i(u)-1n]),l=d=>`'{${c.map(u=>it(u[d]??0n)).join(",")}}'::int8[]`;return`SELECT w.* FROM unnest(${l(0)}, ${l(1)}) AS g (low, high), LATERAL (
  SELECT ${o} FROM ${n} WHERE ${a} BETWEEN g.low AND g.high OFFSET 0
) w`}var W=2n**63n-1n;function it(e){return e>W?W:e<-W-1n?-W-1n:e}function lt({look:e,parts:t},n,{values:o,step:r}){let s=e.method.kind==="blocks"?e.method.twins:[],a=[...t].flatMap(([i,c])=>{let l=s[i],[d,u]=n==="now"?[l?.is,l?.was]:[l?.was,l?.is];if(d==null)return[];let p=`SELECT ${o} FROM ${d.sql} AS t`,g=Math.ceil(Math.max(d.blocks,u?.blocks??0)/r);if(u==null||g<=1)return[p];let O=Y(c),w=f=>`'{${O.map(h=>`"(${dt(h[f],r,g)},0)"`).join(",")}}'::tid[]`;return[`SELECT w.* FROM unnest(${w(0)}, ${w(1)}) AS g (low, high), LATERAL (
  ${p} WHERE t.ctid >= g.low AND t.ctid < g.high OFFSET 0
) w`]});return a.length>0?a.join(`
UNION ALL
`):null}var ct=4294967295;function dt(e,t,n){return Number(e)>=n?ct:Number(e)*t}var Oe=`umask 077; d=$(mktemp -d -- "$6/.written.XXXXXX") || exit 1
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
[ -z "$7" ] || { cat -- "$GOLIVE_ROWS" >> "$7" && printf 'rows|%s\\n' "$(wc -l < "$GOLIVE_ROWS")"; }`;async function Ne({host:e,plan:t,names:n,sides:o},r,s){if(r.length===0)return[];let a=r.flatMap((f,h)=>{let E=J(f,"then",{index:h,sides:o});return E===null||f.pair.before===null?[]:[`COPY (${E}) TO STDOUT;
`]}),i=r.flatMap((f,h)=>{let E=J(f,"now",{index:h,sides:o});return E===null?[]:[`INSERT INTO golive_now ${E};
`]}),c=[`${Te}${a.join("")}`,`${Te}${pt}${i.join("")}`,`${mt}${s===null?"":r.map(({pair:f},h)=>ft(f.table,h)).join("")}`],[l,d]=c.map(f=>String(Buffer.byteLength(f))),u=[n.now,n.then,l??"",d??"",String(t.backup.jobs),t.backup.directory,s??""],p=b(t,Oe,u,{stdin:c.join(""),timeoutSeconds:4*3600}),{stdout:g}=await e.run({...p,label:m`compare rows of ${n.now} and ${n.then}`}),O=ut(g,r.length),w=O.reduce((f,h)=>f+h.kept,0);if(s!==null&&Number(/^rows\|(\d+)$/m.exec(g)?.[1])!==w)throw new x(m`not all rows could be written to ${s}`);return O}function ut(e,t){if(!/^compared$/m.test(e))throw new x(m`the rows were not counted`);let n=new Map([...e.matchAll(/^written\|(\d+)\|(\d+)\|(\d+)\|(\d+)\|(\d+)\|(\d+)$/gm)].map(r=>{let[s=0,a=0,i=0,c=0,l=0,d=0]=r.slice(1).map(Number);return[s,{inserted:a,changed:i,deleted:c,byPeople:l,kept:d}]})),o={inserted:0,changed:0,deleted:0,byPeople:0,kept:0};return Array.from({length:t},(r,s)=>n.get(s)??o)}var Te=`${k}SET jit = off;
SET work_mem = '32MB';
`,pt=`CREATE TEMP TABLE golive_then (pair int, k text COLLATE "C", h bigint);
CREATE TEMP TABLE golive_now (
  pair int, k text COLLATE "C", h bigint, since boolean, unsure boolean, part oid, id tid
);
`,mt=`ANALYZE golive_now;
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
`;function ft({name:e,sql:t},n){return`SELECT translate(${`json_build_object(
  'table', '${e.replaceAll("'","''")}', 'change', w.change, 'key', w.k, 'row', row_to_json(t.*)
)`}::text, E'\\n\\r', '  ')
FROM golive_written w LEFT JOIN ${t} AS t ON t.ctid = w.id AND t.tableoid = w.part
WHERE w.pair = ${n} AND (w.since OR w.change = 'deleted') \\g |cat >> "$GOLIVE_ROWS"
`}function ke(e,t,n){let o=yt(e,t,n);return o!==null?{kind:"blocks",twins:o}:{kind:ht(e,t,n)?"keys":"contents"}}function yt(e,t,n){let{now:o,then:r,recent:s,cloned:a}=n;if(!a||!s||o.version<14||e.table.oid!==t.oid)return null;let i=o.types===r.types;if(!e.columns.every(l=>l.now.number===l.then.number&&Re(l,i)))return null;let c=gt(e.table,t);return c.every(l=>Et(l,e.columns))?c:null}function Re({now:e,then:t},n){return(e.steady==="always"||e.steady==="typed"&&n)&&e.base===t.base&&e.steady===t.steady}function gt(e,t){let n=new Map(t.leaves.map(r=>[r.oid,r])),o=new Set(e.leaves.map(({oid:r})=>r));return[...e.leaves.map(r=>({is:r,was:n.get(r.oid)??null})),...t.leaves.filter(({oid:r})=>!o.has(r)).map(r=>({is:null,was:r}))]}function Et({is:e,was:t},n){return e===null||t===null?!0:e.file!==null&&e.file===t.file&&e.heap&&t.heap&&Ae(e,t,n)}function Ae(e,t,n){return n.every(o=>e.numbers?.[o.now.name]===t.numbers?.[o.then.name])}function ht({table:e,key:t,columns:n},o,{now:r,cloned:s,closed:a}){if(a===null||t.length===0)return!1;let i=new Map(s&&e.oid===o.oid?o.leaves.map(l=>[l.oid,l]):[]);return e.leaves.every(l=>{let d=i.get(l.oid);return l.heap&&(!l.altered||d!==void 0&&Ae(l,d,n))})&&n.every(l=>!l.now.altered&&Re(l,!r.typesAltered))}async function _e(e,t){let n=t.filter(({before:i})=>i===null),o=await bt(e,t),r=await xe(e,o),s=o.flatMap((i,c)=>r[c]?.mostlyNew?[{...i,method:{kind:"contents"}}]:[]),a=s.length===0?[]:await xe(e,s);return[...n.map(i=>({pair:i,look:null,parts:null})),...Le(o,r.map(i=>i.mostlyNew?St:i)),...Le(s,a)]}function Le(e,t){return e.flatMap((n,o)=>{let r=t[o]?.differing;return r===void 0||r.size===0?[]:[{pair:n.pair,look:n,parts:r}]})}async function bt(e,t){let{sides:n}=e,o=t.flatMap(a=>{let{before:i}=a;return i===null||A(a.table)+A(i)===0?[]:[{pair:a,before:i,method:ke(a,i,n)}]}),r=we(o.map(({pair:a})=>a.table)),s=await wt(e,o.filter(({pair:a,method:i})=>i.kind!=="blocks"&&$(a.key,"now")!==null).filter(({pair:a})=>j(a,r)>1).map(({pair:a})=>a));return o.map(a=>({...a,cut:a.method.kind==="blocks"?{by:"blocks",step:r}:Se(j(a.pair,r),s.get(a.pair)??null)}))}async function wt(e,t){if(t.length===0)return new Map;let n=a=>t.map((i,c)=>{let l=$(i.key,a);return`SELECT ${c}, min(${l}), max(${l}) FROM ${L(i,a)} AS t;`}),[o,r]=await Ce(e,n),s=new Map;for(let a of[...o,...r]){let[i="",c="",l=""]=a.split("|"),d=t[Number(i)];if(d===void 0||c==="")continue;let u=s.get(d),[p,g]=[BigInt(c),BigInt(l)];s.set(d,{low:u!==void 0&&u.low<p?u.low:p,high:u!==void 0&&u.high>g?u.high:g})}return s}var St={differing:new Map,mostlyNew:!1};async function xe(e,t){let{sides:n}=e,o=a=>t.flatMap((i,c)=>$e(i,a,{index:c,sides:n})),[r,s]=(await Ce(e,o)).map($t);return t.map(({method:a},i)=>{let c=Tt(r?.get(i)??new Map,s?.get(i)??new Map);return a.kind==="keys"?c:{...c,mostlyNew:!1}})}function $t(e){let t=new Map;for(let n of e){let[o="",r="",s="",a="",i="",c=""]=n.split("|");if(c==="")continue;let l=t.get(Number(o))??new Map;t.set(Number(o),l),l.set(`${r}|${s}`,{sum:`${a} ${i}`,rows:Number(a),since:Number(c)})}return t}var Ot=1e4;function Tt(e,t){let n=new Map,[o,r]=[0,0];for(let s of new Set([...e.keys(),...t.keys()])){let a=e.get(s);if(o+=a?.since??0,r+=a?.rows??0,a!==void 0&&a.since===0&&a.sum===t.get(s)?.sum||(a?.rows??0)+(a?.since??0)+(t.get(s)?.rows??0)===0)continue;let[i="",c=""]=s.split("|"),l=n.get(Number(i))??[];n.set(Number(i),l),l.push(BigInt(c))}return{differing:n,mostlyNew:o>Ot&&o>r/4}}async function Ce({host:e,plan:t,names:n},o){let r=`${k}SET jit = off;
SET work_mem = '32MB';
`,s=async a=>{let i=T(t,n[a],`${r}${o(a).join(`
`)}
`,{variables:{jobs:String(t.backup.jobs)},timeoutSeconds:14400});return(await e.run(i)).stdout.split(`
`)};return Promise.all([s("now"),s("then")])}function De(e,t,n){let o=new Map(t.map(s=>[s.oid,s])),r=new Map(t.map(s=>[s.name,s]));return e.map(s=>{let a=n?o.get(s.oid):void 0,i=a??r.get(s.name)??null;if(i===null)return{table:s,before:i,columns:[],key:[],added:[],gone:[]};let c=Nt(s,i,a!==void 0),l=s.columns.filter(u=>!c.some(p=>p.now===u)),d=i.columns.filter(u=>!c.some(p=>p.then===u));return{table:s,before:i,columns:c,key:kt(s,i,c),added:Me(l),gone:Me(d)}})}function Nt(e,t,n){let o=n?e.columns.flatMap(s=>{let a=t.columns.find(({number:i})=>i===s.number);return a===void 0?[]:[{now:s,then:a}]}):[],r=new Set(o.map(({then:s})=>s.name));return e.columns.flatMap(s=>{let a=o.find(c=>c.now===s);if(a!==void 0)return[a];let i=t.columns.find(({name:c})=>c===s.name&&!r.has(c));return i===void 0?[]:[{now:s,then:i}]})}function kt(e,t,n){let o=e.keys.map(l=>n.filter(({now:d})=>l.includes(d.name))),r=t.keys.map(l=>n.filter(({then:d})=>l.includes(d.name))),s=(l,d)=>l.filter((u,p)=>u.length>0&&u.length===d[p]?.length),a=s(o,e.keys),i=s(r,t.keys),c=(l,d)=>l.some(u=>u.every(p=>d.includes(p)));return[...a,...i].find(l=>c(a,l)&&c(i,l))??[]}function Me(e){return e.map(({name:t})=>t)}var He=`EXISTS (
    SELECT FROM pg_partition_tree(tops.oid) q JOIN pg_class f ON f.oid = q.relid WHERE f.relkind = 'f'
  )`,Rt=`CASE
            WHEN a.attgenerated = 'v' THEN 'never'
            WHEN y.oid < 16384 AND y.typtype IN ('b', 'r', 'm') AND y.typname !~ '^_?reg' THEN 'always'
            WHEN y.typtype IN ('b', 'e') AND y.typelem = 0 THEN 'typed'
            ELSE 'never'
          END`,Pe="t.typtype IN ('b', 'e') AND t.typelem = 0 AND t.oid >= 16384",Fe=e=>`SELECT json_build_object(
  'version', current_setting('server_version_num')::int / 10000,
  'types', md5(concat_ws(' ',
    (SELECT string_agg(concat_ws(' ', enumtypid, oid, enumlabel), ',' ORDER BY oid) FROM pg_enum),
    (SELECT string_agg(concat_ws(' ', oid, typoutput), ',' ORDER BY oid) FROM pg_type t WHERE ${Pe}),
    (SELECT string_agg(concat_ws(' ', oid, extversion), ',' ORDER BY oid) FROM pg_extension)
  )),
  'typesAltered', EXISTS (SELECT FROM pg_enum t WHERE ${y(e)})
    OR EXISTS (SELECT FROM pg_type t WHERE ${Pe} AND ${y(e)})
    OR EXISTS (SELECT FROM pg_extension t WHERE ${y(e)})
);
`,At=e=>`${y(e,"ln")} OR CASE WHEN l.oid = c.oid
          THEN coalesce((SELECT ${y(e)} FROM pg_type t WHERE t.oid = l.reltype), ${y(e,"l")})
          ELSE EXISTS (
            SELECT FROM pg_partition_ancestors(l.oid) x JOIN pg_class t ON t.oid = x.relid WHERE ${y(e)}
          ) OR EXISTS (SELECT FROM pg_attribute t WHERE t.attrelid = l.oid AND t.attnum > 0 AND ${y(e)}) END`,Lt=`EXISTS (
          SELECT FROM pg_constraint n
          WHERE n.conrelid = a.attrelid AND n.contype = 'n' AND NOT n.convalidated AND a.attnum = ANY (n.conkey)
        )`,Ie=e=>`WITH tops AS (
  SELECT c.oid, c.relkind FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
  WHERE c.relkind IN ('r', 'p') AND NOT c.relispartition AND c.relpersistence <> 't'
    AND n.nspname !~ '^pg_' AND n.nspname <> 'information_schema'
), units AS (
  SELECT oid, relkind FROM tops
  WHERE relkind = 'r' OR NOT ${He}
  UNION ALL
  SELECT l.oid, l.relkind
  FROM tops, LATERAL pg_partition_tree(tops.oid) p JOIN pg_class l ON l.oid = p.relid
  WHERE tops.relkind = 'p' AND l.relkind = 'r' AND ${He}
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
          CASE WHEN ${de} THEN 'exact ' END,
          CASE WHEN y.typname IN ('int2', 'int4', 'int8', 'numeric', 'float4', 'float8')
            AND y.typnamespace = 'pg_catalog'::regnamespace THEN 'numeric ' END,
          CASE WHEN a.attcollation <> 0 THEN 'collated ' END,
          CASE WHEN ${y(e,"a")} THEN 'altered ' END,
          ${Rt}
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
      HAVING bool_and(a.attnotnull AND NOT ${Lt})
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
        'altered', ${At(e)},
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
`;async function We(e,t,n){let o=`${D}SELECT pg_snapshot_xmax(pg_current_snapshot()), ${H};
`,{stdout:r}=await e.run(T(t,n,o,{timeoutSeconds:60})),[s="",a=""]=r.trim().split("|");return{place:a,next:s}}async function X(e,t,n,o){let r=T(t,n,`${k}SET jit = off;
${Fe(o)}${Ie(o)}`,{variables:{jobs:"0"},timeoutSeconds:300}),{stdout:s}=await e.run(r),[a="",...i]=s.split(`
`).filter(c=>c.startsWith("{"));return{...JSON.parse(a),tables:i.map(xt)}}function xt(e){let{columns:t,...n}=JSON.parse(e);return{...n,columns:t.map(_t)}}function _t([e,t,n,o,r]){let s=r.split(" ");return{name:e,sql:`"${e.replaceAll('"','""')}"`,number:t,type:n,base:o,exact:s.includes("exact"),numeric:s.includes("numeric"),collated:s.includes("collated"),altered:s.includes("altered"),steady:s.at(-1)}}async function ve(e,t,n){let{cloned:o,openedAt:r,closedAt:s=null,out:a}=n,i={now:n.now,then:n.then},c=await We(e,t,i.now),l=r===null||B(r,c.next),d=l?r:null,u=he(s,c),[p,g]=await Promise.all([X(e,t,i.now,u),X(e,t,i.then,null)]),O=p.tables.filter(({name:E})=>!E.endsWith(".django_migrations")),w={host:e,plan:t,names:i,sides:{now:p,then:g,cloned:o,opened:d,closed:u,recent:l}},f=await _e(w,De(O,g.tables,o));a!==null&&await e.run(b(t,'umask 077; : > "$1"',[a]));let h=await Ne(w,f,a);return f.flatMap(({pair:E},v)=>{let{inserted:G=0,changed:K=0,deleted:V=0,byPeople:je=0}=h[v]??{};if(G+K+V===0)return[];let Ye=[...new Set([...E.added,...E.gone])].toSorted();return[{table:E.table.name,inserted:G,changed:K,deleted:V,byPeople:je,leftOut:Ye}]}).toSorted((E,v)=>E.table<v.table?-1:1)}async function Fn(e,t){return(await e.run(T(t,t.name,"SELECT pg_current_snapshot()",{timeoutSeconds:60}))).stdout.trim()}async function In(e,t){let n=`${D}SELECT pg_current_snapshot() || '@' || ${H};
`;return(await e.run(T(t,t.name,n,{timeoutSeconds:60}))).stdout.trim()}function Be(e){return e.length===0?m`nothing was written`:e.map(Ct).join(", ")}function Ct({table:e,inserted:t,changed:n,deleted:o,leftOut:r}){let s=[...t>0?[`+${t}`]:[],...n>0?[`~${n}`]:[],...o>0?[`-${o}`]:[]],a=r.length>0?m` (not compared: ${r.join(", ")})`:"";return`${e} ${s.join(" ")}${a}`}var qe=`umask 077
if [ -n "$2" ]; then
  age --encrypt --recipient "$2" --output "$1.age.part" -- "$1.part" && mv -f -- "$1.age.part" "$1.age" &&
    rm -f -- "$1.part" "$1"
else mv -f -- "$1.part" "$1"; fi`;async function Mt(e,t,n){let o=_(e.plan),r=C(e),s=te.facts(e.state()).openedAt,a=(l,d)=>{let{closedAt:u}=(d?Q:ee).facts(e.state());return ve(r,o,{now:t,then:l,cloned:d,openedAt:s??null,closedAt:u??null,out:n})},i=oe(e);if(i!==null&&await ce(r,o,i.name)===i.oid){await ie(r,o,i.name);try{return await a(i.name,!0)}finally{await le(r,o,i.name)}}if(!re(e))throw new N({code:"way-back-gone",what:m`neither the rollback copy nor a proved dump of this launch is there`,where:r.name,mend:m`look for the copy under another name (psql --list)`});if(o.backup.pgbackrest)throw new N({code:"way-back-gone",what:m`the rollback copy is gone, and pgBackRest's backup is of the whole server`,where:r.name,mend:m`restore it on a server of its own (docs/pgbackrest.md) and compare there`});await ye(r,o,M(e),ne(e));let c=se(o,"proof",e.release.id);try{return await pe(r,o,M(e),c),await a(c,!1)}finally{await me(r,o,c)}}async function Dt(e,t){let n=_(e.plan),o=C(e),r=`${M(e)}/written.jsonl`,{recipient:s}=n.backup;try{let a=await Mt(e,t,`${r}.part`);return await o.run(b(n,qe,[r,s??""])),{written:a,file:s===void 0?r:`${r}.age`}}catch(a){let i=b(n,'rm -f -- "$1.part" "$1.age.part"',[r],{timeoutSeconds:60});throw await o.attempt(i).catch(()=>{}),a}}async function Zn(e){let t=_(e.plan);try{let{written:n,file:o}=await Dt(e,t.name);return{note:m`${Be(n)}; the rows are in ${C(e).name}:${o}, and stay in the database that is kept`,facts:{written:n,file:o}}}catch(n){let o=["way-back-gone","lock-lost"];if(n instanceof N&&n.problems.some(({code:s})=>o.includes(s??""))||e.signal.aborted)throw n;return{note:m`how many is not known, and there is no file of the rows (${z(n)}): they stay in the \
database that is kept; \`golive recover\` writes them from there`,facts:{written:null}}}}export{Ue as a,Bt as b,ye as c,Je as d,Fn as e,In as f,Be as g,Mt as h,Dt as i,Zn as j};
