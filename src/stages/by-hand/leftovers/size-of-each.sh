# Positions, not names, come back: a path may hold anything.
i=0; for p; do
  if [ -e "$p" ] || [ -L "$p" ]; then printf '%s %s %s\n' "$i" "$(du -sb -- "$p" 2>/dev/null | cut -f 1)" "$(stat -c %Y -- "$p")"; fi
  i=$((i + 1))
done
