# $1 base, $2 how many to keep, then what is in use. Only what has a note is golive's to remove; the newest stay.
b=$1; k=$2; shift 2; live=$(readlink -f -- "$b/current")
# shellcheck disable=SC2012 # the names are golive's own: of a tag and a commit
ls -1t -- "$b/golive" 2>/dev/null | while IFS= read -r name; do
  d=$b/releases/$name; [ -d "$d" ] || continue
  r=$(readlink -f -- "$d"); [ "$r" = "$live" ] && continue
  used=no; for u; do [ "$r" = "$(readlink -f -- "$u")" ] && used=yes; done; [ "$used" = yes ] && continue
  k=$((k - 1)); [ "$k" -ge 0 ] && continue
  rm -rf -- "$d" && rm -f -- "$b/golive/$name" && printf '%s\n' "$d"
done
git -C "$b/repo" worktree prune
