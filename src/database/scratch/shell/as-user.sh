# `as USER words...`, as hosts/words.ts does it for a whole command; an empty user is this one.
as() {
  u=$1; shift
  if [ -z "$u" ] || [ "$(id -un)" = "$u" ]; then "$@"
  elif [ "$(id -u)" = 0 ]; then runuser -u "$u" -- "$@"
  else sudo -n -u "$u" -- "$@"; fi
}
