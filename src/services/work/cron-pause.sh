# What is looked at needs no rights; the rename alone does, and it is a command of its own. $1 file, then that command.
[ ! -f "$1" ] || { shift; exec "$@"; }
