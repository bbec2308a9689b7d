# $1 the settings file, $2 the setting, $3 seconds; lines of curl's configuration on standard input (curl-text.ts).
unset k c
file=$1 secret=$2 seconds=$3
command -v curl >/dev/null || { echo 'problem curl'; exit 0; }
readable "$file" || { echo 'problem file'; exit 0; }
setting "$secret" || { echo 'problem missing'; exit 0; }
[ -n "$v" ] || { echo 'problem empty'; exit 0; }
if controlled; then echo 'problem control'; exit 0; fi
k=$(printf '%s' "$v" | sed 's/[\\"]/\\&/g')
c=
while IFS= read -r l; do
  case "$l" in k) c=$c$k ;; .) c="$c
" ;; +*) c=$c${l#+} ;; esac
done
printf '%s' "$c" | curl -q -s --globoff --noproxy '*' --max-time "$seconds" --max-filesize 8388608 \
  -w '\n%{http_code} %{time_total}' --config -
printf ' %s' "$?"
