# $1 the repository, $2 its remote, $3 the tag. What the tag leads to, under golive's own name: neither a branch nor a tag
# nor a file changes. A partial clone lacks files then, which a checkout would fetch: they are fetched now, folders first.
git -C "$1" fetch --quiet --force --no-tags "$2" "+refs/tags/$3:refs/golive/next" || exit
before=
while
  lacks=$(git -C "$1" rev-list --objects --no-walk --missing=print refs/golive/next | sed -n 's/^?//p')
  [ -n "$lacks" ] && [ "$lacks" != "$before" ]
do
  before=$lacks
  printf '%s\n' "$lacks" | git -C "$1" -c fetch.negotiationAlgorithm=noop \
    fetch --quiet --no-tags --no-write-fetch-head --filter=blob:none --stdin "$2" || exit
done
[ -z "$lacks" ]
