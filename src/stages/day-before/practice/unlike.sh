# $1 names, $2 the live folder, $3 the release's own, which goes with it, $4 the mark: a line for each file that is not
# as it is there, its name behind an a when it was made since the mark, an l when it was left.
# shellcheck disable=SC2016 # the inner shell's own values
[ -e "$1" ] || exit 0
sort -zu -- "$1" | xargs -0 -r sh -c 'live=$1; own=$2; m=$3; shift 3
for f; do
  case $f in "$own"/*) continue ;; esac
  { [ ! -e "$live/$f" ] && [ ! -e "$f" ]; } || cmp -s -- "$live/$f" "$f" && continue
  if [ -e "$f" ] && [ -n "$(find "$f" -prune -newercm "$m" -exec echo x \;)" ]; then h=a; else h=l; fi
  printf "%s%s\n" "$h" "$(printf %s "$f" | tr "\n" "?")"
done' sh "$2" "$3" "$4"
