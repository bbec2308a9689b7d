# A backup of pg_dump --format=directory is as old as its table of contents, which is written last.
now=$(date +%s)
for p; do
  if [ -d "$p" ]; then
    [ -e "$p/toc.dat" ] || continue
    m=$(stat -c %Y -- "$p/toc.dat"); s=$(du -sb -- "$p" | cut -f1)
  else
    m=$(stat -c %Y -- "$p") || continue
    s=$(stat -c %s -- "$p")
  fi
  printf '%s|%s|%s|%s\n' "$now" "$m" "$s" "$p"
done
