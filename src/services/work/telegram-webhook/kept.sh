# Prints what is kept under a name, or nothing. $1 the name.
d=${XDG_STATE_HOME:-${HOME:-$(getent passwd "$(id -u)" | cut -d: -f6)}/.local/state}/golive; f="$d/$1"
[ ! -e "$f" ] || cat -- "$f"
