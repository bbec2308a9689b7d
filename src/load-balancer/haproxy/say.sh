# One command for HAProxy, and what it answers. $1 the command, $2 socket.
printf '%s\n' "$1" | socat -t 10 - "UNIX-CONNECT:$2"
