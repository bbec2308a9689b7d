# held-by.sh stands before it.
# shellcheck disable=SC2154
for u; do
  id=$(id_of "$u") || id=
  for f in "$d/${id:-$u}" "$d/$u"; do [ ! -e "$f" ] || { rm -f -- "$f" && sync "$d"; } || exit 1; done
done
