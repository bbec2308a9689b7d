# $1 the folder of the launch's backup; those of further attempts have a number behind.
for d in "$1" "$1"-[0-9]; do
  [ -f "$d/manifest.json" ] || continue
  rm -rf -- "$d" "$d.tar.age" "$d.tar.age.part" "$d.tar.status" && echo "$d"
done
