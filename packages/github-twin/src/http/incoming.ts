import type { IncomingMessage } from "node:http";

export interface Incoming {
  readonly method: string;
  /** As it came over the wire, without the query. */
  readonly path: string;
  readonly search: URLSearchParams;
  readonly token: string | null;
  readonly accept: string;
  readonly agent: string;
  /** `undefined`: none sent. `malformed`: sent, but not JSON. */
  readonly body: unknown;
  readonly malformed: boolean;
}

export async function incoming(request: IncomingMessage): Promise<Incoming> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk as Buffer);
  const text = Buffer.concat(chunks).toString("utf8");
  const [path = "/", search = ""] = (request.url ?? "/").split("?");
  let body: unknown;
  let malformed = false;
  if (text !== "")
    try {
      body = JSON.parse(text);
    } catch {
      malformed = true;
    }
  return {
    method: request.method ?? "GET",
    path,
    search: new URLSearchParams(search),
    token: /^(?:bearer|token) +(\S+)$/i.exec(request.headers.authorization ?? "")?.[1] ?? null,
    accept: request.headers.accept ?? "",
    agent: request.headers["user-agent"] ?? "",
    body,
    malformed,
  };
}
