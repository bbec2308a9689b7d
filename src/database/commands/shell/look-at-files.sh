# $1 the folder of one backup. A line a file: what it is, whether it is younger than the beginning, its bytes, its name.
cd -- "$1/data" || exit 1
find . ! -type d -exec sh -c '
for f; do
  kind=other age=old bytes=0
  if [ -f "$f" ] && [ ! -L "$f" ]; then kind=file bytes=$(stat -c %s -- "$f") || exit 1; fi
  [ "$f" -nt ../began ] && age=new
  printf "%s %s %s %s\n" "$kind" "$age" "$bytes" "$(printf %s "${f#./}" | tr "\n" "?")"
done' sh {} +
