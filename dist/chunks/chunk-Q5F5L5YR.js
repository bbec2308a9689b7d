import{createRequire}from"node:module";const require=createRequire(import.meta.url);
import{B as M,d as D}from"./chunk-BAHEJR5R.js";import{g as I}from"./chunk-UEE6QLMH.js";import{l as q,m as h,n as R,o as x,q as E,r as w,u as H}from"./chunk-PDUI7LMK.js";import{_ as C,k as N}from"./chunk-M5Z7VIMN.js";import{g as P}from"./chunk-L76G2Y6O.js";import{a as v,b as g,m as o,p as f,r as b}from"./chunk-ZFSQH6XZ.js";var F="SELECT system_identifier FROM pg_control_system()",ke=`SELECT r.rolname,
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
)`,Le=/permission denied for database|no pg_hba.conf entry|pg_hba.conf rejects|authentication failed/;async function G(e,t){let[[r]=[]]=await w(e.host,e.plan,{database:h(e.plan),sql:F}),[[n]=[]]=await w(t.host,t.database,{database:h(t.database),sql:F});return r===n}async function B({host:e,database:t},r){let n=o`make a role for it: CREATE ROLE golive_trial LOGIN CREATEDB; REVOKE CONNECT ON DATABASE "${r}" \
FROM PUBLIC, and name it in prepare.test-restore.server.connection; or leave server out`,i=await w(e,t,{database:h(t),sql:ke,variables:{name:r}});if(i.length>0){let a=i.map(([c,u])=>c===u?c:`${c} (${u})`).join(", ");throw new f({code:"trial-role-mighty",what:o`the backup would be restored on the service's own server by a role that is or may become ${a}`,where:e.name,mend:n})}let s=await e.attempt(E(t,r,`SELECT 1;
`,{timeoutSeconds:60}));if(!(s.code!==0&&Le.test(s.stderr)))throw new f({code:"trial-role-let-in",what:o`the backup would be restored on the service's own server by a role that ${r} lets in`,where:e.name,mend:n})}import{createHash as Pe}from"node:crypto";var Ae=`listen_addresses = ''
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
`;function U(e,{user:t,guests:r,connections:n}){let i=d=>e.flatMap(([p,...m])=>p===d?[m.join("|")]:[]),s=d=>`"${d.replaceAll('"','""')}"`,a=[...new Set(["postgres",...i("role")])].filter(d=>!/[\n"]/.test(d)),c=[...new Set([t,...r])].flatMap(d=>a.map(p=>`golive ${s(d)} ${s(p)}`)),u=e.flatMap(([d="",...p])=>{let m=/^setting (\w+)$/.exec(d)?.[1];return m===void 0?[]:[`${m} = '${p.join("|").replaceAll("\\","\\\\").replaceAll("'","''")}'`]}),l=(d,p)=>p.map(m=>`${d}|${m}
`).join("");return[l("pg_hba.conf",["local all all peer map=golive"]),l("pg_ident.conf",c),l("postgresql.conf",[...Ae.trim().split(`
`),`max_connections = ${n+10}`,...u]),l("spaces",i("space").map((d,p)=>String(p)))].join("")}function X(e,{user:t,directory:r},n,i){switch(e){case 82:return{code:"scratch-no-way",what:o`${t} cannot get to ${r}, or make a folder in it`,mend:o`open its parent folders for passing through (chmod a+x), or name another in prepare.test-restore.directory`};case 84:return{code:"scratch-no-room",what:o`there is no room left for the throwaway server`,mend:o`make room in ${r}, or name another folder in prepare.test-restore.directory`};case 85:return{code:"scratch-no-programs",what:o`initdb and postgres of PostgreSQL ${n} are missing, so the backup has no server to be tried in`,mend:o`install postgresql-${n} there (only its programs are used), or name a server in prepare.test-restore.server`};case 86:return{code:"scratch-user-root",what:o`PostgreSQL does not run as root, and no backup should`,mend:o`name another user in prepare.test-restore.run-as, one made for it: useradd --system --shell \
/usr/sbin/nologin golive-scratch`};default:return{code:"scratch-not-started",what:o`the throwaway server does not start: ${i.brief}`,mend:o`look at what it said, on the control host; or name a server in prepare.test-restore.server`}}}var W=`as() {
  u=$1; shift
  if [ -z "$u" ] || [ "$(id -un)" = "$u" ]; then "$@"
  elif [ "$(id -u)" = 0 ]; then runuser -u "$u" -- "$@"
  else sudo -n -u "$u" -- "$@"; fi
}`,V=`binaries() {
  for b in "$GOLIVE_PROGRAMS" "/usr/lib/postgresql/$1/bin" "/usr/pgsql-$1/bin" "$(pg_config --bindir 2>/dev/null)" \\
    "$(dirname -- "$(command -v postgres || echo /none/postgres)")"; do
    [ -x "$b/postgres" ] && [ -x "$b/initdb" ] || continue
    case "$("$b/postgres" --version)" in *"(PostgreSQL) $1"[!0-9]*) printf '%s\\n' "$b"; return ;; esac
  done
  return 1
}`,Q=`PATH="\${GOLIVE_PROGRAMS:+$GOLIVE_PROGRAMS:}$PATH"; export PATH
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
esac`,j=`r=$1 w=$2 p=$3 k=$4; shift 4
give() { case "$k" in directory) as "$r" tar -C "$p" -cf - . ;; *) as "$r" cat -- "$p" ;; esac; }
{ give; echo "golive-read|$?" >&2; } | as "$w" "$@"`,z=`cd / || exit
parent=$1; shift
for name; do
  d="$parent/$name"
  [ -d "$d" ] && [ ! -L "$d" ] && [ -O "$d" ] || continue
  end "$d" || { echo "processes of $d do not end" >&2; exit 1; }
  rm -rf -- "$d" 2>/dev/null || { chmod -R u+rwx -- "$d" && rm -rf -- "$d"; } || exit 1
done`,Y=`umask 022
mkdir -p -- "$1" 2>/dev/null
[ -d "$1" ] && [ ! -L "$1" ] && [ -O "$1" ] && chmod 1733 -- "$1" || exit 83
[ "$2" != yes ] || { p=$(dirname -- "$1"); [ ! -O "$p" ] || chmod a+x -- "$p"; }
ls -A -- "$1"`,K=`umask 077
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
printf 'directory|%s\\nprograms|%s\\n' "$d" "$b"`,Z=`members() {
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
}`,J=`PATH="\${GOLIVE_PROGRAMS:+$GOLIVE_PROGRAMS:}$PATH"; export PATH
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
printf 'tried|%s\\n' "$tried"`,ee=`unpack() {
  case "$1" in
    gzip) gzip -dc ;; zstd) zstd -dcq ;; xz) xz -dc ;; bzip2) bzip2 -dc ;; lz4) lz4 -dcq ;; *) cat ;;
  esac
}`;var te=`${V}
`;var re=12*3600,oe=Y,ve=`${Z}
`,ne=`${ve}${z}`,se=`${te}${K}`;var Ne=`SELECT 'version', (current_setting('server_version_num')::int / 10000)::text
UNION ALL SELECT 'role', rolname FROM pg_roles WHERE rolcanlogin
UNION ALL SELECT 'space', spcname FROM pg_tablespace WHERE spcname !~ '^pg_'
UNION ALL SELECT 'setting ' || name, setting FROM pg_settings
WHERE name IN ('shared_preload_libraries', 'max_locks_per_transaction', 'TimeZone', 'default_text_search_config', 'DateStyle')
  AND setting !~ E'\\n'
ORDER BY 1, 2`;async function ae(e,t,r){Ce(e,r.directory),await _(e,t,r);let n=await w(e,t,{database:h(t),sql:Ne}),i=d=>n.flatMap(([p,...m])=>p===d?[m.join("|")]:[]),[s=""]=i("version"),a=g(se,[r.directory,ie(t),s,String(re)],{user:r.user,stdin:U(n,r),env:{GOLIVE_PROGRAMS:t.programs??""},timeoutSeconds:300,label:o`start a throwaway server as ${r.user}`}),c=await e.attempt(a);if(c.code!==0){let d=new b(e,a,c);throw await _(e,t,r),new f({...X(c.code,r,s,d),where:e.name},{cause:d})}let u=d=>new RegExp(`^${d}\\|(.*)$`,"m").exec(c.stdout)?.[1]??"",l=u("directory");return{host:e,throwaway:!0,database:Ie(t,r.user,l,u("programs"))}}async function _(e,t,{directory:r,inControl:n,user:i}){let s=g(oe,[r,n?"yes":"no"],{timeoutSeconds:60}),a=await e.attempt(s);if(a.code!==0)throw new f({code:"scratch-no-folder",what:o`the folder for the throwaway server cannot be made, or is somebody else's`,where:`${e.name}:${r}`,mend:o`as root: install -d -o ${await T(e)} ${r}; or name another in prepare.test-restore.directory`},{cause:new b(e,s,a)});let c=a.stdout.split(`
`).filter(u=>u.startsWith(ie(t)));c.length!==0&&await e.run(g(ne,[r,...c],{user:i,timeoutSeconds:600}))}async function T(e){return(await e.run(v("id",["-un"],{timeoutSeconds:30}))).stdout.trim()}function ie({name:e}){return Pe("sha256").update(e).digest("hex").slice(0,4)}function Ce(e,t){if(!(Buffer.byteLength(t)<=79&&!/[,'"\\\s]/.test(t)))throw new f({code:"scratch-folder-name",what:o`the folder for the throwaway server has too long a path for its socket, or a comma, quote or space in it`,where:`${e.name}:${t}`,mend:o`name one of at most 79 bytes in prepare.test-restore.directory`})}function Ie(e,t,r,n){let{backup:i,...s}=R(e);return{...s,programs:n,runAs:t,connection:{host:`${r}/s`,port:5432,user:"postgres"},backup:{...i,directory:`${r}/dumps`}}}function ce({connection:e},t){return`${(e.host??"").slice(0,-2)}/${t}`}function de(e){return{code:"scratch-user-missing",what:o`the throwaway server for the backup cannot run as ${e}`,mend:o`let golive run commands as ${e} without a password (docs/hosts.md has the line)`}}var qe=()=>o`name another user in prepare.test-restore.run-as, one made for it: useradd --system --shell /usr/sbin/nologin golive-scratch`;function pe([e,t="",r="",n="",i=""],s){let a=qe();switch(e){case"in":return{code:"scratch-user-let-in",what:o`what a backup says would run as ${s}, and PostgreSQL lets ${s} in as ${t} without a \
password (${r}, database ${n})`,mend:o`take that line out of pg_hba.conf, or ${a}`};case"said":return{code:"scratch-user-let-in",what:o`what a backup says would run as ${s}, and PostgreSQL does not turn ${s} away as ${t} \
(${r}, database ${n}): ${i}`,mend:o`take that line out of pg_hba.conf, or ${a}`};case"owns":return{code:"scratch-user-is-server",what:o`${s} is the user that PostgreSQL itself runs as (${t}), so what a backup says would run with its rights`,mend:a};case"sudo":return{code:"scratch-user-sudo",what:o`${s} may run commands as others by sudo`,mend:a};case"group":return{code:"scratch-user-group",what:o`${s} is in the group ${t}, which leads to root`,mend:a};case"root":return{code:"scratch-user-root",what:o`PostgreSQL does not run as root, and no backup should`,mend:a};case"file":return{code:"scratch-user-reads",what:o`${s} can read ${t}, which may hold the way to production`,mend:o`take that right away (chmod o-r), or ${a}`};case"psql":return{code:"db-tools-missing",what:o`${s} finds no psql there`,mend:o`install the PostgreSQL client programs there, or name their folder in database.programs`};default:return null}}var He=`SELECT 'role', rolname FROM pg_roles WHERE rolcanlogin
UNION ALL SELECT 'database', datname FROM pg_database WHERE datallowconn
UNION ALL SELECT 'port', setting FROM pg_settings WHERE name = 'port'
UNION ALL SELECT 'socket', trim(btrim(trim(s), '"'))
  FROM pg_settings, unnest(string_to_array(setting, ',')) AS s WHERE name = 'unix_socket_directories'
UNION ALL SELECT 'address', trim(s)
  FROM pg_settings, unnest(string_to_array(setting, ',')) AS s WHERE name = 'listen_addresses'
UNION ALL SELECT 'address', host(inet_server_addr()) WHERE inet_server_addr() IS NOT NULL
UNION ALL SELECT 'system', system_identifier::text FROM pg_control_system()`;async function le(e,t,{user:r,secrets:n}){if((await e.attempt(g(":",[],{user:r,timeoutSeconds:60}))).code!==0)throw new f({...de(r),where:e.name});let s=await w(e,t,{database:h(t),sql:He}),a=$=>s.flatMap(([Oe,A=""])=>Oe===$&&A!==""?[A]:[]),c=String(t.connection.port??a("port")[0]??5432),u=De(a("role"),a("database"),t.name).map($=>`${$.join("	")}
`).join(""),l=await Me(e,t,a("socket"),a("address")),d=[...n,t.connection.passfile].filter($=>$!==void 0),p=g(J,[c,a("system")[0]??"",...d,"--",...l],{user:r,stdin:u,env:{GOLIVE_PROGRAMS:t.programs??""},timeoutSeconds:900}),{stdout:m}=await e.run({...p,label:o`what ${r} may do there`}),y=m.split(`
`).map($=>$.split("|")),S=new Set,L=y.filter(([,,$=""])=>$===""||!S.has($)&&S.add($)!==void 0).flatMap($=>pe($,r)??[]),Te=Number(y.find(([$])=>$==="tried")?.[1]??0);if(L.length>0)throw new f(L.map($=>({...$,where:e.name})));return Te}function De(e,t,r){let n=e.slice(0,20),i=t.filter(s=>s!==r).slice(0,3);return[...e.map(s=>[s,r]),...i.flatMap(s=>n.map(a=>[a,s]))].filter(s=>s.every(a=>!/[\t\n]/.test(a)))}async function Me(e,{connection:t},r,n){let i=["*","0.0.0.0","::"],s=n.some(a=>i.includes(a))?(await e.attempt(g("hostname -I",[],{timeoutSeconds:30}))).stdout.trim().split(/\s+/):[];return[...new Set([...(r.length>0?r:["/run/postgresql","/tmp"]).filter(a=>a.startsWith("/")),...t.host===void 0?[]:[t.host],"127.0.0.1","::1",...n.filter(a=>!i.includes(a)),...s])].filter(a=>a!==""&&!/[\s,]/.test(a))}var me=`${W}
`;var ue=`function named(line) {
  sub(/^\\\\connect (-reuse-previous=on )?/, "", line)
  if (line ~ /^"dbname='.*'"$/) { line = substr(line, 10, length(line) - 11); gsub(/\\\\/, "", line); return line }
  if (line ~ /^".*"$/) { line = substr(line, 2, length(line) - 2); gsub(/""/, "\\"", line) }
  return line
}
`,fe=`${ue}# Whether the statement goes on behind this line: within quotes, or without its semicolon.
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
END { if (cluster && !found) tell("other", ""); else if (cut) tell("cut", "") }`,Mt=`${ue}NR <= 5 && /^-- PostgreSQL database cluster dump/ { cluster = 1 }
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
}`,Fe=`${ee}
`,he=`${Fe}${Q}`;var Ge=`${me}${j}`;async function we({host:e,database:t},r,{backup:n,name:i,limits:{statementSeconds:s,lockSeconds:a}}){let c={...q(t),PGOPTIONS:[`-c statement_timeout=${s*1e3} -c lock_timeout=${a*1e3}`,"-c synchronous_commit=off -c max_parallel_maintenance_workers=0"].join(" "),GOLIVE_PROGRAMS:t.programs??"",GOLIVE_DATABASE:r.name,HOME:"/nonexistent",PATH:"/usr/local/bin:/usr/bin:/bin"},u=["timeout","--kill-after=10",String(s),"env","-i",...Object.entries(c).map(([y,S])=>`${y}=${S}`),"sh","-c",he,"sh",i,n.format,n.packed??"",t.backup.directory,fe],l=n.reader??"",d=g(Ge,[l,t.runAs??"",n.path,n.format,...u],{timeoutSeconds:s+30,label:o`restore ${n.path} into ${i}`}),p=await e.attempt(d),m=Be(p,n,r,s);if(m===null)return p.seconds;throw new f({where:`${e.name}:${n.path}`,...m},{cause:new b(e,d,p)})}function Be({code:e,stderr:t,timedOut:r},n,i,s){let a=m=>new RegExp(`^golive-${m}\\|(.*)$`,"m").exec(t)?.[1],c=a("other");if(c!==void 0)return Ue(c,i);if(r||e===124||e===137)return{code:"backup-slow",what:o`the newest backup was not restored within ${P(s)}`,mend:o`give prepare.test-restore.statement-timeout more, if the window does not depend on it`};if(e===87)return{code:"psql-too-old",what:o`psql there does not know \\restrict, so a plain dump could tell it to run programs`,mend:o`update the PostgreSQL client programs (14.19, 15.14, 16.10, 17.6 or newer), or make the backup with pg_dump -Fc`};if(/backslash commands are restricted/.test(t))return{code:"backup-commands-psql",what:o`the newest backup holds commands for psql itself, as \\! or \\connect, which pg_dump does not write; none was run`,mend:o`find out who wrote into it before anybody restores it`};if(/No space left on device/i.test(t))return{code:"scratch-no-room",what:o`there is no room left to restore the newest backup`,mend:o`make room where the scratch server is, or name another folder in prepare.test-restore.directory`};let u=a("read");if(a("cut")!==void 0&&e===0)return $e();if(e===0&&(n.format!=="sql"||u==="0"))return null;if(e===0)return $e();let[l="",d]=a("names")?.split("|")??[];if(d!==void 0)return{code:"backup-names-server",what:o`the newest backup says ${d} in line ${l}, which is not the database's own, and cannot be restored`,mend:o`make it with pg_dump; roles and tablespaces are not part of it`};let p=/role "([^"]+)" does not exist/.exec(t)?.[1];return p!==void 0?{code:"backup-role-missing",what:o`the newest backup gives things to the role ${p}, which the server does not have`,mend:o`as superuser on the service's server: CREATE ROLE "${p}"; or make the backup with --no-owner`}:{code:"backup-not-restorable",what:o`the newest backup cannot be restored`,mend:o`find out why; as it is, it is no way back`}}var $e=()=>({code:"backup-damaged",what:o`the newest backup is damaged or cut off`,mend:o`find out why; the nightly backup cannot be relied on`});function Ue(e,t){return{code:"backup-other",what:e===""?o`the newest backup holds several databases, and "${t.name}" is none of them`:o`the newest backup is of the database "${e}", not of "${t.name}"`,mend:o`correct prepare.newest-backup`}}var ge="SELECT rolname FROM pg_roles WHERE rolname !~ '^pg_' ORDER BY 1",Xe=["--no-password","--roles-only","--no-role-passwords"],We=`SELECT format('CREATE TABLESPACE %I LOCATION %L;', spcname,
  :'folder' || '/' || (row_number() OVER (ORDER BY spcname) - 1))
FROM pg_tablespace WHERE spcname !~ '^pg_' ORDER BY spcname`;async function be(e,t){let{host:r,database:n}=t,s=(await e.host.run(x(e.plan,"pg_dumpall",[...Xe,`--database=${h(e.plan)}`],{timeoutSeconds:300}))).stdout.split(`
`).filter(m=>m!=="CREATE ROLE postgres;"&&!/^ALTER ROLE postgres WITH /.test(m)&&!m.startsWith("\\")).join(`
`),a=x(n,"psql",["-X","-q","--no-password","-d",h(n),"-f","-"],{stdin:s,timeoutSeconds:300}),c=await r.attempt(a),u=(await w(e.host,e.plan,{database:h(e.plan),sql:ge})).map(([m])=>m),l=new Set((await w(r,n,{database:h(n),sql:ge})).map(([m])=>m)),d=u.filter(m=>!l.has(m));if(d.length>0)throw new f({code:"scratch-roles",what:o`the throwaway server could not be given the roles ${d.join(", ")}`,where:r.name,mend:o`look at what it said, on the control host; or name a server in prepare.test-restore.server`},{cause:new b(r,a,c)});let{stdout:p}=await e.host.run(E(e.plan,h(e.plan),`${We};
`,{variables:{folder:ce(n,"spaces")},timeoutSeconds:60}));p.trim()!==""&&await r.run(E(n,h(n),p,{timeoutSeconds:60}))}async function cr(e,t,{backup:r,name:n,settings:i}){t.throwaway&&await be(e,t),await Ve(e,t,n,i.connections);let s=await we(t,e.plan,{backup:r,name:n,limits:{statementSeconds:i.statementTimeout,lockSeconds:i.lockTimeout}});return await je(e,t,n,r),s}async function Ve(e,{host:t,database:r,throwaway:n},i,s){await O(t,r);let[a]=await w(t,r,{database:h(r),sql:"SELECT datname FROM pg_database WHERE datname = :'name'",variables:{name:i}});if(a)throw new f({code:"db-name-taken",what:o`there is a database ${i} already, and golive did not make it`,where:t.name,mend:o`rename it, or drop it if nobody needs it`});let c=n||e.plan.connection!==r.connection,u=await D(e.host,e.plan,{elsewhere:c,roles:n}),l=E(r,h(r),`${u}SELECT format('COMMENT ON DATABASE %I IS %L', :'name', :'mark') \\gexec
`,{variables:{name:i,mark:Ee}}),d=await t.attempt(l),p=/role "([^"]+)" does not exist/.exec(d.stderr)?.[1];if(p!==void 0)throw new f({code:"db-role-missing",what:o`the scratch server has no role ${p}, to whom the service's database belongs`,where:t.name,mend:o`as superuser there: CREATE ROLE "${p}" LOGIN`});if(d.code!==0)throw new b(t,l,d);await t.run(E(r,h(r),`SELECT format('ALTER DATABASE %I CONNECTION LIMIT %s', :'name', :'limit') \\gexec
`,{variables:{name:i,limit:String(s)},timeoutSeconds:60}))}var Qe=`SELECT count(*), count(*) FILTER (WHERE pg_relation_size(c.oid) > 0)
FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
WHERE c.relkind IN ('r', 'm') AND n.nspname !~ '^pg_' AND n.nspname <> 'information_schema'`;async function je(e,{host:t,database:r},n,i){let s=async(p,m,y)=>((await w(p,m,{database:y,sql:Qe}))[0]??[]).map(Number),[a=0,c=0]=await s(t,r,n),[,u=0]=await s(e.host,e.plan,e.plan.name);if(c>0||u===0)return;let l=`${t.name}:${i.path}`,d=o`find out how it is made (pg_dump --schema-only?); as it is, it is no way back`;throw a===0?new f({code:"backup-without-tables",what:o`the newest backup holds no table`,where:l,mend:d}):new f({code:"backup-without-rows",what:o`no table of the newest backup holds a row`,where:l,mend:d})}var Ee="golive: scratch database, dropped by the next rehearsal",ze=`SELECT datname FROM pg_database
WHERE starts_with(datname, :'prefix') AND shobj_description(oid, 'pg_database') = :'mark'`;async function O(e,t){let r=await w(e,t,{database:h(t),sql:ze,variables:{prefix:`${H(t)}_trial_`,mark:Ee}});for(let[n=""]of r)await M(e,t,n)}import{chmod as Se,mkdtemp as Ye,rm as Ke,stat as Ze}from"node:fs/promises";import{tmpdir as Je}from"node:os";import{join as k}from"node:path";var ye=`n=0
while [ ! -S "$1" ]; do [ "$n" -lt 100 ] || exit 1; n=$((n + 1)); sleep 0.1; done
[ "$2" != yes ] || chmod 666 -- "$1"`;var et='d=$(mktemp -d "${TMPDIR:-/tmp}/golive-XXXXXXXXXX") && chmod "$1" "$d" && printf "%s" "$d"';async function Re(e,t,r,n){if(e.name===t.name||e.tunnel===void 0&&t.tunnel===void 0)return{directory:r.directory,close:async()=>{}};let i=await Ye(k(Je(),"golive-s-")),s=[()=>Ke(i,{recursive:!0,force:!0})],a=async()=>{for(let c of s.toReversed())await c().catch(()=>{})};try{let c=k(r.directory,r.file);if(t.tunnel!==void 0){let p=k(i,r.file);s.push(t.tunnel("fetch",p,c)),await tt(p),c=p}if(e.tunnel===void 0)return await Se(i,457),n&&await Se(c,438),{directory:i,close:a};let l=(await e.run(g(et,[n?"711":"700"],{timeoutSeconds:60}))).stdout.trim();if(s.push(async()=>{await e.run(g('rm -rf -- "$1"',[l],{timeoutSeconds:60}))}),s.push(e.tunnel("offer",c,`${l}/${r.file}`)),(await e.attempt(g(ye,[`${l}/${r.file}`,n?"yes":"no"],{timeoutSeconds:60}))).code!==0)throw _e(e.name);return{directory:l,close:a}}catch(c){throw await a(),c}}async function tt(e){if(await C(async()=>(await Ze(e).catch(()=>null))?.isSocket()?!0:null,{every:.1,limit:20})===null)throw _e(e)}var _e=e=>new f({code:"tunnel-refused",what:o`ssh does not forward the socket of the throwaway server`,where:e,mend:o`allow it in sshd_config of both hosts (AllowStreamLocalForwarding yes), or name a server in \
prepare.test-restore.server that the release's host reaches`});function rt({plan:e,hosts:t}){let{database:r}=e,n=e.prepare.testRestore?.server;if(!n)return{host:t.get(r.host),database:r};let{programs:i=r.programs,runAs:s,connection:a,host:c}=n,u=n.directory??r.backup.directory,{programs:l,runAs:d,...p}=R(r),m={...i===void 0?{}:{programs:i},...s===void 0?{}:{runAs:s},...n.maintenance===void 0?{}:{maintenance:n.maintenance}};return{host:t.get(c),database:{...p,...m,host:c,connection:a,backup:{...r.backup,directory:u}}}}async function kr(e,t){let r={host:e.hosts.get(e.plan.database.host),plan:e.plan.database};if(t.server){let l={...rt(e),throwaway:!1};return await G(r,l)&&await B(l,r.plan.name),{scratch:l,turnedAway:null}}let{user:n,directory:i,inControl:s}=xe(e,t),a=N(e.plan.deploy.envFile).map(({path:l})=>l),c=await le(r.host,r.plan,{user:n,secrets:a});return{scratch:await ae(r.host,r.plan,{user:n,directory:i,inControl:s,guests:await ot(e,r.host),connections:t.connections}),turnedAway:c}}async function Lr(e,t,r){if(!r.throwaway)return O(r.host,r.database);await _(r.host,e.plan.database,xe(e,t))}async function Ar(e,{host:t,database:r,throwaway:n}){if(!n)return{server:void 0,close:async()=>{}};let i=r.connection.host??"",s=e.plan.deploy.runAs!==void 0,a=e.hosts.get(I(e.plan)),c=await Re(a,t,{directory:i,file:".s.PGSQL.5432"},s);return{server:{host:c.directory,port:5432},close:c.close}}function xe({plan:e},{runAs:t,directory:r}){let n=r===void 0&&e.control.host===e.database.host;return{user:t,directory:r??`${e.control.directory}/scratch`,inControl:n}}async function ot({plan:e},t){let r=e.deploy.runAs;return[await T(t),...r===void 0?[]:[r]]}export{Mt as a,Fe as b,Ue as c,cr as d,Ee as e,rt as f,kr as g,Lr as h,Ar as i};
