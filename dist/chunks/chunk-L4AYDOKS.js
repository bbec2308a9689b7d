import{createRequire}from"node:module";const require=createRequire(import.meta.url);
import{a as w}from"./chunk-KIF64Z3J.js";import{a as ye,b as B,c as _}from"./chunk-KMMPY2MJ.js";import{b as ge,c as y,d as we,e as j}from"./chunk-5R233S6T.js";import{a as fe,b as le,c as ue,d as be}from"./chunk-PPXAQU6H.js";import{a as ne,f as g,r as ie,s as de,t as ce,u as pe,v as q,w as me,x as W,y as M}from"./chunk-CJUWCIJA.js";import{b as re,c as N,d as S,e as I,f as Q,g as ae}from"./chunk-LDVWLFTG.js";import{c as oe}from"./chunk-MWSGDQY5.js";import{b as se}from"./chunk-ZODVRVPG.js";import{a as m,b as l,d as C,e as A,f as H}from"./chunk-Y6HVFA4M.js";import{c as ee}from"./chunk-7JWK2W4B.js";import{g as te}from"./chunk-UBRMBOHY.js";import{p as Z,q as D,r as L,t as T}from"./chunk-VFYBHF4L.js";import{$ as J,L as $,fb as Y,i as V,j as R,k as K,l as U,m as x,n as O,o as h}from"./chunk-XDWIEMO2.js";import{i as k,n as X,o as u}from"./chunk-SJAPNVIQ.js";import{l as s,o as f,q as b,w as z}from"./chunk-UWTWR7MW.js";function v(e,t){return e===null?null:ze[e]?.(t)??null}function P(e,t,{asked:o,finished:r},a){let n=new b(e,o,r);return a===null?n:new f({...a,where:`${e.name}:${t}`},{cause:n})}var ze={81:()=>({code:"restore-folder-foreign",what:s`the folder is not empty, and was not made by golive`,mend:s`name a folder that does not exist yet; golive leaves this one as it is`}),82:()=>({code:"restore-folder-used",what:s`the folder holds an earlier restore`,mend:s`look at it and remove it, or restore over it with delta`}),83:({plan:e})=>{let t=e.runAs??s`the user golive runs as`;return{code:"restore-folder-forbidden",what:s`${t} may not make or write this folder`,mend:s`make its parent folder writable for ${t}`}},84:({free:e="",needed:t=""})=>({code:"restore-no-room",what:s`${e} free for the restored server, ${t} needed`,mend:s`make room, or choose a folder on another disk`}),85:({version:e=""})=>({code:"restore-no-programs",what:s`postgres and pg_ctl of PostgreSQL ${e} are missing`,mend:s`install postgresql-${e} there, or name their folder in database.programs`}),86:()=>({code:"restore-as-root",what:s`PostgreSQL does not run as root`,mend:s`set database.run-as in the plan to its user (mostly postgres)`})};var he=`[ "$(id -u)" != 0 ] || exit 86
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
printf '%s\\n' "$d"`,$e=`[ -d "$1" ] || exit 0
[ -n "$(ls -A -- "$1")" ] || exit 0
[ -f "$1/golive-restore" ] && [ -O "$1/golive-restore" ] || exit 81
d=$(cd -- "$1" && pwd -P) && stop "$d" && rm -rf -- "$d"`,ke=`umask 077
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
exit 1`,_e=`inside() {
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
}`;var xe=`${_e}
`,Se=`${xe}${he}`,ve=`${xe}${$e}`,Pe=ke;async function Ee(e,t,o,r){let{label:a,delta:n=!1}=r,{entry:d}=await ae(e,t,o,a),c=await Ue(e,t,r,d.info.size+t.backup.leastFree*1024*1024),i=N(t,o,"restore",{args:[`--repo=${d.database["repo-key"]}`,...Qe(c,r)],timeoutSeconds:12*3600});try{let{seconds:p}=await I(e,t,o,{...i,cwd:`${c}/data`});return{data:`${c}/data`,seconds:p}}catch(p){throw!n&&We(p)&&await E(e,t,c),p}}async function Ue(e,t,{label:o,directory:r,delta:a=!1},n){let d=S(t,Se,[r,a?"delta":"new",String(n)],{label:`prepare ${r}`,stdin:`${o}
`,timeoutSeconds:120}),c=await e.attempt(d);if(c.code===0)return c.stdout.trim();let i={needed:u(n),free:u(Number(c.stdout))};throw P(e,r,{asked:d,finished:c},v(c.code,{plan:t,...i}))}function Qe(e,{label:t,delta:o=!1,target:r}){let a=r===void 0?["--type=immediate"]:[`--type=${r.type}`,`--target=${r.value}`];return[`--set=${t}`,`--pg1-path=${e}/data`,...a,"--target-action=promote","--archive-mode=off",o?"--delta":"--no-delta","--reset-tablespace-map",`--tablespace-map-all=${e}/tablespaces`,"--no-link-all","--reset-link-map","--reset-recovery-option","--reset-db-include","--reset-db-exclude"]}function We(e){let t=e instanceof f?e.cause:null;return t instanceof b&&re(t.finished.stderr)!==null}async function E(e,t,o){let r=S(t,ve,[o],{label:`remove ${o}`,timeoutSeconds:600}),a=await e.attempt(r);if(a.code!==0)throw P(e,o,{asked:r,finished:a},v(a.code,{plan:t}))}async function Re(e,t,{settings:o,label:r,directory:a},n){Ge(e,a),await E(e,t,a);let d;try{let{data:c}=await Ee(e,t,o,{label:r,directory:a}),i=c.slice(0,-5);await Ve(e,t,r,i);let p=await Ke(e,t);d=await n({...t,connection:{host:`${i}/socket`,port:5432,...p===void 0?{}:{user:p}}})}catch(c){throw await E(e,t,a).catch(i=>{throw Je(`${e.name}:${a}`,{error:c,left:i},e.name)}),c}return await E(e,t,a),d}function Ge(e,t){if(!(Buffer.byteLength(t)<=86&&!t.includes(",")))throw new f({code:"restore-folder-name",what:s`the folder for the restored server has too long a path for its socket, or a comma in it`,where:`${e.name}:${t}`,mend:s`choose one of at most 86 bytes without a comma`})}async function Ve(e,t,o,r){let n=S(t,Pe,[r,String(14400)],{label:`pg_ctl start in ${r}`,timeoutSeconds:14460}),d=await e.attempt(n);if(d.code===0&&!d.timedOut)return;let c=v(d.code,{plan:t,version:d.stdout.trim()})??{code:"restored-server-not-started",what:s`the restored backup ${o} does not start: ${new b(e,n,d).brief}`,mend:s`a part of its log may be missing: pgbackrest verify; take another backup`};throw P(e,r,{asked:n,finished:d},c)}async function Ke(e,t){let{user:o,service:r}=t.connection;if(o!==void 0||r===void 0)return o;let[[a]=[]]=await L(e,t,{database:"postgres",sql:"SELECT current_user"});return a}function Je(e,{error:t,left:o},r){return new f([{code:"restored-look-failed",what:z(t),where:r},{code:"restored-copy-left",what:s`a restored copy of the database was left behind: ${z(o)}`,where:e,mend:s`run again, or stop the server there and remove the folder`}],{cause:t})}async function Oe(e,t,o,{type:r,annotation:a}){let n=new Set((await Q(e,t,o)).backup.map(({label:p})=>p)),d=N(t,o,"backup",{args:[`--type=${r}`,"--start-fast","--archive-check","--no-expire-auto",`--annotation=golive=${a}`],timeoutSeconds:12*3600}),{seconds:c}=await I(e,t,o,d),i=(await Q(e,t,o)).backup.filter(p=>!n.has(p.label)&&p.annotation?.golive===a).at(-1);if(i===void 0)throw new f({code:"pgbackrest-backup-not-made",what:s`pgbackrest ended well, but the stanza "${o.stanza}" has no new backup`,where:e.name,mend:s`look at pgbackrest info and at the log of pgbackrest, usually in /var/log/pgbackrest`});if(i.error!==!1)throw new f({code:"database-pages-damaged",what:s`the backup ${i.label} holds pages of the database whose checksums are wrong`,where:e.name,mend:s`the database itself is damaged: find the tables with pg_amcheck or in the log of pgbackrest before anything is deployed`});return{label:i.label,type:i.type,bytes:i.info.size,repositoryBytes:i.info.repository.delta,startedAt:new Date(i.timestamp.start*1e3).toISOString(),endedAt:new Date(i.timestamp.stop*1e3).toISOString(),startLsn:i.lsn.start,stopLsn:i.lsn.stop,seconds:c}}function De(e){return[Ye(e),Ze(e),et(e)]}var Ye=e=>({id:R.id,async run(t){let{plan:o,release:r}=t,a=m(t);await w(a,o.database);let{source:n,systemIdentifier:d}=await Xe(t),c=e.type??"incr",i=await Oe(a,o.database,e,{type:c,annotation:r.id});await w(a,o.database);let p=l(t);await a.run(Z(o.database,'umask 077; mkdir -p -m 700 -- "$1"',[p]));let Fe=await B(a,o.database,p,{...C(t),systemIdentifier:d,takenAt:i.endedAt,source:n,files:[]});return{note:s`${i.label}, ${u(i.bytes)}, ${u(i.repositoryBytes)} of them new in the repository`,facts:{label:i.label,sha256:Fe}}}});async function Xe(e){let{database:t}=e.plan,o=m(e),r=await ce(o,t,t.name,{logged:!0}),a=await pe(o,t,t.name),[[n="",d=""]=[]]=await L(o,t,{database:"postgres",sql:"SELECT current_setting('server_version'), system_identifier FROM pg_control_system()"});return{source:{contents:r,objects:a,streams:{},serverVersion:n},systemIdentifier:d}}var Ze=e=>({id:K.id,async run(t){let{files:o}=await fe(m(t),t.plan.database,e,Le(t));return{note:s`${o} {0:file|files|files}`}}}),et=e=>({id:h.id,async run(t){let{database:o}=t.plan,r=m(t);if(o.backup.proof==="read")return{skipped:!0,note:s`the plan asks for no more than that its files are whole (proof: read)`,facts:{proved:"read"}};let a=String(R.facts(t.state()).sha256),{source:n}=await _(r,o,l(t),a),d={settings:e,label:Le(t),directory:`${o.backup.directory}/restored`};await Re(r,o,d,p=>q(r,p,{database:p.name,source:n,logged:!0}));let{contents:c,objects:i}=n;return{note:s`restored on a server of its own; ${k(g(c))} {0:row|rows|rows} \
in ${Object.keys(c.tables).length} {1:table|tables|tables} and ${Object.keys(i).length} \
{2:object|objects|objects} of the schema are the same`,facts:{proved:"restore"}}}});function Le(e){return String(R.facts(e.state()).label)}var tt=`${ge}SELECT current_setting('server_version_num')::int >= 180000 AS may_clone,
  current_setting('server_version_num')::int >= 150000 AS has_strategy \\gset
SELECT format('CREATE DATABASE %I TEMPLATE %I OWNER %I', :'copy', :'current', r.rolname)
  || format(' ALLOW_CONNECTIONS false CONNECTION LIMIT %s', d.datconnlimit)
  || CASE WHEN :'has_strategy' = 't' THEN ' STRATEGY file_copy' ELSE '' END AS create
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
`;async function Te(e,t,o){await y(e,t),await M(e,t,o),await e.attempt(D(t,"postgres","CHECKPOINT",{timeoutSeconds:600}));try{let r=await e.run(D(t,"postgres",tt,{variables:{current:t.name,copy:o},timeoutSeconds:3600})),[,a="copy",n="",d="0"]=/^copy\|(\w+)\|(\d+)\|(\d+)$/m.exec(r.stdout)??[];return await e.run(D(t,"postgres",ne,{variables:{name:o,source:t.name}})),{name:o,oid:n,bytes:Number(d),seconds:r.seconds,how:a==="clone"?"clone":"copy"}}catch(r){throw await y(e,t),r}}async function Ce(e,t,{name:o,oid:r}){if(await j(e,t,o)!==r)throw new f({code:"rollback-copy-gone",what:s`the rollback copy ${o} is gone, or another database bears its name`,where:e.name,mend:s`the dump is the way back now; find out who removed the copy`})}function Ae({state:e,plan:t}){return t.database.backup.dump==="before-deploy"&&$.begun(e())}async function G(e){return Ae(e)?!0:x.state(e.state())?.status!=="done"?!1:_(m(e),e.plan.database,l(e),A(e)).then(()=>!0,t=>{if(t instanceof f||t instanceof b)return!1;throw t})}async function F(e){let{steps:t}=e.state();return Ae(e)||[O,h].every(o=>(o.state({steps:t})?.startedAt??"")>=(x.state({steps:t})?.endedAt??""))}var He={id:U.id,async run(e){let{database:t}=e.plan,o=m(e),r=t.backup.dump==="after-migration"?H(e):null;r===null?(await y(o,t),await w(o,t)):(await Ce(o,t,r),await y(o,t,r.name));try{let a=await ue(o,t,l(e),r?.name);return{note:`${u(a.bytes)}${r===null?"":s`, of ${r.name}`}`,facts:{bytes:a.bytes,systemIdentifier:a.systemIdentifier,takenAt:new Date().toISOString()}}}finally{r!==null&&await we(o,t,r.name)}},still:G},Ne={id:x.id,async run(e){let{plan:t}=e,o=m(e),r=l(e),a=await ye(o,t.database,r),n=await be(o,t.database,r),{takenAt:d,systemIdentifier:c}=U.facts(e.state()),i=await B(o,t.database,r,{...C(e),systemIdentifier:String(c),takenAt:String(d),source:n,files:a}),{contents:p}=n;return{note:s`${a.length} {0:file|files|files}; ${Object.keys(p.tables).length} \
{1:table|tables|tables}, ${k(g(p))} {2:row|rows|rows}; manifest ${i.slice(0,12)}`,facts:{sha256:i,rows:g(p)}}},still:G},Ie={id:O.id,async run(e){let t=await ie(m(e),e.plan.database,l(e));return{note:s`read in ${X(t)}`}},still:F};var Be={id:h.id,async run(e){let{database:t}=e.plan,o=m(e),{source:r}=await _(o,t,l(e),A(e));return ot[t.backup.proof](e,r)},still:F},ot={read:async()=>({skipped:!0,note:s`the plan asks for no more than that it reads through whole (proof: read)`,facts:{proved:"read"}}),async content(e,t){let{database:o}=e.plan,r=m(e),a=l(e);return W(await le(r,o,a,t),r.name),W(await me(r,o,{directory:a,name:qe(e),source:t}),r.name),{note:s`not restored; ${Me(t)} stand in the dump as in the database`,facts:{proved:"content"}}},async restore(e,t){let{database:o}=e.plan,r=m(e),a=qe(e);try{await de(r,o,l(e),a),await q(r,o,{database:a,source:t})}finally{await M(r,o,a)}let n=o.backup.countOnly,d=n.length>0?s`; only counted: ${n.join(", ")}`:"";return{note:s`restored beside; ${Me(t)} are the same${d}`,facts:{proved:"restore"}}}};function qe({plan:e,release:t}){return T(e.database.name,"proof",t.id)}function Me({contents:e,objects:t}){let o=Object.keys(e.tables).length;return s`${k(g(e))} {0:row|rows|rows} in ${o} {1:table|tables|tables} \
and ${Object.keys(t).length} {2:object|objects|objects} of the schema`}var je={id:V.id,async run(e){let{database:t}=e.plan,o=m(e);await y(o,t),await w(o,t);let r=T(t.name,"copy",e.release.id),a=await Te(o,t,r);return{note:`${r}, ${u(a.bytes)}${a.how==="clone"?s`, sharing blocks with the original`:""}`,facts:{copy:a}}},async still(e){let t=H(e);return $.begun(e.state())||t!==null&&await j(m(e),e.plan.database,t.name)===t.oid}};async function Vo(e){if(await ee(e),J.begun(e.state()))return;if(!Y(e.state()))throw new f({code:"backup-site-is-open",what:s`the site is still open, so the backup would miss what people write meanwhile`,mend:s`run maintenance with state: on first`});let{copy:t,dump:o,pgbackrest:r}=e.plan.database.backup,a=r?De(r):[He,Ne,Ie,Be],n=o==="after-migration"&&!rt(e);await se(e,[oe(e),...t?[je]:[],...n?[]:a])}function rt(e){let t=$.on(te(e.plan)).state(e.state())?.status;return t==="done"||t==="skipped"}export{Vo as a};
