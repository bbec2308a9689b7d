# $1 store, then the patterns. What is as it was stays; what the release made goes aside; what was there comes back.
# shellcheck disable=SC2154 # p and h are set by at.sh
same() {
  if [ -L "$1" ] || [ -L "$2" ]; then [ "$(readlink -- "$1")" = "$(readlink -- "$2")" ]; return; fi
  diff -r --no-dereference -- "$1" "$2" >/dev/null 2>&1
}
aside() { k=$store/failed/$h/$1; mkdir -p -- "$(dirname -- "$k")" && rm -rf -- "$k" && mv -- "$1" "$k"; }
store=$1; shift
[ -e "$store/done" ] || { echo none; exit 0; }
mkdir -p -- "$store/failed/r" "$store/failed/a" || exit 1
IFS=; n=0
for given; do
  at "$given"
  for f in $p; do
    [ -e "$f" ] || [ -L "$f" ] || continue
    case $f in *.golive-back) continue ;; esac
    [ -e "$store/$h/$f" ] || [ -L "$store/$h/$f" ] || { aside "$f" && n=$((n + 1)); } || exit 1
  done
  here=$PWD
  cd "$store/$h" || exit 1
  # shellcheck disable=SC2086 # a pattern of the plan: the shell finds what it names
  case $h in a) set -- .$p ;; *) set -- $p ;; esac
  cd "$here" || exit 1
  for f; do
    kept=$store/$h/$f
    [ -e "$kept" ] || [ -L "$kept" ] || continue
    case $h in a) f=${f#.} ;; esac
    rm -rf -- "$f.golive-back" || exit 1
    same "$kept" "$f" && continue
    mkdir -p -- "$(dirname -- "$f")" && cp -a --reflink=auto -T -- "$kept" "$f.golive-back" || exit 1
    if [ -e "$f" ] || [ -L "$f" ]; then aside "$f" || exit 1; fi
    mv -T -- "$f.golive-back" "$f" || exit 1
    n=$((n + 1))
  done
done
echo "$n"
