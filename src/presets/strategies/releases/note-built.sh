# $1 base, $2 name, $3 commit, $4 where the static files went: inside or outside.
n=$1/golive/$2
printf "built %s\nstatic %s\n" "$3" "$4" > "$n.part" && sync "$n.part" && mv -f -- "$n.part" "$n"
