# Into a name of its own first: a dump under the final name is always one that pg_dump finished.
# What stands in single quotes is another shell's.
# shellcheck disable=SC2016
# What stands behind || is for either of the two before it.
# shellcheck disable=SC2015
umask 077
p="$1/partial.$$"
make_safe "$1" || exit
rm -rf -- "$1"/partial.* && mkdir -m 700 -- "$p" || exit 1
GOLIVE_WORK="$p"; export GOLIVE_WORK
printf '%s\n' \
  '{ cat; printf "$2"; } | sha256sum | sed "s/ .*/|$1/;s/^/stream|/" >> "$GOLIVE_WORK/streams"' > "$p/stream"
psql -X -q -A -t --no-password -v ON_ERROR_STOP=1 -v VERBOSITY=verbose \
  -v "jobs=$GOLIVE_JOBS" -v "counted=$3" -v logged=false -v byname=true -v "source=$2" -v "work=$p" \
  -d "$2" -f - > "$p/psql.out" || { c=$?; rm -rf -- "$p"; exit "$c"; }
whole() { [ "$(tail -n1 -- "$p/$1")" = '-- whole' ]; }
[ "$(grep -c '^exit|0$' "$p/psql.out")" = 2 ] && whole database.sql && whole extensions.sql &&
  pg_dumpall --no-password --database="$GOLIVE_MAINTENANCE" --globals-only --no-role-passwords --file="$p/globals.sql" ||
  { rm -rf -- "$p"; exit 1; }
rm -rf -- "$1/dump" && mv -- "$p/dump" "$1/dump" &&
  mv -f -- "$p/globals.sql" "$p/schema.sql" "$p/database.sql" "$p/extensions.sql" "$1" &&
  mv -f -- "$p/psql.out" "$1/source.txt" && sync -f "$1/dump" && rm -rf -- "$p" || exit 1
printf 'bytes|%s\n' "$(du -sb -- "$1/dump" | cut -f1)"
system='SELECT system_identifier FROM pg_control_system()'
printf 'system|%s\n' "$(psql -X -q -A -t --no-password -d "$2" -c "$system")"
