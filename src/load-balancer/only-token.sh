# A token is the name of an empty file, so its folder may be passed through and not listed: 0711. Whatever else looks
# like a token goes. $1 the folder, $2 the form; the token comes on standard input, as arguments are for all to see.
IFS= read -r t; umask 066
# shellcheck disable=SC2174 # its parents have whatever mode folders have there
[ -d "$1" ] || mkdir -p -m 711 -- "$1" || exit 1
chmod go-w,o-r,o+x -- "$1" 2>/dev/null || [ -z "$(find "$1" -maxdepth 0 -perm /006)" ] || {
  echo "fatal: others may list $1" >&2
  exit 1
}
find "$1" -mindepth 1 -maxdepth 1 -type f -name "$2" -delete || exit 1
[ -z "$t" ] || : > "$1/$t"
