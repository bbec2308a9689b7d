# $1 the folder of the dump, $2 the database, $3 the service's own, which stands in for a dump that says nothing.
# As it was when the dump was taken; a dump of an earlier golive has no word on it, and the database as it is now stands
# in. One that the provider has made is there already, and gets the rest: its limit, settings, grants and comment.
dump=$1 name=$2 source=$3
sql() { psql -X -q --no-password -v ON_ERROR_STOP=1 -v VERBOSITY=verbose -v "name=$name" "$@" -d "$GOLIVE_MAINTENANCE"; }
made='s/^CREATE DATABASE .* CONNECTION LIMIT \(-\{0,1\}[0-9]*\);$/ALTER DATABASE :"name" CONNECTION LIMIT \1;/'
if [ ! -e "$dump/database.sql" ]; then sql -v "source=$source" -f -
elif [ -n "$GOLIVE_PROVIDED" ]; then sed "$made" "$dump/database.sql" | sql -f -
else sql -f "$dump/database.sql"; fi
