# What a commit needs beside its own objects. No file and no reference changes. $1 the repository, $2 the commit, $3 the remote.
cd -- "$1" || exit 1
git ls-tree -r -z "$2" | tr '\0' '\n' | sed -n 's/^160000 commit \([0-9a-f]*\)\t/\1 /p' | while read -r sha path; do
  [ -e "$path/.git" ] || continue
  git -C "$path" cat-file -e "$sha^{commit}" 2>/dev/null || git -C "$path" fetch --quiet --no-tags origin "$sha" 2>/dev/null ||
    git -C "$path" fetch --quiet origin || exit 91
done || exit 91
git grep -q 'filter=lfs' "$2" -- ':(glob)**/.gitattributes' || exit 0
[ -z "$(git config lfs.fetchinclude)$(git config lfs.fetchexclude)" ] || exit 0
git lfs fetch "$3" "$2" >&2 || exit 92
