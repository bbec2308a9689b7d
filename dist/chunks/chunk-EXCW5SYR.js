import{createRequire}from"node:module";const require=createRequire(import.meta.url);
import{b as I,c as R,e as x,h as D,i as B,l as q,q as H,r as M,s as V,t as G}from"./chunk-BAHEJR5R.js";import{c as b,e as S,g as _,j as L,l as v,q as w,s as T}from"./chunk-6QYEDRRU.js";import{g as N}from"./chunk-IXBF6TIX.js";import{d as O,e as P,f as j,g as C}from"./chunk-6AHPVUND.js";import{p as h}from"./chunk-PDUI7LMK.js";import{S as y,U as A}from"./chunk-M5Z7VIMN.js";import{m as c,p as E,r as k}from"./chunk-ZFSQH6XZ.js";function $({archive:{start:e,stop:s},lsn:n}){if(e===null||s===null)return[];let t=2**32/ee(e,n.start),o=a=>Number.parseInt(a.slice(8,16),16)*t+Number.parseInt(a.slice(16),16),r=a=>a.toString(16).toUpperCase().padStart(8,"0"),l=[];for(let a=o(e);a<=o(s);a++)l.push(`${s.slice(0,8)}${r(Math.floor(a/t))}${r(a%t)}`);return l}function ee(e,s){let n=Number.parseInt(s.split("/")[1]??"0",16),t=Number.parseInt(e.slice(16),16),o=16*1024*1024;return[o,...Array.from({length:11},(l,a)=>2**(20+a))].find(l=>Math.floor(n/l)===t)??o}async function be(e,s,n,t){let{entry:o,info:r}=await _(e,s,n,t),l=b(s,n,"verify",{args:[F(o),`--set=${t}`,"--output=text","--verbose","--log-level-console=info"],timeoutSeconds:12*3600}),{stdout:a,stderr:i,seconds:p}=await S(e,s,n,l),f=se(`${a}
${i}`,o),d=await te(e,s,n,{entry:o,info:r}),m=$(o).filter(g=>!d.some(Z=>Z.startsWith(`${g}-`))).map(g=>c`log segment ${g} is missing`),u=[...f.damaged,...m];if(u.length>0)throw new E(u.map(g=>({code:"pgbackrest-verify-found-damage",what:c`the backup ${t} is damaged: ${g}`,where:e.name,mend:c`take another full backup; this one is no way back`})));return{seconds:p,files:f.files,elsewhere:f.elsewhere}}var F=({database:e})=>`--repo=${e["repo-key"]}`;async function te(e,s,n,{entry:t,info:o}){let r=o.archive.find(({database:i})=>i.id===t.database.id&&i["repo-key"]===t.database["repo-key"])?.id,l=i=>i?.slice(0,16)??"",a=[];for(let i of new Set([t.archive.start,t.archive.stop].map(l))){let p=`archive/${n.stanza}/${r??""}/${i}`,f=b(s,n,"repo-ls",{args:[p,F(t),"--log-level-console=off"],timeoutSeconds:600});a.push(...(await S(e,s,n,f)).stdout.split(`
`))}return a}function se(e,s){let{damaged:n,elsewhere:t}=ne(e,s),{status:o,checked:r,valid:l}=oe(e,s.label);if(o==="valid"&&r===l&&r!=="0"){let[a,i]=[n.filter(W),n.filter(p=>!W(p))];return{damaged:a,elsewhere:[...t,...i],files:Number(r)}}return n.length===0&&n.push(o===void 0?c`pgbackrest verify does not speak of it`:c`pgbackrest verify calls it "${o}" (${l} of ${r} files)`),{damaged:n,elsewhere:t,files:Number(r)}}var W=e=>/: \d+-\d+\//.test(e);function ne(e,s){let n=[],t=[];for(let[,o="",r,l]of e.matchAll(/(file missing|invalid checksum|invalid size|invalid result) (?:'([^']+)'|(\S+?):? )/g)){let a=r??l??"",[i="",...p]=a.split("/"),f=p.at(-1)?.slice(0,24)??"",d=i===s.label||(s.reference??[]).includes(i),m=/^\d+-\d+$/.test(i)&&$(s).includes(f);(d||m?n:t).push(`${o}: ${a}`)}return{damaged:n,elsewhere:t}}function oe(e,s){let n="status: ([a-z -]+), total files checked: (\\d+), total valid files: (\\d+)",[,t,o="0",r="0"]=new RegExp(`backup: ${s}, ${n}`).exec(e)??[];return{...t===void 0?{}:{status:t},checked:o,valid:r}}function z(e){let s=new Map([...e.matchAll(/^stream-name\|(\d+)\|(.*)$/gm)].map(([,o="",r=""])=>[o,N(r)])),n=Object.fromEntries([...e.matchAll(/^stream\|([0-9a-f]{64})\|(\d+)$/gm)].map(([,o="",r=""])=>[r,{sha256:o,name:s.get(r)??r}])),t=Y(e);return{streams:n,...t===void 0?{}:{largeObjectBytes:t}}}var Y=e=>/^objects\|(\w+)$/m.exec(e)?.[1];async function Ne(e,s,n,t){let o=h(s,B,[n,String(s.backup.jobs)],{bytes:!0,timeoutSeconds:14400}),{stdout:r}=await e.run({...o,label:c`pg_restore and gzip of ${n}`}),l=r.indexOf(`schema|
`),a=r.slice(0,l),i=new Map([...a.matchAll(/^file\|(\S+)\|(\d+)$/gm)].map(([,d="",m=""])=>[m,d])),p=Object.fromEntries([...a.matchAll(/^table\|(\d+)\|(\d+)$/gm)].map(([,d="",m=""])=>[m,{sha256:i.get(d)??"missing",name:t.streams[m]?.name??m}])),f=t.largeObjectBytes!==void 0&&t.largeObjectBytes!==Y(a);return[...Object.entries(t.leftOut??{}).map(([d,m])=>c`${m} {0:row|rows|rows} of table ${d}, which belongs to an extension, {0:is|are|are} not in the dump`),...D(t.streams,p,(d,m,u)=>u===void 0?c`table ${m?.name??d} is not in the dump`:m===void 0?c`the dump holds the table with oid ${d}, which the database does not have`:m.sha256===u.sha256?null:c`table ${m.name} does not have the same bytes in the dump`),...f?[c`the large objects do not have the same bytes in the dump`]:[],...G(V(t.objects,r.slice(l)))]}var K=`BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY;
SET TRANSACTION SNAPSHOT :'snapshot';
`,re=String.raw`E'BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY;\n'
  || 'SET TRANSACTION SNAPSHOT ' || quote_literal(:'snapshot') || ';'`,ae=100,U="n.nspname !~ '^pg_' AND n.nspname <> 'information_schema'",J=String.raw`SELECT getdatabaseencoding() AS encoding, pg_client_encoding() AS names \gset
RESET ALL;
SET client_encoding = :'encoding';
SET DateStyle = 'ISO';
SET IntervalStyle = 'postgres';
SET extra_float_digits = 3;
SET synchronize_seqscans = off;
SET row_security = off;
SET search_path = '';
\set file :work '/copy-tables.sql'
${K}SELECT CASE WHEN t.small THEN format(E'\\set file :work \'/small/%s\'\n\\o :file', t.oid)
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
  WHERE c.relkind = 'r' AND c.relpersistence <> 't' AND ${U}
    AND (e.oid IS NULL OR c.oid = ANY (coalesce(e.extconfig, '{}')))
) t
ORDER BY t.small, t.oid \g :file
\i :file
COMMIT;
\! sh "$GOLIVE_WORK/beside" tables; cat "$GOLIVE_WORK/large" 2>/dev/null
\set file :work '/objects'
${K}\o :file
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
FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace WHERE c.relkind = 'r' AND ${U};
COMMIT;
`;var Q=`\\qecho -- whole
`,X=`SELECT format('SET client_encoding = %L;', pg_client_encoding());
`,ie=`${O}BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY;
SELECT pg_export_snapshot() AS snapshot, getdatabaseencoding() AS encoding, 3 * ${w} < ${T} AS roomy \\gset
\\setenv GOLIVE_SNAPSHOT :snapshot
\\setenv GOLIVE_ENCODING :encoding
\\setenv GOLIVE_ROOMY :roomy
\\! sh "$GOLIVE_WORK/beside"
SELECT 'server', current_setting('server_version');
\\set file :work '/database.sql'
\\o :file
${X}${I}${Q}\\set file :work '/extensions.sql'
\\o :file
${X}${R}${Q}\\o
COMMIT;
`,ce=`${P}${j(`${C}${L}`)}`,le=`${O}${J}`,me=`${y}${H}`;async function Ve(e,s,n,t=s.name){let o={GOLIVE_JOBS:String(s.backup.jobs),GOLIVE_DATABASE:t},r=s.backup.countOnly.join(","),l=[ce,s.backup.proof==="content"?le:"",q],a=h(s,me,[n,t,r,...l],{stdin:ie,env:o,timeoutSeconds:4*3600}),i=await e.attempt({...a,label:`pg_dump ${t}`});if(i.code!==0||i.timedOut){A(i,`${e.name}:${n}`);let f=de(i.stderr),d=new k(e,a,i);throw f===null?d:new E({...f,where:`${e.name}:${n}`},{cause:d})}let p=f=>new RegExp(`^${f}\\|(.*)$`,"m").exec(i.stdout)?.[1]??"";return{directory:n,bytes:Number(p("bytes")),systemIdentifier:p("system"),seconds:i.seconds}}async function Ge(e,s,n){let t=l=>e.run(h(s,'cat -- "$1"',[`${n}/${l}`],{bytes:!0})),[o,r]=await Promise.all([t("source.txt"),t("schema.sql")]);return{contents:x(o.stdout),objects:M(r.stdout),leftOut:v(o.stdout),...z(o.stdout),serverVersion:/^server\|(.*)$/m.exec(o.stdout)?.[1]??""}}function de(e){return/No space left on device|Disk quota exceeded/i.test(e)?{code:"dump-no-room",what:c`there is no room left for the dump; the unfinished one was removed`,mend:c`make room, or move database.backup.directory to a larger disk`}:/Permission denied/i.test(e)&&/mkdir|directory/i.test(e)?{code:"dump-folder-forbidden",what:c`the folder for the dump cannot be made`,mend:c`create it for the user of database.run-as, mode 0700`}:/server version mismatch|aborting because of server version/i.test(e)?{code:"dump-older-than-server",what:c`pg_dump is older than the server`,mend:c`install the client programs of the server's version on that host`}:/lock timeout|canceling statement due to lock timeout/i.test(e)?{code:"dump-locked-out",what:c`somebody's open transaction holds a lock that the dump needs`,mend:c`end that session (SELECT * FROM pg_stat_activity), then run again`}:null}export{be as a,Ne as b,Ve as c,Ge as d};
