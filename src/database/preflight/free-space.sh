# $1 the folder, $2 whether its nearest parent counts for it.
p=$1
while [ -n "$2" ] && [ ! -d "$p" ]; do p=$(dirname -- "$p"); done
[ ! -d "$p" ] || LC_ALL=C df --output=avail,target -B1 -- "$p" | tail -n1
