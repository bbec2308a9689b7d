# $1 base, $2 directory, then the shared paths. What the checkout brought under such a name gives way to the link.
b=$1; d=$2; shift 2
for p; do
  [ -e "$b/shared/$p" ] || { echo "$b/shared/$p is not there" >&2; exit 1; }
  # shellcheck disable=SC2115 # both are given, and were looked at when the plan was read
  mkdir -p -- "$(dirname -- "$d/$p")" && rm -rf -- "$d/$p" && ln -s -- "$b/shared/$p" "$d/$p" || exit 1
done
