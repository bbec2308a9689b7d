# Exits 3 when HAProxy has no such map. $1 file, $2 socket.
m=$(printf 'show map %s\n' "$1" | socat -t 10 - "UNIX-CONNECT:$2") || exit 1
case "$m" in *Unknown*|*ermission*|*nvalid*) exit 3 ;; esac
