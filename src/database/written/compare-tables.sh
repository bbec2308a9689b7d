# $1 the database, $2 that of before, $3 and $4 bytes of standard input that are the other one's script and what the first
# does meanwhile (the rest it does with the rows of the other), $5 workers, $6 a folder to work in, $7 a file that gets
# the rows, or nothing.
# The rows go to a file of their own first, as psql does not see how a program ended that it writes to.
umask 077; d=$(mktemp -d -- "$6/.written.XXXXXX") || exit 1
trap 'rm -rf -- "$d"' EXIT
GOLIVE_ROWS="$d/rows"; export GOLIVE_ROWS; : > "$GOLIVE_ROWS" || exit 1
jobs=$5
sql() { psql -X -q -A -t --no-password -v ON_ERROR_STOP=1 -v VERBOSITY=verbose -v "jobs=$jobs" -d "$1" -f -; }
cat > "$d/all" && head -c "$3" "$d/all" > "$d/then.sql" && tail -c "+$(($3 + 1))" "$d/all" > "$d/now.sql" || exit 1
{
  sql "$2" < "$d/then.sql" > "$d/then" & then=$!
  head -c "$4" "$d/now.sql"
  # Without the rest there are no counts.
  wait "$then" || { : > "$d/failed"; exit 1; }
  printf '%s\n' 'COPY golive_then FROM STDIN;'; cat -- "$d/then"; printf '%s\n' '\.'
  tail -c "+$(($4 + 1))" "$d/now.sql"
} | sql "$1" || exit
[ ! -e "$d/failed" ] || exit 1
[ -z "$7" ] || { cat -- "$GOLIVE_ROWS" >> "$7" && printf 'rows|%s\n' "$(wc -l < "$GOLIVE_ROWS")"; }
