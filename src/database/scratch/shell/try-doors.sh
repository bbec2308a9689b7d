# As that user, without a password: every role on every way in. What PostgreSQL says to a stranger is known; anything
# else it says is told as it is, and counts as let in. $1 port, $2 the server's identifier, files, --, addresses; a role
# and a database a line on standard input. Another server at such an address knows neither, or is told by its identifier.
PATH="${GOLIVE_PROGRAMS:+$GOLIVE_PROGRAMS:}$PATH"; export PATH
# Debian's psql is a script that looks for the real one each time.
for b in /usr/lib/postgresql/*/bin; do [ ! -x "$b/psql" ] || PATH="$b:$PATH"; done
# From a folder that it may be in: psql says otherwise, and what it says is read.
cd / || exit
[ "$(id -u)" != 0 ] || { echo 'root|'; exit; }
port=$1 system=$2; shift 2
command -v psql >/dev/null || { echo 'psql|'; exit; }
for g in $(id -nG); do case "$g" in sudo|wheel|admin|docker|lxd|libvirt|disk|root|postgres) printf 'group|%s\n' "$g" ;; esac; done
if command -v sudo >/dev/null && sudo -n -l >/dev/null 2>&1 </dev/null; then echo 'sudo|'; fi
home=$(getent passwd "$(id -u)" | cut -d: -f6)
for f in "$home/.pgpass" "$home/.pg_service.conf"; do [ ! -r "$f" ] || printf 'file|%s\n' "$f"; done
while [ "$1" != -- ]; do [ ! -r "$1" ] || printf 'file|%s\n' "$1"; shift; done
shift
tab=$(printf '\t')
tried=0
while IFS="$tab" read -r role database; do
  for at; do
    case "$at" in
      /*) [ -S "$at/.s.PGSQL.$port" ] || continue
        if [ -O "$at/.s.PGSQL.$port" ]; then printf 'owns|%s\n' "$at"; continue; fi ;;
    esac
    tried=$((tried + 1))
    said=$(env -i PATH="$PATH" HOME=/nonexistent LC_ALL=C PGPASSFILE=/dev/null PGCONNECT_TIMEOUT=5 \
      PGHOST="$at" PGPORT="$port" PGUSER="$role" PGDATABASE="$database" \
      timeout 20 psql -X -w -A -t -c 'SELECT system_identifier FROM pg_control_system()' 2>&1 </dev/null) && {
      [ "$(printf '%s' "$said" | tail -n 1)" != "$system" ] || printf 'in|%s|%s|%s\n' "$role" "$at" "$database"
      continue
    }
    case "$said" in
      *'no pg_hba.conf entry'*|*'pg_hba.conf rejects'*|*'authentication failed'*|*'no password supplied'*) ;;
      *'Connection refused'*|*'Permission denied'*|*'No such file'*|*'timeout expired'*|*'is unreachable'*|*'No route to host'*) ;;
      *'could not translate host name'*|*'Cannot assign requested address'*|*'Address family not supported'*) ;;
      *'does not exist'*) ;;
      *) printf 'said|%s|%s|%s|%s\n' "$role" "$at" "$database" "$(printf '%s' "$said" | tail -n 1 | cut -c 1-200)" ;;
    esac
  done
done
printf 'tried|%s\n' "$tried"
