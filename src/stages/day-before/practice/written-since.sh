# $1 the mark, $2 where the names go, then what the installer keeps. What was made or changed since, but for that and git's.
m=$1; list=$2; shift 2
for x; do set -- "$@" -path "./$x" -prune -o; shift; done
find . -path ./.git -prune -o "$@" -type f -newercm "$m" -print0 | sort -z > "$list.now" || exit 1
cat -- "$list.now" >> "$list" && xargs -0 -r -a "$list.now" sha256sum --
