# words.sh stands before it. One line: free, empty, or held with what follows from say.
# shellcheck disable=SC2154
[ -d "$d" ] || { echo free; exit 0; }
in_turn
if [ -s "$d/lock.json" ]; then say; elif [ -e "$d/lock.json" ]; then echo empty; else echo free; fi
