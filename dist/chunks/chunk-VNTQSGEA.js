import{createRequire}from"node:module";const require=createRequire(import.meta.url);
import{a as h,b as Oe,c as Ee,d as Re,e as Le}from"./chunk-2E3JXGOY.js";import{a as _e,b as U,c as v}from"./chunk-3E64S6E4.js";import{c as x}from"./chunk-IYWZPN5O.js";import{a as xe,b as ve,c as Y,d as Se}from"./chunk-EXCW5SYR.js";import{A as J,B as z,a as he,g as k,u as we,v as ge,w as ke,x as $e,y as j,z as Pe}from"./chunk-BAHEJR5R.js";import{b as fe,c as M,d as _,e as B,f as K,g as le,t as ue,w as be}from"./chunk-6QYEDRRU.js";import{c as ie}from"./chunk-4GDQR6QX.js";import{a as y,b as me,c as I}from"./chunk-K5HV7IVR.js";import{c as F}from"./chunk-LFPMM36L.js";import{b as ye}from"./chunk-FJP6G6ZP.js";import{a as m,b as l,c as se,d as T,e as A,f as H,g as ne}from"./chunk-6GI47CEK.js";import{d as pe}from"./chunk-72MMA6RH.js";import{g as ae}from"./chunk-UEE6QLMH.js";import{m as g,p as de,q as V,r as q,u as ce,v as N}from"./chunk-PDUI7LMK.js";import{N as w,ba as oe,i as L,ib as re,j as ee,k as D,l as te,m as G,n as S,o as C,p as P}from"./chunk-AXMB25YG.js";import{b as $,g as Z,h as u}from"./chunk-L76G2Y6O.js";import{m as s,p as f,r as b,x as W}from"./chunk-ZFSQH6XZ.js";function O(e,t){return e===null?null:st[e]?.(t)??null}function E(e,t,{asked:o,finished:r},a){let n=new b(e,o,r);return a===null?n:new f({...a,where:`${e.name}:${t}`},{cause:n})}var st={81:()=>({code:"restore-folder-foreign",what:s`the folder is not empty, and was not made by golive`,mend:s`name a folder that does not exist yet; golive leaves this one as it is`}),82:()=>({code:"restore-folder-used",what:s`the folder holds an earlier restore`,mend:s`look at it and remove it, or restore over it with delta`}),83:({plan:e})=>{let t=e.runAs??s`the user golive runs as`;return{code:"restore-folder-forbidden",what:s`${t} may not make or write this folder`,mend:s`make its parent folder writable for ${t}`}},84:({free:e="",needed:t=""})=>({code:"restore-no-room",what:s`${e} free for the restored server, ${t} needed`,mend:s`make room, or choose a folder on another disk`}),85:({version:e=""})=>({code:"restore-no-programs",what:s`postgres and pg_ctl of PostgreSQL ${e} are missing`,mend:s`install postgresql-${e} there, or name their folder in database.programs`}),86:()=>({code:"restore-as-root",what:s`PostgreSQL does not run as root`,mend:s`set database.run-as in the plan to its user (mostly postgres)`})};var De=`[ "$(id -u)" != 0 ] || exit 86
umask 077
d=$1
if [ -e "$d" ] || [ -L "$d" ]; then
  held=$(ls -A -- "$d") || exit 81
  if [ -n "$held" ]; then
    [ -f "$d/golive-restore" ] && [ -O "$d/golive-restore" ] || exit 81
    [ "$2" = delta ] || exit 82
  fi
fi
p=$d; while [ ! -d "$p" ]; do p=$(dirname -- "$p"); done
have=$(LC_ALL=C df --output=avail -B1 -- "$p" | tail -n1 | tr -d ' ') || exit
used=$(du -cB1 -- "$d/data" "$d/tablespaces" 2>/dev/null | tail -n1 | cut -f1)
if [ $((have + \${used:-0})) -lt "$3" ]; then printf '%s\\n' "$((have + \${used:-0}))"; exit 84; fi
mkdir -p -- "$d" && chmod 700 -- "$d" && d=$(cd -- "$d" && pwd -P) && cat > "$d/golive-restore" || exit 83
stop "$d" || exit
rm -f -- "$d/data/postmaster.pid"
[ -e "$d/data/PG_VERSION" ] || [ -e "$d/data/backup.manifest" ] || rm -rf -- "$d/data" "$d/tablespaces"
mkdir -p -- "$d/data" "$d/socket" || exit 83
printf '%s\\n' "$d"`,Ce=`[ -d "$1" ] || exit 0
[ -n "$(ls -A -- "$1")" ] || exit 0
[ -f "$1/golive-restore" ] && [ -O "$1/golive-restore" ] || exit 81
d=$(cd -- "$1" && pwd -P) && stop "$d" && rm -rf -- "$d"`,Te=`umask 077
cd -- "$1/data" || exit
v=$(cat PG_VERSION) || exit
for b in "$GOLIVE_PROGRAMS" "/usr/lib/postgresql/$v/bin" "/usr/pgsql-$v/bin" "$(pg_config --bindir 2>/dev/null)" \\
  "$(dirname -- "$(command -v postgres)")" ''; do
  [ -x "$b/postgres" ] && [ -x "$b/pg_ctl" ] || continue
  case "$("$b/postgres" --version)" in *"(PostgreSQL) $v"[!0-9]*) break ;; esac
done
[ -n "$b" ] || { printf '%s\\n' "$v"; exit 85; }
grep -E '^(restore_command|recovery_target[a-z_]*) = ' postgresql.auto.conf > ../recovery &&
  mv -f -- ../recovery postgresql.auto.conf || exit
echo 'local all all trust' > pg_hba.conf && : > pg_ident.conf || exit
held() { LC_ALL=C "$b/pg_controldata" . | sed -n "s/^$1 setting: *//p"; }
cat > postgresql.conf <<END || exit
listen_addresses = ''
port = 5432
unix_socket_directories = '../socket'
unix_socket_permissions = 0700
archive_mode = off
hot_standby = off
max_wal_senders = 0
max_logical_replication_workers = 0
max_connections = $(held max_connections)
max_worker_processes = $(held max_worker_processes)
max_prepared_transactions = $(held max_prepared_xacts)
max_locks_per_transaction = $(held max_locks_per_xact)
shared_preload_libraries = ''
shared_buffers = 64MB
huge_pages = off
autovacuum = off
fsync = off
full_page_writes = off
synchronous_commit = off
logging_collector = off
log_line_prefix = ''
log_min_error_statement = panic
END
if "$b/pg_ctl" -D "$1/data" -l "$1/log" -w -t "$2" -s start; then
  while [ -e postmaster.pid ]; do "$b/pg_isready" -q -h "$1/socket" -p 5432 && exit; sleep 0.1; done
fi
tail -n 20 -- "$1/log" >&2
exit 1`,Ae=`inside() {
  find /proc -mindepth 2 -maxdepth 2 -name cwd -printf '%h %l\\n' 2>/dev/null | while read -r p l; do
    case "$l" in "$1"|"$1/"*|"$1 (deleted)") ;; *) continue ;; esac
    case "$(cat "$p/comm" 2>/dev/null)" in postgres|pgbackrest) printf '%s\\n' "\${p#/proc/}" ;; esac
  done
}
stop() {
  n=0
  while found=$(inside "$1") && [ -n "$found" ]; do
    [ "$n" -lt 300 ] || { echo "error: processes of $1 do not end" >&2; return 1; }
    if [ $((n % 150)) = 0 ]; then
      for p in $found; do
        case "$n:$(cat "/proc/$p/comm" 2>/dev/null)" in
          0:postgres) kill -QUIT "$p" ;;
          0:*) kill -TERM "$p" ;;
          *) kill -KILL "$p" ;;
        esac 2>/dev/null
      done
    fi
    n=$((n + 1)); sleep 0.1
  done
}`;var He=`${Ae}
`,qe=`${He}${De}`,Ne=`${He}${Ce}`,Ie=Te;async function Me(e,t,o,r){let{label:a,delta:n=!1}=r,{entry:d}=await le(e,t,o,a),c=await nt(e,t,r,d.info.size+t.backup.leastFree*1024*1024),i=M(t,o,"restore",{args:[`--repo=${d.database["repo-key"]}`,...it(c,r)],timeoutSeconds:12*3600});try{let{seconds:p}=await B(e,t,o,{...i,cwd:`${c}/data`});return{data:`${c}/data`,seconds:p}}catch(p){throw!n&&dt(p)&&await R(e,t,c),p}}async function nt(e,t,{label:o,directory:r,delta:a=!1},n){let d=_(t,qe,[r,a?"delta":"new",String(n)],{label:`prepare ${r}`,stdin:`${o}
`,timeoutSeconds:120}),c=await e.attempt(d);if(c.code===0)return c.stdout.trim();let i={needed:u(n),free:u(Number(c.stdout))};throw E(e,r,{asked:d,finished:c},O(c.code,{plan:t,...i}))}function it(e,{label:t,delta:o=!1,target:r}){let a=r===void 0?["--type=immediate"]:[`--type=${r.type}`,`--target=${r.value}`];return[`--set=${t}`,`--pg1-path=${e}/data`,...a,"--target-action=promote","--archive-mode=off",o?"--delta":"--no-delta","--reset-tablespace-map",`--tablespace-map-all=${e}/tablespaces`,"--no-link-all","--reset-link-map","--reset-recovery-option","--reset-db-include","--reset-db-exclude"]}function dt(e){let t=e instanceof f?e.cause:null;return t instanceof b&&fe(t.finished.stderr)!==null}async function R(e,t,o){let r=_(t,Ne,[o],{label:`remove ${o}`,timeoutSeconds:600}),a=await e.attempt(r);if(a.code!==0)throw E(e,o,{asked:r,finished:a},O(a.code,{plan:t}))}async function Be(e,t,{settings:o,label:r,directory:a},n){ct(e,a),await R(e,t,a);let d;try{let{data:c}=await Me(e,t,o,{label:r,directory:a}),i=c.slice(0,-5);await pt(e,t,r,i);let p=await mt(e,t);d=await n({...t,connection:{host:`${i}/socket`,port:5432,...p===void 0?{}:{user:p}}})}catch(c){throw await R(e,t,a).catch(i=>{throw ft(`${e.name}:${a}`,{error:c,left:i},e.name)}),c}return await R(e,t,a),d}function ct(e,t){if(!(Buffer.byteLength(t)<=86&&!t.includes(",")))throw new f({code:"restore-folder-name",what:s`the folder for the restored server has too long a path for its socket, or a comma in it`,where:`${e.name}:${t}`,mend:s`choose one of at most 86 bytes without a comma`})}async function pt(e,t,o,r){let n=_(t,Ie,[r,String(14400)],{label:`pg_ctl start in ${r}`,timeoutSeconds:14460}),d=await e.attempt(n);if(d.code===0&&!d.timedOut)return;let c=O(d.code,{plan:t,version:d.stdout.trim()})??{code:"restored-server-not-started",what:s`the restored backup ${o} does not start: ${new b(e,n,d).brief}`,mend:s`a part of its log may be missing: pgbackrest verify; take another backup`};throw E(e,r,{asked:n,finished:d},c)}async function mt(e,t){let{user:o,service:r}=t.connection;if(o!==void 0||r===void 0)return o;let[[a]=[]]=await q(e,t,{database:g(t),sql:"SELECT current_user"});return a}function ft(e,{error:t,left:o},r){return new f([{code:"restored-look-failed",what:W(t),where:r},{code:"restored-copy-left",what:s`a restored copy of the database was left behind: ${W(o)}`,where:e,mend:s`run again, or stop the server there and remove the folder`}],{cause:t})}async function je(e,t,o,{type:r,annotation:a}){let n=new Set((await K(e,t,o)).backup.map(({label:p})=>p)),d=M(t,o,"backup",{args:[`--type=${r}`,"--start-fast","--archive-check","--no-expire-auto",`--annotation=golive=${a}`],timeoutSeconds:12*3600}),{seconds:c}=await B(e,t,o,d),i=(await K(e,t,o)).backup.filter(p=>!n.has(p.label)&&p.annotation?.golive===a).at(-1);if(i===void 0)throw new f({code:"pgbackrest-backup-not-made",what:s`pgbackrest ended well, but the stanza "${o.stanza}" has no new backup`,where:e.name,mend:s`look at pgbackrest info and at the log of pgbackrest, usually in /var/log/pgbackrest`});if(i.error!==!1)throw new f({code:"database-pages-damaged",what:s`the backup ${i.label} holds pages of the database whose checksums are wrong`,where:e.name,mend:s`the database itself is damaged: find the tables with pg_amcheck or in the log of pgbackrest before anything is deployed`});return{label:i.label,type:i.type,bytes:i.info.size,repositoryBytes:i.info.repository.delta,startedAt:new Date(i.timestamp.start*1e3).toISOString(),endedAt:new Date(i.timestamp.stop*1e3).toISOString(),startLsn:i.lsn.start,stopLsn:i.lsn.stop,seconds:c}}function ze(e){return[lt(e),bt(e),yt(e)]}var lt=e=>({id:D.id,async run(t){let{plan:o,release:r}=t,a=m(t),n={plan:o.database,hosts:t.hosts,rest:"refuse"},{source:d,systemIdentifier:c,taken:i}=await x(n,async()=>{await h(a,o.database);let ot=await ut(t),rt=e.type??"incr",at=await je(a,o.database,e,{type:rt,annotation:r.id});return await h(a,o.database),{...ot,taken:at}}),p=l(t);await a.run(de(o.database,'umask 077; mkdir -p -m 700 -- "$1"',[p]));let tt=await U(a,o.database,p,{...T(t),systemIdentifier:c,takenAt:i.endedAt,source:d,files:[]});return{note:s`${i.label}, ${u(i.bytes)}, ${u(i.repositoryBytes)} of them new in the repository`,facts:{label:i.label,sha256:tt}}}});async function ut(e){let{database:t}=e.plan,o=m(e),r=await ke(o,t,t.name,{logged:!0}),a=await $e(o,t,t.name),[[n="",d=""]=[]]=await q(o,t,{database:g(t),sql:"SELECT current_setting('server_version'), system_identifier FROM pg_control_system()"});return{source:{contents:r,objects:a,streams:{},serverVersion:n},systemIdentifier:d}}var bt=e=>({id:te.id,async run(t){let{files:o}=await xe(m(t),t.plan.database,e,Fe(t));return{note:s`${o} {0:file|files|files}`}}}),yt=e=>({id:P.id,async run(t){let{database:o}=t.plan,r=m(t);if(o.backup.proof==="read")return{skipped:!0,note:s`the plan asks for no more than that its files are whole (proof: read)`,facts:{proved:"read"}};let a=String(D.facts(t.state()).sha256),{source:n}=await v(r,o,l(t),a),d={settings:e,label:Fe(t),directory:`${o.backup.directory}/restored`};await Be(r,o,d,p=>j(r,p,{database:p.name,source:n,directory:null,logged:!0}));let{contents:c,objects:i}=n;return{note:s`restored on a server of its own; ${$(k(c))} {0:row|rows|rows} \
in ${Object.keys(c.tables).length} {1:table|tables|tables} and ${Object.keys(i).length} \
{2:object|objects|objects} of the schema are the same`,facts:{proved:"restore"}}}});function Fe(e){return String(D.facts(e.state()).label)}var ht=`SELECT current_setting('server_version_num')::int >= 180000 AS may_clone,
  current_setting('server_version_num')::int >= 150000 AS has_strategy \\gset
SELECT format('CREATE DATABASE %I TEMPLATE %I OWNER %I', :'copy', :'current', r.rolname)
  || format(' ALLOW_CONNECTIONS false CONNECTION LIMIT %s', d.datconnlimit)
  || CASE WHEN :'has_strategy' = 't' THEN ' STRATEGY file_copy' ELSE '' END AS create
FROM pg_database d JOIN pg_roles r ON r.oid = d.datdba WHERE d.datname = :'current' \\gset
\\set how copy
`,wt=`\\if :may_clone
  SET file_copy_method = 'clone';
  :create;
  \\if :ERROR
    SET file_copy_method = 'copy';
  \\else
    \\set done true
    \\set how clone
  \\endif
\\endif
\\if :done
\\else
  :create;
  \\if :ERROR
  \\else
    \\set done true
  \\endif
\\endif
`,gt=`SELECT 'copy', :'how', oid, pg_database_size(oid) FROM pg_database WHERE datname = :'copy';
`;async function Ue(e,t,o){await y(e,t),await z(e,t,o),await e.attempt(V(t,g(t),"CHECKPOINT",{timeoutSeconds:600}));let{stdout:r,seconds:a,gone:n}=await Oe(e,t,{before:ht,work:wt,after:gt,variables:{copy:o}}),[,d="copy",c="",i="0"]=/^copy\|(\w+)\|(\d+)\|(\d+)$/m.exec(r)??[];await e.run(V(t,g(t),he,{variables:{name:o,source:t.name}}));let p=d==="clone"&&await kt(e,t);return{name:o,oid:c,bytes:Number(i),seconds:a,how:p?"clone":"copy",gone:n}}async function kt(e,t){let o=await ue(e,t,0);return(await Promise.all(o.map(({path:a})=>a===null?null:be(e,t,a,{climb:!1})))).every(a=>a?.shares===!0)}async function Qe(e,t,{name:o,oid:r}){if(await I(e,t,o)!==r)throw new f({code:"rollback-copy-gone",what:s`the rollback copy ${o} is gone, or another database bears its name`,where:e.name,mend:s`the dump is the way back now; find out who removed the copy`})}function We({state:e,plan:t}){return t.database.backup.dump==="before-deploy"&&w.begun(e())}async function X(e){return We(e)?!0:S.state(e.state())?.status!=="done"?!1:v(m(e),e.plan.database,l(e),A(e)).then(()=>!0,t=>{if(t instanceof f||t instanceof b)return!1;throw t})}async function Q(e){let{steps:t}=e.state();return We(e)||[C,P].every(o=>(o.state({steps:t})?.startedAt??"")>=(S.state({steps:t})?.endedAt??""))}var Ge={id:G.id,async run(e){let{database:t}=e.plan,o=t.backup.dump==="after-migration"?H(e):null,{closedAt:r,...a}=o===null?await $t(e):await Pt(e,o);return{note:`${u(a.bytes)}${o===null?"":s`, of ${o.name}`}`,facts:{bytes:a.bytes,systemIdentifier:a.systemIdentifier,takenAt:new Date().toISOString(),closedAt:r}}},still:X};async function $t(e){let{database:t}=e.plan,o=m(e);return await y(o,t),x({plan:t,hosts:e.hosts,rest:"refuse"},async()=>{await h(o,t);let r=await F(o,t);return{...await Y(o,t,l(e)),closedAt:r}})}async function Pt(e,t){let{database:o}=e.plan,r=m(e);await Qe(r,o,t),await y(r,o,t.name);try{let a=L.facts(e.state()).closedAt??null;return{...await Y(r,o,l(e),t.name),closedAt:a}}finally{await me(r,o,t.name)}}var Ve={id:S.id,async run(e){let{plan:t}=e,o=m(e),r=l(e),a=await _e(o,t.database,r),n=await Se(o,t.database,r),{takenAt:d,systemIdentifier:c}=G.facts(e.state()),i=await U(o,t.database,r,{...T(e),systemIdentifier:String(c),takenAt:String(d),source:n,files:a}),{contents:p}=n;return{note:s`${a.length} {0:file|files|files}; ${Object.keys(p.tables).length} \
{1:table|tables|tables}, ${$(k(p))} {2:row|rows|rows}; manifest ${i.slice(0,12)}`,facts:{sha256:i,rows:k(p)}}},still:X},Ke={id:C.id,async run(e){let t=await we(m(e),e.plan.database,l(e));return{note:s`read in ${Z(t)}`}},still:Q};var Xe={id:P.id,async run(e){let{database:t}=e.plan,o=m(e),{source:r}=await v(o,t,l(e),A(e));return xt[t.backup.proof](e,r)},still:Q},xt={read:async()=>({skipped:!0,note:s`the plan asks for no more than that it reads through whole (proof: read)`,facts:{proved:"read"}}),async content(e,t){let{database:o}=e.plan,r=m(e),a=l(e);return J(await ve(r,o,a,t),r.name),J(await Pe(r,o,{directory:a,name:Je(e),source:t}),r.name),{note:s`not restored; ${Ye(t)} stand in the dump as in the database`,facts:{proved:"content"}}},async restore(e,t){let{database:o}=e.plan,r=m(e),a=Je(e);try{await ge(r,o,l(e),a),await j(r,o,{database:a,source:t,directory:l(e)})}finally{await z(r,o,a)}let n=o.backup.countOnly,d=n.length>0?s`; only counted: ${n.join(", ")}`:"";return{note:s`restored beside; ${Ye(t)} are the same${d}`,facts:{proved:"restore"}}}};function Je({plan:e,release:t}){return N(e.database,"proof",t.id)}function Ye({contents:e,objects:t}){let o=Object.keys(e.tables).length;return s`${$(k(e))} {0:row|rows|rows} in ${o} {1:table|tables|tables} \
and ${Object.keys(t).length} {2:object|objects|objects} of the schema`}import{createHash as vt}from"node:crypto";var Ze={id:L.id,async run(e){let{database:t}=e.plan,o=m(e);await y(o,t);let r=N(t,"copy",e.release.id),{closedAt:a,copy:n}=await x({plan:t,hosts:e.hosts,rest:"refuse"},async()=>(await h(o,t),{closedAt:await F(o,t),copy:await Ue(o,t,r)}));return{note:`${r}, ${u(n.bytes)}${n.how==="clone"?s`, sharing blocks with the original`:""}${Ee(n.gone)}`,facts:{copy:n,closedAt:a}}},async still(e){let t=H(e);return w.begun(e.state())||t!==null&&await I(m(e),e.plan.database,t.name)===t.oid}},et={id:ee.id,async run(e){let{database:t}=e.plan,o=m(e);await y(o,t),await h(o,t);let r=await Re(o,t,St(e)),a=r.id===r.name?"":` (${r.id})`;return{note:s`${r.name}${a}; the provider says that it is there, and what is in it is compared once it is restored`,facts:{snapshot:r}}},async still(e){let t=ne(e);return w.begun(e.state())||t!==null&&await Le(m(e),e.plan.database,t)}};function St(e){let t=ce(e.plan.database).toLowerCase().replaceAll(/[^a-z0-9]+/g,"-"),o=vt("sha256").update(se(e)).digest("hex").slice(0,12);return`golive-${t.slice(0,30)}-${o}`.replaceAll(/-+/g,"-")}async function Er(e){if(await pe(e),oe.begun(e.state()))return;if(!re(e.state()))throw new f({code:"backup-site-is-open",what:s`the site is still open, so the backup would miss what people write meanwhile`,mend:s`run maintenance with state: on first`});let{copy:t,dump:o,pgbackrest:r}=e.plan.database.backup,a=r?ze(r):[Ge,Ve,Ke,Xe],n=o==="after-migration"&&!Ot(e);await ye(e,[ie(e),..._t(t),...n?[]:a])}function _t(e){return e==="snapshot"?[et]:e?[Ze]:[]}function Ot(e){let t=w.on(ae(e.plan)).state(e.state())?.status;return t==="done"||t==="skipped"}export{Er as a};
