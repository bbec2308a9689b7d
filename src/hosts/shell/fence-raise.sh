# $1 the scope, $2 the token.
d=${XDG_STATE_HOME:-${HOME:-$(getent passwd "$(id -u)" | cut -d: -f6)}/.local/state}/golive
umask 077; mkdir -p -- "$d" && exec 9> "$d/.$1.lock" && flock 9 || exit 1
t=0; [ ! -s "$d/$1" ] || read -r t < "$d/$1"
[ "$t" -le "$2" ] || { echo "golive-fenced $t" >&2; exit 77; }
printf '%s\n' "$2" > "$d/.$1.new" && sync "$d/.$1.new" && mv -f -- "$d/.$1.new" "$d/$1"
