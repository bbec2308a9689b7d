# What was installed stays beside: the way back must not depend on a package index that answers at night.
# $1 what was installed, $2 the release's id.
b=$1.golive-before-$2
for d in "$1".golive-before-*; do
  if [ -e "$d" ] && [ "$d" != "$b" ]; then rm -rf -- "$d" || exit 1; fi
done
if [ -e "$1" ] && [ ! -e "$b" ]; then
  rm -rf -- "$1.golive-partial" && cp -a --reflink=auto -- "$1" "$1.golive-partial" && mv -- "$1.golive-partial" "$b"
fi
