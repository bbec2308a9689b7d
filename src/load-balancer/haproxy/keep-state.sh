# Writes what HAProxy reads when it starts anew. $1 file, $2 socket.
t="$1.golive-$$"; trap 'rm -f -- "$t"' EXIT
printf 'show servers state\n' | socat -t 10 - "UNIX-CONNECT:$2" > "$t" && [ -s "$t" ] || exit 1
[ ! -f "$1" ] || chmod --reference="$1" -- "$t" || exit 1
sync "$t" && mv -f -- "$t" "$1"
