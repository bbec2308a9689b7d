import { command, type Command, type CommandOptions, script } from "../core/command.ts";

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

/**
 * The same, then pointed to another database: `$2` names a setting that holds a URL, `$3` the database, `$4` the server as
 * a URL spells it, if it is another one, then NAME=value to `--`. That server is shown no password: who asks may be a
 * program that a backup brought along.
 */
const withFileAnd = `u=$2; d=$3; s=$4
point() {
  h=\${1%%[?]*}; q=\${1#"$h"}
  if [ -z "$s" ]; then v=\${h%/*}/$d$q; return; fi
  case "$q" in *host*=*|*password=*|*passfile=*|*service=*) q= ;; esac
  a=\${h#*://}; a=\${a%%/*}
  case "$a" in *@*) a=\${a%@*}; a=\${a%%:*} ;; *) a= ;; esac
  v=\${h%%://*}://$a@$s/$d$q
}
if [ -n "$1" ]; then
  exec 3< "$1" || exit 78
  while IFS= read -r l <&3 || [ -n "$l" ]; do
    case "$l" in ''|'#'*|';'*) continue ;; *=*) ;; *) continue ;; esac
    k=\${l%%=*}; v=\${l#*=}
    case "$v" in '"'*'"') v=\${v#?}; v=\${v%?} ;; "'"*"'") v=\${v#?}; v=\${v%?} ;; esac
    [ "$k" != "$u" ] || point "$v"
    export "$k=$v"
  done
  exec 3<&-
fi
[ -z "$s" ] || unset PGPASSWORD PGPASSFILE PGSERVICE PGSERVICEFILE PGHOSTADDR
shift 4
while [ "$1" != -- ]; do export "$1"; shift; done
shift
exec "$@"`;

/** Where a socket's folder and port lead, as settings: by name, and in a URL. */
export interface TrialServer {
  readonly host: string;
  readonly port: number;
}

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
