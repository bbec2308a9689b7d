import{createRequire}from"node:module";const require=createRequire(import.meta.url);
import{g as P}from"./chunk-IXBF6TIX.js";import{m,q as g,r as k,s as E}from"./chunk-PDUI7LMK.js";import{b as p,m as o,p as d,r as _}from"./chunk-ZFSQH6XZ.js";function S(e,t,n,{code:a,stdout:r,stderr:s}){let i=`${s}
${r}`,c=Number(/ERROR: \[(\d+)\]/.exec(i)?.[1]??(a===127?127:0)),l={where:e,plan:t,settings:n,said:i};return D(l)??C(l,c)??z(l,c)??H(l)}function D({where:e,said:t}){let n=T(t);return n===null?null:{code:"pgbackrest-no-room",what:o`there is no room left for ${n}`,where:e,mend:o`make room there, then run again`}}function T(e){return/unable to write '([^'\n]+)'(?:: \[28\]|\s*$)/m.exec(e)?.[1]??(/No space left on device|Disk quota exceeded/i.test(e)?o`what pgbackrest writes`:null)}function C({where:e,said:t},n){if(![26,29,95].includes(n)||!/checksum|zlib|zst|lz4|bz2|cipher|decrypt/i.test(t))return null;let a=/checksum/i.test(t)?o`a checksum is wrong`:o`it cannot be unpacked`;return{code:"pgbackrest-backup-damaged",what:o`the backup is damaged: ${a}`,where:e,mend:o`pgbackrest verify names the file; take another full backup, this one is no way back`}}function z(e,t){return v[t]?.(e)??null}var v={28:b,37:({where:e,plan:t,settings:n})=>u(e,t,n),44:b,50:({where:e,settings:t})=>({code:"pgbackrest-busy",what:o`another pgbackrest is at work on the stanza "${t.stanza}"`,where:e,mend:o`wait for it to end (pgbackrest info), and keep its timer out of the maintenance window`}),51:b,55:F,56:({where:e,settings:t})=>({code:"pgbackrest-no-connection",what:o`pgbackrest cannot connect to PostgreSQL`,where:e,mend:o`set pg1-socket-path, pg1-port and pg1-user of the stanza "${t.stanza}", and database.run-as in \
the plan to a user who may connect (mostly postgres)`}),62:({where:e,plan:t,settings:n})=>({code:"pgbackrest-stopped",what:o`pgbackrest was stopped for the stanza "${n.stanza}"`,where:e,mend:o`${f(t,n)} start`}),68:x,75:({where:e})=>({code:"pgbackrest-backup-gone",what:o`this backup is not in the repository, or no longer`,where:e,mend:o`look for it with pgbackrest info; a retention that is too short expires it`}),82:({where:e})=>({code:"pgbackrest-archive-late",what:o`PostgreSQL's log does not arrive in the repository (archiving does not work, or is far behind)`,where:e,mend:o`read PostgreSQL's log for what archive_command said`}),87:x,127:({where:e})=>({code:"pgbackrest-missing",what:o`pgbackrest is missing`,where:e,mend:o`install the package pgbackrest there`})};function b({where:e,plan:t,settings:n,said:a}){return/stanza/.test(a)?{code:"pgbackrest-stanza-outdated",what:o`the stanza "${n.stanza}" belongs to another PostgreSQL server, or to an older version of this one`,where:e,mend:o`set its pg1-path; after an upgrade: ${f(t,n)} stanza-upgrade`}:null}function F({where:e,plan:t,settings:n,said:a}){let{config:r}=n;return r!==void 0&&a.includes(`missing file '${r}'`)?{code:"pgbackrest-config-missing",what:o`there is no file ${r}`,where:e,mend:o`change database.backup.pgbackrest.config in the plan`}:/(archive|backup)\.info/.test(a)?u(e,t,n):null}function x({where:e,settings:t}){return{code:"pgbackrest-not-archiving",what:o`PostgreSQL does not archive through pgbackrest, so that no backup could be brought back`,where:e,mend:o`in postgresql.conf: archive_mode = on, archive_command = 'pgbackrest --stanza=${t.stanza} \
archive-push %p'; then restart PostgreSQL`}}function H({where:e,plan:t,said:n}){if(!/Permission denied/.test(n))return null;let a=t.runAs===void 0?"":o` as ${t.runAs}`;return{code:"pgbackrest-files-forbidden",what:o`pgbackrest may not read or write its files${a}`,where:e,mend:o`set database.run-as in the plan to the user who owns PostgreSQL's data (mostly postgres)`}}function u(e,t,n){return{code:"pgbackrest-no-stanza",what:o`pgbackrest knows no stanza "${n.stanza}"`,where:e,mend:o`change database.backup.pgbackrest.stanza in the plan; or set it up in pgbackrest.conf and make \
it: ${f(t,n)} stanza-create`}}function N(e,t,n){return{code:"pgbackrest-backup-not-found",what:o`the stanza "${t.stanza}" has no backup ${n}, or no longer`,where:e,mend:o`look for it with pgbackrest info; a retention that is too short expires it`}}function f(e,{stanza:t,config:n}){let a=e.runAs===void 0?"":`sudo -u ${e.runAs} `,r=n===void 0?"":` --config=${n}`;return`${a}pgbackrest --stanza=${t}${r}`}function w(e,t,n,{args:a=[],timeoutSeconds:r=3600}={}){let s=c=>c.startsWith("--"),i=[`--stanza=${t.stanza}`,...t.config===void 0?[]:[`--config=${t.config}`],"--log-level-stderr=warn"];return{file:"pgbackrest",args:[n,...a.filter(c=>!s(c)),...i,...a.filter(s)],env:{LC_ALL:"C.UTF-8"},timeoutSeconds:r,label:`pgbackrest --stanza=${t.stanza} ${n}`,...R(e)}}function X(e,t,n,a){let r={LC_ALL:"C.UTF-8",PGBACKREST_ARCHIVE_ASYNC:"n",GOLIVE_PROGRAMS:e.programs??""};return p(t,n,{env:r,...R(e),...a})}async function O(e,t,n,a){let r=await e.attempt(a);if(r.code===0&&!r.timedOut)return r;let s=new _(e,a,r),i=S(e.name,t,n,r);throw i===null?s:new d(i,{cause:s})}function R(e){return e.runAs===void 0?{}:{user:e.runAs}}async function I(e,t,n){let{stdout:a}=await O(e,t,n,w(t,n,"info",{args:["--output=json","--log-level-console=off"],timeoutSeconds:300})),[r]=JSON.parse(a.replace(/"system-id":(\d+)/g,'"system-id":"$1"'));if(r===void 0||r.status.code===1||r.status.code===3)throw new d(u(e.name,t,n));return r}async function ne(e,t,n,a){let r=await I(e,t,n),s=r.backup.find(i=>i.label===a);if(s===void 0)throw new d(N(e.name,n,a));return{entry:s,info:r}}var M=`EXISTS (SELECT FROM pg_attribute a WHERE a.attrelid = c.oid AND a.attnum = -1 AND a.xmin <> x.xmin)
    AND EXISTS (
      SELECT FROM pg_depend y JOIN pg_proc p ON y.classid = 'pg_proc'::regclass AND y.objid = p.oid
      WHERE y.refclassid = 'pg_extension'::regclass AND y.refobjid = e.oid AND y.deptype = 'e' AND y.xmin = p.xmin
    )`,A=e=>`SELECT format($q$${e} FROM ONLY %3$I.%4$I AS t WHERE t.xmin <> %5$L::xid$q$,
  e.extname, n.nspname || '.' || c.relname, n.nspname, c.relname, x.xmin, ${M})
FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
JOIN pg_depend x ON x.classid = 'pg_class'::regclass AND x.objid = c.oid
  AND x.refclassid = 'pg_extension'::regclass AND x.deptype = 'e'
JOIN pg_extension e ON e.oid = x.refobjid
WHERE c.relkind = 'r' AND c.relpersistence <> 't' AND NOT c.oid = ANY (coalesce(e.extconfig, '{}'))
  AND has_schema_privilege(n.oid, 'USAGE') AND has_table_privilege(c.oid, 'SELECT')
ORDER BY c.relname \\gexec
`,se=A("SELECT 'left-out', count(*), %2$L"),ie=A("SELECT json_build_object('kind', 'extension-rows', 'me', current_user, 'name', %2$L || ' (' || %1$L || ')', 'rows', count(*), 'added', %6$L::bool)");function ce(e){let t=E(e).filter(([n,a])=>n==="left-out"&&a!=="0");return Object.fromEntries(t.map(([,n="0",...a])=>[P(a.join("|")),Number(n)]))}var de="CASE WHEN current_setting('server_version_num')::int >= 160000 THEN 'SET' ELSE 'MEMBER' END",pe="(SELECT rolsuper FROM pg_roles WHERE rolname = current_user)",ue="NOT r.rolsuper AND (pg_has_role(r.oid, 'USAGE') OR pg_has_role('pg_signal_backend', 'USAGE'))",$=(e,t)=>`NOT EXISTS (
    SELECT FROM pg_depend x WHERE x.classid = '${e}'::regclass AND x.objid = ${t} AND x.deptype = 'e'
  )`;var j=200,be=`(SELECT count(*) + ${j} FROM pg_class c
  WHERE c.oid >= 16384 AND c.relkind IN ('r', 'p', 'S', 'v', 'm') AND c.relpersistence <> 't'
    AND ${$("pg_class","c.oid")})`,W=`(current_setting('max_connections')::int + current_setting('max_prepared_transactions')::int
  + current_setting('max_worker_processes')::int + current_setting('max_wal_senders')::int + 1
  + coalesce(current_setting('autovacuum_worker_slots', true), current_setting('autovacuum_max_workers'))::int)`,fe=`(current_setting('max_locks_per_transaction')::int * ${W})`;function y(e){return e.split(`
`).flatMap(t=>t.startsWith("{")?[JSON.parse(t)]:[])}function h(e,t){return e.filter(n=>n.kind===t)}var L=`p=$1
while [ -n "$2" ] && [ ! -d "$p" ]; do p=$(dirname -- "$p"); done
[ -d "$p" ] || exit 0
LC_ALL=C df --output=avail,target -B1 -- "$p" | tail -n1
PATH="$PATH:/usr/sbin:/sbin"
case $(df --output=fstype -- "$p" | tail -n1) in
  btrfs) echo shares ;;
  xfs) ! xfs_info "$(df --output=target -- "$p" | tail -n1)" 2>/dev/null | grep -q 'reflink=1' || echo shares ;;
esac`;var B=`BEGIN TRANSACTION READ ONLY;
WITH parts AS (
  SELECT c.reltablespace AS id,
    sum(pg_relation_size(c.oid, 'main') + pg_relation_size(c.oid, 'fsm') + pg_relation_size(c.oid, 'vm')) AS bytes
  FROM pg_class c
  WHERE c.reltablespace <> 0 AND c.relkind IN ('r', 'i', 't', 'm', 'S') AND NOT c.relisshared
  GROUP BY 1
), places AS (
  SELECT dattablespace AS id, pg_database_size(oid) - (SELECT coalesce(sum(bytes), 0) FROM parts) AS bytes
  FROM pg_database WHERE datname = current_database()
  UNION ALL SELECT id, bytes FROM parts
)
SELECT json_build_object(
  'kind', 'place',
  'tablespace', CASE t.spcname WHEN 'pg_default' THEN NULL ELSE t.spcname END,
  'bytes', sum(p.bytes)::bigint,
  'data', (SELECT setting FROM pg_settings WHERE name = 'data_directory'),
  'location', pg_tablespace_location(t.oid)
)
FROM places p JOIN pg_tablespace t ON t.oid = p.id
GROUP BY t.oid, t.spcname
ORDER BY t.spcname = 'pg_default' DESC, t.spcname;
COMMIT;
`;async function Se(e,t,n){let{code:a,stdout:r}=await e.attempt(g(t,t.name,B,{timeoutSeconds:300}));return a!==0?[{tablespace:null,path:null,bytes:n}]:h(y(r),"place").map(s=>({tablespace:s.tablespace,bytes:s.bytes,path:J(s)}))}function J({location:e,data:t}){return e.startsWith("/")?e:t===null?null:e===""?t:`${t}/${e}`}var U=`BEGIN TRANSACTION READ ONLY;
SELECT jsonb_build_object('kind', 'held', 'by', 'slot ' || slot_name, 'data', d.setting)
FROM pg_replication_slots LEFT JOIN pg_settings d ON d.name = 'data_directory'
WHERE NOT active AND restart_lsn IS NOT NULL AND current_setting('max_slot_wal_keep_size') = '-1'
UNION ALL
SELECT jsonb_build_object('kind', 'held', 'by', 'archive_command', 'data', d.setting)
FROM pg_stat_archiver a LEFT JOIN pg_settings d ON d.name = 'data_directory'
WHERE current_setting('archive_mode') <> 'off' AND a.last_failed_time > coalesce(a.last_archived_time, '-infinity');
COMMIT;
`;async function Ne(e,t){let{code:n,stdout:a}=await e.attempt(g(t,m(t),U,{timeoutSeconds:60}));if(n!==0)return null;let r=h(y(a),"held"),[s]=r;return s===void 0?null:{by:r.map(({by:i})=>i).join(", "),path:s.data===null?null:`${s.data}/pg_wal`}}async function we(e,t,n){let a="SELECT setting FROM pg_settings WHERE name = 'data_directory'",[[r=""]=[]]=await k(e,t,{database:m(t),sql:a});return[{tablespace:null,path:r===""?null:r,bytes:n}]}async function Oe(e,t,n,{climb:a}){let r=p(L,[n,a?"climb":""],{timeoutSeconds:30,...t.runAs===void 0?{}:{user:t.runAs}}),[s="",i]=(await e.run(r)).stdout.trim().split(`
`),[c="",...l]=s.trim().split(/\s+/);return c===""?null:{bytes:Number(c),device:l.join(" "),shares:i==="shares"}}export{S as a,T as b,w as c,X as d,O as e,I as f,ne as g,y as h,h as i,se as j,ie as k,ce as l,de as m,pe as n,ue as o,$ as p,be as q,W as r,fe as s,Se as t,Ne as u,we as v,Oe as w};
