import{createRequire}from"node:module";const require=createRequire(import.meta.url);
import{f as D,n as q}from"./chunk-E3V5RYUK.js";import{u as C,v as k,x as E,y as $,z as I}from"./chunk-YXFJCS6E.js";import{T as H}from"./chunk-6VF753Q6.js";import{db as O,ib as R}from"./chunk-M5XROXD5.js";import{a as N,b as g,k as o,n as f,p as b}from"./chunk-ASVCTD4D.js";var M=`as() {
  u=$1; shift
  if [ -z "$u" ] || [ "$(id -un)" = "$u" ]; then "$@"
  elif [ "$(id -u)" = 0 ]; then runuser -u "$u" -- "$@"
  else sudo -n -u "$u" -- "$@"; fi
}
`;var F=`function named(line) {
  sub(/^\\\\connect (-reuse-previous=on )?/, "", line)
  if (line ~ /^"dbname='.*'"$/) { line = substr(line, 10, length(line) - 11); gsub(/\\\\/, "", line); return line }
  if (line ~ /^".*"$/) { line = substr(line, 2, length(line) - 2); gsub(/""/, "\\"", line) }
  return line
}
`,G=`${F}# Whether the statement goes on behind this line: within quotes, or without its semicolon.
function unfinished(line) {
  quotes += gsub(/'/, "'", line)
  return quotes % 2 == 1 || line !~ /;[ \\t]*$/
}
function tell(kind, what) { print "golive-" kind "|" what > "/dev/stderr" }
BEGIN {
  cut = 1
  key = ENVIRON["GOLIVE_RESTRICT"]; wanted = ENVIRON["GOLIVE_DATABASE"]
  state = "head"; strict = 0; ended = 1
}
NR == 1 { sub(/^\\357\\273\\277/, "") }
NR <= 5 && /^-- PostgreSQL database cluster dump/ { cluster = 1; state = "skip" }
/^\\\\(un)?restrict [A-Za-z0-9]+$/ {
  if (/^\\\\restrict/ && (state == "head" || ended)) keys[$2] = 1
  if ($2 in keys) next
}
state == "skip" {
  if (/^\\\\connect / && ended) { if (named($0) == wanted) { state = "head"; found = 1 } ended = 0 }
  else if (/^-- PostgreSQL database dump complete/) ended = 1
  next
}
state == "head" {
  if (open) { open = unfinished($0); if (!dropping) print; next }
  if ($0 == "" || /^--/) { print; next }
  if (/^\\\\connect /) {
    if (named($0) == wanted) { found = 1; next }
    tell("other", named($0)); state = "skip"; ended = 0; cut = 0; next
  }
  dropping = /^(DROP|CREATE|ALTER|COMMENT ON|SECURITY LABEL ON) DATABASE / || /^(GRANT|REVOKE) .* ON DATABASE / ||
    /^ALTER ROLE .* IN DATABASE / || /^UPDATE pg_catalog\\.pg_database /
  if (dropping || /^SET / || /^SELECT pg_catalog\\.(set_config|lo_unlink)\\(/ || /^DROP / || /^ALTER .* DROP / ||
    /^CREATE OR REPLACE VIEW /) {
    quotes = 0; open = unfinished($0)
    if (!dropping) print
    next
  }
  state = "body"
  if (!strict) { strict = 1; print "\\\\unrestrict " key; print "\\\\set ON_ERROR_STOP on"; print "\\\\restrict " key }
}
copying { if ($0 == "\\\\.") copying = 0; print; next }
/^COPY .* FROM stdin;$/ { copying = 1; print; next }
/^-- PostgreSQL database dump complete/ { cut = 0; if (cluster) { state = "skip"; ended = 1; next } }
!names && /^(ALTER SYSTEM|(CREATE|DROP|ALTER) (DATABASE|ROLE|USER|TABLESPACE)) / { names = 1; tell("names", NR "|" $1 " " $2) }
{ print }
END { if (cluster && !found) tell("other", ""); else if (cut) tell("cut", "") }`,We=`${F}NR <= 5 && /^-- PostgreSQL database cluster dump/ { cluster = 1 }
NR <= 5 && /^-- PostgreSQL database (cluster )?dump/ { known = 1 }
copying { if ($0 == "\\\\.") copying = 0; next }
/^\\\\restrict / && (cluster || !begun) { if (key == "") key = $2 }
/^\\\\unrestrict / { if ($2 == key) key = "" }
/^\\\\connect / && (cluster || !begun) { name = named($0); if (name != last) print "connects|" name; last = name }
/^(COPY|INSERT|CREATE (TABLE|TYPE|FUNCTION|EXTENSION|SCHEMA|SEQUENCE|VIEW)) / { begun = 1 }
/^COPY .* FROM stdin;$/ { copying = 1; next }
/^-- PostgreSQL database (cluster )?dump complete/ { at = NR }
END {
  if (!known) print "unknown"
  if (cluster) print "cluster"
  if (at && NR - at < 12 && key == "") print "complete"
}`,pe=`unpack() {
  case "$1" in
    gzip) gzip -dc ;; zstd) zstd -dcq ;; xz) xz -dc ;; bzip2) bzip2 -dc ;; lz4) lz4 -dcq ;; *) cat ;;
  esac
}
`,X=`PATH="\${GOLIVE_PROGRAMS:+$GOLIVE_PROGRAMS:}$PATH"; export PATH
umask 077
mkdir -p -m 700 -- "$4" && cd -- "$4" || exit
${pe}restore() { pg_restore --no-password --exit-on-error --dbname="$1" -- "$2"; c=$?; rm -rf -- "$2"; exit "$c"; }
plain() { psql -X -q --no-password -v ON_ERROR_STOP="$2" -d "$1" -f - >/dev/null; }
case "$2" in
  sql)
    printf '\\\\restrict x\\n\\\\unrestrict x\\n' | plain "$1" on 2>/dev/null || exit 87
    GOLIVE_RESTRICT=$(od -An -N16 -tx1 /dev/urandom | tr -d ' \\n'); export GOLIVE_RESTRICT
    [ "\${#GOLIVE_RESTRICT}" = 32 ] || exit 1
    { printf '\\\\restrict %s\\n' "$GOLIVE_RESTRICT"; unpack "$3" | LC_ALL=C awk "$5"; } | plain "$1" off ;;
  directory) a=$(mktemp -d ./backup.XXXXXX) && tar -C "$a" -xf - && cat >/dev/null && restore "$1" "$a" ;;
  *) a=$(mktemp ./backup.XXXXXX) && unpack "$3" > "$a" && restore "$1" "$a" ;;
esac`;var me=`${M}r=$1 w=$2 p=$3 k=$4; shift 4
give() { case "$k" in directory) as "$r" tar -C "$p" -cf - . ;; *) as "$r" cat -- "$p" ;; esac; }
{ give; echo "golive-read|$?" >&2; } | as "$w" "$@"`;async function U({host:e,database:r},t,s,i,{statementSeconds:a,lockSeconds:n}){let c={...C(r),PGOPTIONS:[`-c statement_timeout=${a*1e3} -c lock_timeout=${n*1e3}`,"-c synchronous_commit=off -c max_parallel_maintenance_workers=0"].join(" "),GOLIVE_PROGRAMS:r.programs??"",GOLIVE_DATABASE:t.name,HOME:"/nonexistent",PATH:"/usr/local/bin:/usr/bin:/bin"},u=["timeout","--kill-after=10",String(a),"env","-i",...Object.entries(c).map(([w,y])=>`${w}=${y}`),"sh","-c",X,"sh",i,s.format,s.packed??"",r.backup.directory,G],m=s.reader??"",l=g(me,[m,r.runAs??"",s.path,s.format,...u],{timeoutSeconds:a+30,label:o`restore ${s.path} into ${i}`}),d=await e.attempt(l),p=ue(d,s,t,a);if(p===null)return d.seconds;throw new f({where:`${e.name}:${s.path}`,...p},{cause:new b(e,l,d)})}function ue({code:e,stderr:r,timedOut:t},s,i,a){let n=p=>new RegExp(`^golive-${p}\\|(.*)$`,"m").exec(r)?.[1],c=n("other");if(c!==void 0)return fe(c,i);if(t||e===124||e===137)return{code:"backup-slow",what:o`the newest backup was not restored within ${R(a)}`,mend:o`give prepare.test-restore.statement-timeout more, if the window does not depend on it`};if(e===87)return{code:"psql-too-old",what:o`psql there does not know \\restrict, so a plain dump could tell it to run programs`,mend:o`update the PostgreSQL client programs (14.19, 15.14, 16.10, 17.6 or newer), or make the backup with pg_dump -Fc`};if(/backslash commands are restricted/.test(r))return{code:"backup-commands-psql",what:o`the newest backup holds commands for psql itself, as \\! or \\connect, which pg_dump does not write; none was run`,mend:o`find out who wrote into it before anybody restores it`};if(/No space left on device/i.test(r))return{code:"scratch-no-room",what:o`there is no room left to restore the newest backup`,mend:o`make room where the scratch server is, or name another folder in prepare.test-restore.directory`};let u=n("read");if(n("cut")!==void 0&&e===0)return B();if(e===0&&(s.format!=="sql"||u==="0"))return null;if(e===0)return B();let[m="",l]=n("names")?.split("|")??[];if(l!==void 0)return{code:"backup-names-server",what:o`the newest backup says ${l} in line ${m}, which is not the database's own, and cannot be restored`,mend:o`make it with pg_dump; roles and tablespaces are not part of it`};let d=/role "([^"]+)" does not exist/.exec(r)?.[1];return d!==void 0?{code:"backup-role-missing",what:o`the newest backup gives things to the role ${d}, which the server does not have`,mend:o`as superuser on the service's server: CREATE ROLE "${d}"; or make the backup with --no-owner`}:{code:"backup-not-restorable",what:o`the newest backup cannot be restored`,mend:o`find out why; as it is, it is no way back`}}var B=()=>({code:"backup-damaged",what:o`the newest backup is damaged or cut off`,mend:o`find out why; the nightly backup cannot be relied on`});function fe(e,r){return{code:"backup-other",what:e===""?o`the newest backup holds several databases, and "${r.name}" is none of them`:o`the newest backup is of the database "${e}", not of "${r.name}"`,mend:o`correct prepare.newest-backup`}}import{createHash as $e}from"node:crypto";var W=`binaries() {
  for b in "$GOLIVE_PROGRAMS" "/usr/lib/postgresql/$1/bin" "/usr/pgsql-$1/bin" "$(pg_config --bindir 2>/dev/null)" \\
    "$(dirname -- "$(command -v postgres || echo /none/postgres)")"; do
    [ -x "$b/postgres" ] && [ -x "$b/initdb" ] || continue
    case "$("$b/postgres" --version)" in *"(PostgreSQL) $1"[!0-9]*) printf '%s\\n' "$b"; return ;; esac
  done
  return 1
}
`;var V=12*3600,Q=`umask 022
mkdir -p -- "$1" 2>/dev/null
[ -d "$1" ] && [ ! -L "$1" ] && [ -O "$1" ] && chmod 1733 -- "$1" || exit 83
[ "$2" != yes ] || { p=$(dirname -- "$1"); [ ! -O "$p" ] || chmod a+x -- "$p"; }
ls -A -- "$1"`,he=`members() {
  for p in /proc/[0-9]*; do
    [ -O "$p" ] && [ "$p" != "/proc/$$" ] || continue
    case "$(readlink "$p/cwd" 2>/dev/null)" in "$1"|"$1/"*) printf '%s\\n' "\${p#/proc/}"; continue ;; esac
    if tr '\\0' '\\n' < "$p/environ" 2>/dev/null | grep -qxF -- "GOLIVE_SCRATCH=$1"; then printf '%s\\n' "\${p#/proc/}"; fi
  done
}
end() {
  n=0
  while found=$(members "$1") && [ -n "$found" ]; do
    [ "$n" -lt 100 ] || return 1
    for p in $found; do
      case "$n:$(cat "/proc/$p/comm" 2>/dev/null)" in
        0:postgres) kill -QUIT "$p" ;;
        0:*) kill -TERM "$p" ;;
        *) [ "$n" -lt 20 ] || kill -KILL "$p" ;;
      esac 2>/dev/null
    done
    n=$((n + 1)); sleep 0.1
  done
}
`,j=`${he}cd / || exit
parent=$1; shift
for name; do
  d="$parent/$name"
  [ -d "$d" ] && [ ! -L "$d" ] && [ -O "$d" ] || continue
  end "$d" || { echo "processes of $d do not end" >&2; exit 1; }
  rm -rf -- "$d" 2>/dev/null || { chmod -R u+rwx -- "$d" && rm -rf -- "$d"; } || exit 1
done`,z=`${W}umask 077
cd / || exit
[ "$(id -u)" != 0 ] || exit 86
[ -x "$1" ] && [ -w "$1" ] || exit 82
b=$(binaries "$3") || exit 85
d=$(mktemp -d -- "$1/$2XXXXXXXX") && chmod 711 -- "$d" || exit 83
mkdir -- "$d/home" "$d/dumps" "$d/spaces" && mkdir -m 711 -- "$d/s" || exit 83
cat > "$d/told" || exit 84
clean() { exec env -i PATH="$b:/usr/local/bin:/usr/bin:/bin" HOME="$d/home" LC_ALL=C GOLIVE_SCRATCH="$d" "$@"; }
failed() { tail -n 20 -- "$d/log" >&2; case "$(cat "$d/log")" in *'No space left'*) exit 84 ;; esac; exit 1; }
(clean "$b/initdb" -D "$d/data" -U postgres -E UTF8 --locale=C --auth=reject --no-sync) > "$d/log" 2>&1 < /dev/null || failed
for f in pg_hba.conf pg_ident.conf; do sed -n "s/^$f|//p" "$d/told" > "$d/data/$f" || exit 84; done
sed -n 's/^postgresql.conf|//p' "$d/told" >> "$d/data/postgresql.conf"
printf "unix_socket_directories = '%s'\\n" "$d/s" >> "$d/data/postgresql.conf" || exit 84
sed -n 's/^spaces|//p' "$d/told" | while read -r n; do mkdir -- "$d/spaces/$n"; done
bound=; ! setpriv --no-new-privs true 2>/dev/null || bound="setpriv --no-new-privs"
life=$4
start() {
  cd -- "$d/data" || exit
  (clean $bound setsid nohup timeout -s INT -k 60 "$life" "$b/postgres" -D "$d/data" "$@") > "$d/log" 2>&1 < /dev/null &
  p=$!; n=0
  while [ "$n" -lt 600 ]; do
    if (clean "$b/pg_isready" -q -h "$d/s" -p 5432); then return 0; fi
    kill -0 "$p" 2>/dev/null || return 1
    n=$((n + 1)); sleep 0.1
  done
  return 1
}
# A library that the service's server loads may lack here, or not start twice on one host.
start || start -c shared_preload_libraries= || failed
printf 'directory|%s\\nprograms|%s\\n' "$d" "$b"`;var we=`SELECT 'version', (current_setting('server_version_num')::int / 10000)::text
UNION ALL SELECT 'role', rolname FROM pg_roles WHERE rolcanlogin
UNION ALL SELECT 'space', spcname FROM pg_tablespace WHERE spcname !~ '^pg_'
UNION ALL SELECT 'setting ' || name, setting FROM pg_settings
WHERE name IN ('shared_preload_libraries', 'max_locks_per_transaction', 'TimeZone', 'default_text_search_config', 'DateStyle')
  AND setting !~ E'\\n'
ORDER BY 1, 2`,ge=`listen_addresses = ''
port = 5432
shared_buffers = 64MB
huge_pages = off
fsync = off
full_page_writes = off
synchronous_commit = off
wal_level = minimal
max_wal_senders = 0
max_logical_replication_workers = 0
max_parallel_maintenance_workers = 0
max_parallel_workers_per_gather = 0
logging_collector = off
log_min_error_statement = panic
log_min_messages = fatal
`;async function Y(e,r,t){be(e,t.directory),await T(e,r,t);let s=await $(e,r,"postgres",we),i=l=>s.flatMap(([d,...p])=>d===l?[p.join("|")]:[]),[a=""]=i("version"),n=g(z,[t.directory,K(r),a,String(V)],{user:t.user,stdin:Ee(s,i("role"),i("space"),t),env:{GOLIVE_PROGRAMS:r.programs??""},timeoutSeconds:300,label:o`start a throwaway server as ${t.user}`}),c=await e.attempt(n);if(c.code!==0){let l=new b(e,n,c);throw await T(e,r,t),new f({...Se(c.code,t,a,l),where:e.name},{cause:l})}let u=l=>new RegExp(`^${l}\\|(.*)$`,"m").exec(c.stdout)?.[1]??"",m=u("directory");return{host:e,throwaway:!0,database:ye(r,t.user,m,u("programs"))}}async function T(e,r,{directory:t,inControl:s,user:i}){let a=g(Q,[t,s?"yes":"no"],{timeoutSeconds:60}),n=await e.attempt(a);if(n.code!==0)throw new f({code:"scratch-no-folder",what:o`the folder for the throwaway server cannot be made, or is somebody else's`,where:`${e.name}:${t}`,mend:o`as root: install -d -o ${await L(e)} ${t}; or name another in prepare.test-restore.directory`},{cause:new b(e,a,n)});let c=n.stdout.split(`
`).filter(u=>u.startsWith(K(r)));c.length!==0&&await e.run(g(j,[t,...c],{user:i,timeoutSeconds:600}))}async function L(e){return(await e.run(N("id",["-un"],{timeoutSeconds:30}))).stdout.trim()}function K({name:e}){return $e("sha256").update(e).digest("hex").slice(0,4)}function be(e,r){if(!(Buffer.byteLength(r)<=79&&!/[,'"\\\s]/.test(r)))throw new f({code:"scratch-folder-name",what:o`the folder for the throwaway server has too long a path for its socket, or a comma, quote or space in it`,where:`${e.name}:${r}`,mend:o`name one of at most 79 bytes in prepare.test-restore.directory`})}function Ee(e,r,t,{user:s,guests:i,connections:a}){let n=d=>`"${d.replaceAll('"','""')}"`,c=[...new Set(["postgres",...r])].filter(d=>!/[\n"]/.test(d)),u=[...new Set([s,...i])].flatMap(d=>c.map(p=>`golive ${n(d)} ${n(p)}`)),m=e.flatMap(([d="",...p])=>{let w=/^setting (\w+)$/.exec(d)?.[1];return w===void 0?[]:[`${w} = '${p.join("|").replaceAll("\\","\\\\").replaceAll("'","''")}'`]}),l=(d,p)=>p.map(w=>`${d}|${w}
`).join("");return[l("pg_hba.conf",["local all all peer map=golive"]),l("pg_ident.conf",u),l("postgresql.conf",[...ge.trim().split(`
`),`max_connections = ${a+10}`,...m]),l("spaces",t.map((d,p)=>String(p)))].join("")}function ye(e,r,t,s){let{backup:i,...a}=e;return{...a,programs:s,runAs:r,connection:{host:`${t}/s`,port:5432,user:"postgres"},backup:{...i,directory:`${t}/dumps`}}}function Z({connection:e},r){return`${(e.host??"").slice(0,-2)}/${r}`}function Se(e,{user:r,directory:t},s,i){switch(e){case 82:return{code:"scratch-no-way",what:o`${r} cannot get to ${t}, or make a folder in it`,mend:o`open its parent folders for passing through (chmod a+x), or name another in prepare.test-restore.directory`};case 84:return{code:"scratch-no-room",what:o`there is no room left for the throwaway server`,mend:o`make room in ${t}, or name another folder in prepare.test-restore.directory`};case 85:return{code:"scratch-no-programs",what:o`initdb and postgres of PostgreSQL ${s} are missing, so the backup has no server to be tried in`,mend:o`install postgresql-${s} there (only its programs are used), or name a server in prepare.test-restore.server`};case 86:return{code:"scratch-user-root",what:o`PostgreSQL does not run as root, and no backup should`,mend:o`name another user in prepare.test-restore.run-as, one made for it: useradd --system --shell /usr/sbin/nologin golive-scratch`};default:return{code:"scratch-not-started",what:o`the throwaway server does not start: ${i.brief}`,mend:o`look at what it said, on the control host; or name a server in prepare.test-restore.server`}}}var J="SELECT rolname FROM pg_roles WHERE rolname !~ '^pg_' ORDER BY 1",Re=`SELECT format('CREATE TABLESPACE %I LOCATION %L;', spcname,
  :'folder' || '/' || (row_number() OVER (ORDER BY spcname) - 1))
FROM pg_tablespace WHERE spcname !~ '^pg_' ORDER BY spcname`;async function ee(e,r){let{host:t,database:s}=r,a=(await e.host.run(k(e.plan,"pg_dumpall",["--no-password","--roles-only","--no-role-passwords"],{timeoutSeconds:300}))).stdout.split(`
`).filter(p=>p!=="CREATE ROLE postgres;"&&!/^ALTER ROLE postgres WITH /.test(p)&&!p.startsWith("\\")).join(`
`),n=k(s,"psql",["-X","-q","--no-password","-d","postgres","-f","-"],{stdin:a,timeoutSeconds:300}),c=await t.attempt(n),u=(await $(e.host,e.plan,"postgres",J)).map(([p])=>p),m=new Set((await $(t,s,"postgres",J)).map(([p])=>p)),l=u.filter(p=>!m.has(p));if(l.length>0)throw new f({code:"scratch-roles",what:o`the throwaway server could not be given the roles ${l.join(", ")}`,where:t.name,mend:o`look at what it said, on the control host; or name a server in prepare.test-restore.server`},{cause:new b(t,n,c)});let{stdout:d}=await e.host.run(E(e.plan,"postgres",`${Re};
`,{folder:Z(s,"spaces")},60));d.trim()!==""&&await t.run(E(s,"postgres",d,{},60))}async function _t(e,r,t,s,i){r.throwaway&&await ee(e,r),await _e(e,r,s,i.connections);let a=await U(r,e.plan,t,s,{statementSeconds:i.statementTimeout,lockSeconds:i.lockTimeout});return await xe(e,r,s,t),a}async function _e(e,{host:r,database:t,throwaway:s},i,a){await A(r,t);let[n]=await $(r,t,"postgres","SELECT datname FROM pg_database WHERE datname = :'name'",{name:i});if(n)throw new f({code:"db-name-taken",what:o`there is a database ${i} already, and golive did not make it`,where:r.name,mend:o`rename it, or drop it if nobody needs it`});let c=s||e.plan.connection!==t.connection,u=await D(e.host,e.plan,{elsewhere:c,roles:s}),m=E(t,"postgres",`${u}SELECT format('COMMENT ON DATABASE %I IS %L', :'name', :'mark') \\gexec
`,{name:i,mark:te}),l=await r.attempt(m),d=/role "([^"]+)" does not exist/.exec(l.stderr)?.[1];if(d!==void 0)throw new f({code:"db-role-missing",what:o`the scratch server has no role ${d}, to whom the service's database belongs`,where:r.name,mend:o`as superuser there: CREATE ROLE "${d}" LOGIN`});if(l.code!==0)throw new b(r,m,l);await r.run(E(t,"postgres",`SELECT format('ALTER DATABASE %I CONNECTION LIMIT %s', :'name', :'limit') \\gexec
`,{name:i,limit:String(a)},60))}var Te=`SELECT count(*), count(*) FILTER (WHERE pg_relation_size(c.oid) > 0) FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
WHERE c.relkind IN ('r', 'm') AND n.nspname !~ '^pg_' AND n.nspname <> 'information_schema'`;async function xe(e,{host:r,database:t},s,i){let a=async(m,l,d)=>((await $(m,l,d,Te))[0]??[]).map(Number),[n=0,c=0]=await a(r,t,s),[,u=0]=await a(e.host,e.plan,e.plan.name);if(!(c>0||u===0))throw new f({code:n===0?"backup-without-tables":"backup-without-rows",what:n===0?o`the newest backup holds no table`:o`no table of the newest backup holds a row`,where:`${r.name}:${i.path}`,mend:o`find out how it is made (pg_dump --schema-only?); as it is, it is no way back`})}var te="golive: scratch database, dropped by the next rehearsal";async function A(e,r){let t=await $(e,r,"postgres","SELECT datname FROM pg_database WHERE starts_with(datname, :'prefix') AND shobj_description(oid, 'pg_database') = :'mark'",{prefix:`${r.name}_trial_`,mark:te});for(let[s=""]of t)await q(e,r,s)}async function Tt(e,r,t,s){let i=await Promise.all(s.map(async n=>{let[c,u]=n.table.includes(".")?n.table.split("."):["public",n.table],m=`${e.name}, ${t}`,l=x=>({note:"",problems:[{code:"backup-not-sane",what:o`restored from the newest backup, ${n.table} ${x}`,where:m,mend:o`the backup lacks data, or prepare.test-restore.rules expects too much`}]}),d=n.newest===void 0?"NULL":'extract(epoch FROM now() - max(:"column")::timestamptz)::bigint',p=E(r,t,`SELECT 'rows', count(*), ${d} FROM :"schema".:"table";
`,{schema:c??"",table:u??"",...n.newest===void 0?{}:{column:n.newest.column}},1800),w=await e.attempt(p);if(w.code!==0)return l(/does not exist/.test(w.stderr)?/column/.test(w.stderr)?o`has no column ${n.newest?.column}`:o`is not there`:o`cannot be read`);let[[,y="0",_=""]=[]]=I(w.stdout),S=Number(y);return S>=n.leastRows?n.newest!==void 0&&_===""?l(o`has no value in ${n.newest.column}`):n.newest!==void 0&&!(Number(_)<=n.newest.within)?l(o`was last written ${R(Number(_))} ago; the plan expects ${R(n.newest.within)} at most`):{note:o`${n.table} ${O(S)} {1:row|rows|rows}`,problems:[]}:l(o`has ${O(S)} {0:row|rows|rows}; the plan expects at least ${n.leastRows}`)})),a=i.flatMap(n=>n.problems);if(a.length>0)throw new f(a);return i.map(({note:n})=>n).join(", ")}var re="SELECT system_identifier FROM pg_control_system()",Oe=`SELECT r.rolname, CASE WHEN r.rolsuper THEN 'SUPERUSER' WHEN r.rolcreaterole THEN 'CREATEROLE' WHEN r.rolreplication THEN 'REPLICATION' ELSE r.rolname END
FROM pg_roles r
WHERE pg_has_role(current_user, r.oid, 'MEMBER') AND (r.rolsuper OR r.rolcreaterole OR r.rolreplication
  OR r.rolname IN ('pg_execute_server_program', 'pg_read_server_files', 'pg_write_server_files', 'pg_signal_backend')
  OR r.oid IN (SELECT datdba FROM pg_database WHERE datname = :'name'))`;async function ne(e,r){let[[t]=[]]=await $(e.host,e.plan,"postgres",re),[[s]=[]]=await $(r.host,r.database,"postgres",re);return t===s}async function oe({host:e,database:r},t){let s=o`make a role for it: CREATE ROLE golive_trial LOGIN CREATEDB; REVOKE CONNECT ON DATABASE "${t}" FROM PUBLIC, and name it in prepare.test-restore.server.connection; or leave server out`,i=await $(e,r,"postgres",Oe,{name:t});if(i.length>0)throw new f({code:"trial-role-mighty",what:o`the backup would be restored on the service's own server by a role that is or may become ${i.map(([n,c])=>n===c?n:`${n} (${c})`).join(", ")}`,where:e.name,mend:s});let a=await e.attempt(E(r,t,`SELECT 1;
`,{},60));if(!(a.code!==0&&/permission denied for database|no pg_hba.conf entry|pg_hba.conf rejects|authentication failed/.test(a.stderr)))throw new f({code:"trial-role-let-in",what:o`the backup would be restored on the service's own server by a role that ${t} lets in`,where:e.name,mend:s})}var ke=`SELECT 'role', rolname FROM pg_roles WHERE rolcanlogin
UNION ALL SELECT 'database', datname FROM pg_database WHERE datallowconn
UNION ALL SELECT 'port', setting FROM pg_settings WHERE name = 'port'
UNION ALL SELECT 'socket', trim(btrim(trim(s), '"'))
  FROM pg_settings, unnest(string_to_array(setting, ',')) AS s WHERE name = 'unix_socket_directories'
UNION ALL SELECT 'address', trim(s)
  FROM pg_settings, unnest(string_to_array(setting, ',')) AS s WHERE name = 'listen_addresses'
UNION ALL SELECT 'address', host(inet_server_addr()) WHERE inet_server_addr() IS NOT NULL
UNION ALL SELECT 'system', system_identifier::text FROM pg_control_system()`,Le=`PATH="\${GOLIVE_PROGRAMS:+$GOLIVE_PROGRAMS:}$PATH"; export PATH
# Debian's psql is a script that looks for the real one each time.
for b in /usr/lib/postgresql/*/bin; do [ ! -x "$b/psql" ] || PATH="$b:$PATH"; done
# From a folder that it may be in: psql says otherwise, and what it says is read.
cd / || exit
[ "$(id -u)" != 0 ] || { echo 'root|'; exit; }
port=$1 system=$2; shift 2
command -v psql >/dev/null || { echo 'psql|'; exit; }
for g in $(id -nG); do case "$g" in sudo|wheel|admin|docker|lxd|libvirt|disk|root|postgres) printf 'group|%s\\n' "$g" ;; esac; done
if command -v sudo >/dev/null && sudo -n -l >/dev/null 2>&1 </dev/null; then echo 'sudo|'; fi
home=$(getent passwd "$(id -u)" | cut -d: -f6)
for f in "$home/.pgpass" "$home/.pg_service.conf"; do [ ! -r "$f" ] || printf 'file|%s\\n' "$f"; done
while [ "$1" != -- ]; do [ ! -r "$1" ] || printf 'file|%s\\n' "$1"; shift; done
shift
tab=$(printf '\\t')
tried=0
while IFS="$tab" read -r role database; do
  for at; do
    case "$at" in
      /*) [ -S "$at/.s.PGSQL.$port" ] || continue
        if [ -O "$at/.s.PGSQL.$port" ]; then printf 'owns|%s\\n' "$at"; continue; fi ;;
    esac
    tried=$((tried + 1))
    said=$(env -i PATH="$PATH" HOME=/nonexistent LC_ALL=C PGPASSFILE=/dev/null PGCONNECT_TIMEOUT=5 \\
      PGHOST="$at" PGPORT="$port" PGUSER="$role" PGDATABASE="$database" \\
      timeout 20 psql -X -w -A -t -c 'SELECT system_identifier FROM pg_control_system()' 2>&1 </dev/null) && {
      [ "$(printf '%s' "$said" | tail -n 1)" != "$system" ] || printf 'in|%s|%s|%s\\n' "$role" "$at" "$database"
      continue
    }
    case "$said" in
      *'no pg_hba.conf entry'*|*'pg_hba.conf rejects'*|*'authentication failed'*|*'no password supplied'*) ;;
      *'Connection refused'*|*'Permission denied'*|*'No such file'*|*'timeout expired'*|*'is unreachable'*|*'No route to host'*) ;;
      *'could not translate host name'*|*'Cannot assign requested address'*|*'Address family not supported'*) ;;
      *'does not exist'*) ;;
      *) printf 'said|%s|%s|%s|%s\\n' "$role" "$at" "$database" "$(printf '%s' "$said" | tail -n 1 | cut -c 1-200)" ;;
    esac
  done
done
printf 'tried|%s\\n' "$tried"`;async function se(e,r,{user:t,secrets:s}){if((await e.attempt(g(":",[],{user:t,timeoutSeconds:60}))).code!==0)throw new f({...Pe(t),where:e.name});let a=await $(e,r,"postgres",ke),n=h=>a.flatMap(([le,P=""])=>le===h&&P!==""?[P]:[]),c=String(r.connection.port??n("port")[0]??5432),u=Ae(n("role"),n("database"),r.name).map(h=>`${h.join("	")}
`).join(""),m=await ve(e,r,n("socket"),n("address")),l=[...s,r.connection.passfile].filter(h=>h!==void 0),d=g(Le,[c,n("system")[0]??"",...l,"--",...m],{user:t,stdin:u,env:{GOLIVE_PROGRAMS:r.programs??""},timeoutSeconds:900}),{stdout:p}=await e.run({...d,label:o`what ${t} may do there`}),w=p.split(`
`).map(h=>h.split("|")),y=new Set,S=w.filter(([,,h=""])=>h===""||!y.has(h)&&y.add(h)!==void 0).flatMap(h=>Ne(h,t)??[]),x=Number(w.find(([h])=>h==="tried")?.[1]??0);if(S.length>0)throw new f(S.map(h=>({...h,where:e.name})));return x}function Ae(e,r,t){let s=e.slice(0,20),i=r.filter(a=>a!==t).slice(0,3);return[...e.map(a=>[a,t]),...i.flatMap(a=>s.map(n=>[n,a]))].filter(a=>a.every(n=>!/[\t\n]/.test(n)))}async function ve(e,{connection:r},t,s){let i=["*","0.0.0.0","::"],a=s.some(n=>i.includes(n))?(await e.attempt(g("hostname -I",[],{timeoutSeconds:30}))).stdout.trim().split(/\s+/):[];return[...new Set([...(t.length>0?t:["/run/postgresql","/tmp"]).filter(n=>n.startsWith("/")),...r.host===void 0?[]:[r.host],"127.0.0.1","::1",...s.filter(n=>!i.includes(n)),...a])].filter(n=>n!==""&&!/[\s,]/.test(n))}function Pe(e){return{code:"scratch-user-missing",what:o`the throwaway server for the backup cannot run as ${e}`,mend:o`let golive run commands as ${e} without a password (docs/hosts.md has the line)`}}function Ne([e,r="",t="",s="",i=""],a){let n=o`name another user in prepare.test-restore.run-as, one made for it: useradd --system --shell /usr/sbin/nologin golive-scratch`;switch(e){case"in":return{code:"scratch-user-let-in",what:o`what a backup says would run as ${a}, and PostgreSQL lets ${a} in as ${r} without a password (${t}, database ${s})`,mend:o`take that line out of pg_hba.conf, or ${n}`};case"said":return{code:"scratch-user-let-in",what:o`what a backup says would run as ${a}, and PostgreSQL does not turn ${a} away as ${r} (${t}, database ${s}): ${i}`,mend:o`take that line out of pg_hba.conf, or ${n}`};case"owns":return{code:"scratch-user-is-server",what:o`${a} is the user that PostgreSQL itself runs as (${r}), so what a backup says would run with its rights`,mend:n};case"sudo":return{code:"scratch-user-sudo",what:o`${a} may run commands as others by sudo`,mend:n};case"group":return{code:"scratch-user-group",what:o`${a} is in the group ${r}, which leads to root`,mend:n};case"root":return{code:"scratch-user-root",what:o`PostgreSQL does not run as root, and no backup should`,mend:n};case"file":return{code:"scratch-user-reads",what:o`${a} can read ${r}, which may hold the way to production`,mend:o`take that right away (chmod o-r), or ${n}`};case"psql":return{code:"db-tools-missing",what:o`${a} finds no psql there`,mend:o`install the PostgreSQL client programs there, or name their folder in database.programs`};default:return null}}import{chmod as ae,mkdtemp as Ce,rm as Ie,stat as He}from"node:fs/promises";import{tmpdir as De}from"node:os";import{join as v}from"node:path";import{setTimeout as qe}from"node:timers/promises";var Me='d=$(mktemp -d "${TMPDIR:-/tmp}/golive-XXXXXXXXXX") && chmod "$1" "$d" && printf "%s" "$d"',Fe='n=0; while [ ! -S "$1" ]; do [ "$n" -lt 100 ] || exit 1; n=$((n + 1)); sleep 0.1; done; [ "$2" != yes ] || chmod 666 -- "$1"';async function ie(e,r,t,s){if(e.name===r.name||e.tunnel===void 0&&r.tunnel===void 0)return{directory:t.directory,close:async()=>{}};let i=await Ce(v(De(),"golive-s-")),a=[()=>Ie(i,{recursive:!0,force:!0})],n=async()=>{for(let c of a.toReversed())await c().catch(()=>{})};try{let c=v(t.directory,t.file);if(r.tunnel!==void 0){let d=v(i,t.file);a.push(r.tunnel("fetch",d,c)),await Ge(d),c=d}if(e.tunnel===void 0)return await ae(i,457),s&&await ae(c,438),{directory:i,close:n};let m=(await e.run(g(Me,[s?"711":"700"],{timeoutSeconds:60}))).stdout.trim();if(a.push(async()=>{await e.run(g('rm -rf -- "$1"',[m],{timeoutSeconds:60}))}),a.push(e.tunnel("offer",c,`${m}/${t.file}`)),(await e.attempt(g(Fe,[`${m}/${t.file}`,s?"yes":"no"],{timeoutSeconds:60}))).code!==0)throw ce(e.name);return{directory:m,close:n}}catch(c){throw await n(),c}}async function Ge(e){for(let r=0;r<200;r++){if((await He(e).catch(()=>null))?.isSocket())return;await qe(100)}throw ce(e)}var ce=e=>new f({code:"tunnel-refused",what:o`ssh does not forward the socket of the throwaway server`,where:e,mend:o`allow it in sshd_config of both hosts (AllowStreamLocalForwarding yes), or name a server in prepare.test-restore.server that the release's host reaches`});function Xe({plan:e,hosts:r}){let{database:t}=e,s=e.prepare.testRestore?.server;if(!s)return{host:r.get(t.host),database:t};let{programs:i=t.programs,runAs:a,connection:n,host:c}=s,u=s.directory??t.backup.directory,{programs:m,runAs:l,...d}=t,p={...i===void 0?{}:{programs:i},...a===void 0?{}:{runAs:a}};return{host:r.get(c),database:{...d,...p,host:c,connection:n,backup:{...t.backup,directory:u}}}}async function Yt(e,r){let t={host:e.hosts.get(e.plan.database.host),plan:e.plan.database};if(r.server){let m={...Xe(e),throwaway:!1};return await ne(t,m)&&await oe(m,t.plan.name),{scratch:m,turnedAway:null}}let{user:s,directory:i,inControl:a}=de(e,r),n=[e.plan.deploy.envFile].filter(m=>m!==void 0),c=await se(t.host,t.plan,{user:s,secrets:n});return{scratch:await Y(t.host,t.plan,{user:s,directory:i,inControl:a,guests:await Be(e,t.host),connections:r.connections}),turnedAway:c}}async function Kt(e,r,t){if(!t.throwaway)return A(t.host,t.database);await T(t.host,e.plan.database,de(e,r))}async function Zt(e,{host:r,database:t,throwaway:s}){if(!s)return{server:void 0,close:async()=>{}};let i=t.connection.host??"",a=e.plan.deploy.runAs!==void 0,n=e.hosts.get(H(e.plan)),c=await ie(n,r,{directory:i,file:".s.PGSQL.5432"},a);return{server:{host:c.directory,port:5432},close:c.close}}function de({plan:e},{runAs:r,directory:t}){let s=t===void 0&&e.control.host===e.database.host;return{user:r,directory:t??`${e.control.directory}/scratch`,inControl:s}}async function Be({plan:e},r){let t=e.deploy.runAs;return[await L(r),...t===void 0?[]:[t]]}export{We as a,pe as b,fe as c,_t as d,te as e,Tt as f,Xe as g,Yt as h,Kt as i,Zt as j};
