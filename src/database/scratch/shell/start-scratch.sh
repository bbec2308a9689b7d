# By the server's user. $1 the parent, $2 the name's beginning, $3 major version, $4 seconds it lives at most; its
# files on standard input, each line with the file's name before it. Prints the folder and where its programs are.
# It knows nothing of this session: no variable, no right that a program could add to it.
# Two words, or none.
# shellcheck disable=SC2086
umask 077
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
printf "unix_socket_directories = '%s'\n" "$d/s" >> "$d/data/postgresql.conf" || exit 84
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
printf 'directory|%s\nprograms|%s\n' "$d" "$b"
