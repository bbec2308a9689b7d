# Into a name of its own first: a dump under the final name is always one that pg_dump finished.
# $1 the folder, $2 the database, $3 tables that are counted only; the rest is the text of files: $4 SQL that reads the
# contents, $5 SQL that copies them, or nothing, $6 the script that does all this beside each other.
# What stands behind || is for either of the two before it.
# shellcheck disable=SC2015
umask 077
p="$1/partial.$$"
make_safe "$1" || exit
rm -rf -- "$1"/partial.* && mkdir -m 700 -- "$p" "$p/small" || exit 1
GOLIVE_WORK="$p" GOLIVE_COUNTED="$3"; export GOLIVE_WORK GOLIVE_COUNTED
# By cat, which says why it could not write: dash's own printf does not.
put() { printf '%s\n' "$1" | cat > "$2"; }
given_up() { rm -rf -- "$p"; exit "${1:-1}"; }
put "$4" "$p/contents.sql" && put "$6" "$p/beside" && : > "$p/copies.out" || given_up
[ -z "$5" ] || put "$5" "$p/copies.sql" || given_up
psql -X -q -A -t --no-password -v ON_ERROR_STOP=1 -v VERBOSITY=verbose -v "source=$2" -v "work=$p" \
  -d "$2" -f - > "$p/psql.out" || given_up "$?"
whole() { [ "$(tail -n1 -- "$p/$1")" = '-- whole' ]; }
grep -q '^beside|0$' "$p/psql.out" && whole database.sql && whole extensions.sql &&
  pg_dumpall --no-password --database="$GOLIVE_MAINTENANCE" --globals-only --no-role-passwords --file="$p/globals.sql" ||
  given_up
cat -- "$p/contents.out" "$p/copies.out" >> "$p/psql.out" || given_up
rm -rf -- "$1/dump" && mv -- "$p/dump" "$1/dump" &&
  mv -f -- "$p/globals.sql" "$p/schema.sql" "$p/database.sql" "$p/extensions.sql" "$1" &&
  mv -f -- "$p/psql.out" "$1/source.txt" && sync -f "$1/dump" && rm -rf -- "$p" || exit 1
printf 'bytes|%s\n' "$(du -sb -- "$1/dump" | cut -f1)"
system='SELECT system_identifier FROM pg_control_system()'
printf 'system|%s\n' "$(psql -X -q -A -t --no-password -d "$2" -c "$system")"
