# $1 folder, $2 what is kept of it, $3 sha256 of the manifest, $4 how it was kept.
# First what is newer gets a second name under set-aside, a folder for each try, so that no try writes over what one
# before it saved; only what is seen to be there loses its first. Then what is lost comes back. Whatever a kill leaves
# half done differs from the manifest, and is found by the next try.
# shellcheck disable=SC2034 # sha is read by differ.sh
live=$1; to=$2; sha=$3; how=$4; m=$to/manifest; w=$to/work
rm -rf -- "$w" && mkdir -- "$w" || exit 1
require_manifest
if [ ! -d "$live" ]; then
  [ ! -e "$live" ] && [ ! -L "$live" ] || { echo "$live is no folder any more" >&2; exit 46; }
  mkdir -p -- "$live" || exit 1
  if [ -d "$to/tree" ]; then
    chmod --reference="$to/tree" -- "$live"
    chown --reference="$to/tree" -- "$live" 2>/dev/null || :
  fi
fi
compare || exit 1
aside() { [ ! -d "$to/set-aside" ] || find "$to/set-aside" ! -type d -printf 'f\t%s\0'; }
if [ ! -s "$w/lost" ] && [ ! -s "$w/since" ]; then
  [ -e "$to/given-back" ] || [ -d "$to/set-aside" ] || echo same
else
  if [ -d "$to/tree" ]; then list "$to/tree" "$w/have" || exit 1; else : > "$w/have"; fi
  comm -z -23 -- "$w/lost.files" "$w/have" | paths > "$w/gone" &&
    comm -z -12 -- "$w/lost.files" "$w/have" | paths > "$w/back" || exit 1
  # What cannot be given back stays as it is.
  comm -z -23 -- "$w/since.paths" "$w/gone" > "$w/aside" || exit 1
  writable "$live" || exit 1
  if [ -s "$w/aside" ]; then
    n=1; while [ -e "$to/set-aside/$n" ]; do n=$((n + 1)); done
    a=$to/set-aside/$n; mkdir -p -- "$a" && parents "$a" "$w/aside" || exit 1
    ( cd -- "$live" && xargs -0r cp -dl --parents -t "$a" -- < "$w/aside" ) 2>/dev/null ||
      { carry "$live" "$a" "$w/aside" && sync -f -- "$a"; } || exit 1
    list "$a" "$w/saved" && files "$w/saved" > "$w/saved.files" && paths < "$w/saved.files" > "$w/saved.paths" || exit 1
    cmp -s -- "$w/saved.paths" "$w/aside" && [ -z "$(comm -z -23 -- "$w/saved.files" "$w/since.files" | head -c 1)" ] ||
      { echo "what was set aside is not what is there" >&2; exit 47; }
    ( cd -- "$live" && xargs -0r rm -f -- < "$w/aside" ) || exit 1
  fi
  prune "$live" "$w/now" "$m" || exit 1
  if [ "$how" != count ]; then
    parents "$live" "$w/back" && { [ ! -s "$w/back" ] || carry "$to/tree" "$live" "$w/back"; } || exit 1
    dress "$to/tree" "$live" "$m" || exit 1
  fi
  number < "$w/back" >> "$to/given-back"
  compare || exit 1
  cmp -s -- "$w/lost.paths" "$w/gone" && [ -z "$(comm -z -23 -- "$w/since.paths" "$w/gone" | head -c 1)" ] ||
    { echo "files changed while they were given back" >&2; exit 45; }
  echo "gone $(number < "$w/gone")"
fi
[ ! -e "$to/given-back" ] || echo "back $(awk '{ n += $1 } END { print n }' "$to/given-back")"
echo "aside $(aside | count)"
rm -rf -- "$w"
