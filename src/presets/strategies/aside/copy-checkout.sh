# $1 the live checkout, $2 where the copy goes, then what is left out. git's objects are never changed, only added:
# they may be the same files.
live=$1; to=$2; shift 2
[ -d "$live/.git" ] && [ ! -L "$live/.git" ] || exit 91
fresh "$to" || exit
copy "$live" "$to" .git/objects "$@" || exit 1
rm -rf -- "$to/.git/objects"
cp -al -- "$live/.git/objects" "$to/.git/objects" 2>/dev/null || {
  rm -rf -- "$to/.git/objects" && cp -a --reflink=auto -- "$live/.git/objects" "$to/.git/objects"
}
