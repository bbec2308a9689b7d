#!/bin/sh
# Puts the dump back beside the database, prints what it holds then, and drops it again. $1 the socket, $2 the database, $3 the folder.
set -eu
beside="$2_proof"
mariadb --no-defaults --socket="$1" --execute "DROP DATABASE IF EXISTS \`$beside\`; CREATE DATABASE \`$beside\` CHARACTER SET utf8mb4"
trap 'mariadb --no-defaults --socket="$1" --execute "DROP DATABASE IF EXISTS \`$beside\`"' EXIT
gzip -t "$3/dump.sql.gz"
gzip -dc "$3/dump.sql.gz" | mariadb --no-defaults --socket="$1" "$beside"
"$(dirname -- "$0")/state.sh" "$1" "$beside"
