# tree.sh stands before it. $1 the repository. HEAD is what serves; what is launched is among the newest tags.
cd -- "$1" || exit 1
export GIT_OPTIONAL_LOCKS=0
{ git rev-parse HEAD; git for-each-ref --sort=-creatordate --count=3 --format='%(objectname)' refs/tags; } |
  while read -r commit; do tree_of "$commit"; done | bounded
