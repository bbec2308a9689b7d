# load-settings.sh stands before it. $1 the file, or nothing; $2 the setting that holds a URL, $3 the database, $4 the
# server as a URL spells it, if it is another one; then NAME=value to --, then the program.
# shellcheck disable=SC2034,SC2163
golive_url=$2 golive_database=$3 golive_server=$4
[ -z "$1" ] || golive_load "$1"
[ -z "$golive_server" ] || unset PGPASSWORD PGPASSFILE PGSERVICE PGSERVICEFILE PGHOSTADDR
shift 4
while [ "$1" != -- ]; do export "$1"; shift; done
shift
exec "$@"
