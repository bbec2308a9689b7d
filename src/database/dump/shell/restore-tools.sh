# What the parts of a restore share. $1 is the folder of the dump, $2 the database; leaves a folder `$l`.
# A commit of its own for each of a thousand tables would wait for the disk each time; the rename that puts a restored
# database in its place waits for all before it.
LC_ALL=C; export LC_ALL
PGOPTIONS="${PGOPTIONS:+$PGOPTIONS -c synchronous_commit=off}"; export PGOPTIONS
umask 077; l=$(mktemp -d) || exit 1
trap 'rm -rf -- "$l"' EXIT
dump="$1/dump" extensions="$1/extensions.sql" name="$2"
into() { pg_restore --no-password --exit-on-error --dbname="$name" "$@" -- "$dump"; }
hasExtensions() { grep -qs 'CREATE EXTENSION' "$extensions"; }
isSchema='^[0-9]*; [0-9]* [0-9]* SCHEMA '
# What a provider has made belongs to it, and is commented by it.
kept() { if [ -n "$GOLIVE_PROVIDED" ]; then grep -v '^[0-9]*; [0-9]* [0-9]* COMMENT - EXTENSION '; else cat; fi; }
inParts() {
  pg_restore --list -- "$dump" > "$l/listed" && kept < "$l/listed" > "$l/all" &&
    sed -n "/$isSchema/p" "$l/all" > "$l/schemas" && sed "/$isSchema/d" "$l/all" > "$l/others"
}
