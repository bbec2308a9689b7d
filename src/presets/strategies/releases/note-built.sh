# $1 base, $2 name, $3 commit, $4 where the static files went: inside or outside; then the shared paths. tree-state.sh
# stands before it.
d=$1/releases/$2; n=$1/golive/$2; c=$3; s=$4; shift 4
for p; do set -- "$@" ":(exclude)$p"; shift; done
tree=
if [ -n "$(git -C "$d" status --porcelain --untracked-files=no --ignore-submodules=untracked -- . "$@")" ]; then
  tree=$(tree_state "$d" "$@" | sha256sum) || exit 1
  tree="tree ${tree%% *}
"
fi
printf "built %s\n%sstatic %s\n" "$c" "$tree" "$s" > "$n.part" && sync "$n.part" && mv -f -- "$n.part" "$n"
