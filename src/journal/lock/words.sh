# What the others begin with; $1 the folder. All of it is done under a lock of its own for the moment: there is no instant
# without an owner, and no two have one token.
d=$1
in_turn() { exec 9> "$d/.exchange" && flock 9 || exit 1; }
# shellcheck disable=SC2174 # the folders above it are as the umask has them
spell_new() { umask 077; mkdir -p -m 700 -- "$d" && t=$(mktemp "$d/.lock.XXXXXX") && cat > "$t" && sync "$t" || exit 1; }
put_new() {
  n=0; [ ! -s "$d/token" ] || read -r n < "$d/token"
  n=$((n + 1)) && printf '%s\n' "$n" > "$d/.token" && sync "$d/.token" && mv -f -- "$d/.token" "$d/token" || exit 1
  : > "$d/heartbeat" && mv -f -- "$t" "$d/lock.json" && sync "$d" && echo "taken $n"
}
say() {
  s=-1; [ ! -e "$d/heartbeat" ] || s=$(($(date +%s) - $(stat -c %Y "$d/heartbeat")))
  n=0; [ ! -s "$d/token" ] || read -r n < "$d/token"; echo "held $n $s"; cat -- "$d/lock.json"
}
