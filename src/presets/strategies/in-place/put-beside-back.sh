# Cut off between the two moves, the second run finds nothing installed and the kept one: it goes on from there.
if [ -e "$1.golive-before-$2" ]; then
  if [ -e "$1" ]; then rm -rf -- "$1.golive-failed-$2" && mv -- "$1" "$1.golive-failed-$2"; fi
  mv -- "$1.golive-before-$2" "$1" && rm -rf -- "$1.golive-failed-$2" && echo back
fi
