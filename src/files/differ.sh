# $w/lost: as they were, and not so now; $w/since: as they are now, and were not so. With the paths of both.
# shellcheck disable=SC2154 # live, m, sha and w are set by those that follow
require_manifest() {
  [ "$(sha256sum < "$m" | cut -d ' ' -f 1)" = "$sha" ] || { echo "the manifest is not the one on record" >&2; exit 41; }
}
compare() {
  list "$live" "$w/now" && comm -z -23 -- "$m" "$w/now" > "$w/lost" && comm -z -13 -- "$m" "$w/now" > "$w/since" &&
    files "$w/lost" > "$w/lost.files" && files "$w/since" > "$w/since.files" &&
    paths < "$w/lost.files" > "$w/lost.paths" && paths < "$w/since.files" > "$w/since.paths"
}
