# $1 the live checkout, $2 where the release goes, $3 its commit. After the words of safe-folder.
# Objects are those of the live checkout, with its settings: what a shallow, a partial or an LFS repository has, this has.
# What is built there is run: nobody else may put something else in its place meanwhile.
make_safe "$(dirname -- "$2")" || exit
rm -rf -- "$2" && mkdir -m 700 -- "$2" && safe_way "$2" || exit
g=$(cd -- "$1" && cd -- "$(git rev-parse --git-common-dir)" && pwd -P) || exit
git -c init.defaultBranch=main init --quiet -- "$2" && printf '%s\n' "$g/objects" > "$2/.git/objects/info/alternates" || exit
for f in config shallow info/sparse-checkout info/attributes; do
  [ ! -e "$g/$f" ] || { mkdir -p -- "$2/.git/info" && cp -- "$g/$f" "$2/.git/$f"; } || exit
done
for key in core.worktree core.bare extensions.worktreeConfig extensions.refStorage; do git -C "$2" config --unset-all "$key"; done
git -C "$2" checkout --quiet --detach "$3"
