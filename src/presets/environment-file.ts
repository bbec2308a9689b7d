import { command, type Command, type CommandOptions, script } from "../core/command.ts";
import type { DeployContext } from "./preset.ts";

/** KEY=value lines as systemd's EnvironmentFile has them. Nothing in the file is evaluated. */
const withFile = `exec 3< "$1" || exit 78
shift
while IFS= read -r l <&3 || [ -n "$l" ]; do
  case "$l" in ''|'#'*|';'*) continue ;; *=*) ;; *) continue ;; esac
  k=\${l%%=*}; v=\${l#*=}
  case "$v" in '"'*'"') v=\${v#?}; v=\${v%?} ;; "'"*"'") v=\${v#?}; v=\${v%?} ;; esac
  export "$k=$v"
done
exec 3<&-
exec "$@"`;

/** The same, then pointed to another database: `$2` names a setting that holds a URL, `$3` the database, then NAME=value to `--`. */
const withFileAnd = `u=$2; d=$3
if [ -n "$1" ]; then
  exec 3< "$1" || exit 78
  while IFS= read -r l <&3 || [ -n "$l" ]; do
    case "$l" in ''|'#'*|';'*) continue ;; *=*) ;; *) continue ;; esac
    k=\${l%%=*}; v=\${l#*=}
    case "$v" in '"'*'"') v=\${v#?}; v=\${v%?} ;; "'"*"'") v=\${v#?}; v=\${v%?} ;; esac
    if [ "$k" = "$u" ]; then h=\${v%%[?]*}; q=\${v#"$h"}; v=\${h%/*}/$d$q; fi
    export "$k=$v"
  done
  exec 3<&-
fi
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
export function settingsOf({ plan, trial }: DeployContext, words: readonly string[], options: CommandOptions): Command {
  const file = plan.deploy["env-file"];
  return trial === undefined ? withSettings(file, words, options) : withTrialSettings(file, trial, words, options);
}
