# tree_state DIR PATHSPEC...: each tracked file that is not as committed, as git has it: ":mode mode hash hash letter",
# then its path, each with a NUL behind. Nothing is written that stays: index and objects are throwaway ones.
tree_state() {
  [ -n "$(git -C "$1" status --porcelain --untracked-files=no --ignore-submodules=untracked -- "$1" 2>&1)" ] || return 0
  (
    cd -- "$1" || exit 1
    shift
    top=$(git rev-parse --show-toplevel) && cd -- "$top" && at=$(cd -- "$(git rev-parse --git-dir)" && pwd) &&
      all=$(cd -- "$(git rev-parse --git-path objects)" && pwd) && s=$(mktemp -d "$at/golive-tree.XXXXXX") || exit 1
    cp -- "$(git rev-parse --git-path index)" "$s/index" && mkdir -- "$s/objects" &&
      {
        GIT_INDEX_FILE=$s/index GIT_OBJECT_DIRECTORY=$s/objects GIT_ALTERNATE_OBJECT_DIRECTORIES=$all
        export GIT_INDEX_FILE GIT_OBJECT_DIRECTORY GIT_ALTERNATE_OBJECT_DIRECTORIES
        git add -u -- . 2>/dev/null && git diff-index -z --cached --no-renames HEAD -- . "$@"
        code=$?
        unset GIT_INDEX_FILE GIT_OBJECT_DIRECTORY GIT_ALTERNATE_OBJECT_DIRECTORIES
        rm -rf -- "$s"
        [ "$code" = 0 ] || exit "$code"
        # What was changed inside a submodule is not in its hash.
        # shellcheck disable=SC2016 # for the shell of git
        git submodule --quiet foreach --recursive \
          'git diff --quiet HEAD -- || printf ":submodule %s\0%s\0" "$(git diff HEAD -- | git hash-object --stdin)" "$displaypath"'
      }
  )
}
