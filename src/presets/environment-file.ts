import { command, type Command, type CommandOptions, script } from "../core/command.ts";
import type { DeployContext, SettingsProblem, TrialServer } from "./kind.ts";

export type { TrialServer } from "./kind.ts";
import { t } from "../core/text/text.ts";
import type { Host } from "../hosts/host.ts";
import { settingsOf, settingsPrograms } from "../hosts/settings/settings-file.ts";
import type { Plan } from "../plan/schema/schema.ts";

/**
 * `golive_load FILE` puts the settings of a file into the environment, as systemd would for the service. Only then are
 * they in any: of the program that follows by `exec`. What the script itself remembers has a prefix, as a setting may
 * have any name. The address in a URL setting `golive_url` is pointed to `golive_database`, on `golive_server` if one is named.
 */
const load = `${settingsOf}
golive_refuse() { echo "golive: the settings in $1 $2" >&2; exit 78; }
golive_point() {
  golive_head=\${golive_value%%[?]*}; golive_query=\${golive_value#"$golive_head"}
  if [ -z "$golive_server" ]; then golive_value=\${golive_head%/*}/$golive_database$golive_query; return; fi
  case "$golive_query" in *host*=*|*password=*|*passfile=*|*service=*) golive_query= ;; esac
  golive_user=\${golive_head#*://}; golive_user=\${golive_user%%/*}
  case "$golive_user" in *@*) golive_user=\${golive_user%@*}; golive_user=\${golive_user%%:*} ;; *) golive_user= ;; esac
  golive_value=\${golive_head%%://*}://$golive_user@$golive_server/$golive_database$golive_query
}
golive_put() {
  [ -n "$golive_name" ] || return 0
  [ "$golive_name" != "$golive_url" ] || golive_point
  if [ -n "$golive_careful" ] && ! (export "$golive_name=$golive_value") 2>/dev/null; then
    echo "golive: the shell does not let $golive_name be set" >&2
  else
    export "$golive_name=$golive_value"
  fi
  golive_name=
}
golive_each() {
  golive_name=
  set -f
  IFS='
'
  for golive_line in $golive_lines; do
    [ -z "$golive_first" ] || { unset IFS; golive_first=; }
    case "$golive_line" in
      =*) golive_put; golive_line=\${golive_line#=}; golive_name=\${golive_line%%=*}; golive_value=\${golive_line#*=} ;;
      +*) golive_value="$golive_value
\${golive_line#+}" ;;
      *) golive_put ;;
    esac
  done
}
golive_load() {
  [ -f "$1" ] && [ -r "$1" ] || golive_refuse "$1" 'cannot be read'
  golive_lines=$(settings_of "$1")
  case "$golive_lines" in
    .|*'
.') ;;
    *'!'*' nul') golive_refuse "$1" 'hold a NUL byte, and systemd reads nothing of such a file' ;;
    *'!'*' utf8') golive_refuse "$1" 'are not all UTF-8, and systemd reads nothing of such a file' ;;
    *) golive_refuse "$1" 'cannot be read (are od and awk installed?)' ;;
  esac
  # A shell keeps a few names to itself, and ends when such a one is set: then each is tried first.
  golive_first=yes golive_careful=
  (golive_each) >/dev/null 2>&1 || golive_careful=yes
  golive_first=yes
  golive_each
}
`;

const withFile = `${load}golive_url= golive_database= golive_server=
golive_load "$1"
shift
exec "$@"`;

/**
 * The same, then pointed to another database: `$2` names a setting that holds a URL, `$3` the database, `$4` the server as
 * a URL spells it, if it is another one, then NAME=value to `--`. That server is shown no password: who asks may be a
 * program that a backup brought along.
 */
const withFileAnd = `${load}golive_url=$2 golive_database=$3 golive_server=$4
[ -z "$1" ] || golive_load "$1"
[ -z "$golive_server" ] || unset PGPASSWORD PGPASSFILE PGSERVICE PGSERVICEFILE PGHOSTADDR
shift 4
while [ "$1" != -- ]; do export "$1"; shift; done
shift
exec "$@"`;

/** A program with the settings of a file on the host, if one is named. */
export function withSettings(file: string | undefined, words: readonly string[], options: CommandOptions): Command {
  return file === undefined
    ? command(words[0] ?? "", words.slice(1), options)
    : script(withFile, [file, ...words], { ...options, label: words.join(" ") });
}

/** The same with other settings over it; the URL that `url` names is pointed to `database`, on `server` if it is another one. */
export function withTrialSettings(
  file: string | undefined,
  {
    database,
    server,
    url,
    env,
  }: {
    readonly database: string;
    readonly server: TrialServer | undefined;
    readonly url: string | undefined;
    readonly env: Readonly<Record<string, string>>;
  },
  words: readonly string[],
  options: CommandOptions,
): Command {
  const place: Record<string, string> = server === undefined ? {} : { host: server.host, port: String(server.port) };
  const known: Record<string, string> = { database, ...place };
  const filled = (value: string) => value.replace(/\{(database|host|port)\}/g, (whole, name) => known[name] ?? whole);
  const led = server === undefined ? {} : { PGHOST: server.host, PGPORT: String(server.port) };
  const set = Object.entries({ ...led, ...env }).map(([name, value]) => `${name}=${filled(value)}`);
  const port = server === undefined || server.port === 5432 ? "" : `:${server.port}`;
  const spelled = server === undefined ? "" : `${encodeURIComponent(server.host)}${port}`;
  return script(withFileAnd, [file ?? "", url ?? "", database, spelled, ...set, "--", ...words], {
    ...options,
    label: words.join(" "),
  });
}

/** A program with the settings of the service, or of the trial when the context is one. */
export function withSettingsOf(
  { plan, trial }: DeployContext,
  words: readonly string[],
  options: CommandOptions,
): Command {
  const file = plan.deploy.envFile;
  return trial === undefined ? withSettings(file, words, options) : withTrialSettings(file, trial, words, options);
}

/** Programs that commands with settings need on their host. */
export function programsForSettings({ deploy }: Plan): readonly string[] {
  return deploy.envFile === undefined ? [] : settingsPrograms;
}

const look = `${settingsOf}[ -f "$1" ] && [ -r "$1" ] || exit 3
settings_of "$1" | sed -n '/^[!.]/p'`;

/** Whether commands can get the settings of a file on the host; null when they can. None of them leaves it. */
export async function settingsProblem(
  host: Host,
  file: string,
  options: CommandOptions,
): Promise<SettingsProblem | null> {
  const label = t`look at the form of ${file}`;
  const { code, stdout } = await host.attempt(script(look, [file], { ...options, timeoutSeconds: 60, label }));
  const [, line = "", why = ""] = /^!(\d+) (\w+)$/m.exec(stdout) ?? [];
  if (why === "nul")
    return {
      code: "settings-nul",
      problem: t`line ${line} of the settings in ${file} holds a NUL byte; systemd reads nothing of such a file`,
      mend: t`write the file anew as text`,
    };
  if (why === "utf8")
    return {
      code: "settings-not-utf8",
      problem: t`line ${line} of the settings in ${file} is not UTF-8; systemd reads nothing of such a file`,
      mend: t`write the file anew in UTF-8 (iconv)`,
    };
  if (code === 0 && stdout === ".\n") return null;
  return {
    code: "settings-unreadable",
    problem: t`the settings in ${file} cannot be read`,
    mend: t`let the user that deploys read it (chgrp and mode 0640), or correct deploy.env-file`,
  };
}
