import{createRequire}from"node:module";const require=createRequire(import.meta.url);
import{b as x,c as N,e as L,g as I,h as T,o as R,p as h,q}from"./chunk-CJUWCIJA.js";import{c as E,e as S,g as w,h as A,j as _}from"./chunk-LDVWLFTG.js";import{a as P,c as D}from"./chunk-TBVSXOSR.js";import{p as f}from"./chunk-VFYBHF4L.js";import{R as y,T as v}from"./chunk-UF5IG6FN.js";import{l,o as u,q as O}from"./chunk-UWTWR7MW.js";function k({archive:{start:e,stop:r},lsn:s}){if(e===null||r===null)return[];let t=2**32/F(e,s.start),n=i=>Number.parseInt(i.slice(8,16),16)*t+Number.parseInt(i.slice(16),16),a=i=>i.toString(16).toUpperCase().padStart(8,"0"),o=[];for(let i=n(e);i<=n(r);i++)o.push(`${r.slice(0,8)}${a(Math.floor(i/t))}${a(i%t)}`);return o}function F(e,r){let s=Number.parseInt(r.split("/")[1]??"0",16),t=Number.parseInt(e.slice(16),16),n=16*1024*1024;return[n,...Array.from({length:11},(o,i)=>2**(20+i))].find(o=>Math.floor(s/o)===t)??n}async function ne(e,r,s,t){let{entry:n,info:a}=await w(e,r,s,t),o=E(r,s,"verify",{args:[j(n),`--set=${t}`,"--output=text","--verbose","--log-level-console=info"],timeoutSeconds:12*3600}),{stdout:i,stderr:c,seconds:m}=await S(e,r,s,o),d=z(`${i}
${c}`,n),g=await M(e,r,s,{entry:n,info:a}),b=k(n).filter(p=>!g.some(G=>G.startsWith(`${p}-`))).map(p=>l`log segment ${p} is missing`),$=[...d.damaged,...b];if($.length>0)throw new u($.map(p=>({code:"pgbackrest-verify-found-damage",what:l`the backup ${t} is damaged: ${p}`,where:e.name,mend:l`take another full backup; this one is no way back`})));return{seconds:m,files:d.files,elsewhere:d.elsewhere}}var j=({database:e})=>`--repo=${e["repo-key"]}`;async function M(e,r,s,{entry:t,info:n}){let a=n.archive.find(({database:c})=>c.id===t.database.id&&c["repo-key"]===t.database["repo-key"])?.id,o=c=>c?.slice(0,16)??"",i=[];for(let c of new Set([t.archive.start,t.archive.stop].map(o))){let m=`archive/${s.stanza}/${a??""}/${c}`,d=E(r,s,"repo-ls",{args:[m,j(t),"--log-level-console=off"],timeoutSeconds:600});i.push(...(await S(e,r,s,d)).stdout.split(`
`))}return i}function z(e,r){let{damaged:s,elsewhere:t}=W(e,r),{status:n,checked:a,valid:o}=J(e,r.label);if(n==="valid"&&a===o&&a!=="0"){let[i,c]=[s.filter(B),s.filter(m=>!B(m))];return{damaged:i,elsewhere:[...t,...c],files:Number(a)}}return s.length===0&&s.push(n===void 0?l`pgbackrest verify does not speak of it`:l`pgbackrest verify calls it "${n}" (${o} of ${a} files)`),{damaged:s,elsewhere:t,files:Number(a)}}var B=e=>/: \d+-\d+\//.test(e);function W(e,r){let s=[],t=[];for(let[,n="",a,o]of e.matchAll(/(file missing|invalid checksum|invalid size|invalid result) (?:'([^']+)'|(\S+?):? )/g)){let i=a??o??"",[c="",...m]=i.split("/"),d=m.at(-1)?.slice(0,24)??"",g=c===r.label||(r.reference??[]).includes(c),b=/^\d+-\d+$/.test(c)&&k(r).includes(d);(g||b?s:t).push(`${n}: ${i}`)}return{damaged:s,elsewhere:t}}function J(e,r){let s="status: ([a-z -]+), total files checked: (\\d+), total valid files: (\\d+)",[,t,n="0",a="0"]=new RegExp(`backup: ${r}, ${s}`).exec(e)??[];return{...t===void 0?{}:{status:t},checked:n,valid:a}}var U="'\\\\.\\n\\n\\n'",C=`RESET ALL;
SET DateStyle = 'ISO';
SET IntervalStyle = 'postgres';
SET extra_float_digits = 3;
SET synchronize_seqscans = off;
SET row_security = off;
SET search_path = '';
\\set file :work '/streams.sql'
SELECT format(E'COPY %s TO STDOUT \\\\g |sh "$GOLIVE_WORK/stream" %s ${U.replaceAll("\\","\\\\").replaceAll("'","''")}',
  CASE WHEN f.condition IS NULL THEN format('%I.%I %s', n.nspname, c.relname, '(' || k.columns || ')')
    ELSE format('(SELECT %s FROM %I.%I %s)', k.columns, n.nspname, c.relname, f.condition) END, c.oid)
FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
LEFT JOIN pg_depend x ON x.classid = 'pg_class'::regclass AND x.objid = c.oid
  AND x.refclassid = 'pg_extension'::regclass AND x.deptype = 'e'
LEFT JOIN pg_extension e ON e.oid = x.refobjid,
LATERAL (
  SELECT string_agg(quote_ident(a.attname), ', ' ORDER BY a.attnum) AS columns FROM pg_attribute a
  WHERE a.attrelid = c.oid AND a.attnum > 0 AND NOT a.attisdropped AND a.attgenerated = ''
) k,
LATERAL (SELECT nullif(e.extcondition[array_position(e.extconfig, c.oid)], '') AS condition) f
WHERE c.relkind = 'r' AND c.relpersistence <> 't' AND n.nspname !~ '^pg_' AND n.nspname <> 'information_schema'
  AND (e.oid IS NULL OR c.oid = ANY (coalesce(e.extconfig, '{}'))) \\g :file
\\i :file
\\! cat "$GOLIVE_WORK/streams" 2>/dev/null
SELECT 'stream-name', c.oid, n.nspname || '.' || c.relname
FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace WHERE c.relkind = 'r';
`;function H(e){let r=new Map([...e.matchAll(/^stream-name\|(\d+)\|(.*)$/gm)].map(([,s="",t=""])=>[s,t]));return Object.fromEntries([...e.matchAll(/^stream\|([0-9a-f]{64})\|(\d+)$/gm)].map(([,s="",t=""])=>[t,{sha256:s,name:r.get(t)??t}]))}async function de(e,r,s,t){let n=f(r,T,[s],{timeoutSeconds:14400}),{stdout:a}=await e.run({...n,label:l`pg_restore and gzip of ${s}`}),o=a.indexOf(`schema|
`),i=Object.fromEntries([...a.slice(0,o).matchAll(/^stream\|(\S+)\|(\d+)$/gm)].map(([,c="",m=""])=>[m,{sha256:c,name:t.streams[m]?.name??m}]));return[...Object.entries(t.leftOut??{}).map(([c,m])=>l`${m} {0:row|rows|rows} of table ${c}, which belongs to an extension, {0:is|are|are} not in the dump`),...I(t.streams,i,(c,m,d)=>d===void 0?l`table ${m?.name??c} is not in the dump`:m===void 0?l`the dump holds the table with oid ${c}, which the database does not have`:m.sha256===d.sha256?null:l`table ${m.name} does not have the same bytes in the dump`),...q(t.objects,h(a.slice(o)))]}var V=["pg_dump --no-password --lock-wait-timeout=30s",'--snapshot="$GOLIVE_SNAPSHOT" --dbname="$GOLIVE_DATABASE"'].join(" "),K=e=>`${P}BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY;
SELECT pg_export_snapshot() AS snapshot \\gset
\\setenv GOLIVE_SNAPSHOT :snapshot
\\! ${V} --format=directory --compress=1 --jobs="$GOLIVE_JOBS" --file="$GOLIVE_WORK/dump" >&2; echo "exit|$?"
\\! ${V} --schema-only --file="$GOLIVE_WORK/schema.sql" >&2; echo "exit|$?"
SELECT 'server', current_setting('server_version');
${D}${A}\\set file :work '/database.sql'
\\o :file
${x}\\qecho -- whole
\\set file :work '/extensions.sql'
\\o :file
${N}\\qecho -- whole
\\o
${e?C:""}COMMIT;
`,Y=`${y}${R}`;async function ve(e,r,s,t=r.name){let n={GOLIVE_JOBS:String(r.backup.jobs),GOLIVE_DATABASE:t},a=f(r,Y,[s,t,r.backup.countOnly.join(",")],{stdin:K(r.backup.proof==="content"),env:n,timeoutSeconds:4*3600}),o=await e.attempt({...a,label:`pg_dump ${t}`});if(o.code!==0||o.timedOut){v(o,`${e.name}:${s}`);let c=Q(o.stderr),m=new O(e,a,o);throw c===null?m:new u({...c,where:`${e.name}:${s}`},{cause:m})}let i=c=>new RegExp(`^${c}\\|(.*)$`,"m").exec(o.stdout)?.[1]??"";return{directory:s,bytes:Number(i("bytes")),systemIdentifier:i("system"),seconds:o.seconds}}async function we(e,r,s){let t=o=>e.run(f(r,'cat -- "$1"',[`${s}/${o}`])),[n,a]=await Promise.all([t("source.txt"),t("schema.sql")]);return{contents:L(n.stdout),objects:h(a.stdout),leftOut:_(n.stdout),streams:H(n.stdout),serverVersion:/^server\|(.*)$/m.exec(n.stdout)?.[1]??""}}function Q(e){return/No space left on device|Disk quota exceeded/i.test(e)?{code:"dump-no-room",what:l`there is no room left for the dump; the unfinished one was removed`,mend:l`make room, or move database.backup.directory to a larger disk`}:/Permission denied/i.test(e)&&/mkdir|directory/i.test(e)?{code:"dump-folder-forbidden",what:l`the folder for the dump cannot be made`,mend:l`create it for the user of database.run-as, mode 0700`}:/server version mismatch|aborting because of server version/i.test(e)?{code:"dump-older-than-server",what:l`pg_dump is older than the server`,mend:l`install the client programs of the server's version on that host`}:/lock timeout|canceling statement due to lock timeout/i.test(e)?{code:"dump-locked-out",what:l`somebody's open transaction holds a lock that the dump needs`,mend:l`end that session (SELECT * FROM pg_stat_activity), then run again`}:null}export{ne as a,de as b,ve as c,we as d};
