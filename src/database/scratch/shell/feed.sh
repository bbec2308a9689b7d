# See plain.ts for its values.
# The folders above are made as umask has it.
# shellcheck disable=SC2174
PATH="${GOLIVE_PROGRAMS:+$GOLIVE_PROGRAMS:}$PATH"; export PATH
umask 077
mkdir -p -m 700 -- "$4" && cd -- "$4" || exit
restore() { pg_restore --no-password --exit-on-error --dbname="$1" -- "$2"; c=$?; rm -rf -- "$2"; exit "$c"; }
plain() { psql -X -q --no-password -v ON_ERROR_STOP="$2" -d "$1" -f - >/dev/null; }
case "$2" in
  sql)
    printf '\\restrict x\n\\unrestrict x\n' | plain "$1" on 2>/dev/null || exit 87
    GOLIVE_RESTRICT=$(od -An -N16 -tx1 /dev/urandom | tr -d ' \n'); export GOLIVE_RESTRICT
    [ "${#GOLIVE_RESTRICT}" = 32 ] || exit 1
    { printf '\\restrict %s\n' "$GOLIVE_RESTRICT"; unpack "$3" | LC_ALL=C awk "$5"; } | plain "$1" off ;;
  directory) a=$(mktemp -d ./backup.XXXXXX) && tar -C "$a" -xf - && cat >/dev/null && restore "$1" "$a" ;;
  *) a=$(mktemp ./backup.XXXXXX) && unpack "$3" > "$a" && restore "$1" "$a" ;;
esac
