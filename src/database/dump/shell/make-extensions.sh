# pg_dump leaves out of which version an extension is: it is made before all that needs it, and after the schemas.
# restore-tools.sh stands before it.
# shellcheck disable=SC2154
hasExtensions || exit 0
inParts && into --use-list="$l/schemas" &&
  psql -X -q --no-password -v ON_ERROR_STOP=1 -v VERBOSITY=verbose -d "$name" -f "$extensions" >&2
