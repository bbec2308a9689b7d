# $1 base, $2 name, $3 commit. Whatever half was made before is made anew; the live one never.
d=$1/releases/$2; n=$1/golive/$2
[ "$(readlink -f -- "$1/current")" = "$(readlink -f -- "$d")" ] && exit 91
[ -e "$d" ] && [ ! -e "$n" ] && exit 92
mkdir -p -- "$1/releases" "$1/golive" && printf 'building\n' > "$n" || exit 1
rm -rf -- "$d" && git -C "$1/repo" worktree prune && git -C "$1/repo" worktree add --quiet --force --detach -- "$d" "$3"
