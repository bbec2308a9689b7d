import { script } from "../core/command.ts";
import { saidBy } from "../core/errors.ts";
import { figure } from "../core/text/figures.ts";
import { inWords, t } from "../core/text/text.ts";
import { type AccessContext, asUser, failed, milliseconds, type Probed, unknown } from "./access.ts";
import { curlText } from "../hosts/requests/curl-text.ts";
import { readSettings } from "../hosts/settings/settings.ts";

/** Where the host puts the key, or the login that goes with it, into a line of curl's configuration. */
export const key = Symbol("key");
export const login = Symbol("login");
export type Line = readonly [option: string, ...value: readonly (string | typeof key | typeof login)[]];

export interface Question {
  /** Setting that holds the key. */
  readonly secret: string;
  /** Setting that holds the login. */
  readonly login?: string | undefined;
  readonly within: number;
  /** Lines of curl's configuration file. An option alone has no value. */
  readonly lines: readonly Line[];
  /** Header of the answer to look at, in lower case. */
  readonly header?: string;
  /** The key becomes part of an address, so it must be of characters that mean nothing there. */
  readonly inAddress?: boolean;
}

export interface Answer {
  readonly status: number;
  readonly seconds: number;
  readonly header?: string;
  /** A mail server said no to the login. */
  readonly loginDenied?: boolean;
}

export type Asked = { readonly answer: Answer } | { readonly trouble: Probed };

/**
 * One request of curl on the host. The key goes from the settings file through the shell's own memory into curl's
 * standard input: it is no argument, no variable of an environment, no file, and it never comes back.
 * The wrong key has the length and the shape of the right one: its first quarter, then letters for letters, digits for digits.
 */
const askScript = `${readSettings}
unset k i c h w out code
file=$1 which=$2 secret=$3 login=$4 seconds=$5 header=$6 safe=$7
command -v curl >/dev/null || { echo 'problem curl'; exit 0; }
readable "$file" || { echo 'problem file'; exit 0; }
need() {
  setting "$1" || { echo "problem missing $1"; exit 0; }
  [ -n "$v" ] || { echo "problem empty $1"; exit 0; }
  if controlled; then echo "problem control $1"; exit 0; fi
}
escaped() { printf '%s' "$v" | sed 's/[\\\\"]/\\\\&/g'; }
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
  h=$(printf "%.$((\${#k} / 4))s" "$k")
  v=$h$(printf '%s' "\${k#"$h"}" | tr 'A-Z' 'Q' | tr 'a-z' 'q' | tr '0-9' '7')
  [ "$v" != "$k" ] || v=$h$(printf '%s' "\${k#"$h"}" | tr '!-~' 'z')
  [ "$v" != "$k" ] || v=\${k}x
fi
k=$(escaped)
c=
while IFS= read -r l; do
  case "$l" in k) c=$c$k ;; i) c=$c$i ;; .) c="$c
" ;; +*) c=$c\${l#+} ;; esac
done
out=$(printf '%s' "$c" | curl -q -s --globoff --max-time "$seconds" -o /dev/null -w '\\n%{response_code} %{time_total}' --config -)
code=$?
w=\${out##*
}
printf 'answer %s %s\\n' "$code" "$w"
[ -z "$header" ] || printf '%s\\n' "$out" | tr -d '\\r' | tr 'A-Z' 'a-z' | sed -n "s/^$header: */header /p"
`;

export async function ask(
  context: AccessContext,
  question: Question,
  which: "right" | "wrong" = "right",
): Promise<Asked> {
  const { secret, within } = question;
  if (context.envFile === undefined) return { trouble: failed(t`no settings file is known that would hold ${secret}`) };
  const values = [
    context.envFile,
    which,
    secret,
    question.login ?? "",
    String(within),
    question.header ?? "",
    question.inAddress === true ? "yes" : "no",
  ];
  const asked = script(askScript, values, {
    stdin: configuration(question),
    timeoutSeconds: Math.ceil(within) + 15,
    label: "curl --config -",
    ...asUser(context),
  });
  const finished = await context.host.attempt(asked);
  if (finished.timedOut) return { trouble: unknown(late(within)) };
  const problem = /^problem (\w+) ?(\w*)$/m.exec(finished.stdout);
  if (problem) return { trouble: troubleOf(problem[1] ?? "", problem[2] ?? "", context) };
  const found = /^answer (\d+) (\d+) ([\d.]+)$/m.exec(finished.stdout);
  if (!found) {
    const said = saidBy(asked, { stdout: "", stderr: finished.stderr }, { known: context.host.known });
    return {
      trouble: unknown(
        t`curl could not be run on ${context.host.name} (exit ${finished.code})${said === "" ? "" : `: ${said}`}`,
      ),
    };
  }
  const [code, status, seconds] = [Number(found[1]), Number(found[2]), Number(found[3])];
  const header = /^header (.*)$/m.exec(finished.stdout)?.[1];
  const loginDenied = code === 67;
  if (code !== 0 && !loginDenied) return { trouble: unknown(curlTrouble(code, within)) };
  return {
    answer: { status, seconds, ...(header === undefined ? {} : { header }), ...(loginDenied ? { loginDenied } : {}) },
  };
}

export interface Rule {
  readonly good: (answer: Answer) => boolean;
  readonly denied: (answer: Answer) => boolean;
  /** What an answer is called that is neither. */
  readonly otherwise: (answer: Answer) => Probed;
}

/** Asks with the right key, then with a wrong one: only a service that refuses the second has proved the first. */
export async function prove(
  context: AccessContext,
  question: Question,
  rule: Rule,
): Promise<Probed & { readonly answer?: Answer }> {
  const right = await ask(context, question);
  if ("trouble" in right) return right.trouble;
  const { answer } = right;
  const latencyMs = milliseconds(answer.seconds);
  if (!rule.good(answer))
    return rule.denied(answer)
      ? { ...failed(t`the key is refused (status ${answer.status})`), latencyMs }
      : { ...rule.otherwise(answer), latencyMs };
  const wrong = await ask(context, question, "wrong");
  const proved = (evidence: string): Probed => ({ verdict: "inconclusive", evidence, latencyMs });
  if ("trouble" in wrong)
    return proved(t`says yes, but a wrong key could not be tried, so nothing is proved: ${wrong.trouble.evidence}`);
  if (rule.good(wrong.answer)) return proved(t`also says yes to a wrong key, so nothing is proved`);
  if (!rule.denied(wrong.answer))
    return proved(t`says status ${wrong.answer.status} to a wrong key, neither yes nor no, so nothing is proved`);
  return {
    verdict: "pass",
    evidence: t`status ${answer.status} in ${figure(answer.seconds, 2)} s; a wrong key is refused (${wrong.answer.status})`,
    latencyMs,
    answer,
  };
}

/** The rule of services that speak HTTP. */
export function byStatus(good: number, denied: readonly number[], hints: Readonly<Record<number, string>> = {}): Rule {
  return {
    good: ({ status }) => status === good,
    denied: ({ status }) => denied.includes(status),
    otherwise({ status }) {
      const told = t`status ${status}${hints[status] === undefined ? "" : `: ${inWords(hints[status])}`}, expected ${good}`;
      if (status === 429) return { verdict: "inconclusive", evidence: t`status 429: asked too often to tell` };
      return status >= 500 ? unknown(told) : failed(told);
    },
  };
}

/** One letter before each piece tells the host whose text it is, so no value can be taken for another. */
function configuration({ lines }: Question): string {
  const text = (piece: string) => `+${piece}\n`;
  const whole = ([option, ...value]: Line) => {
    if (value.length === 0) return text(option);
    return `${text(`${option} = "`)}${value.map((piece) => (piece === key ? "k\n" : piece === login ? "i\n" : text(curlText(piece)))).join("")}${text('"')}`;
  };
  return lines.map((line) => `${whole(line)}.\n`).join("");
}

function troubleOf(problem: string, name: string, { host }: AccessContext): Probed {
  switch (problem) {
    case "missing":
      return failed(t`${name} is not in the settings file`);
    case "empty":
      return failed(t`${name} is empty in the settings file`);
    case "control":
      return failed(t`${name} holds a control character, so it was not sent`);
    case "colon":
      return failed(t`${name} holds a colon, which a login cannot`);
    case "shape":
      return failed(t`${name} has not the shape of such a token, so it was not sent`);
    case "file":
      return unknown(t`the settings file cannot be read`);
    case "printf":
      return unknown(t`the shell on ${host.name} would show the key to others, so nothing was asked`);
    default:
      return unknown(t`${problem} is not installed on ${host.name}`);
  }
}

function late(within: number): string {
  return t`no answer within ${within} s`;
}

function curlTrouble(code: number, within: number): string {
  switch (code) {
    case 2:
    case 4:
    case 26:
      return t`curl is too old for this (for s3: 7.75 or newer)`;
    case 5:
      return t`the proxy's name has no address`;
    case 6:
      return t`the name has no address (DNS)`;
    case 7:
      return t`no connection: refused, or no way there`;
    case 28:
      return late(within);
    case 8:
      return t`not the answer of such a service`;
    case 35:
      return t`no TLS connection comes about`;
    case 51:
    case 60:
      return t`its certificate is not trusted`;
    case 64:
      return t`it offers no TLS`;
    case 16:
    case 18:
    case 52:
    case 55:
    case 56:
    case 92:
      return t`the connection broke before an answer came`;
    default:
      return t`curl ended with ${code} before an answer came`;
  }
}
