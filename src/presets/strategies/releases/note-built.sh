# $1 base, $2 name, $3 commit, $4 where the static files went: inside or outside.
printf "built %s\nstatic %s\n" "$3" "$4" > "$1/golive/$2.part" && sync "$1/golive/$2.part" && mv -f -- "$1/golive/$2.part" "$1/golive/$2"
