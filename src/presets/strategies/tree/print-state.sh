# tree-state.sh stands before it. $1 the checkout.
tree_state "$1"
