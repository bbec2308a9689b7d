# $1 folder, $2 where it is kept, $3 what is kept by day already. A small file is made and removed where things are
# kept: only so it is known whether the disk shares blocks.
live=$1; keep=$2; day=$3
# shellcheck disable=SC2185 # it only tells which find it is
find --version 2>/dev/null | grep -q GNU && sort -z < /dev/null 2>/dev/null || { echo tools; exit 0; }
[ -e "$live" ] || [ -L "$live" ] || { echo missing; exit 0; }
[ -d "$live" ] || { echo no-folder; exit 0; }
r=$(readlink -e -- "$live") && [ "$r" = "$live" ] || { echo link; printf '%s' "$r" > /dev/null; exit 0; }
[ -r "$live" ] && [ -x "$live" ] || { echo "unreadable 1"; exit 0; }
w=$(mktemp -d) || exit 1; trap 'rm -rf -- "$w"' EXIT
cd -- "$live" || exit 1
n=$(find . -mindepth 1 -path ./lost+found -prune \
  -o \( -type f ! -readable -o -type d \( ! -readable -o ! -executable \) -prune \) -printf x 2>/dev/null | wc -c)
[ "$n" = 0 ] || { echo "unreadable $n"; exit 0; }
list "$live" "$w/now" || exit 1
echo "count $(count < "$w/now")"
if [ "$(id -u)" != 0 ]; then
  gids=$(id -G | tr ' ' '|')
  echo "strangers $(cut -z -f5,6 -- "$w/now" | tr '\0\t' '\n ' | grep -cvE "^$(id -u) ($gids)\$")"
fi
[ -w "$live" ] || echo read-only
p=$keep; while [ ! -e "$p" ]; do p=$(dirname -- "$p"); done
[ -d "$p" ] && [ -w "$p" ] && [ -x "$p" ] || { echo no-keep; exit 0; }
[ "$(stat -c %d -- "$p")" = "$(stat -c %d -- "$live")" ] || echo other-disk
t=$(mktemp -- "$p/.golive.XXXXXX") && { ! cp --reflink=always -- "$t" "$t.2" 2>/dev/null || echo shared; rm -f -- "$t" "$t.2"; }
echo "free $(df -PB1 -- "$p" | awk 'NR == 2 { print $4 }')"
h=0; [ ! -d "$day" ] || h=$(du -sB1 -- "$day" | cut -f 1); echo "had $h"
