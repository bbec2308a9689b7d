# By golive's own user: a folder in which another user can make one of its own, and sees no other's. Of its parents
# only the journal's is opened for passing through; the files in it are readable by their owner only. $2 yes: that one.
umask 022
mkdir -p -- "$1" 2>/dev/null
[ -d "$1" ] && [ ! -L "$1" ] && [ -O "$1" ] && chmod 1733 -- "$1" || exit 83
[ "$2" != yes ] || { p=$(dirname -- "$1"); [ ! -O "$p" ] || chmod a+x -- "$p"; }
ls -A -- "$1"
