# An archive that is packed once more is read as it comes; pg_restore takes it from a pipe.
umask 077
[ -z "$2" ] || unpack "$2" < "$1" >/dev/null 2>&1 || { echo 'damaged' >&2; exit 1; }
# pg_restore takes a tar that ends too soon for a whole one.
[ "$3" != tar ] || unpack "$2" < "$1" | tar -tf - >/dev/null || exit
if [ -n "$2" ]; then unpack "$2" < "$1" | pg_restore --list || exit; unpack "$2" < "$1" | pg_restore --file=/dev/null
else pg_restore --list -- "$1" && pg_restore --file=/dev/null -- "$1"; fi
