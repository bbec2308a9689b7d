# $1 the repository, $2 the commit, $3 the tag. Prints `taken` when all that a checkout of the commit needs was fetched
# before; then the tag is set, and nobody is asked for anything. With `look` as $4 the tag stays as it is.
[ "$(git -C "$1" rev-parse --verify --quiet 'refs/golive/next^{commit}')" = "$2" ] || exit 0
all=$(git -C "$1" rev-list --objects --no-walk --missing=print "$2" 2>/dev/null) || exit 0
case "
$all" in *"
?"*) exit 0 ;; esac
[ "$4" = look ] || git -C "$1" update-ref "refs/tags/$3" "$(git -C "$1" rev-parse refs/golive/next)" || exit
echo taken
