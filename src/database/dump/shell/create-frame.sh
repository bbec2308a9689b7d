# $1 the folder of the dump, $2 the database, $3 the service's own, which stands in for a dump that says nothing.
# As it was when the dump was taken; a dump of an earlier golive has no word on it, and the database as it is now stands
# in.
dump=$1 name=$2 source=$3
sql() { psql -X -q --no-password -v ON_ERROR_STOP=1 -v VERBOSITY=verbose -v "name=$name" "$@" -d postgres; }
if [ -e "$dump/database.sql" ]; then sql -f "$dump/database.sql"; else sql -v "source=$source" -f -; fi
