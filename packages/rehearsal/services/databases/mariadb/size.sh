#!/bin/sh
# Bytes of the database. $1 the socket, $2 its name.
mariadb --no-defaults --socket="$1" --batch --skip-column-names \
  --execute "SELECT CAST(sum(data_length + index_length) AS UNSIGNED) FROM information_schema.tables WHERE table_schema = '$2'"
