# Whole or not at all: what is open for a moment bears another name, and goes whatever becomes of it.
# $1 the file, $2 the recipient, if the plan names one.
umask 077
if [ -n "$2" ]; then
  age --encrypt --recipient "$2" --output "$1.age.part" -- "$1.part" && mv -f -- "$1.age.part" "$1.age" &&
    rm -f -- "$1.part" "$1"
else mv -f -- "$1.part" "$1"; fi
