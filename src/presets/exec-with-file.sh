# load-settings.sh stands before it. $1 the file, then the program.
# shellcheck disable=SC2034
golive_url='' golive_database='' golive_server=''
golive_load "$1"
shift
exec "$@"
