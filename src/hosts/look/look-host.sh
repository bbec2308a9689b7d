# What of a host stands in the way of any launch. Each line: a word, then what it is about, then why, between tabs.
# Writes a file of its own in each folder, and removes it. The arguments are further folders.
LC_ALL=C; export LC_ALL
say() { printf '%s\t%s\t%s\n' "$1" "$2" "$3"; }
# The last line that a program wrote, without what it calls itself.
last() { printf '%s' "$1" | tail -n 1 | tr '\t' ' '; }
free_inodes() { df -Pi -- "$1" 2>/dev/null | awk 'NR == 2 && $2 > 0 { print $4 }'; }
try() {
  d=$1
  f=$(mktemp "$d/.golive-look-XXXXXXXX" 2>&1) || { say refused "$d" "$(last "$f"), inodes $(free_inodes "$d")"; return 1; }
  w=$(dd if=/dev/zero of="$f" bs=65536 count=16 conv=fsync 2>&1) || say refused "$d" "$(last "$(printf '%s' "$w" | grep -i dd:)")"
  if [ "$2" = run ] && printf '#!/bin/sh\nexit 0\n' 2>/dev/null > "$f" && chmod 700 "$f"; then
    w=$("$f" 2>&1) || say noexec "$d" "$(last "$w")"
  fi
  rm -f -- "$f"
}
slow() {
  s=$(date +%s); timeout 6 getent hosts "$2" > /dev/null; s=$(($(date +%s) - s))
  [ "$s" -lt 2 ] || say slow "$1" "$2 $s"
}
say clock "$(date +%s)" "$(date +%Z)"
h=${HOME:-$(getent passwd "$(id -u)" | cut -d: -f6)}
state=${XDG_STATE_HOME:-$h/.local/state}/golive
t=${TMPDIR:-/tmp}
for d in "$t" /var/tmp; do
  if [ ! -d "$d" ]; then say missing "$d" ""; else try "$d" run; fi
  [ "$t" != /var/tmp ] || break
done
p=$state; while [ ! -d "$p" ]; do p=$(dirname -- "$p"); done
if [ ! -d "$h" ] && [ ! -w "$p" ]; then say home "$h" "$(id -un)"; else try "$p" no; fi
for p in timeout flock tar sed grep; do command -v "$p" > /dev/null || say program "$p" ""; done
slow sudo "$(uname -n)"
[ -z "$SSH_CONNECTION" ] || slow login "${SSH_CONNECTION%% *}"
say end "" ""
