# $1 file, then the command that gives it its name back; what has that name meanwhile stays.
[ ! -f "$1.golive-paused" ] || { [ ! -e "$1" ] && shift && exec "$@"; }
