import { binariesText } from "./programs.ts";

/** Seconds after which a throwaway server ends by itself, whatever became of the run that started it. */
export const longestLife = 12 * 3600;

// By golive's own user: a folder in which another user can make one of its own, and sees no other's. Of its parents
// only the journal's is opened for passing through; the files in it are readable by their owner only. $2 yes: that one.
export const parentText = `umask 022
mkdir -p -- "$1" 2>/dev/null
[ -d "$1" ] && [ ! -L "$1" ] && [ -O "$1" ] && chmod 1733 -- "$1" || exit 83
[ "$2" != yes ] || { p=$(dirname -- "$1"); [ ! -O "$p" ] || chmod a+x -- "$p"; }
ls -A -- "$1"`;

// Everything that runs in the folder $1, or was started for it; what a backup started is found by the same signs.
const stopText = `members() {
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
`;

/** By the server's user: ends and removes the folders $2... in $1 that are its own. */
export const removeText = `${stopText}cd / || exit
parent=$1; shift
for name; do
  d="$parent/$name"
  [ -d "$d" ] && [ ! -L "$d" ] && [ -O "$d" ] || continue
  end "$d" || { echo "processes of $d do not end" >&2; exit 1; }
  rm -rf -- "$d" 2>/dev/null || { chmod -R u+rwx -- "$d" && rm -rf -- "$d"; } || exit 1
done`;

// By the server's user. $1 the parent, $2 the name's beginning, $3 major version, $4 seconds it lives at most; its
// files on standard input, each line with the file's name before it. Prints the folder and where its programs are.
// It knows nothing of this session: no variable, no right that a program could add to it.
export const startText = `${binariesText}umask 077
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
printf 'directory|%s\\nprograms|%s\\n' "$d" "$b"`;
