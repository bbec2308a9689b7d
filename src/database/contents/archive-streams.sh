# `3355; 0 16389 TABLE DATA public clients owner` in the list; the rows are in `3355.dat.gz`.
d="$1/dump"
list=$(pg_restore --list -- "$d") || exit
printf '%s\n' "$list" | sed -n 's/^\([0-9][0-9]*\); [0-9][0-9]* \([0-9][0-9]*\) TABLE DATA .*/\1 \2/p' | while read -r id oid; do
  if [ -e "$d/$id.dat.gz" ]; then s=$({ gzip -dc -- "$d/$id.dat.gz" || echo damaged; } | sha256sum); else s=missing; fi
  printf 'stream|%s|%s\n' "${s%% *}" "$oid"
done
printf 'schema|\n'
exec pg_restore --schema-only --file=- -- "$d"
