# words.sh stands before it. The new owner's text comes by standard input. $2 the dead owner's.
# shellcheck disable=SC2154
spell_new
in_turn
if [ "$(cat -- "$d/lock.json" 2>/dev/null)" = "$2" ]; then put_new; else rm -f -- "$t"; echo lost; fi
