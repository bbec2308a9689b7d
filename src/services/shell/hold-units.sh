# held-by.sh stands before it; the file's text comes by standard input.
# shellcheck disable=SC2154
text=$(cat)
for u; do
  id=$(id_of "$u") && held_by "$id" "$d/$id" 2>/dev/null || continue
  mkdir -p -- "$d" && printf '%s\n' "$text" > "$d/$id" && sync "$d/$id" "$d" || exit 1
done
