import { type Command, command, script } from "../../core/command.ts";
import { t } from "../../core/text/text.ts";
import type { Host } from "../host.ts";
import { readSettings } from "../settings/settings.ts";
import { curlConfiguration, withKeyOpen } from "./curl-text.ts";
import { type Answered, mostBytes, type Question } from "./question.ts";
import { withKey as withKeySh } from "./scripts.ts";

/**
 * The key goes from its file through the shell's own memory into curl's standard input: no argument, no environment, no
 * file.
 */
const withKey = `${readSettings}\n${withKeySh}\n`;

const curlWords = [
  ...["-q", "-s", "--globoff", "--noproxy", "*", "--max-filesize", String(mostBytes)],
  ...["-w", "\n%{http_code} %{time_total}", "--config", "-"],
];

/** A request by the host's own curl. */
export async function fromHost(host: Host, question: Question): Promise<Answered> {
  const { within, login } = question;
  const finished = await host.attempt(curlCommand(question));
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
  if (problem !== undefined) return none(keyProblem(problem, host.name, login?.secret ?? ""), true);
  const cut = finished.stdout.lastIndexOf("\n");
  const [status = "0", seconds = "0", code = String(finished.code)] = finished.stdout.slice(cut + 1).split(" ");
  if (code !== "0") return none(curlSays(Number(code), within));
  return { status: Number(status), body: finished.stdout.slice(0, Math.max(cut, 0)), seconds: Number(seconds) };
}

function curlCommand(question: Question): Command {
  const { url, within, login } = question;
  const lines = curlConfiguration(question);
  // curl takes fractions as well, the limit around it whole seconds.
  const options = { label: `curl ${new URL(url).origin}`, timeoutSeconds: Math.ceil(within) + 15 };
  if (login === undefined)
    return command("curl", ["--max-time", String(within), ...curlWords], {
      stdin: `${lines.join("\n")}\n`,
      ...options,
    });
  return script(withKey, [login.file, login.secret, String(within)], {
    stdin: withKeyOpen(lines, login),
    ...options,
    ...(login.as === undefined ? {} : { user: login.as }),
  });
}

/** Why the script asked nothing. */
function keyProblem(problem: string, host: string, secret: string): string {
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

/** Exit codes of curl. */
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
