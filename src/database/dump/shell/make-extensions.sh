# pg_dump leaves out of which version an extension is: it is made before all that needs it, and after the schemas.
# restore-tools.sh stands before it.
# shellcheck disable=SC2154
hasExtensions || exit 0
inParts && into --use-list="$l/schemas" || exit
make_extensions() {
  psql -X -q --no-password -v ON_ERROR_STOP=1 -v VERBOSITY=verbose -d "$1" -f "$extensions" >&2
}
# pg_cron may only be made in the database where its scheduler looks, and in the one of its own tests: the new one bears
# that name meanwhile.
home=contrib_regression
rename() {
  printf 'ALTER DATABASE :"was" RENAME TO :"is";\n' |
    psql -X -q --no-password -v ON_ERROR_STOP=1 -v "was=$1" -v "is=$2" -d "${GOLIVE_MAINTENANCE:-postgres}" -f - >&2
}
if grep -q 'CREATE EXTENSION IF NOT EXISTS pg_cron ' "$extensions"; then
  rename "$name" "$home" || exit
  trap 'rm -rf -- "$l"; exit 143' INT TERM HUP
  trap 'c=$?; rename "$home" "$name" || c=1; rm -rf -- "$l"; exit "$c"' EXIT
  make_extensions "$home"
else
  make_extensions "$name"
fi
