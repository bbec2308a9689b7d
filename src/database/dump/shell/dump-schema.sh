# The schema of the database $1 in the encoding $2, or in the database's own.
e=$2
[ -n "$e" ] || e=$(psql -X -q -A -t --no-password -d "$1" -c 'SELECT getdatabaseencoding()') || exit
exec pg_dump --no-password --schema-only --lock-wait-timeout=30s --encoding="$e" --dbname="$1"
