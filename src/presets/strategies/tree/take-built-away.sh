# What a build changed is put aside as a patch, once, and is as committed again. $1 the checkout, $2 the patch, then paths.
d=$1; f=$2; shift 2
cd -- "$d" || exit 1
export GIT_LITERAL_PATHSPECS=1
if [ ! -e "$f" ]; then
  git diff --binary --no-ext-diff --no-textconv --output="$f.part" HEAD -- "$@" && mv -- "$f.part" "$f" || exit 1
fi
git checkout --quiet HEAD -- "$@"
