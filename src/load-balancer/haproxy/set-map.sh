# Puts a value into HAProxy's map of the page. The file is what a reload reads, the runtime map is what counts now; both
# are written, the file first. What else is in the map stays. $1 file, $2 key, $3 value, $4 socket.
say() { printf '%s\n' "$1" | socat -t 10 - "UNIX-CONNECT:$2"; }
t="$1.golive-$$"; trap 'rm -f -- "$t"' EXIT
{ [ ! -f "$1" ] || awk -v k="$2" '$1 != k' "$1" || exit 1; printf '%s %s\n' "$2" "$3"; } > "$t" || exit 1
[ ! -f "$1" ] || chmod --reference="$1" -- "$t" || exit 1
sync "$t" && mv -f -- "$t" "$1" || exit 1
if say "show map $1" "$4" | awk -v k="$2" '$2 == k { f = 1 } END { exit !f }'; then
  say "set map $1 $2 $3" "$4"
else
  say "add map $1 $2 $3" "$4"
fi
