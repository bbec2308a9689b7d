# Runs until the stop file appears, and no longer than an hour: a runner that was lost cannot make the file.
# $1 that file, then the program.
stop=$1; shift
"$@" </dev/null >/dev/null & p=$!
trap 'kill "$p" 2>/dev/null' EXIT INT TERM HUP
n=0
while [ ! -e "$stop" ] && [ "$n" -lt 18000 ]; do
  kill -0 "$p" 2>/dev/null || { wait "$p"; trap - EXIT; exit 90; }
  sleep 0.2; n=$((n + 1))
done
kill "$p" 2>/dev/null; wait "$p" 2>/dev/null
trap - EXIT
exit 0
