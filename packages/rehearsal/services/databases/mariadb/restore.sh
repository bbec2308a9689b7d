#!/bin/sh
# Puts the dump back into the service's database, once it is known to be whole. $1 the socket, $2 the database, $3 the folder.
set -eu
gzip -t "$3/dump.sql.gz"
mariadb --no-defaults --socket="$1" --execute "DROP DATABASE IF EXISTS \`$2\`; CREATE DATABASE \`$2\` CHARACTER SET utf8mb4"
gzip -dc "$3/dump.sql.gz" | mariadb --no-defaults --socket="$1" "$2"
