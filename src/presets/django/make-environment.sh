# $1 the interpreter, $2 where the environment goes, $3 yes: it sees the host's own packages.
[ ! -x "$2/bin/python" ] || exit 0
if [ "$3" = yes ]; then "$1" -m venv --system-site-packages -- "$2"; else "$1" -m venv -- "$2"; fi
