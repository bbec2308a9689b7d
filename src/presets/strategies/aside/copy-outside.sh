# $1 what is copied, $2 where it goes; a folder that is not there yet is an empty one.
# shellcheck disable=SC2174 # the folder that it lies in was made before, and is closed
mkdir -p -m 700 -- "$2" || exit 1
[ ! -d "$1" ] || cp -a --reflink=auto -- "$1/." "$2/" 2>/dev/null; [ -d "$1" ]
