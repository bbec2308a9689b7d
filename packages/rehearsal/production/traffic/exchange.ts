import { type Agent, type IncomingHttpHeaders, request } from "node:http";

export interface HttpAnswer {
  readonly status: number;
  readonly headers: IncomingHttpHeaders;
  readonly text: string;
}

/** One request and its whole answer. An answer cut short is an error, never an answer. */
export function exchange(
  url: string,
  o: { readonly method?: string; readonly body?: string; readonly agent?: Agent; readonly timeoutMs?: number } = {},
): Promise<HttpAnswer> {
  return new Promise((resolve, reject) => {
    const call = request(
      url,
      {
        method: o.method ?? "GET",
        agent: o.agent ?? false,
        signal: AbortSignal.timeout(o.timeoutMs ?? 5000),
        headers:
          o.body === undefined
            ? {}
            : { "content-type": "application/json", "content-length": Buffer.byteLength(o.body) },
      },
      (response) => {
        const parts: Buffer[] = [];
        response.on("data", (part: Buffer) => parts.push(part));
        response.once("error", reject);
        response.once("close", () => {
          if (!response.complete) reject(new Error("answer cut short"));
          else
            resolve({
              status: response.statusCode ?? 0,
              headers: response.headers,
              text: Buffer.concat(parts).toString(),
            });
        });
      },
    );
    call.once("error", reject);
    call.end(o.body);
  });
}
