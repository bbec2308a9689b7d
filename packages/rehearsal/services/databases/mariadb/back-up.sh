#!/bin/sh
# A consistent dump of the whole database. $1 the socket, $2 the database, $3 the folder.
set -eu
mariadb-dump --no-defaults --socket="$1" --single-transaction --routines --triggers --hex-blob "$2" > "$3/dump.sql"
gzip -n "$3/dump.sql"
