# Each of its bytes is read. A plain dump ends with words of its own once pg_dump is through.
set -f
[ -z "$2" ] || unpack "$2" < "$1" >/dev/null 2>&1 || { echo damaged; exit; }
unpack "$2" < "$1" | LC_ALL=C awk "$3"
