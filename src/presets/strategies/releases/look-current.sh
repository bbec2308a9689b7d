# The live directory and its commit, a line each. $1 base. 91: no link, 92: it leads nowhere, 93: no commit is known.
[ -L "$1/current" ] || { echo "$1/current is not a symbolic link" >&2; exit 91; }
d=$(readlink -e -- "$1/current") || { echo "$1/current leads nowhere" >&2; exit 92; }
c=$(GIT_CEILING_DIRECTORIES=$(dirname -- "$d") git -C "$d" rev-parse HEAD 2>/dev/null) ||
  c=$(head -n 1 -- "$d/REVISION" 2>/dev/null) ||
  { echo "$d is no git worktree and has no file REVISION" >&2; exit 93; }
printf '%s\n%s\n' "$d" "$c"
