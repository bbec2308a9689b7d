# $1 base, $2 where the copy goes, $3 the new release's directory, $4 the live one's, then what of shared is left out.
base=$1; to=$2; new=$3; old=$4; shift 4
fresh "$to" || exit
mkdir -- "$to/repo" "$to/golive" "$to/releases" || exit 1
[ ! -d "$base/golive" ] || cp -a -- "$base/golive/." "$to/golive/" || exit 1
cp -a -P -- "$base/current" "$to/current" || exit 1
[ ! -d "$base/shared" ] || copy "$base/shared" "$to/shared" "$@" || exit 1
for d in "$new" "$old"; do
  case $d in "$base"/*) ;; *) continue ;; esac
  mkdir -p -- "$(dirname -- "$to${d#"$base"}")" && cp -a --reflink=auto -T -- "$d" "$to${d#"$base"}" || exit 1
done
