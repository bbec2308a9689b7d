# Within the transaction whose snapshot all read: the archive, the schema, the contents, and their bytes as they go into
# an archive. Each takes one processor for most of its time. The files are synced once, by whoever called this.
sums() { sed "s/^\([0-9a-f]*\) .\(.*\)/$1/"; }
case "$1" in
  # Tables that were copied into a file each, by their oids.
  tables)
    cd -- "$GOLIVE_WORK/small" || exit
    set -- *; [ -e "$1" ] || exit 0
    sha256sum -b -- "$@" | sums 'stream|\1|\2' && rm -f -- "$@"; exit ;;
  # A table that comes from a pipe.
  table) sha256sum -b | sums "stream|\1|$2" >> "$GOLIVE_WORK/large"; exit ;;
  object) cd -- "$GOLIVE_WORK/small" && sha256sum -b -- "$2" | sums '\2 \1' >> ../objects && rm -f -- "$2"; exit ;;
  objects) LC_ALL=C sort -- "$GOLIVE_WORK/objects" | sha256sum -b | sums 'objects|\1'; exit ;;
esac
dump() {
  exec pg_dump --no-password --lock-wait-timeout=30s --encoding="$GOLIVE_ENCODING" --snapshot="$GOLIVE_SNAPSHOT" \
    --dbname="$GOLIVE_DATABASE" "$@" >&2
}
archive() { dump --format=directory --compress=1 --no-sync --jobs="$GOLIVE_JOBS" --file="$GOLIVE_WORK/dump"; }
schema() { dump --schema-only --no-sync --file="$GOLIVE_WORK/schema.sql"; }
read_by() {
  exec psql -X -q -A -t --no-password -v ON_ERROR_STOP=1 -v VERBOSITY=verbose \
    -v "jobs=$GOLIVE_JOBS" -v "counted=$GOLIVE_COUNTED" -v logged=false -v byname=true -v inparts=true -v wholebits=true \
    -v "snapshot=$GOLIVE_SNAPSHOT" -v "work=$GOLIVE_WORK" \
    -d "$GOLIVE_DATABASE" -f "$GOLIVE_WORK/$1.sql" > "$GOLIVE_WORK/$1.out"
}
# Two pg_dumps at the same time hold twice the locks.
if [ "$GOLIVE_ROOMY" = t ]; then
  schema & others=$!
  archive & first=$!
else
  others=
  (archive) && schema & first=$!
fi
read_by contents & others="$others $!"
[ ! -e "$GOLIVE_WORK/copies.sql" ] || { read_by copies & others="$others $!"; }
code=0
for one in $first $others; do
  # shellcheck disable=SC2086 # numbers with blanks between
  wait "$one" || { code=$?; kill $others 2>/dev/null; }
done
printf 'beside|%s\n' "$code"
