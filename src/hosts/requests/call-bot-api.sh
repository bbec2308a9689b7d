# See bot-api.ts for its values.
# What stands behind || is for either of the two before it.
# shellcheck disable=SC2015
file=$1 c=
command -v curl >/dev/null || { echo 'problem curl'; exit 0; }
if [ "$#" -gt 6 ]; then
  token=$2 secret=$3 seconds=$4 address=$5 method=$6; shift 6
  readable_from "$@" || { echo 'problem file'; exit 0; }
  set -- - "$token" "$secret" "$seconds" "$address" "$method"
else
  readable "$file" || { echo 'problem file'; exit 0; }
fi
need() {
  setting "$1" && [ -n "$v" ] || { echo "problem missing $1"; exit 0; }
  case "$v" in *[!A-Za-z0-9:_-]*) echo "problem shape $1"; exit 0 ;; esac
}
need "$2"; k=$v
while IFS= read -r l; do c="$c$l
"; done
if [ -n "$3" ]; then need "$3"; [ "$6" != setWebhook ] || c="${c}form-string = \"secret_token=$v\"
"; fi
printf '%s' "url = \"$5/bot$k/$6\"
$c" | curl -q -s --globoff --max-time "$4" --max-filesize 1048576 -w '\n%{response_code}' --config -
printf '\ncurl %s\n' "$?"
