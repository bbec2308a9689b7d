import{createRequire}from"node:module";const require=createRequire(import.meta.url);
import{A as M,O as F}from"./chunk-EIH6KNXG.js";import{l as H,m as h,n as _,o as T,q as E,r as w,u as D}from"./chunk-KWEGYNVO.js";import{g as q}from"./chunk-ZWDWRNEW.js";import{W as S,o as C,oa as I}from"./chunk-4HZPNLQC.js";import{g as N}from"./chunk-L76G2Y6O.js";import{a as P,b as g,m as o,p as f,r as b}from"./chunk-ZFSQH6XZ.js";var G="SELECT system_identifier FROM pg_control_system()",Le=`SELECT r.rolname,
  CASE
    WHEN r.rolsuper THEN 'SUPERUSER'
    WHEN r.rolcreaterole THEN 'CREATEROLE'
    WHEN r.rolreplication THEN 'REPLICATION'
    ELSE r.rolname
  END
FROM pg_roles r
WHERE pg_has_role(current_user, r.oid, 'MEMBER') AND (
  r.rolsuper OR r.rolcreaterole OR r.rolreplication
  OR r.rolname IN ('pg_execute_server_program', 'pg_read_server_files', 'pg_write_server_files', 'pg_signal_backend')
  OR r.oid IN (SELECT datdba FROM pg_database WHERE datname = :'name')
)`,Ae=/permission denied for database|no pg_hba.conf entry|pg_hba.conf rejects|authentication failed/;async function B(e,t){let[[r]=[]]=await w(e.host,e.plan,{database:h(e.plan),sql:G}),[[n]=[]]=await w(t.host,t.database,{database:h(t.database),sql:G});return r===n}async function U({host:e,database:t},r){let n=o`make a role for it: CREATE ROLE golive_trial LOGIN CREATEDB; REVOKE CONNECT ON DATABASE "${r}" \
FROM PUBLIC, and name it in prepare.test-restore.server.connection; or leave server out`,i=await w(e,t,{database:h(t),sql:Le,variables:{name:r}});if(i.length>0){let a=i.map(([c,u])=>c===u?c:`${c} (${u})`).join(", ");throw new f({code:"trial-role-mighty",what:o`the backup would be restored on the service's own server by a role that is or may become ${a}`,where:e.name,mend:n})}let s=await e.attempt(E(t,r,`SELECT 1;
`,{timeoutSeconds:60}));if(!(s.code!==0&&Ae.test(s.stderr)))throw new f({code:"trial-role-let-in",what:o`the backup would be restored on the service's own server by a role that ${r} lets in`,where:e.name,mend:n})}import{createHash as Ne}from"node:crypto";var ve=`listen_addresses = ''
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
`;function X(e,{user:t,guests:r,connections:n}){let i=d=>e.flatMap(([p,...m])=>p===d?[m.join("|")]:[]),s=d=>`"${d.replaceAll('"','""')}"`,a=[...new Set(["postgres",...i("role")])].filter(d=>!/[\n"]/.test(d)),c=[...new Set([t,...r])].flatMap(d=>a.map(p=>`golive ${s(d)} ${s(p)}`)),u=e.flatMap(([d="",...p])=>{let m=/^setting (\w+)$/.exec(d)?.[1];return m===void 0?[]:[`${m} = '${p.join("|").replaceAll("\\","\\\\").replaceAll("'","''")}'`]}),l=(d,p)=>p.map(m=>`${d}|${m}
`).join("");return[l("pg_hba.conf",["local all all peer map=golive"]),l("pg_ident.conf",c),l("postgresql.conf",[...ve.trim().split(`
`),`max_connections = ${n+10}`,...u]),l("spaces",i("space").map((d,p)=>String(p)))].join("")}function W(e,{user:t,directory:r},n,i){switch(e){case 82:return{code:"scratch-no-way",what:o`${t} cannot get to ${r}, or make a folder in it`,mend:o`open its parent folders for passing through (chmod a+x), or name another in prepare.test-restore.directory`};case 84:return{code:"scratch-no-room",what:o`there is no room left for the throwaway server`,mend:o`make room in ${r}, or name another folder in prepare.test-restore.directory`};case 85:return{code:"scratch-no-programs",what:o`initdb and postgres of PostgreSQL ${n} are missing, so the backup has no server to be tried in`,mend:o`install postgresql-${n} there (only its programs are used), or name a server in prepare.test-restore.server`};case 86:return{code:"scratch-user-root",what:o`PostgreSQL does not run as root, and no backup should`,mend:o`name another user in prepare.test-restore.run-as, one made for it: useradd --system --shell \
/usr/sbin/nologin golive-scratch`};default:return{code:"scratch-not-started",what:o`the throwaway server does not start: ${i.brief}`,mend:o`look at what it said, on the control host; or name a server in prepare.test-restore.server`}}}var V=`as() {
  u=$1; shift
  if [ -z "$u" ] || [ "$(id -un)" = "$u" ]; then "$@"
  elif [ "$(id -u)" = 0 ]; then runuser -u "$u" -- "$@"
  else sudo -n -u "$u" -- "$@"; fi
}`,Q=`binaries() {
  for b in "$GOLIVE_PROGRAMS" "/usr/lib/postgresql/$1/bin" "/usr/pgsql-$1/bin" "$(pg_config --bindir 2>/dev/null)" \\
    "$(dirname -- "$(command -v postgres || echo /none/postgres)")"; do
    [ -x "$b/postgres" ] && [ -x "$b/initdb" ] || continue
    case "$("$b/postgres" --version)" in *"(PostgreSQL) $1"[!0-9]*) printf '%s\\n' "$b"; return ;; esac
  done
  return 1
}`,j=`PATH="\${GOLIVE_PROGRAMS:+$GOLIVE_PROGRAMS:}$PATH"; export PATH
umask 077
mkdir -p -m 700 -- "$4" && cd -- "$4" || exit
restore() { pg_restore --no-password --exit-on-error --dbname="$1" -- "$2"; c=$?; rm -rf -- "$2"; exit "$c"; }
plain() { psql -X -q --no-password -v ON_ERROR_STOP="$2" -d "$1" -f - >/dev/null; }
case "$2" in
  sql)
    printf '\\\\restrict x\\n\\\\unrestrict x\\n' | plain "$1" on 2>/dev/null || exit 87
    GOLIVE_RESTRICT=$(od -An -N16 -tx1 /dev/urandom | tr -d ' \\n'); export GOLIVE_RESTRICT
    [ "\${#GOLIVE_RESTRICT}" = 32 ] || exit 1
    { printf '\\\\restrict %s\\n' "$GOLIVE_RESTRICT"; unpack "$3" | LC_ALL=C awk "$5"; } | plain "$1" off ;;
  directory) a=$(mktemp -d ./backup.XXXXXX) && tar -C "$a" -xf - && cat >/dev/null && restore "$1" "$a" ;;
  *) a=$(mktemp ./backup.XXXXXX) && unpack "$3" > "$a" && restore "$1" "$a" ;;
esac`,z=`r=$1 w=$2 p=$3 k=$4; shift 4
give() { case "$k" in directory) as "$r" tar -C "$p" -cf - . ;; *) as "$r" cat -- "$p" ;; esac; }
{ give; echo "golive-read|$?" >&2; } | as "$w" "$@"`,Y=`cd / || exit
parent=$1; shift
for name; do
  d="$parent/$name"
  [ -d "$d" ] && [ ! -L "$d" ] && [ -O "$d" ] || continue
  end "$d" || { echo "processes of $d do not end" >&2; exit 1; }
  rm -rf -- "$d" 2>/dev/null || { chmod -R u+rwx -- "$d" && rm -rf -- "$d"; } || exit 1
done`,K=`umask 022
mkdir -p -- "$1" 2>/dev/null
[ -d "$1" ] && [ ! -L "$1" ] && [ -O "$1" ] && chmod 1733 -- "$1" || exit 83
[ "$2" != yes ] || { p=$(dirname -- "$1"); [ ! -O "$p" ] || chmod a+x -- "$p"; }
ls -A -- "$1"`,Z=`umask 077
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
start || start -c shared_preload_libraries= || failed
printf 'directory|%s\\nprograms|%s\\n' "$d" "$b"`,J=`members() {
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
}`,ee=`PATH="\${GOLIVE_PROGRAMS:+$GOLIVE_PROGRAMS:}$PATH"; export PATH
for b in /usr/lib/postgresql/*/bin; do [ ! -x "$b/psql" ] || PATH="$b:$PATH"; done
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
printf 'tried|%s\\n' "$tried"`,te=`unpack() {
  case "$1" in
    gzip) gzip -dc ;; zstd) zstd -dcq ;; xz) xz -dc ;; bzip2) bzip2 -dc ;; lz4) lz4 -dcq ;; *) cat ;;
  esac
}`;var re=`${Q}
`;var oe=12*3600,ne=K,Pe=`${J}
`,se=`${Pe}${Y}`,ae=`${re}${Z}`;var Ce=`SELECT 'version', (current_setting('server_version_num')::int / 10000)::text
UNION ALL SELECT 'role', rolname FROM pg_roles WHERE rolcanlogin
UNION ALL SELECT 'space', spcname FROM pg_tablespace WHERE spcname !~ '^pg_'
UNION ALL SELECT 'setting ' || name, setting FROM pg_settings
WHERE name IN ('shared_preload_libraries', 'max_locks_per_transaction', 'TimeZone', 'default_text_search_config', 'DateStyle')
  AND setting !~ E'\\n'
ORDER BY 1, 2`;async function ie(e,t,r){Ie(e,r.directory),await x(e,t,r);let n=await w(e,t,{database:h(t),sql:Ce}),i=d=>n.flatMap(([p,...m])=>p===d?[m.join("|")]:[]),[s=""]=i("version"),a=g(ae,[r.directory,ce(t),s,String(oe)],{user:r.user,stdin:X(n,r),env:{GOLIVE_PROGRAMS:t.programs??""},timeoutSeconds:300,label:o`start a throwaway server as ${r.user}`}),c=await e.attempt(a);if(c.code!==0){let d=new b(e,a,c);throw await x(e,t,r),new f({...W(c.code,r,s,d),where:e.name},{cause:d})}let u=d=>new RegExp(`^${d}\\|(.*)$`,"m").exec(c.stdout)?.[1]??"",l=u("directory");return{host:e,throwaway:!0,database:qe(t,r.user,l,u("programs"))}}async function x(e,t,{directory:r,inControl:n,user:i}){let s=g(ne,[r,n?"yes":"no"],{timeoutSeconds:60}),a=await e.attempt(s);if(a.code!==0)throw new f({code:"scratch-no-folder",what:o`the folder for the throwaway server cannot be made, or is somebody else's`,where:`${e.name}:${r}`,mend:o`as root: install -d -o ${await O(e)} ${r}; or name another in prepare.test-restore.directory`},{cause:new b(e,s,a)});let c=a.stdout.split(`
`).filter(u=>u.startsWith(ce(t)));c.length!==0&&await e.run(g(se,[r,...c],{user:i,timeoutSeconds:600}))}async function O(e){return(await e.run(P("id",["-un"],{timeoutSeconds:30}))).stdout.trim()}function ce({name:e}){return Ne("sha256").update(e).digest("hex").slice(0,4)}function Ie(e,t){if(!(Buffer.byteLength(t)<=79&&!/[,'"\\\s]/.test(t)))throw new f({code:"scratch-folder-name",what:o`the folder for the throwaway server has too long a path for its socket, or a comma, quote or space in it`,where:`${e.name}:${t}`,mend:o`name one of at most 79 bytes in prepare.test-restore.directory`})}function qe(e,t,r,n){let{backup:i,...s}=_(e);return{...s,programs:n,runAs:t,connection:{host:`${r}/s`,port:5432,user:"postgres"},backup:{...i,directory:`${r}/dumps`}}}function de({connection:e},t){return`${(e.host??"").slice(0,-2)}/${t}`}function pe(e){return{code:"scratch-user-missing",what:o`the throwaway server for the backup cannot run as ${e}`,mend:o`let golive run commands as ${e} without a password (docs/hosts.md has the line)`}}var He=()=>o`name another user in prepare.test-restore.run-as, one made for it: useradd --system --shell /usr/sbin/nologin golive-scratch`;function le([e,t="",r="",n="",i=""],s){let a=He();switch(e){case"in":return{code:"scratch-user-let-in",what:o`what a backup says would run as ${s}, and PostgreSQL lets ${s} in as ${t} without a \
password (${r}, database ${n})`,mend:o`take that line out of pg_hba.conf, or ${a}`};case"said":return{code:"scratch-user-let-in",what:o`what a backup says would run as ${s}, and PostgreSQL does not turn ${s} away as ${t} \
(${r}, database ${n}): ${i}`,mend:o`take that line out of pg_hba.conf, or ${a}`};case"owns":return{code:"scratch-user-is-server",what:o`${s} is the user that PostgreSQL itself runs as (${t}), so what a backup says would run with its rights`,mend:a};case"sudo":return{code:"scratch-user-sudo",what:o`${s} may run commands as others by sudo`,mend:a};case"group":return{code:"scratch-user-group",what:o`${s} is in the group ${t}, which leads to root`,mend:a};case"root":return{code:"scratch-user-root",what:o`PostgreSQL does not run as root, and no backup should`,mend:a};case"file":return{code:"scratch-user-reads",what:o`${s} can read ${t}, which may hold the way to production`,mend:o`take that right away (chmod o-r), or ${a}`};case"psql":return{code:"db-tools-missing",what:o`${s} finds no psql there`,mend:o`install the PostgreSQL client programs there, or name their folder in database.programs`};default:return null}}var De=`SELECT 'role', rolname FROM pg_roles WHERE rolcanlogin
UNION ALL SELECT 'database', datname FROM pg_database WHERE datallowconn
UNION ALL SELECT 'port', setting FROM pg_settings WHERE name = 'port'
UNION ALL SELECT 'socket', trim(btrim(trim(s), '"'))
  FROM pg_settings, unnest(string_to_array(setting, ',')) AS s WHERE name = 'unix_socket_directories'
UNION ALL SELECT 'address', trim(s)
  FROM pg_settings, unnest(string_to_array(setting, ',')) AS s WHERE name = 'listen_addresses'
UNION ALL SELECT 'address', host(inet_server_addr()) WHERE inet_server_addr() IS NOT NULL
UNION ALL SELECT 'system', system_identifier::text FROM pg_control_system()`;async function me(e,t,{user:r,secrets:n}){if((await e.attempt(g(":",[],{user:r,timeoutSeconds:60}))).code!==0)throw new f({...pe(r),where:e.name});let s=await w(e,t,{database:h(t),sql:De}),a=$=>s.flatMap(([ke,v=""])=>ke===$&&v!==""?[v]:[]),c=String(t.connection.port??a("port")[0]??5432),u=Me(a("role"),a("database"),t.name).map($=>`${$.join("	")}
`).join(""),l=await Fe(e,t,a("socket"),a("address")),d=[...n,t.connection.passfile].filter($=>$!==void 0),p=g(ee,[c,a("system")[0]??"",...d,"--",...l],{user:r,stdin:u,env:{GOLIVE_PROGRAMS:t.programs??""},timeoutSeconds:900}),{stdout:m}=await e.run({...p,label:o`what ${r} may do there`}),y=m.split(`
`).map($=>$.split("|")),R=new Set,A=y.filter(([,,$=""])=>$===""||!R.has($)&&R.add($)!==void 0).flatMap($=>le($,r)??[]),Oe=Number(y.find(([$])=>$==="tried")?.[1]??0);if(A.length>0)throw new f(A.map($=>({...$,where:e.name})));return Oe}function Me(e,t,r){let n=e.slice(0,20),i=t.filter(s=>s!==r).slice(0,3);return[...e.map(s=>[s,r]),...i.flatMap(s=>n.map(a=>[a,s]))].filter(s=>s.every(a=>!/[\t\n]/.test(a)))}async function Fe(e,{connection:t},r,n){let i=["*","0.0.0.0","::"],s=n.some(a=>i.includes(a))?(await e.attempt(g("hostname -I",[],{timeoutSeconds:30}))).stdout.trim().split(/\s+/):[];return[...new Set([...(r.length>0?r:["/run/postgresql","/tmp"]).filter(a=>a.startsWith("/")),...t.host===void 0?[]:[t.host],"127.0.0.1","::1",...n.filter(a=>!i.includes(a)),...s])].filter(a=>a!==""&&!/[\s,]/.test(a))}var ue=`${V}
`;var fe=`function named(line) {
  sub(/^\\\\connect (-reuse-previous=on )?/, "", line)
  if (line ~ /^"dbname='.*'"$/) { line = substr(line, 10, length(line) - 11); gsub(/\\\\/, "", line); return line }
  if (line ~ /^".*"$/) { line = substr(line, 2, length(line) - 2); gsub(/""/, "\\"", line) }
  return line
}
`,he=`${fe}# Whether the statement goes on behind this line: within quotes, or without its semicolon.
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
END { if (cluster && !found) tell("other", ""); else if (cut) tell("cut", "") }`,Ft=`${fe}NR <= 5 && /^-- PostgreSQL database cluster dump/ { cluster = 1 }
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
}`,Ge=`${te}
`,$e=`${Ge}${j}`;var Be=`${ue}${z}`;async function ge({host:e,database:t},r,{backup:n,name:i,limits:{statementSeconds:s,lockSeconds:a}}){let c={...H(t),PGOPTIONS:[`-c statement_timeout=${s*1e3} -c lock_timeout=${a*1e3}`,"-c synchronous_commit=off -c max_parallel_maintenance_workers=0"].join(" "),GOLIVE_PROGRAMS:t.programs??"",GOLIVE_DATABASE:r.name,HOME:"/nonexistent",PATH:"/usr/local/bin:/usr/bin:/bin"},u=["timeout","--kill-after=10",String(s),"env","-i",...Object.entries(c).map(([y,R])=>`${y}=${R}`),"sh","-c",$e,"sh",i,n.format,n.packed??"",t.backup.directory,he],l=n.reader??"",d=g(Be,[l,t.runAs??"",n.path,n.format,...u],{timeoutSeconds:s+30,label:o`restore ${n.path} into ${i}`}),p=await e.attempt(d),m=Ue(p,n,r,s);if(m===null)return p.seconds;throw new f({where:`${e.name}:${n.path}`,...m},{cause:new b(e,d,p)})}function Ue({code:e,stderr:t,timedOut:r},n,i,s){let a=m=>new RegExp(`^golive-${m}\\|(.*)$`,"m").exec(t)?.[1],c=a("other");if(c!==void 0)return Xe(c,i);if(r||e===124||e===137)return{code:"backup-slow",what:o`the newest backup was not restored within ${N(s)}`,mend:o`give prepare.test-restore.statement-timeout more, if the window does not depend on it`};if(e===87)return{code:"psql-too-old",what:o`psql there does not know \\restrict, so a plain dump could tell it to run programs`,mend:o`update the PostgreSQL client programs (14.19, 15.14, 16.10, 17.6 or newer), or make the backup with pg_dump -Fc`};if(/backslash commands are restricted/.test(t))return{code:"backup-commands-psql",what:o`the newest backup holds commands for psql itself, as \\! or \\connect, which pg_dump does not write; none was run`,mend:o`find out who wrote into it before anybody restores it`};if(/No space left on device/i.test(t))return{code:"scratch-no-room",what:o`there is no room left to restore the newest backup`,mend:o`make room where the scratch server is, or name another folder in prepare.test-restore.directory`};let u=a("read");if(a("cut")!==void 0&&e===0)return we();if(e===0&&(n.format!=="sql"||u==="0"))return null;if(e===0)return we();let[l="",d]=a("names")?.split("|")??[];if(d!==void 0)return{code:"backup-names-server",what:o`the newest backup says ${d} in line ${l}, which is not the database's own, and cannot be restored`,mend:o`make it with pg_dump; roles and tablespaces are not part of it`};let p=/role "([^"]+)" does not exist/.exec(t)?.[1];return p!==void 0?{code:"backup-role-missing",what:o`the newest backup gives things to the role ${p}, which the server does not have`,mend:o`as superuser on the service's server: CREATE ROLE "${p}"; or make the backup with --no-owner`}:{code:"backup-not-restorable",what:o`the newest backup cannot be restored`,mend:o`find out why; as it is, it is no way back`}}var we=()=>({code:"backup-damaged",what:o`the newest backup is damaged or cut off`,mend:o`find out why; the nightly backup cannot be relied on`});function Xe(e,t){return{code:"backup-other",what:e===""?o`the newest backup holds several databases, and "${t.name}" is none of them`:o`the newest backup is of the database "${e}", not of "${t.name}"`,mend:o`correct prepare.newest-backup`}}var be="SELECT rolname FROM pg_roles WHERE rolname !~ '^pg_' ORDER BY 1",We=["--no-password","--roles-only","--no-role-passwords"],Ve=`SELECT format('CREATE TABLESPACE %I LOCATION %L;', spcname,
  :'folder' || '/' || (row_number() OVER (ORDER BY spcname) - 1))
FROM pg_tablespace WHERE spcname !~ '^pg_' ORDER BY spcname`;async function Ee(e,t){let{host:r,database:n}=t,s=(await e.host.run(T(e.plan,"pg_dumpall",[...We,`--database=${h(e.plan)}`],{timeoutSeconds:300}))).stdout.split(`
`).filter(m=>m!=="CREATE ROLE postgres;"&&!/^ALTER ROLE postgres WITH /.test(m)&&!m.startsWith("\\")).join(`
`),a=T(n,"psql",["-X","-q","--no-password","-d",h(n),"-f","-"],{stdin:s,timeoutSeconds:300}),c=await r.attempt(a),u=(await w(e.host,e.plan,{database:h(e.plan),sql:be})).map(([m])=>m),l=new Set((await w(r,n,{database:h(n),sql:be})).map(([m])=>m)),d=u.filter(m=>!l.has(m));if(d.length>0)throw new f({code:"scratch-roles",what:o`the throwaway server could not be given the roles ${d.join(", ")}`,where:r.name,mend:o`look at what it said, on the control host; or name a server in prepare.test-restore.server`},{cause:new b(r,a,c)});let{stdout:p}=await e.host.run(E(e.plan,h(e.plan),`${Ve};
`,{variables:{folder:de(n,"spaces")},timeoutSeconds:60}));p.trim()!==""&&await r.run(E(n,h(n),p,{timeoutSeconds:60}))}async function dr(e,t,{backup:r,name:n,settings:i}){t.throwaway&&await Ee(e,t),await Qe(e,t,n,i.connections);let s=await ge(t,e.plan,{backup:r,name:n,limits:{statementSeconds:i.statementTimeout,lockSeconds:i.lockTimeout}});return await ze(e,t,n,r),s}async function Qe(e,{host:t,database:r,throwaway:n},i,s){await k(t,r);let[a]=await w(t,r,{database:h(r),sql:"SELECT datname FROM pg_database WHERE datname = :'name'",variables:{name:i}});if(a)throw new f({code:"db-name-taken",what:o`there is a database ${i} already, and golive did not make it`,where:t.name,mend:o`rename it, or drop it if nobody needs it`});let c=n||e.plan.connection!==r.connection,u=await M(e.host,e.plan,{elsewhere:c,roles:n}),l=E(r,h(r),`${u}SELECT format('COMMENT ON DATABASE %I IS %L', :'name', :'mark') \\gexec
`,{variables:{name:i,mark:ye}}),d=await t.attempt(l),p=/role "([^"]+)" does not exist/.exec(d.stderr)?.[1];if(p!==void 0)throw new f({code:"db-role-missing",what:o`the scratch server has no role ${p}, to whom the service's database belongs`,where:t.name,mend:o`as superuser there: CREATE ROLE "${p}" LOGIN`});if(d.code!==0)throw new b(t,l,d);await t.run(E(r,h(r),`SELECT format('ALTER DATABASE %I CONNECTION LIMIT %s', :'name', :'limit') \\gexec
`,{variables:{name:i,limit:String(s)},timeoutSeconds:60}))}var je=`SELECT count(*), count(*) FILTER (WHERE pg_relation_size(c.oid) > 0)
FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
WHERE c.relkind IN ('r', 'm') AND n.nspname !~ '^pg_' AND n.nspname <> 'information_schema'`;async function ze(e,{host:t,database:r},n,i){let s=async(p,m,y)=>((await w(p,m,{database:y,sql:je}))[0]??[]).map(Number),[a=0,c=0]=await s(t,r,n),[,u=0]=await s(e.host,e.plan,e.plan.name);if(c>0||u===0)return;let l=`${t.name}:${i.path}`,d=o`find out how it is made (pg_dump --schema-only?); as it is, it is no way back`;throw a===0?new f({code:"backup-without-tables",what:o`the newest backup holds no table`,where:l,mend:d}):new f({code:"backup-without-rows",what:o`no table of the newest backup holds a row`,where:l,mend:d})}var ye="golive: scratch database, dropped by the next rehearsal",Ye=`SELECT datname FROM pg_database
WHERE starts_with(datname, :'prefix') AND shobj_description(oid, 'pg_database') = :'mark'`;async function k(e,t){let r=await w(e,t,{database:h(t),sql:Ye,variables:{prefix:`${D(t)}_trial_`,mark:ye}});for(let[n=""]of r)await F(e,t,n)}import{chmod as Re,mkdtemp as Ke,rm as Ze,stat as Je}from"node:fs/promises";import{tmpdir as et}from"node:os";import{join as L}from"node:path";var Se=`n=0
while [ ! -S "$1" ]; do [ "$n" -lt 100 ] || exit 1; n=$((n + 1)); sleep 0.1; done
[ "$2" != yes ] || chmod 666 -- "$1"`;var tt='d=$(mktemp -d "${TMPDIR:-/tmp}/golive-XXXXXXXXXX") && chmod "$1" "$d" && printf "%s" "$d"';async function _e(e,t,r,n){if(e.name===t.name||e.tunnel===void 0&&t.tunnel===void 0)return{directory:r.directory,close:async()=>{}};let i=await Ke(L(et(),"golive-s-")),s=[()=>Ze(i,{recursive:!0,force:!0})],a=async()=>{for(let c of s.toReversed())await c().catch(()=>{})};try{let c=L(r.directory,r.file);if(t.tunnel!==void 0){let p=L(i,r.file);s.push(t.tunnel("fetch",p,c)),await rt(p),c=p}if(e.tunnel===void 0)return await Re(i,457),n&&await Re(c,438),{directory:i,close:a};let l=(await e.run(g(tt,[n?"711":"700"],{timeoutSeconds:60}))).stdout.trim();if(s.push(async()=>{await e.run(g('rm -rf -- "$1"',[l],{timeoutSeconds:60}))}),s.push(e.tunnel("offer",c,`${l}/${r.file}`)),(await e.attempt(g(Se,[`${l}/${r.file}`,n?"yes":"no"],{timeoutSeconds:60}))).code!==0)throw xe(e.name);return{directory:l,close:a}}catch(c){throw await a(),c}}async function rt(e){if(await I(async()=>(await Je(e).catch(()=>null))?.isSocket()?!0:null,{every:.1,limit:20})===null)throw xe(e)}var xe=e=>new f({code:"tunnel-refused",what:o`ssh does not forward the socket of the throwaway server`,where:e,mend:o`allow it in sshd_config of both hosts (AllowStreamLocalForwarding yes), or name a server in \
prepare.test-restore.server that the release's host reaches`});function ot({plan:e,hosts:t}){let r=S(e),n=e.prepare.testRestore?.server;if(!n)return{host:t.get(r.host),database:r};let{programs:i=r.programs,runAs:s,connection:a,host:c}=n,u=n.directory??r.backup.directory,{programs:l,runAs:d,...p}=_(r),m={...i===void 0?{}:{programs:i},...s===void 0?{}:{runAs:s},...n.maintenance===void 0?{}:{maintenance:n.maintenance}};return{host:t.get(c),database:{...p,...m,host:c,connection:a,backup:{...r.backup,directory:u}}}}async function Ar(e,t){let r={host:e.hosts.get(S(e.plan).host),plan:S(e.plan)};if(t.server){let l={...ot(e),throwaway:!1};return await B(r,l)&&await U(l,r.plan.name),{scratch:l,turnedAway:null}}let{user:n,directory:i,inControl:s}=Te(e,t),a=C(e.plan.deploy.envFile).map(({path:l})=>l),c=await me(r.host,r.plan,{user:n,secrets:a});return{scratch:await ie(r.host,r.plan,{user:n,directory:i,inControl:s,guests:await nt(e,r.host),connections:t.connections}),turnedAway:c}}async function vr(e,t,r){if(!r.throwaway)return k(r.host,r.database);await x(r.host,S(e.plan),Te(e,t))}async function Pr(e,{host:t,database:r,throwaway:n}){if(!n)return{server:void 0,close:async()=>{}};let i=r.connection.host??"",s=e.plan.deploy.runAs!==void 0,a=e.hosts.get(q(e.plan)),c=await _e(a,t,{directory:i,file:".s.PGSQL.5432"},s);return{server:{host:c.directory,port:5432},close:c.close}}function Te({plan:e},{runAs:t,directory:r}){let n=r===void 0&&e.control.host===S(e).host;return{user:t,directory:r??`${e.control.directory}/scratch`,inControl:n}}async function nt({plan:e},t){let r=e.deploy.runAs;return[await O(t),...r===void 0?[]:[r]]}export{Ft as a,Ge as b,Xe as c,dr as d,ye as e,ot as f,Ar as g,vr as h,Pr as i};
