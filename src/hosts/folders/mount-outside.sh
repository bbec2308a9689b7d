# $1 the script above, $2 how many mounts, $3 sealed or -; then its values without these and without the user and group:
# only the host knows them.
s=$1; n=$2; sealed=$3; u=$(id -u); g=$(id -g); shift 3; i=$((n * 2)); m=$#
while [ "$i" -gt 0 ]; do set -- "$@" "$1"; shift; i=$((i - 1)); m=$((m - 1)); done
if [ "$u" = 0 ]; then set -- "$@" "$sealed" - -; else set -- "$@" "$sealed" "$u" "$g"; fi
while [ "$m" -gt 0 ]; do set -- "$@" "$1"; shift; m=$((m - 1)); done
if [ "$u" = 0 ]; then exec unshare --mount -- sh -c "$s" sh "$n" "$@"; fi
exec unshare --user --map-root-user --mount -- sh -c "$s" sh "$n" "$@"
