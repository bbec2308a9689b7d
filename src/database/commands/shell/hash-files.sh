# $1 the folder of one backup.
cd -- "$1/data" && find . -type f -print0 | sort -z | xargs -0 -r sha256sum -b --
