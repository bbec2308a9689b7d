# $1 the folder, $2 the pattern, $3 how deep it reaches, $4 the script above.
[ -d "$1" ] || { echo "no such folder: $1" >&2; exit 3; }
find "$1" -mindepth "$3" -maxdepth "$3" -path "$2" -print0 | xargs -0 -r sh -c "$4" sh
