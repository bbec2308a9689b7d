# words.sh stands before it. The owner's text comes by standard input.
# shellcheck disable=SC2154
spell_new
in_turn
if [ -s "$d/lock.json" ]; then rm -f -- "$t"; say
elif [ -e "$d/lock.json" ]; then rm -f -- "$t"; echo empty
else put_new; fi
