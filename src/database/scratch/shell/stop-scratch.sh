# Everything that runs in the folder $1, or was started for it; what a backup started is found by the same signs.
# What stands behind || is for either of the two before it.
# shellcheck disable=SC2015
members() {
  for p in /proc/[0-9]*; do
    [ -O "$p" ] && [ "$p" != "/proc/$$" ] || continue
    case "$(readlink "$p/cwd" 2>/dev/null)" in "$1"|"$1/"*) printf '%s\n' "${p#/proc/}"; continue ;; esac
    if tr '\0' '\n' < "$p/environ" 2>/dev/null | grep -qxF -- "GOLIVE_SCRATCH=$1"; then printf '%s\n' "${p#/proc/}"; fi
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
