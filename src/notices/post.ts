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
  readonly headers?: Readonly<Record<string, string>>;
  readonly proxy?: string | undefined;
  readonly signal: AbortSignal;
}

const patienceMs = 8000;
const mostBytes = 64 * 1024;

/** One POST, through a proxy where there is one. Never throws; an error never names the address, which may be a secret. */
export function post(url: string, body: string, { headers = {}, proxy, signal }: PostOptions): Promise<Posted> {
  return new Promise((resolve) => {
    let arrived = false;
    const nothing = (error: string): void => resolve({ status: 0, body: "", arrived, error, retryAfter: null });
    let target: URL;
    try {
      target = new URL(url);
    } catch {
      return nothing(t`its key is no address`);
    }
    const late = AbortSignal.any([signal, AbortSignal.timeout(patienceMs)]);
    const secure = target.protocol === "https:";
    const go = (socket?: RequestOptions["createConnection"]) => {
      const all = {
        method: "POST",
        signal: late,
        agent: false as const,
        headers: {
          "content-type": "application/json",
          "content-length": String(Buffer.byteLength(body)),
          "user-agent": "golive",
          connection: "close",
          ...headers,
        },
      };
      const sent = (secure ? httpsRequest : httpRequest)(
        target,
        { ...all, ...(socket === undefined ? {} : { createConnection: socket }) },
        (answer) => {
          let text = "";
          answer.setEncoding("utf8");
          answer.on("data", (part: string) => (text.length < mostBytes ? (text += part) : answer.destroy()));
          answer.on("end", () =>
            resolve({
              status: answer.statusCode ?? 0,
              body: text,
              arrived: true,
              error: "",
              retryAfter: answer.headers["retry-after"] === undefined ? null : Number(answer.headers["retry-after"]),
            }),
          );
          answer.on("error", () => nothing(t`the answer broke off`));
        },
      );
      sent.on("finish", () => (arrived = true));
      sent.on("error", (error: NodeJS.ErrnoException) =>
        nothing(late.aborted ? t`no answer in time` : (error.code ?? t`no connection`)),
      );
      sent.end(body);
    };
    if (proxy === undefined) return go();
    const way = new URL(proxy);
    const port = target.port || (secure ? "443" : "80");
    const tunnel = httpRequest({
      host: way.hostname,
      port: way.port || 80,
      method: "CONNECT",
      path: `${target.hostname}:${port}`,
      signal: late,
      agent: false,
    });
    tunnel.on("connect", (answer, socket) => {
      if (answer.statusCode !== 200) {
        socket.destroy();
        return nothing(t`the proxy says ${answer.statusCode}`);
      }
      go((() =>
        secure ? tlsConnect({ socket, servername: target.hostname }) : socket) as RequestOptions["createConnection"]);
    });
    tunnel.on("error", (error: NodeJS.ErrnoException) =>
      nothing(late.aborted ? t`the proxy does not answer` : t`the proxy: ${error.code ?? t`no connection`}`),
    );
    tunnel.end();
  });
}
