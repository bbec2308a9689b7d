# Removes what is kept under a name. $1 the name.
d=${XDG_STATE_HOME:-${HOME:-$(getent passwd "$(id -u)" | cut -d: -f6)}/.local/state}/golive; f="$d/$1"
rm -f -- "$f"
