# $1 how many mounts, then each as two paths; sealed or -; the user and group to be again, or -; the directory; the
# program. Nothing runs unless every place really shows the other folder, and where it is sealed nothing else can be
# written: what follows would be done to what is live. A place may hold others: what is mounted later hides the earlier.
# What stands behind || is for either of the two before it.
# shellcheck disable=SC2015
is_shown() {
  IFS='
'
  for place in $shown; do case $1/ in "$place"/*) unset IFS; return 0 ;; esac; done
  unset IFS; return 1
}
set -f; n=$1; shift; shown=
while [ "$n" -gt 0 ]; do
  at=$(readlink -f -- "$2")
  mount --rbind -- "$1" "$at" && [ "$(stat -L -c %d:%i -- "$1")" = "$(stat -L -c %d:%i -- "$2")" ] ||
    { echo "golive: $1 cannot be shown at $2" >&2; exit 97; }
  shown="$shown
$at"
  shift 2; n=$((n - 1))
done
if [ "$1" = sealed ]; then
  while read -r _ _ _ _ at how _; do
    case ,$how, in *,ro,*) continue ;; esac
    at=$(printf '%b.' "$at"); at=${at%.}
    case $at in /proc|/proc/*|/sys|/sys/*|/dev|/dev/*) continue ;; esac
    is_shown "$at" && continue
    # A single file that this user may not write anyway, as those that a container is given.
    [ ! -d "$at" ] && [ ! -w "$at" ] && continue
    mount -o remount,bind,ro -- "$at" || { echo "golive: $at cannot be closed to writing" >&2; exit 97; }
  done < /proc/self/mountinfo
fi
shift
u=$1; g=$2; cd -- "$3" || exit 97; shift 3
[ "$u" = - ] && exec "$@"
exec unshare --user --map-user="$u" --map-group="$g" -- "$@"
