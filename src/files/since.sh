# How a folder differs from what was kept of it. $1 folder, $2 what is kept of it, $3 sha256 of the manifest.
# shellcheck disable=SC2034 # m and sha are read by differ.sh
live=$1; m=$2/manifest; sha=$3; w=$(mktemp -d) || exit 1; trap 'rm -rf -- "$w"' EXIT
require_manifest
if [ -d "$live" ]; then :; else live=$w/none; mkdir -- "$live"; fi
compare || exit 1
# shellcheck disable=SC2046 # two numbers
set -- $(count < "$w/since.files")
echo "uploaded $(comm -z -13 -- "$w/lost.paths" "$w/since.paths" | number)"
echo "changed $(comm -z -12 -- "$w/lost.paths" "$w/since.paths" | number)"
echo "deleted $(comm -z -23 -- "$w/lost.paths" "$w/since.paths" | number)"
echo "bytes $2"
