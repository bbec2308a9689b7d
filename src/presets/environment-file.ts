import { command, type Command, type CommandOptions, script } from "../core/command.ts";
import type { DeployContext } from "./preset.ts";
import { t } from "../core/text.ts";
import type { Host } from "../hosts/host.ts";
import { settingsOf, settingsPrograms } from "../hosts/settings-file.ts";
import type { Plan } from "../plan/schema.ts";

/**
 * `golive_load FILE` puts the settings of a file into the environment, as systemd would for the service. Only then are
 * they in any: of the program that follows by `exec`. What the script itself remembers has a prefix, as a setting may
 * have any name. In a URL setting `golive_url` the last part of the address becomes `golive_database`.
 */
const load = `${settingsOf}
golive_refuse() { echo "golive: the settings in $1 $2" >&2; exit 78; }
golive_put() {
  [ -n "$golive_name" ] || return 0
  if [ "$golive_name" = "$golive_url" ]; then
    golive_head=\${golive_value%%[?]*}
    golive_value=\${golive_head%/*}/$golive_database\${golive_value#"$golive_head"}
  fi
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

const withFile = `${load}golive_url= golive_database=
golive_load "$1"
shift
exec "$@"`;

/** The same, then pointed to another database: `$2` names a setting that holds a URL, `$3` the database, then NAME=value to `--`. */
const withFileAnd = `${load}golive_url=$2 golive_database=$3
[ -z "$1" ] || golive_load "$1"
shift 3
while [ "$1" != -- ]; do export "$1"; shift; done
shift
exec "$@"`;

/** A program with the settings of a file on the host, if one is named. */
export function withSettings(file: string | undefined, words: readonly string[], options: CommandOptions): Command {
  return file === undefined
    ? command(words[0] ?? "", words.slice(1), options)
    : script(withFile, [file, ...words], { ...options, label: words.join(" ") });
}

/** The same with other settings over it; in the one that `url` names the last part of the URL becomes `database`. */
export function withTrialSettings(
  file: string | undefined,
  {
    database,
    url,
    env,
  }: { readonly database: string; readonly url: string | undefined; readonly env: Readonly<Record<string, string>> },
  words: readonly string[],
  options: CommandOptions,
): Command {
  const set = Object.entries(env).map(([name, value]) => `${name}=${value.replaceAll("{database}", database)}`);
  return script(withFileAnd, [file ?? "", url ?? "", database, ...set, "--", ...words], {
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
  const file = plan.deploy["env-file"];
  return trial === undefined ? withSettings(file, words, options) : withTrialSettings(file, trial, words, options);
}

/** Programs that commands with settings need on their host. */
export function programsForSettings({ deploy }: Plan): readonly string[] {
  return deploy["env-file"] === undefined ? [] : settingsPrograms;
}

const look = `${settingsOf}[ -f "$1" ] && [ -r "$1" ] || exit 3
settings_of "$1" | sed -n '/^[!.]/p'`;

export interface SettingsProblem {
  readonly code: "settings-unreadable" | "settings-nul" | "settings-not-utf8";
  readonly problem: string;
  readonly mend: string;
}

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
