# $1 base, $2 name, $3 commit, then the shared paths: nothing under them is the release's own. tree-state.sh stands before it.
# A build may change what git has: then the note holds the hash of that state.
d=$1/releases/$2; n=$1/golive/$2; c=$3; b=$1; shift 3
[ "$(head -n 1 -- "$n" 2>/dev/null)" = "built $c" ] && [ "$(git -C "$d" rev-parse HEAD)" = "$c" ] || exit 1
for p; do [ "$(readlink -- "$d/$p")" = "$b/shared/$p" ] || exit 1; set -- "$@" ":(exclude)$p"; shift; done
was=$(sed -n 's/^tree //p' "$n")
if [ -z "$was" ]; then
  [ -z "$(git -C "$d" status --porcelain --untracked-files=no --ignore-submodules=untracked -- . "$@")" ]
else
  [ "$(tree_state "$d" "$@" | sha256sum)" = "$was  -" ]
fi
