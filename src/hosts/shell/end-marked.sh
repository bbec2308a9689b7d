# A command's own `timeout` is what is looked for: it hands TERM on to all of the command, and what a command left
# running on purpose is none. $1 what a mark has to begin with, $2 tokens below this, or empty for any; $3 seconds until KILL.
found() {
  grep -lzs -- "^GOLIVE_COMMAND=$1" /proc/[0-9]*/environ | while read -r f; do
    p=${f#/proc/}; p=${p%/environ}
    [ "$(head -c 21 "/proc/$p/cmdline" 2>/dev/null | tr '\0' ' ')" = "timeout --kill-after=" ] || continue
    t=$(tr '\0' '\n' < "$f" 2>/dev/null | sed -n 's/^GOLIVE_COMMAND=[0-9a-f]*:\([0-9]*\):.*/\1/p' | head -n 1)
    [ -n "$t" ] || continue
    [ -z "$2" ] || { [ "$t" -gt 0 ] && [ "$t" -lt "$2" ]; } || continue
    echo "$p"
  done
}
n=0; empty=0; sent=
while [ "$empty" -lt 3 ]; do
  left=$(found "$1" "$2")
  [ -z "$left" ] && empty=$((empty + 1)) || empty=0
  for p in $left; do
    case "$sent " in *" $p "*) ;; *) kill -TERM "$p" 2>/dev/null; sent="$sent $p" ;; esac
    [ "$n" -lt $(($3 * 10)) ] || kill -KILL -- "-$p" "$p" 2>/dev/null
  done
  [ "$n" -lt $((($3 + 5) * 10)) ] || { echo "$left"; exit 1; }
  n=$((n + 1)); sleep 0.1
done
for p in $sent; do echo "$p"; done
