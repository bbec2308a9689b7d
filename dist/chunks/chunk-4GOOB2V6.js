import{createRequire}from"node:module";const require=createRequire(import.meta.url);
import{a as _}from"./chunk-RD375ZV7.js";import{a as ye,b as g,c as ge,d as D,e as ke,f as N,g as x}from"./chunk-FU2JIAXI.js";import{a as pe,b as fe,c as le}from"./chunk-YDZXDXH2.js";import{c as me,g as ue,h as be,i as we,j as $e,k as C,l as he,m as G,n as A}from"./chunk-E3V5RYUK.js";import{f as k}from"./chunk-OOIBJ3SX.js";import{d as ae,e as T,f as oe,h as re,i as se,k as ne,l as ie,q as de,v as ce}from"./chunk-Z3EIXM4J.js";import{a as l,b as $,d as W,e as z}from"./chunk-J6TKE546.js";import{A as F,Da as te,w as Z,x as R,y as L}from"./chunk-YXFJCS6E.js";import{T as ee}from"./chunk-6VF753Q6.js";import{J as P,Y as J,cb as Y,db as S,i as U,ib as X,j as E,jb as w,k as K,l as M,m as O,n as B,o as v}from"./chunk-M5XROXD5.js";import{k as s,n as f,p as y,v as j}from"./chunk-ASVCTD4D.js";var Te=`${ye}SELECT current_setting('server_version_num')::int >= 180000 AS may_clone, current_setting('server_version_num')::int >= 150000 AS has_strategy \\gset
SELECT format('CREATE DATABASE %I TEMPLATE %I OWNER %I ALLOW_CONNECTIONS false CONNECTION LIMIT %s', :'copy', :'current', r.rolname, d.datconnlimit) || CASE WHEN :'has_strategy' = 't' THEN ' STRATEGY file_copy' ELSE '' END AS create
FROM pg_database d JOIN pg_roles r ON r.oid = d.datdba WHERE d.datname = :'current' \\gset
\\set ON_ERROR_STOP off
\\set how copy
\\set made false
\\if :may_clone
  SET file_copy_method = 'clone';
  :create;
  \\if :ERROR
    SET file_copy_method = 'copy';
  \\else
    \\set made true
    \\set how clone
  \\endif
\\endif
\\if :made
\\else
  :create;
  \\if :ERROR
  \\else
    \\set made true
  \\endif
\\endif
ALTER DATABASE :"current" ALLOW_CONNECTIONS true;
\\set ON_ERROR_STOP on
\\if :made
  SELECT 'copy', :'how', oid, pg_database_size(oid) FROM pg_database WHERE datname = :'copy';
\\else
  DO $$ BEGIN RAISE 'the copy could not be made'; END $$;
\\endif
`;async function _e(t,e,a){await g(t,e),await A(t,e,a),await t.attempt(R(e,"postgres","CHECKPOINT",{},600));try{let o=await t.run(R(e,"postgres",Te,{current:e.name,copy:a},3600)),[,r="copy",n="",i="0"]=/^copy\|(\w+)\|(\d+)\|(\d+)$/m.exec(o.stdout)??[];return await t.run(R(e,"postgres",me,{name:a,source:e.name})),{name:a,oid:n,bytes:Number(i),seconds:o.seconds,how:r==="clone"?"clone":"copy"}}catch(o){throw await g(t,e),o}}async function ve(t,e,{name:a,oid:o}){if(await D(t,e,a)!==o)throw new f({what:s`the rollback copy ${a} is gone, or another database bears its name`,where:t.name,mend:s`the dump is the way back now; find out who removed the copy`})}var Se=`inside() {
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
        case "$n:$(cat "/proc/$p/comm" 2>/dev/null)" in 0:postgres) kill -QUIT "$p" ;; 0:*) kill -TERM "$p" ;; *) kill -KILL "$p" ;; esac 2>/dev/null
      done
    fi
    n=$((n + 1)); sleep 0.1
  done
}
`,Ce=`${Se}[ "$(id -u)" != 0 ] || exit 86
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
# Without these pgbackrest does not take it for a data directory, and would restore nothing over it.
[ -e "$d/data/PG_VERSION" ] || [ -e "$d/data/backup.manifest" ] || rm -rf -- "$d/data" "$d/tablespaces"
mkdir -p -- "$d/data" "$d/socket" || exit 83
printf '%s\\n' "$d"`,Ae=`${Se}[ -d "$1" ] || exit 0
[ -n "$(ls -A -- "$1")" ] || exit 0
[ -f "$1/golive-restore" ] && [ -O "$1/golive-restore" ] || exit 81
d=$(cd -- "$1" && pwd -P) && stop "$d" && rm -rf -- "$d"`,De=`umask 077
cd -- "$1/data" || exit
v=$(cat PG_VERSION) || exit
for b in "$GOLIVE_PROGRAMS" "/usr/lib/postgresql/$v/bin" "/usr/pgsql-$v/bin" "$(pg_config --bindir 2>/dev/null)" "$(dirname -- "$(command -v postgres)")" ''; do
  [ -x "$b/postgres" ] && [ -x "$b/pg_ctl" ] || continue
  case "$("$b/postgres" --version)" in *"(PostgreSQL) $v"[!0-9]*) break ;; esac
done
[ -n "$b" ] || { printf '%s\\n' "$v"; exit 85; }
grep -E '^(restore_command|recovery_target[a-z_]*) = ' postgresql.auto.conf > ../recovery && mv -f -- ../recovery postgresql.auto.conf || exit
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
# pg_ctl takes a server that is still recovering for one that is ready.
if "$b/pg_ctl" -D "$1/data" -l "$1/log" -w -t "$2" -s start; then
  while [ -e postmaster.pid ]; do "$b/pg_isready" -q -h "$1/socket" -p 5432 && exit; sleep 0.1; done
fi
tail -n 20 -- "$1/log" >&2
exit 1`;async function Ne(t,e,a,{label:o,directory:r,delta:n=!1,target:i}){let{entry:d}=await re(t,e,a,o),p=`${t.name}:${r}`,c=d.info.size+e.backup.leastFree*1024*1024,u=T(e,`prepare ${r}`,Ce,[r,n?"delta":"new",String(c)],{stdin:`${o}
`,timeoutSeconds:120}),m=await t.attempt(u);if(m.code!==0){let b=new y(t,u,m),V=Q(m.code,e,w(c),w(Number(m.stdout)));throw V===null?b:new f({...V,where:p},{cause:b})}let h=m.stdout.trim(),q=i===void 0?["--type=immediate"]:[`--type=${i.type}`,`--target=${i.value}`],H=ae(e,a,"restore",[`--repo=${d.database["repo-key"]}`,`--set=${o}`,`--pg1-path=${h}/data`,...q,"--target-action=promote","--archive-mode=off",n?"--delta":"--no-delta","--reset-tablespace-map",`--tablespace-map-all=${h}/tablespaces`,"--no-link-all","--reset-link-map","--reset-recovery-option","--reset-db-include","--reset-db-exclude"],12*3600);try{let{seconds:b}=await oe(t,e,a,{...H,cwd:`${h}/data`});return{data:`${h}/data`,seconds:b}}catch(b){throw!n&&b instanceof f&&b.cause instanceof y&&se(b.cause.finished.stderr)!==null&&await I(t,e,h),b}}async function xe(t,e,a,o,r,n){if(Buffer.byteLength(r)>86||r.includes(","))throw new f({what:s`the folder for the restored server has too long a path for its socket, or a comma in it`,where:`${t.name}:${r}`,mend:s`choose one of at most 86 bytes without a comma`});await I(t,e,r);let i;try{let{data:d}=await Ne(t,e,a,{label:o,directory:r}),p=d.slice(0,-5);await Ie(t,e,o,p);let c=e.connection.user??(e.connection.service===void 0?void 0:(await L(t,e,"postgres","SELECT current_user"))[0]?.[0]);i=await n({...e,connection:{host:`${p}/socket`,port:5432,...c===void 0?{}:{user:c}}})}catch(d){throw await I(t,e,r).catch(p=>{throw new f([{what:j(d),where:t.name},{what:s`a restored copy of the database was left behind: ${j(p)}`,where:`${t.name}:${r}`,mend:s`run again, or stop the server there and remove the folder`}],{cause:d})}),d}return await I(t,e,r),i}async function Ie(t,e,a,o){let n=T(e,`pg_ctl start in ${o}`,De,[o,String(14400)],{timeoutSeconds:14460}),i=await t.attempt(n);if(i.code===0&&!i.timedOut)return;let d=new y(t,n,i),p=Q(i.code,e,i.stdout.trim(),"")??{what:s`the restored backup ${a} does not start: ${d.brief}`,mend:s`a part of its log may be missing: pgbackrest verify; take another backup`};throw new f({...p,where:`${t.name}:${o}`},{cause:d})}async function I(t,e,a){let o=T(e,`remove ${a}`,Ae,[a],{timeoutSeconds:600}),r=await t.attempt(o);if(r.code===0)return;let n=new y(t,o,r),i=Q(r.code,e,"","");throw i===null?n:new f({...i,where:`${t.name}:${a}`},{cause:n})}function Q(t,e,a,o){let r=e.runAs??s`the user golive runs as`;switch(t){case 81:return{what:s`the folder is not empty, and was not made by golive`,mend:s`name a folder that does not exist yet; golive leaves this one as it is`};case 82:return{what:s`the folder holds an earlier restore`,mend:s`look at it and remove it, or restore over it with delta`};case 83:return{what:s`${r} may not make or write this folder`,mend:s`make its parent folder writable for ${r}`};case 84:return{what:s`${o} free for the restored server, ${a} needed`,mend:s`make room, or choose a folder on another disk`};case 85:return{what:s`postgres and pg_ctl of PostgreSQL ${a} are missing`,mend:s`install postgresql-${a} there, or name their folder in database.programs`};case 86:return{what:s`PostgreSQL does not run as root`,mend:s`set database.run-as in the plan to its user (mostly postgres)`};default:return null}}function Oe(t){return[{id:E.id,async run(e){let{plan:a,release:o}=e,r=l(e);await _(r,a.database);let n=await we(r,a.database,a.database.name,{logged:!0}),i=await $e(r,a.database,a.database.name),[[d="",p=""]=[]]=await L(r,a.database,"postgres","SELECT current_setting('server_version'), system_identifier FROM pg_control_system()"),c=await ne(r,a.database,t,{type:t.type??"incr",annotation:o.id});await _(r,a.database);let u=$(e);await r.run(Z(a.database,'umask 077; mkdir -p -m 700 -- "$1"',[u]));let{id:m,tag:h,commit:q}=o,H={format:2,service:a.service,release:m,tag:h,commit:q,database:a.database.name,systemIdentifier:p,takenAt:c.endedAt,source:{contents:n,objects:i,streams:{},serverVersion:d},files:[]},b=await N(r,a.database,u,H);return{note:s`${c.label}, ${w(c.bytes)}, ${w(c.repositoryBytes)} of them new in the repository`,facts:{label:c.label,sha256:b}}}},{id:K.id,async run(e){let{files:a}=await ie(l(e),e.plan.database,t,Ee(e));return{note:s`${a} {0:file|files|files}`}}},{id:v.id,async run(e){let{database:a}=e.plan,o=l(e);if(a.backup.proof==="read")return{skipped:!0,note:s`the plan asks for no more than that its files are whole (proof: read)`,facts:{proved:"read"}};let{source:r}=await x(o,a,$(e),String(E.facts(e.state()).sha256));return await xe(o,a,t,Ee(e),`${a.backup.directory}/restored`,n=>C(o,n,n.name,r,{logged:!0})),{note:s`restored on a server of its own; ${S(k(r.contents))} {0:row|rows|rows} in ${Object.keys(r.contents.tables).length} {1:table|tables|tables} and ${Object.keys(r.objects).length} {2:object|objects|objects} of the schema are the same`,facts:{proved:"restore"}}}}]}function Ee(t){return String(E.facts(t.state()).label)}async function Nt(t){if(await te(t),J.begun(t.state()))return;if(Y(t.state())===!1)throw new f({what:s`the site is still open, so the backup would miss what people write meanwhile`,mend:s`run maintenance with state: on first`});let{copy:e,dump:a,pgbackrest:o}=t.plan.database.backup,r=o?Oe(o):[He,je,Me,Be],n=a==="after-migration"&&!Fe(t);await de(t,[ce(t),...e?[qe]:[],...n?[]:r])}var qe={id:U.id,async run(t){let{database:e}=t.plan,a=l(t);await g(a,e),await _(a,e);let o=F(e.name,"copy",t.release.id),r=await _e(a,e,o);return{note:`${o}, ${w(r.bytes)}${r.how==="clone"?s`, sharing blocks with the original`:""}`,facts:{copy:r}}},async still(t){let e=z(t);return P.begun(t.state())||e!==null&&await D(l(t),t.plan.database,e.name)===e.oid}},He={id:M.id,async run(t){let{database:e}=t.plan,a=l(t),o=e.backup.dump==="after-migration"?z(t):null;o===null?(await g(a,e),await _(a,e)):(await ve(a,e,o),await g(a,e,o.name));try{let r=await fe(a,e,$(t),o?.name);return{note:`${w(r.bytes)}${o===null?"":s`, of ${o.name}`}`,facts:{bytes:r.bytes,systemIdentifier:r.systemIdentifier,takenAt:new Date().toISOString()}}}finally{o!==null&&await ge(a,e,o.name)}},still:Re},je={id:O.id,async run(t){let{plan:e,release:a}=t,o=l(t),r=$(t),n=await ke(o,e.database,r),i=await le(o,e.database,r),{takenAt:d,systemIdentifier:p}=M.facts(t.state())??{},c=await N(o,e.database,r,{format:2,service:e.service,release:a.id,tag:a.tag,commit:a.commit,database:e.database.name,systemIdentifier:String(p),takenAt:String(d),source:i,files:n}),{contents:u}=i;return{note:s`${n.length} {0:file|files|files}; ${Object.keys(u.tables).length} {1:table|tables|tables}, ${S(k(u))} {2:row|rows|rows}; manifest ${c.slice(0,12)}`,facts:{sha256:c,rows:k(u)}}},still:Re},Me={id:B.id,async run(t){let e=await ue(l(t),t.plan.database,$(t));return{note:s`read in ${X(e)}`}},still:Le},Be={id:v.id,async run(t){let{plan:e,release:a}=t,o=l(t),r=$(t),{source:n}=await x(o,e.database,r,W(t)),{contents:i,objects:d}=n,p=s`${S(k(i))} {0:row|rows|rows} in ${Object.keys(i.tables).length} {1:table|tables|tables} and ${Object.keys(d).length} {2:object|objects|objects} of the schema`,c=e.database.backup.countOnly,u=c.length>0?s`; only counted: ${c.join(", ")}`:"",m=F(e.database.name,"proof",a.id);switch(e.database.backup.proof){case"read":return{skipped:!0,note:s`the plan asks for no more than that it reads through whole (proof: read)`,facts:{proved:"read"}};case"content":return G(await pe(o,e.database,r,n),o.name),G(await he(o,e.database,r,m,n),o.name),{note:s`not restored; ${p} stand in the dump as in the database`,facts:{proved:"content"}};case"restore":{try{await be(o,e.database,r,m),await C(o,e.database,m,n)}finally{await A(o,e.database,m)}return{note:s`restored beside; ${p} are the same${u}`,facts:{proved:"restore"}}}}},still:Le};function Pe({state:t,plan:e}){return e.database.backup.dump==="before-deploy"&&P.begun(t())}async function Re(t){return Pe(t)?!0:O.state(t.state())?.status!=="done"?!1:x(l(t),t.plan.database,$(t),W(t)).then(()=>!0,e=>{if(e instanceof f||e instanceof y)return!1;throw e})}async function Le(t){let{steps:e}=t.state();return Pe(t)||[B.id,v.id].every(a=>(e.get(a)?.startedAt??"")>=(O.state({steps:e})?.endedAt??""))}function Fe(t){let e=P.on(ee(t.plan)).state(t.state())?.status;return e==="done"||e==="skipped"}export{Nt as a};
