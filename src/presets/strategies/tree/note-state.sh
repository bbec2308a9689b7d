# tree-state.sh stands before it. $1 the checkout, $2 the note: the commit, then the state, each with a NUL behind.
{ git -C "$1" rev-parse HEAD | tr '\n' '\0' && tree_state "$1"; } > "$2.part" && mv -f -- "$2.part" "$2"
