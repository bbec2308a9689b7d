import{createRequire}from"node:module";const require=createRequire(import.meta.url);
import{b as v,c as T,e as I,h as x,i as j,l as C,q as B,r as H,s as q,t as M}from"./chunk-QXMIENFP.js";import{c as b,e as S,g as N,j as w,l as L}from"./chunk-3L4D2TVP.js";import{f as A}from"./chunk-DIGAPF7O.js";import{b as O,c as R,e as D,f as P}from"./chunk-XWFVC7DS.js";import{p as h}from"./chunk-PDUI7LMK.js";import{S as k,U as y}from"./chunk-M5Z7VIMN.js";import{m as c,p as E,r as $}from"./chunk-ZFSQH6XZ.js";function _({archive:{start:e,stop:s},lsn:n}){if(e===null||s===null)return[];let t=2**32/ee(e,n.start),o=a=>Number.parseInt(a.slice(8,16),16)*t+Number.parseInt(a.slice(16),16),r=a=>a.toString(16).toUpperCase().padStart(8,"0"),m=[];for(let a=o(e);a<=o(s);a++)m.push(`${s.slice(0,8)}${r(Math.floor(a/t))}${r(a%t)}`);return m}function ee(e,s){let n=Number.parseInt(s.split("/")[1]??"0",16),t=Number.parseInt(e.slice(16),16),o=16*1024*1024;return[o,...Array.from({length:11},(m,a)=>2**(20+a))].find(m=>Math.floor(n/m)===t)??o}async function be(e,s,n,t){let{entry:o,info:r}=await N(e,s,n,t),m=b(s,n,"verify",{args:[W(o),`--set=${t}`,"--output=text","--verbose","--log-level-console=info"],timeoutSeconds:12*3600}),{stdout:a,stderr:i,seconds:f}=await S(e,s,n,m),p=se(`${a}
${i}`,o),d=await te(e,s,n,{entry:o,info:r}),l=_(o).filter(g=>!d.some(Z=>Z.startsWith(`${g}-`))).map(g=>c`log segment ${g} is missing`),u=[...p.damaged,...l];if(u.length>0)throw new E(u.map(g=>({code:"pgbackrest-verify-found-damage",what:c`the backup ${t} is damaged: ${g}`,where:e.name,mend:c`take another full backup; this one is no way back`})));return{seconds:f,files:p.files,elsewhere:p.elsewhere}}var W=({database:e})=>`--repo=${e["repo-key"]}`;async function te(e,s,n,{entry:t,info:o}){let r=o.archive.find(({database:i})=>i.id===t.database.id&&i["repo-key"]===t.database["repo-key"])?.id,m=i=>i?.slice(0,16)??"",a=[];for(let i of new Set([t.archive.start,t.archive.stop].map(m))){let f=`archive/${n.stanza}/${r??""}/${i}`,p=b(s,n,"repo-ls",{args:[f,W(t),"--log-level-console=off"],timeoutSeconds:600});a.push(...(await S(e,s,n,p)).stdout.split(`
`))}return a}function se(e,s){let{damaged:n,elsewhere:t}=ne(e,s),{status:o,checked:r,valid:m}=oe(e,s.label);if(o==="valid"&&r===m&&r!=="0"){let[a,i]=[n.filter(V),n.filter(f=>!V(f))];return{damaged:a,elsewhere:[...t,...i],files:Number(r)}}return n.length===0&&n.push(o===void 0?c`pgbackrest verify does not speak of it`:c`pgbackrest verify calls it "${o}" (${m} of ${r} files)`),{damaged:n,elsewhere:t,files:Number(r)}}var V=e=>/: \d+-\d+\//.test(e);function ne(e,s){let n=[],t=[];for(let[,o="",r,m]of e.matchAll(/(file missing|invalid checksum|invalid size|invalid result) (?:'([^']+)'|(\S+?):? )/g)){let a=r??m??"",[i="",...f]=a.split("/"),p=f.at(-1)?.slice(0,24)??"",d=i===s.label||(s.reference??[]).includes(i),l=/^\d+-\d+$/.test(i)&&_(s).includes(p);(d||l?n:t).push(`${o}: ${a}`)}return{damaged:n,elsewhere:t}}function oe(e,s){let n="status: ([a-z -]+), total files checked: (\\d+), total valid files: (\\d+)",[,t,o="0",r="0"]=new RegExp(`backup: ${s}, ${n}`).exec(e)??[];return{...t===void 0?{}:{status:t},checked:o,valid:r}}function G(e){let s=new Map([...e.matchAll(/^stream-name\|(\d+)\|(.*)$/gm)].map(([,o="",r=""])=>[o,A(r)])),n=Object.fromEntries([...e.matchAll(/^stream\|([0-9a-f]{64})\|(\d+)$/gm)].map(([,o="",r=""])=>[r,{sha256:o,name:s.get(r)??r}])),t=F(e);return{streams:n,...t===void 0?{}:{largeObjectBytes:t}}}var F=e=>/^objects\|(\w+)$/m.exec(e)?.[1];async function Ae(e,s,n,t){let o=h(s,j,[n,String(s.backup.jobs)],{bytes:!0,timeoutSeconds:14400}),{stdout:r}=await e.run({...o,label:c`pg_restore and gzip of ${n}`}),m=r.indexOf(`schema|
`),a=r.slice(0,m),i=new Map([...a.matchAll(/^file\|(\S+)\|(\d+)$/gm)].map(([,d="",l=""])=>[l,d])),f=Object.fromEntries([...a.matchAll(/^table\|(\d+)\|(\d+)$/gm)].map(([,d="",l=""])=>[l,{sha256:i.get(d)??"missing",name:t.streams[l]?.name??l}])),p=t.largeObjectBytes!==void 0&&t.largeObjectBytes!==F(a);return[...Object.entries(t.leftOut??{}).map(([d,l])=>c`${l} {0:row|rows|rows} of table ${d}, which belongs to an extension, {0:is|are|are} not in the dump`),...x(t.streams,f,(d,l,u)=>u===void 0?c`table ${l?.name??d} is not in the dump`:l===void 0?c`the dump holds the table with oid ${d}, which the database does not have`:l.sha256===u.sha256?null:c`table ${l.name} does not have the same bytes in the dump`),...p?[c`the large objects do not have the same bytes in the dump`]:[],...M(q(t.objects,r.slice(m)))]}var z=`BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY;
SET TRANSACTION SNAPSHOT :'snapshot';
`,re=String.raw`E'BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY;\n'
  || 'SET TRANSACTION SNAPSHOT ' || quote_literal(:'snapshot') || ';'`,ae=100,Y="n.nspname !~ '^pg_' AND n.nspname <> 'information_schema'",K=String.raw`SELECT getdatabaseencoding() AS encoding, pg_client_encoding() AS names \gset
RESET ALL;
SET client_encoding = :'encoding';
SET DateStyle = 'ISO';
SET IntervalStyle = 'postgres';
SET extra_float_digits = 3;
SET synchronize_seqscans = off;
SET row_security = off;
SET search_path = '';
\set file :work '/copy-tables.sql'
${z}SELECT CASE WHEN t.small THEN format(E'\\set file :work \'/small/%s\'\n\\o :file', t.oid)
    ELSE format(E'\\o |sh "$GOLIVE_WORK/beside" table %s', t.oid) END
  || format(E'\nCOPY %s TO STDOUT;\n\\qecho \'\\\\.\\n\\n\'\n\\o', t.what)
  || CASE WHEN row_number() OVER (ORDER BY t.small, t.oid) % ${ae} = 0
    THEN E'\nCOMMIT;\n\\! sh "$GOLIVE_WORK/beside" tables\n' || ${re} ELSE '' END
FROM (
  SELECT c.oid, pg_table_size(c.oid) <= ${4194304} AS small,
    CASE WHEN f.condition IS NULL THEN format('%I.%I %s', n.nspname, c.relname, '(' || k.columns || ')')
      ELSE format('(SELECT %s FROM %I.%I %s)', k.columns, n.nspname, c.relname, f.condition) END AS what
  FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
  LEFT JOIN pg_depend x ON x.classid = 'pg_class'::regclass AND x.objid = c.oid
    AND x.refclassid = 'pg_extension'::regclass AND x.deptype = 'e'
  LEFT JOIN pg_extension e ON e.oid = x.refobjid,
  LATERAL (
    SELECT string_agg(quote_ident(a.attname), ', ' ORDER BY a.attnum) AS columns FROM pg_attribute a
    WHERE a.attrelid = c.oid AND a.attnum > 0 AND NOT a.attisdropped AND a.attgenerated = ''
  ) k,
  LATERAL (SELECT nullif(e.extcondition[array_position(e.extconfig, c.oid)], '') AS condition) f
  WHERE c.relkind = 'r' AND c.relpersistence <> 't' AND ${Y}
    AND (e.oid IS NULL OR c.oid = ANY (coalesce(e.extconfig, '{}')))
) t
ORDER BY t.small, t.oid \g :file
\i :file
COMMIT;
\! sh "$GOLIVE_WORK/beside" tables; cat "$GOLIVE_WORK/large" 2>/dev/null
\set file :work '/objects'
${z}\o :file
SELECT oid || ' ' || encode(sha256(lo_get(oid)), 'hex') FROM pg_largeobject_metadata
WHERE octet_length(lo_get(oid, ${16777216}, 1)) = 0;
\o
\set file :work '/copy-objects.sql'
SELECT format(E'\\set file :work \'/small/%1$s\'\n\\lo_export %1$s :file\n\\! sh "$GOLIVE_WORK/beside" object %1$s', oid)
FROM pg_largeobject_metadata WHERE octet_length(lo_get(oid, ${16777216}, 1)) > 0 \g :file
\i :file
\! sh "$GOLIVE_WORK/beside" objects
SET client_encoding = :'names';
SELECT 'stream-name', c.oid, n.nspname || '.' || c.relname
FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace WHERE c.relkind = 'r' AND ${Y};
COMMIT;
`;var U=`(SELECT count(*) + 100 FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
  WHERE c.relkind IN ('r', 'p', 'S') AND c.relpersistence <> 't' AND n.nspname !~ '^pg_' AND n.nspname <> 'information_schema')`,J=`(current_setting('max_locks_per_transaction')::int * (
  current_setting('max_connections')::int + current_setting('max_prepared_transactions')::int
  + current_setting('max_worker_processes')::int + current_setting('max_wal_senders')::int + 1
  + coalesce(current_setting('autovacuum_worker_slots', true), current_setting('autovacuum_max_workers'))::int))`;var Q=`\\qecho -- whole
`,X=`SELECT format('SET client_encoding = %L;', pg_client_encoding());
`,ie=`${O}BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY;
SELECT pg_export_snapshot() AS snapshot, getdatabaseencoding() AS encoding, 3 * ${U} < ${J} AS roomy \\gset
\\setenv GOLIVE_SNAPSHOT :snapshot
\\setenv GOLIVE_ENCODING :encoding
\\setenv GOLIVE_ROOMY :roomy
\\! sh "$GOLIVE_WORK/beside"
SELECT 'server', current_setting('server_version');
\\set file :work '/database.sql'
\\o :file
${X}${v}${Q}\\set file :work '/extensions.sql'
\\o :file
${X}${T}${Q}\\o
COMMIT;
`,ce=`${R}${D(`${P}${w}`)}`,me=`${O}${K}`,le=`${k}${B}`;async function We(e,s,n,t=s.name){let o={GOLIVE_JOBS:String(s.backup.jobs),GOLIVE_DATABASE:t},r=s.backup.countOnly.join(","),m=[ce,s.backup.proof==="content"?me:"",C],a=h(s,le,[n,t,r,...m],{stdin:ie,env:o,timeoutSeconds:4*3600}),i=await e.attempt({...a,label:`pg_dump ${t}`});if(i.code!==0||i.timedOut){y(i,`${e.name}:${n}`);let p=de(i.stderr),d=new $(e,a,i);throw p===null?d:new E({...p,where:`${e.name}:${n}`},{cause:d})}let f=p=>new RegExp(`^${p}\\|(.*)$`,"m").exec(i.stdout)?.[1]??"";return{directory:n,bytes:Number(f("bytes")),systemIdentifier:f("system"),seconds:i.seconds}}async function Ge(e,s,n){let t=m=>e.run(h(s,'cat -- "$1"',[`${n}/${m}`],{bytes:!0})),[o,r]=await Promise.all([t("source.txt"),t("schema.sql")]);return{contents:I(o.stdout),objects:H(r.stdout),leftOut:L(o.stdout),...G(o.stdout),serverVersion:/^server\|(.*)$/m.exec(o.stdout)?.[1]??""}}function de(e){return/No space left on device|Disk quota exceeded/i.test(e)?{code:"dump-no-room",what:c`there is no room left for the dump; the unfinished one was removed`,mend:c`make room, or move database.backup.directory to a larger disk`}:/Permission denied/i.test(e)&&/mkdir|directory/i.test(e)?{code:"dump-folder-forbidden",what:c`the folder for the dump cannot be made`,mend:c`create it for the user of database.run-as, mode 0700`}:/server version mismatch|aborting because of server version/i.test(e)?{code:"dump-older-than-server",what:c`pg_dump is older than the server`,mend:c`install the client programs of the server's version on that host`}:/lock timeout|canceling statement due to lock timeout/i.test(e)?{code:"dump-locked-out",what:c`somebody's open transaction holds a lock that the dump needs`,mend:c`end that session (SELECT * FROM pg_stat_activity), then run again`}:null}export{be as a,Ae as b,We as c,Ge as d};
