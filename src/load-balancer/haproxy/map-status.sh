# Two words: what the file says, and the runtime map. A map that HAProxy does not know is an error of its own (3).
# $1 file, $2 key, $3 socket.
m=$(printf 'show map %s\n' "$1" | socat -t 10 - "UNIX-CONNECT:$3") || exit 1
case "$m" in *Unknown*|*"ermission"*|*"nvalid"*) printf '%s\n' "$m" >&2; exit 3 ;; esac
f=$(awk -v k="$2" '$1 == k { v = $2 } END { print (v == "on" ? "on" : "off") }' "$1" 2>/dev/null || echo off)
printf '%s\n' "$m" | awk -v k="$2" -v f="${f:-off}" '$2 == k { v = $3 } END { print f, (v == "on" ? "on" : "off") }'
