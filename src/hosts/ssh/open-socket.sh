# Which users of this host may try is decided by the folder; who gets in, by the server.
# $1 the socket, $2 whether others than the connection's user use it.
n=0
while [ ! -S "$1" ]; do [ "$n" -lt 100 ] || exit 1; n=$((n + 1)); sleep 0.1; done
[ "$2" != yes ] || chmod 666 -- "$1"
