# See bot-api.ts for its values.
# What stands behind || is for either of the two before it.
# shellcheck disable=SC2015
unset k c
file=$1 token=$2 secret=$3 seconds=$4 address=$5 method=$6 c=
shift 6
command -v curl >/dev/null || { echo 'problem curl'; exit 0; }
readable "$file" "$@" || { echo 'problem file'; exit 0; }
need() {
  setting "$1" && [ -n "$v" ] || { echo "problem missing $1"; exit 0; }
  case "$v" in *[!A-Za-z0-9:_-]*) echo "problem shape $1"; exit 0 ;; esac
}
need "$token"; k=$v
while IFS= read -r l; do c="$c$l
"; done
if [ -n "$secret" ]; then need "$secret"; [ "$method" != setWebhook ] || c="${c}form-string = \"secret_token=$v\"
"; fi
printf '%s' "url = \"$address/bot$k/$method\"
$c" | curl -q -s --globoff --max-time "$seconds" --max-filesize 1048576 -w '\n%{response_code}' --config -
printf '\ncurl %s\n' "$?"
