# $1 the live checkout, $2 where the release goes, $3 its commit. After the words of safe-folder.
# Objects are shared with the live checkout, where only they are added: no file and no reference changes.
# What is built there is run: nobody else may put something else in its place meanwhile.
make_safe "$(dirname -- "$2")" || exit
rm -rf -- "$2" && mkdir -m 700 -- "$2" && safe_way "$2" || exit
git clone --quiet --shared --no-checkout -- "$1" "$2" && git -C "$2" checkout --quiet --detach "$3"
