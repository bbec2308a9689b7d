# held-by.sh stands before it.
# shellcheck disable=SC2154
for u; do
  id=$(id_of "$u") || id=
  if [ -e "$d/${id:-$u}" ] || [ -e "$d/$u" ]; then printf '%s\n' "$u"; fi
done
