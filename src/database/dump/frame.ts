import { t } from "../../core/text/text.ts";
import type { Host } from "../../hosts/host.ts";
import { createLikeSql } from "../create.ts";
import { type DatabasePlan, databaseScript } from "../postgres.ts";

// As it was when the dump was taken; a dump of an earlier golive has no word on it, and the database as it is now stands
// in.
const createScript = `dump=$1 name=$2 source=$3
sql() { psql -X -q --no-password -v ON_ERROR_STOP=1 -v VERBOSITY=verbose -v "name=$name" "$@" -d postgres; }
if [ -e "$dump/database.sql" ]; then sql -f "$dump/database.sql"; else sql -v "source=$source" -f -; fi`;

/** Shell: what the parts of a restore share. $1 is the folder of the dump, $2 the database; leaves a folder `$l`. */
export const restoreTools = `umask 077; l=$(mktemp -d) || exit 1
trap 'rm -rf -- "$l"' EXIT
dump="$1/dump" extensions="$1/extensions.sql" name="$2"
into() { pg_restore --no-password --exit-on-error --dbname="$name" "$@" -- "$dump"; }
hasExtensions() { grep -qs 'CREATE EXTENSION' "$extensions"; }
isSchema='^[0-9]*; [0-9]* [0-9]* SCHEMA '
inParts() {
  pg_restore --list -- "$dump" > "$l/all" &&
    sed -n "/$isSchema/p" "$l/all" > "$l/schemas" && sed "/$isSchema/d" "$l/all" > "$l/others"
}`;

// pg_dump leaves out of which version an extension is: it is made before all that needs it, and after the schemas.
const extensionsScript = `${restoreTools}
hasExtensions || exit 0
inParts && into --use-list="$l/schemas" &&
  psql -X -q --no-password -v ON_ERROR_STOP=1 -v VERBOSITY=verbose -d "$name" -f "$extensions" >&2`;

/** Makes a database as that of the dump was itself, with its schemas and extensions where it has any. */
export async function makeFrame(host: Host, plan: DatabasePlan, directory: string, name: string): Promise<void> {
  const create = databaseScript(plan, createScript, [directory, name, plan.name], { stdin: createLikeSql });
  await host.run({ ...create, label: t`create ${name}` });
  const extend = databaseScript(plan, extensionsScript, [directory, name]);
  await host.run({ ...extend, label: t`make the extensions of ${name}` });
}
