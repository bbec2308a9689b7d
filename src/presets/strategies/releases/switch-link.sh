# A link is replaced by renaming another over it: at no moment is there none. $1 base, $2 where it shall lead.
[ -d "$2" ] || { echo "$2 is not there" >&2; exit 1; }
t="$1/current.golive"
rm -f -- "$t" && ln -s -- "$2" "$t" && mv -T -- "$t" "$1/current" && sync "$1" && readlink -f -- "$1/current"
