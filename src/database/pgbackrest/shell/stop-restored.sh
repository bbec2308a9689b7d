# What runs in the folder $1 is known by where it runs: process ids in files left behind may be somebody else's by now.
# QUIT is PostgreSQL's immediate shutdown, which frees its shared memory.
inside() {
  find /proc -mindepth 2 -maxdepth 2 -name cwd -printf '%h %l\n' 2>/dev/null | while read -r p l; do
    case "$l" in "$1"|"$1/"*|"$1 (deleted)") ;; *) continue ;; esac
    case "$(cat "$p/comm" 2>/dev/null)" in postgres|pgbackrest) printf '%s\n' "${p#/proc/}" ;; esac
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
}
