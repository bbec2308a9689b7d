# Whether a key may be read by its user and by nobody else. $1 the file. 3: not there, 4: not readable, 5: by everybody.
[ -f "$1" ] || exit 3
[ -r "$1" ] || exit 4
m=$(stat -L -c %a -- "$1") || exit 4
case "$m" in *[4567]) exit 5 ;; esac
