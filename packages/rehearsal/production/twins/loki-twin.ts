import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";

/** A log with the part of Loki's published HTTP API that a launch needs: push, query_range of lines, query of a count. */
export interface LokiTwin {
  readonly url: string;
  /** What was asked, in order. */
  readonly asked: readonly URL[];
  push(labels: Readonly<Record<string, string>>, line: string, atMs?: number): void;
  stop(): Promise<void>;
}

interface Entry {
  readonly labels: Readonly<Record<string, string>>;
  readonly nanoseconds: bigint;
  readonly line: string;
}

export interface LokiTwinOptions {
  readonly port?: number;
  /** Where it listens; loopback unless told. */
  readonly address?: string;
  /** Whoever names no tenant is refused, as with auth_enabled. */
  readonly tenants?: boolean;
}

class Refused extends Error {}

/** What is kept, and how more of it comes in. */
interface Log {
  readonly stored: Entry[];
  readonly tenants: boolean;
  readonly push: LokiTwin["push"];
}

export async function startLokiTwin({
  port = 0,
  address = "127.0.0.1",
  tenants = false,
}: LokiTwinOptions = {}): Promise<LokiTwin> {
  const stored: Entry[] = [];
  const asked: URL[] = [];
  const push: LokiTwin["push"] = (labels, line, atMs = Date.now()) => {
    stored.push({ labels, nanoseconds: BigInt(Math.floor(atMs)) * 1_000_000n, line });
  };
  const server = createServer((request, response) => {
    const url = new URL(request.url ?? "/", "http://loki");
    asked.push(url);
    void serve({ stored, tenants, push }, url, request, response);
  });
  await new Promise<void>((resolve) => server.listen(port, address, resolve));
  return {
    url: `http://${address}:${(server.address() as AddressInfo).port}`,
    asked,
    push,
    stop: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

async function serve(log: Log, url: URL, request: IncomingMessage, response: ServerResponse): Promise<void> {
  const { status, text, data } = await answerTo(log, url, request).catch(refused);
  if (data !== undefined)
    response
      .writeHead(status, { "content-type": "application/json; charset=UTF-8" })
      .end(JSON.stringify({ status: "success", data: { ...data, stats: {} } }));
  else if (text !== undefined)
    response.writeHead(status, { "content-type": "text/plain; charset=utf-8" }).end(`${text}\n`);
  else response.writeHead(status).end();
}

interface LokiAnswer {
  readonly status: number;
  readonly text?: string;
  readonly data?: object;
}

function refused(error: unknown): LokiAnswer {
  return error instanceof Refused ? { status: 400, text: error.message } : { status: 500, text: "internal" };
}

async function answerTo(log: Log, url: URL, request: IncomingMessage): Promise<LokiAnswer> {
  if (log.tenants && !request.headers["x-scope-orgid"]) return { status: 401, text: "no org id" };
  switch (url.pathname) {
    case "/ready":
      return { status: 200, text: "ready" };
    case "/loki/api/v1/push":
      return request.method === "POST" ? takeLines(log, await bodyOf(request)) : unknownPage;
    case "/loki/api/v1/query_range":
      return { status: 200, data: linesIn(log, url) };
    case "/loki/api/v1/query":
      return { status: 200, data: countIn(log, url) };
    default:
      return unknownPage;
  }
}

const unknownPage: LokiAnswer = { status: 404, text: "404 page not found" };

interface Pushed {
  readonly streams: readonly {
    readonly stream: Record<string, string>;
    readonly values: readonly (readonly [nanoseconds: string, line: string])[];
  }[];
}

function takeLines({ stored }: Log, body: string): LokiAnswer {
  const { streams } = JSON.parse(body) as Pushed;
  for (const { stream, values } of streams)
    for (const [nanoseconds, line] of values) stored.push({ labels: stream, nanoseconds: BigInt(nanoseconds), line });
  return { status: 204 };
}

function linesIn({ stored, push }: Log, url: URL): object {
  const query = url.searchParams.get("query") ?? "";
  const [start, end] = [momentOf(url, "start"), momentOf(url, "end")];
  const limit = Number(url.searchParams.get("limit") ?? 100);
  if (limit > 5000) throw new Refused("max entries limit per query exceeded, limit > max_entries_limit (5000)");
  const found = stored.filter(matcherOf(query)).filter(({ nanoseconds }) => nanoseconds >= start && nanoseconds < end);
  // As Loki does when it collects its own log: the question itself is a line.
  push({ container: "loki" }, ownLine(query));
  const newest = found.toSorted((a, b) => Number(b.nanoseconds - a.nanoseconds)).slice(0, limit);
  return { resultType: "streams", result: streamsOf(newest) };
}

function ownLine(query: string): string {
  const where = "caller=metrics.go:159 component=querier org_id=fake latency=fast";
  const what = `query=${JSON.stringify(query)} query_hash=1 query_type=filter range_type=range`;
  return `level=info ts=${new Date().toISOString()} ${where} ${what}`;
}

function countIn({ stored }: Log, url: URL): object {
  const query = url.searchParams.get("query") ?? "";
  const counted = /^sum\(count_over_time\((.*) \[(\d+)s\]\)\)$/s.exec(query);
  if (!counted) throw new Refused("parse error : not a query that this twin knows");
  const time = momentOf(url, "time");
  const from = time - BigInt(counted[2] ?? 0) * 1_000_000_000n;
  const count = stored
    .filter(matcherOf(counted[1] ?? ""))
    .filter(({ nanoseconds }) => nanoseconds > from && nanoseconds <= time).length;
  return {
    resultType: "vector",
    result: count === 0 ? [] : [{ metric: {}, value: [Number(time) / 1e9, String(count)] }],
  };
}

async function bodyOf(request: IncomingMessage): Promise<string> {
  const parts: Buffer[] = [];
  for await (const part of request) parts.push(part as Buffer);
  return Buffer.concat(parts).toString();
}

function momentOf(url: URL, name: string): bigint {
  const text = url.searchParams.get(name) ?? "";
  if (!/^\d{19}$/.test(text)) throw new Refused(`invalid ${name}: this twin takes nanoseconds only`);
  return BigInt(text);
}

/** A selector of = and =~, then filters |= and !=. */
function matcherOf(query: string): (entry: Entry) => boolean {
  const string = String.raw`"(?:[^"\\]|\\.)*"`;
  const whole = new RegExp(
    String.raw`^\{((?:\s*\w+\s*=~?\s*${string}\s*,?)+)\}((?:\s*(?:\|=|!=)\s*${string})*)\s*$`,
  ).exec(query);
  if (!whole) throw new Refused("parse error at line 1, col 1: syntax error");
  const labels = [...(whole[1] ?? "").matchAll(new RegExp(String.raw`(\w+)\s*(=~?)\s*(${string})`, "g"))].map(
    ([, name = "", operator, value = '""']) => ({ name, value: JSON.parse(value) as string, regex: operator === "=~" }),
  );
  const filters = [...(whole[2] ?? "").matchAll(new RegExp(String.raw`(\|=|!=)\s*(${string})`, "g"))].map(
    ([, operator, value = '""']) => ({ wanted: operator === "|=", text: JSON.parse(value) as string }),
  );
  return (entry) =>
    labels.every(({ name, value, regex }) =>
      regex ? new RegExp(`^(?:${value})$`).test(entry.labels[name] ?? "") : (entry.labels[name] ?? "") === value,
    ) && filters.every(({ wanted, text }) => entry.line.includes(text) === wanted);
}

function streamsOf(entries: readonly Entry[]): object[] {
  const streams = new Map<string, { stream: Entry["labels"]; values: [string, string][] }>();
  for (const { labels, nanoseconds, line } of entries) {
    const key = JSON.stringify(labels);
    const stream = streams.get(key) ?? { stream: labels, values: [] };
    stream.values.push([String(nanoseconds), line]);
    streams.set(key, stream);
  }
  return [...streams.values()];
}
