# The map of tokens is golive's alone: it holds the one on standard input, or none. Read back here, so that no token is
# printed: 4 when HAProxy has not what it should. printf belongs to the shell, so it is no argument either.
# $1 file, $2 socket.
IFS= read -r k; umask 077
say() { printf '%s\n' "$1" | socat -t 10 - "UNIX-CONNECT:$s"; }
s=$2; t="$1.golive-$$"; trap 'rm -f -- "$t"' EXIT
if [ -z "$k" ]; then : ; else printf '%s yes\n' "$k"; fi > "$t" || exit 1
[ ! -f "$1" ] || chmod --reference="$1" -- "$t" || exit 1
sync "$t" && mv -f -- "$t" "$1" || exit 1
m=$(say "show map $1") || exit 1
case "$m" in *Unknown*|*ermission*|*nvalid*) exit 3 ;; esac
say "clear map $1" >/dev/null && { [ -z "$k" ] || say "add map $1 $k yes" >/dev/null; } || exit 1
m=$(say "show map $1"); n=0; y=
while read -r _ a b; do [ -z "$a" ] || n=$((n + 1)); [ "$a $b" != "$k yes" ] || y=yes; done <<end
$m
end
if [ -z "$k" ]; then [ "$n" = 0 ]; else [ "$n$y" = 1yes ]; fi || exit 4
