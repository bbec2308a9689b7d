import { command, script } from "../../core/command.ts";
import { inWords, msg, t } from "../../core/text/text.ts";
import { curlText } from "./curl-text.ts";
import type { Host } from "../host.ts";
import { readSettings } from "../settings/settings.ts";

/** A key in a settings file on the host that asks. Only that host ever reads it. */
export interface Login {
  readonly file: string;
  /** Name of the setting. */
  readonly secret: string;
  /** With it the key is a password (basic); without, it stands behind `prefix` in the header. */
  readonly user?: string | undefined;
  readonly header: string;
  readonly prefix: string;
  /** Who may read the file. */
  readonly as?: string | undefined;
}

export interface Question {
  readonly url: string;
  readonly method?: "GET" | "POST" | "PATCH" | "DELETE";
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: string;
  readonly within: number;
  readonly login?: Login | undefined;
}

export interface Answered {
  /** 0: no answer, `error` says why. */
  readonly status: number;
  readonly body: string;
  readonly seconds: number;
  readonly error?: string;
  /** Nothing was asked at all: what is missing is ours, not the other side's. */
  readonly unasked?: boolean;
}

const mostBytes = 8 << 20;

/** One request that follows nothing, from a host by its curl or from the runner. Never throws for what is answered; a host that cannot be reached throws its UserError. */
export async function exchange(host: Host | null, question: Question): Promise<Answered> {
  return host === null ? fromRunner(question) : fromHost(host, question);
}

async function fromRunner({ url, method = "GET", headers = {}, body, within, login }: Question): Promise<Answered> {
  if (login !== undefined)
    return {
      status: 0,
      body: "",
      seconds: 0,
      error: t`a key is read on a host, and none is named that asks`,
      unasked: true,
    };
  const started = performance.now();
  const seconds = () => (performance.now() - started) / 1000;
  try {
    const answer = await fetch(url, {
      method,
      headers: { "user-agent": "golive", ...headers },
      redirect: "manual",
      signal: AbortSignal.timeout(within * 1000),
      ...(body === undefined ? {} : { body }),
    });
    const parts: Uint8Array[] = [];
    let size = 0;
    for await (const part of answer.body ?? []) {
      size += part.length;
      if (size > mostBytes)
        return { status: 0, body: "", seconds: seconds(), error: t`the answer is larger than 8 MiB` };
      parts.push(part);
    }
    return { status: answer.status, body: Buffer.concat(parts).toString(), seconds: seconds() };
  } catch (error) {
    const cause = (error as { cause?: { code?: string } }).cause?.code;
    return {
      status: 0,
      body: "",
      seconds: seconds(),
      error:
        (error as Error).name === "TimeoutError"
          ? t`no answer within ${within} s`
          : inWords(words[cause ?? ""] ?? cause ?? msg`the connection broke`),
    };
  }
}

const words: Readonly<Record<string, string>> = {
  ECONNREFUSED: msg`connection refused`,
  ENOTFOUND: msg`the name has no address`,
  EAI_AGAIN: msg`the name has no address`,
  ECONNRESET: msg`the connection broke`,
  UND_ERR_SOCKET: msg`the connection broke`,
  EHOSTUNREACH: msg`no way there`,
};

/** The key goes from its file through the shell's own memory into curl's standard input: no argument, no environment, no file. */
const withKey = `${readSettings}
unset k c
file=$1 secret=$2 seconds=$3
command -v curl >/dev/null || { echo 'problem curl'; exit 0; }
readable "$file" || { echo 'problem file'; exit 0; }
setting "$secret" || { echo 'problem missing'; exit 0; }
[ -n "$v" ] || { echo 'problem empty'; exit 0; }
if controlled; then echo 'problem control'; exit 0; fi
k=$(printf '%s' "$v" | sed 's/[\\\\"]/\\\\&/g')
c=
while IFS= read -r l; do
  case "$l" in k) c=$c$k ;; .) c="$c
" ;; +*) c=$c\${l#+} ;; esac
done
printf '%s' "$c" | curl -q -s --globoff --noproxy '*' --max-time "$seconds" --max-filesize ${mostBytes} -w '\\n%{http_code} %{time_total}' --config -
printf ' %s' "$?"
`;

async function fromHost(host: Host, question: Question): Promise<Answered> {
  const { within, login } = question;
  const lines = linesOf(question);
  const label = `curl ${new URL(question.url).origin}`;
  // curl takes fractions as well, the limit around it whole seconds.
  const timeoutSeconds = Math.ceil(within) + 15;
  const finished =
    login === undefined
      ? await host.attempt(
          command(
            "curl",
            [
              "-q",
              "-s",
              "--globoff",
              "--noproxy",
              "*",
              "--max-time",
              String(within),
              "--max-filesize",
              String(mostBytes),
              "-w",
              "\n%{http_code} %{time_total}",
              "--config",
              "-",
            ],
            { stdin: `${lines.join("\n")}\n`, timeoutSeconds, label },
          ),
        )
      : await host.attempt(
          script(withKey, [login.file, login.secret, String(within)], {
            stdin: keyed(lines, login),
            timeoutSeconds,
            label,
            ...(login.as === undefined ? {} : { user: login.as }),
          }),
        );
  const none = (error: string, unasked = false): Answered => ({
    status: 0,
    body: "",
    seconds: finished.seconds,
    error,
    ...(unasked ? { unasked } : {}),
  });
  if (finished.timedOut) return none(t`no answer within ${within} s`);
  if (login === undefined && (finished.code === 127 || finished.code === 126))
    return none(t`curl ${finished.code === 127 ? t`is not installed` : t`cannot be run`} on ${host.name}`, true);
  const problem = login === undefined ? undefined : /^problem (\w+)$/m.exec(finished.stdout)?.[1];
  if (problem !== undefined) return none(problems(problem, host.name, login?.secret ?? ""), true);
  const cut = finished.stdout.lastIndexOf("\n");
  const [status = "0", seconds = "0", code = String(finished.code)] = finished.stdout.slice(cut + 1).split(" ");
  if (code !== "0") return none(curlSays(Number(code), within));
  return { status: Number(status), body: finished.stdout.slice(0, Math.max(cut, 0)), seconds: Number(seconds) };
}

/** Lines of curl's configuration. */
function linesOf({ url, method = "GET", headers = {}, body }: Question): string[] {
  return [
    `url = ${quoted(url)}`,
    `request = ${quoted(method)}`,
    ...Object.entries({ "user-agent": "golive", ...headers }).map(
      ([name, value]) => `header = ${quoted(`${name}: ${value}`)}`,
    ),
    ...(body === undefined ? [] : [`data-raw = ${quoted(body)}`]),
  ];
}

function quoted(text: string): string {
  return `"${curlText(text)}"`;
}

/** Each line whole, and last the one that the host puts the key into. */
function keyed(lines: readonly string[], { user, header, prefix }: Login): string {
  const open = quoted(user === undefined ? `${header}: ${prefix}` : `${user}:`).slice(0, -1);
  return `${lines.map((line) => `+${line}\n.\n`).join("")}+${user === undefined ? "header" : "user"} = ${open}\nk\n+"\n.\n`;
}

function problems(problem: string, host: string, secret: string): string {
  switch (problem) {
    case "curl":
      return t`curl is not installed on ${host}`;
    case "file":
      return t`the settings file with ${secret} cannot be read on ${host}`;
    case "missing":
    case "empty":
      return t`${secret} ${problem === "missing" ? t`is not` : t`is empty`} in the settings file on ${host}`;
    case "control":
      return t`${secret} holds a control character, so it was not sent`;
    default:
      return t`the shell on ${host} would show the key to others, so nothing was asked`;
  }
}

function curlSays(code: number, within: number): string {
  switch (code) {
    case 6:
      return t`the name has no address`;
    case 7:
      return t`connection refused`;
    case 28:
      return t`no answer within ${within} s`;
    case 35:
      return t`no TLS connection comes about`;
    case 60:
      return t`its certificate is not trusted`;
    case 63:
      return t`the answer is larger than 8 MiB`;
    case 18:
    case 52:
    case 56:
      return t`the connection broke`;
    default:
      return t`curl ended with ${code}`;
  }
}
