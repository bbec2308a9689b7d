# The one who may read the backup only reads it; all that looks into it runs as the user of the scratch server.
# $1 reader, $2 writer, $3 the backup, $4 what it is, then the writer's words.
r=$1 w=$2 p=$3 k=$4; shift 4
give() { case "$k" in directory) as "$r" tar -C "$p" -cf - . ;; *) as "$r" cat -- "$p" ;; esac; }
{ give; echo "golive-read|$?" >&2; } | as "$w" "$@"
