// What runs in the folder $1 is known by where it runs: process ids in files left behind may be somebody else's by now.
// QUIT is PostgreSQL's immediate shutdown, which frees its shared memory.
const stopText = `inside() {
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
`;

// $1 the folder, $2 new or delta, $3 bytes that have to be free. Never touches a folder without golive's mark.
export const prepareText = `${stopText}[ "$(id -u)" != 0 ] || exit 86
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
printf '%s\\n' "$d"`;

export const removeText = `${stopText}[ -d "$1" ] || exit 0
[ -n "$(ls -A -- "$1")" ] || exit 0
[ -f "$1/golive-restore" ] && [ -O "$1/golive-restore" ] || exit 81
d=$(cd -- "$1" && pwd -P) && stop "$d" && rm -rf -- "$d"`;

// A server for one look: reached by its own user only, through its own socket, and it reaches nobody. What the live
// server was told by ALTER SYSTEM would win over these settings, so of postgresql.auto.conf only the recovery is kept.
export const startText = `umask 077
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
exit 1`;
