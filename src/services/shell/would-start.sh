# held-by.sh stands before it. A line for each unit: `held`, or `bare` and whether it is enabled; and whether a file
# could be written.
# shellcheck disable=SC2154
for u; do
  id=$(id_of "$u") || continue
  if held_by "$id" "$d/$id" 2>/dev/null; then echo "held $u"; held=yes
  else echo "bare $u $(systemctl show --property=UnitFileState --value -- "$u")"; fi
done
[ -z "$held" ] || { mkdir -p -- "$d" && : > "$d/.golive-try" && rm -f -- "$d/.golive-try"; } || echo denied
