# The addresses of a name, as the host finds them. $1 ahostsv4 or ahostsv6, $2 the name.
getent "$1" "$2" | cut -d " " -f 1 | sort -u
