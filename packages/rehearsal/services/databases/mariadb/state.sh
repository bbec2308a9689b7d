#!/bin/sh
# A line for each table: its name, how many rows it has, and their checksum. $1 the socket, $2 the database.
set -eu
ask() { mariadb --no-defaults --socket="$1" --batch --skip-column-names "$2" --execute "$3"; }
ask "$1" "$2" "SHOW FULL TABLES WHERE Table_type = 'BASE TABLE'" | cut -f1 | while read -r table; do
  rows=$(ask "$1" "$2" "SELECT count(*) FROM \`$table\`")
  sum=$(ask "$1" "$2" "CHECKSUM TABLE \`$table\` EXTENDED" | cut -f2)
  printf '%s %s %s\n' "$table" "$rows" "$sum"
done
