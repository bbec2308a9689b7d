# See safe-folder.ts for what these functions promise.
# Four words of stat.
# shellcheck disable=SC2046
safe_part() {
  part=$1; set -- $(stat -c '%u %g %a %f' -- "$1" 2>/dev/null)
  [ "$#" = 4 ] || { echo "unsafe $part" >&2; return 95; }
  case $1 in 0|"$(id -u)"|"${SUDO_UID:-0}") ;; *) echo "unsafe $part" >&2; return 95 ;; esac
  case $4 in a*) return 0 ;; 4*) ;; *) echo "unsafe $part" >&2; return 95 ;; esac
  [ $((0$3 & 01000)) = 0 ] || return 0
  [ $((0$3 & 2)) = 0 ] || { echo "unsafe $part" >&2; return 95; }
  [ $((0$3 & 020)) = 0 ] || [ "$2" = 0 ] || [ "$2" = "$(id -g)" ] || { echo "unsafe $part" >&2; return 95; }
}
safe_parts() {
  way=$1
  while [ "$way" != / ] && [ "$way" != . ]; do safe_part "$way" || return; way=$(dirname -- "$way"); done
}
there() {
  found=$1; while [ ! -e "$found" ] && [ ! -L "$found" ]; do found=$(dirname -- "$found"); done
}
safe_way() {
  there "$1"; safe_parts "$found" && safe_parts "$(readlink -f -- "$found")"
}
make_safe() {
  if [ ! -e "$1" ] && [ ! -L "$1" ]; then
    make_safe "$(dirname -- "$1")" || return
    mkdir -m 700 -- "$1" || [ -d "$1" ] || return 1
  fi
  safe_way "$1"
}
