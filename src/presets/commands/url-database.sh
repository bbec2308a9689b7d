# The last part of a URL; all else of it stays on the host, since it may hold a password. $1 the setting.
v=$(printenv -- "$1") || exit 3
v=${v%%[?]*}
printf "%s\n" "${v##*/}"
