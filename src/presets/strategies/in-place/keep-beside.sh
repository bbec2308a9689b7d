# What was installed stays beside: the way back must not depend on a package index that answers at night.
for d in "$1".golive-before-*; do if [ -e "$d" ] && [ "$d" != "$1.golive-before-$2" ]; then rm -rf -- "$d" || exit 1; fi; done
if [ -e "$1" ] && [ ! -e "$1.golive-before-$2" ]; then
  rm -rf -- "$1.golive-partial" && cp -a --reflink=auto -- "$1" "$1.golive-partial" && mv -- "$1.golive-partial" "$1.golive-before-$2"
fi
