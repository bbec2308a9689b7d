# The plain text of the schema in the dump's folder $1 into the database $2, its extensions at their versions, but
# for those that a provider has made. Nothing of it has to outlive a crash.
LC_ALL=C; export LC_ALL
PGOPTIONS="${PGOPTIONS:+$PGOPTIONS -c synchronous_commit=off}"; export PGOPTIONS
awk -v "extensions=$1/extensions.sql" -v "provided=$GOLIVE_PROVIDED" '
  provided != "" && /^(CREATE EXTENSION|COMMENT ON EXTENSION) / { next }
  /^CREATE EXTENSION IF NOT EXISTS / && !made { made = 1; while ((getline line < extensions) > 0) print line }
  { print }' "$1/schema.sql" |
  psql -X -q --no-password -v ON_ERROR_STOP=1 -v VERBOSITY=verbose -d "$2" -f - >/dev/null
