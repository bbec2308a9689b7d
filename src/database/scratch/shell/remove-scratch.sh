# What stands behind || is for either of the two before it.
# shellcheck disable=SC2015
cd / || exit
parent=$1; shift
for name; do
  d="$parent/$name"
  [ -d "$d" ] && [ ! -L "$d" ] && [ -O "$d" ] || continue
  end "$d" || { echo "processes of $d do not end" >&2; exit 1; }
  rm -rf -- "$d" 2>/dev/null || { chmod -R u+rwx -- "$d" && rm -rf -- "$d"; } || exit 1
done
