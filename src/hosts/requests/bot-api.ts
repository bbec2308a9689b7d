import { readSettings } from "../settings/settings.ts";

/**
 * One call of the Bot API. The token and the secret go from the settings file through the shell's own memory into curl's
 * standard input, and never come back; the other lines of curl's configuration come on standard input.
 * $1 file, $2 token's setting, $3 secret's setting or nothing, $4 seconds, $5 address, $6 method. What comes after these
 * prints the file for whoever may not read it: sudo -n cat -- FILE, and no shell of another user.
 */
export const callBotApi = `${readSettings}
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
if [ -n "$3" ]; then need "$3"; [ "$6" != setWebhook ] || c="\${c}form-string = \\"secret_token=$v\\"
"; fi
printf '%s' "url = \\"$5/bot$k/$6\\"
$c" | curl -q -s --globoff --max-time "$4" --max-filesize 1048576 -w '\\n%{response_code}' --config -
printf '\\ncurl %s\\n' "$?"`;

/** What the script printed: a problem before anything was asked, or curl's exit code with status and body. Null: it did not run. */
export function readBotApi(
  stdout: string,
):
  | { readonly problem: string; readonly setting: string }
  | { readonly body: string; readonly status: string; readonly code: string }
  | null {
  const [, problem, setting = ""] = /^problem (\w+) ?(\w*)$/m.exec(stdout) ?? [];
  if (problem !== undefined) return { problem, setting };
  const [, body, status = "", code = ""] = /^([\s\S]*)\n(\d+)\ncurl (\d+)\n$/.exec(stdout) ?? [];
  return body === undefined ? null : { body, status, code };
}
