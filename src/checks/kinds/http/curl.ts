import { command, type Command, type Finished } from "../../../core/command.ts";
import { saidBy } from "../../../core/errors.ts";
import { t } from "../../../core/text/text.ts";
import type { Host } from "../../../hosts/host.ts";
import type { Asking } from "../../../hosts/requests/as-site.ts";
import { httpRequest, type Login } from "../../../hosts/requests/http-request.ts";
import type { HttpFacts } from "./judge.ts";

/** A request, and the key that it goes with. */
export interface CurlAsking extends Asking {
  readonly login?: Login | undefined;
}

/** A page as the host itself sees it, by its curl. Throws when the host cannot be reached. */
export async function curl(host: Host, asked: string | CurlAsking, withinSeconds: number): Promise<HttpFacts> {
  const { login, ...asking } = typeof asked === "string" ? { url: asked, headers: {}, login: undefined } : asked;
  return login === undefined ? byCurl(host, asking, withinSeconds) : withLogin(host, asking, login, withinSeconds);
}

/** The key goes into curl's standard input on the host, and so does all else. */
async function withLogin(host: Host, asking: Asking, login: Login, within: number): Promise<HttpFacts> {
  const { body, ...answered } = await httpRequest(host, { ...asking, within, login, include: true });
  return { ...answered, ...apart(body) };
}

function argsOf({ url, headers, address }: Asking, withinSeconds: number): string[] {
  return [
    ...["-q", "-sS", "-i", "--globoff", "--noproxy", "*", "--max-time", String(withinSeconds)],
    ...Object.entries(headers).flatMap(([name, value]) => ["-H", `${name}: ${value}`]),
    ...(address === undefined ? [] : ["--connect-to", `::${address}`]),
    ...["-w", "\n%{http_code} %{time_total}", "--", url],
  ];
}

async function byCurl(host: Host, asking: Asking, withinSeconds: number): Promise<HttpFacts> {
  const asked = command("curl", argsOf(asking, withinSeconds), { timeoutSeconds: withinSeconds + 15 });
  const finished = await host.attempt(asked);
  const none = { status: 0, body: "", seconds: finished.seconds };
  if (finished.code === 127 || finished.code === 126) {
    const how = finished.code === 127 ? t`is not installed` : t`cannot be run`;
    return { ...none, seconds: 0, error: t`curl ${how} on ${host.name}`, unasked: true };
  }
  if (finished.timedOut) return { ...none, error: t`curl did not end within ${withinSeconds + 15} s` };
  const cut = finished.stdout.lastIndexOf("\n");
  const [status = "0", seconds = "0"] = finished.stdout.slice(cut + 1).split(" ");
  const error = finished.code === 0 ? undefined : curlError(host, asked, finished);
  return {
    status: finished.code === 0 ? Number(status) : 0,
    ...apart(finished.stdout.slice(0, Math.max(cut, 0))),
    seconds: Number(seconds),
    error,
  };
}

function curlError(host: Host, asked: Command, finished: Finished): string {
  const said = saidBy(asked, { stdout: "", stderr: finished.stderr }, { known: host.known });
  return said === "" ? t`curl ended with exit code ${finished.code}` : said.replace(/^curl: /, "");
}

/** Headers and body of what `curl -i` prints; an answer such as 100 may stand before the real one. */
function apart(text: string): { readonly headers: Readonly<Record<string, string>>; readonly body: string } {
  const [head] = /^HTTP\/[^\n]*\r?\n(?:[^\r\n][^\n]*\n)*\r?\n/.exec(text) ?? [""];
  if (head === "") return { headers: {}, body: text };
  const body = text.slice(head.length);
  if (/^HTTP\/\S+ 1\d\d\b/.test(head)) return apart(body);
  const headers: Record<string, string> = {};
  for (const [, name = "", value = ""] of head.matchAll(/^([^:\s]+):[ \t]*(.*?)\r?$/gm))
    headers[name.toLowerCase()] = name.toLowerCase() in headers ? `${headers[name.toLowerCase()]}, ${value}` : value;
  return { headers, body };
}
