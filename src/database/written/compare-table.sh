# $1 the database, $2 that of before, $3 what this prints, $4 and $5 what the first does before and after that, $6 workers,
# $7 a folder to work in, $8 a file that gets the rows, or nothing.
# psql reads the rows of the other database in the middle of its script; both sides of the pipe have to end well. The
# rows go to a file of their own first, as psql does not see how a program ended that it writes to.
umask 077; d=$(mktemp -d -- "$7/.written.XXXXXX") || exit 1
trap 'rm -rf -- "$d"' EXIT
GOLIVE_ROWS="$d/rows"; export GOLIVE_ROWS; : > "$GOLIVE_ROWS" || exit 1
jobs=$6
sql() { psql -X -q -A -t --no-password -v ON_ERROR_STOP=1 -v VERBOSITY=verbose -v "jobs=$jobs" -d "$1" -f -; }
printf '%s\n' "$3" | sql "$2" > "$d/then" || exit 1
{ printf '%s\n' "$4"; cat -- "$d/then"; printf '%s\n' '\.' "$5"; } | sql "$1" || exit
[ -z "$8" ] || { cat -- "$GOLIVE_ROWS" >> "$8" && printf 'rows|%s\n' "$(wc -l < "$GOLIVE_ROWS")"; }
