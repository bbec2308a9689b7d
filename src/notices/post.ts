import { request as httpRequest, type RequestOptions } from "node:http";
import { request as httpsRequest } from "node:https";
import { connect as tlsConnect } from "node:tls";
import { t } from "../core/text/text.ts";

export interface Posted {
  /** 0: no answer; `arrived` says whether it may have got there. */
  readonly status: number;
  readonly body: string;
  readonly arrived: boolean;
  readonly error: string;
  readonly retryAfter: number | null;
}

export interface PostOptions {
  readonly method?: "POST" | "PUT" | "PATCH";
  readonly headers?: Readonly<Record<string, string>>;
  readonly proxy?: string | undefined;
  readonly signal: AbortSignal;
}

type Connect = RequestOptions["createConnection"];

const patienceMs = 8000;
const mostBytes = 64 * 1024;

/** One request, through a proxy where there is one. Never throws; an error never names the address, which may be a secret. */
export async function post(
  url: string,
  body: string,
  { method = "POST", headers = {}, proxy, signal }: PostOptions,
): Promise<Posted> {
  const target = URL.parse(url);
  if (target === null || !/^https?:$/.test(target.protocol)) return unanswered(t`its key is no address`);
  const late = AbortSignal.any([signal, AbortSignal.timeout(patienceMs)]);
  if (proxy === undefined) return posted(target, body, { method, headers, signal: late });
  const tunnel = await tunnelTo(target, new URL(proxy), late);
  if ("error" in tunnel) return unanswered(tunnel.error);
  return posted(target, body, { method, headers, signal: late, connect: tunnel.connect });
}

function unanswered(error: string, arrived = false): Posted {
  return { status: 0, body: "", arrived, error, retryAfter: null };
}

interface Request {
  readonly method: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly signal: AbortSignal;
  readonly connect?: Connect;
}

function posted(target: URL, body: string, { method, headers, signal, connect }: Request): Promise<Posted> {
  return new Promise((resolve) => {
    let arrived = false;
    const sent = (isSecure(target) ? httpsRequest : httpRequest)(
      target,
      {
        method,
        signal,
        agent: false,
        headers: {
          "content-type": "application/json",
          "content-length": String(Buffer.byteLength(body)),
          "user-agent": "golive",
          connection: "close",
          ...headers,
        },
        ...(connect === undefined ? {} : { createConnection: connect }),
      },
      (answer) => {
        let text = "";
        answer.setEncoding("utf8");
        answer.on("data", (part: string) => {
          if (text.length < mostBytes) text += part;
          else answer.destroy();
        });
        const after = answer.headers["retry-after"];
        answer.on("end", () =>
          resolve({
            status: answer.statusCode ?? 0,
            body: text,
            arrived: true,
            error: "",
            retryAfter: after === undefined ? null : Number(after),
          }),
        );
        answer.on("error", () => resolve(unanswered(t`the answer broke off`, arrived)));
      },
    );
    sent.on("finish", () => {
      arrived = true;
    });
    sent.on("error", (error: NodeJS.ErrnoException) =>
      resolve(unanswered(signal.aborted ? t`no answer in time` : (error.code ?? t`no connection`), arrived)),
    );
    sent.end(body);
  });
}

/** A way to the target through an HTTP proxy. */
function tunnelTo(
  target: URL,
  proxy: URL,
  signal: AbortSignal,
): Promise<{ readonly connect: Connect } | { readonly error: string }> {
  const port = target.port || (isSecure(target) ? "443" : "80");
  return new Promise((resolve) => {
    const tunnel = httpRequest({
      host: proxy.hostname,
      port: proxy.port || 80,
      method: "CONNECT",
      path: `${target.hostname}:${port}`,
      signal,
      agent: false,
    });
    tunnel.on("connect", (answer, socket) => {
      if (answer.statusCode === 200) {
        const through = () => (isSecure(target) ? tlsConnect({ socket, servername: target.hostname }) : socket);
        return resolve({ connect: through as Connect });
      }
      socket.destroy();
      resolve({ error: t`the proxy says ${answer.statusCode}` });
    });
    tunnel.on("error", (error: NodeJS.ErrnoException) =>
      resolve({
        error: signal.aborted ? t`the proxy does not answer` : t`the proxy: ${error.code ?? t`no connection`}`,
      }),
    );
    tunnel.end();
  });
}

function isSecure({ protocol }: URL): boolean {
  return protocol === "https:";
}
