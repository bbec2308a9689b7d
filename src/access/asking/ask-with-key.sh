# See ask-script.ts; read-settings.sh stands before it. Lines of curl's configuration come by standard input.
# shellcheck disable=SC2154,SC2018,SC2019 # ASCII alone, by read-settings.sh's LC_ALL
unset k i c h w out code
file=$1 which=$2 secret=$3 login=$4 seconds=$5 header=$6 safe=$7
command -v curl >/dev/null || { echo 'problem curl'; exit 0; }
readable "$file" || { echo 'problem file'; exit 0; }
need() {
  setting "$1" || { echo "problem missing $1"; exit 0; }
  [ -n "$v" ] || { echo "problem empty $1"; exit 0; }
  if controlled; then echo "problem control $1"; exit 0; fi
}
escaped() { printf '%s' "$v" | sed 's/[\\"]/\\&/g'; }
i=
if [ -n "$login" ]; then
  need "$login"
  case "$v" in *:*) echo "problem colon $login"; exit 0 ;; esac
  i=$(escaped)
fi
need "$secret"
if [ "$safe" = yes ]; then case "$v" in *[!A-Za-z0-9:_-]*) echo "problem shape $secret"; exit 0 ;; esac; fi
if [ "$which" = wrong ]; then
  k=$v
  h=$(printf "%.$((${#k} / 4))s" "$k")
  v=$h$(printf '%s' "${k#"$h"}" | tr 'A-Z' 'Q' | tr 'a-z' 'q' | tr '0-9' '7')
  [ "$v" != "$k" ] || v=$h$(printf '%s' "${k#"$h"}" | tr '!-~' 'z')
  [ "$v" != "$k" ] || v=${k}x
fi
k=$(escaped)
c=
while IFS= read -r l; do
  case "$l" in k) c=$c$k ;; i) c=$c$i ;; .) c="$c
" ;; +*) c=$c${l#+} ;; esac
done
out=$(printf '%s' "$c" |
  curl -q -s --globoff --max-time "$seconds" -o /dev/null -w '\n%{response_code} %{time_total}' --config -)
code=$?
w=${out##*
}
printf 'answer %s %s\n' "$code" "$w"
[ -z "$header" ] || printf '%s\n' "$out" | tr -d '\r' | tr 'A-Z' 'a-z' | sed -n "s/^$header: */header /p"
