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
  /** Whoever names no tenant is refused, as with auth_enabled. */
  readonly tenants?: boolean;
}

class Refused extends Error {}

export async function startLokiTwin({ port = 0, tenants = false }: LokiTwinOptions = {}): Promise<LokiTwin> {
  const stored: Entry[] = [];
  const asked: URL[] = [];
  const push: LokiTwin["push"] = (labels, line, atMs = Date.now()) =>
    void stored.push({ labels, nanoseconds: BigInt(Math.floor(atMs)) * 1_000_000n, line });
  const handle = async (request: IncomingMessage, answer: ServerResponse): Promise<void> => {
    const url = new URL(request.url ?? "/", "http://loki");
    asked.push(url);
    const text = (status: number, body: string) =>
      void answer.writeHead(status, { "content-type": "text/plain; charset=utf-8" }).end(`${body}\n`);
    const json = (data: object) =>
      void answer
        .writeHead(200, { "content-type": "application/json; charset=UTF-8" })
        .end(JSON.stringify({ status: "success", data: { ...data, stats: {} } }));
    if (tenants && !request.headers["x-scope-orgid"]) return text(401, "no org id");
    if (url.pathname === "/ready") return text(200, "ready");
    try {
      if (request.method === "POST" && url.pathname === "/loki/api/v1/push") {
        const { streams } = JSON.parse(await bodyOf(request)) as {
          streams: { stream: Record<string, string>; values: [string, string][] }[];
        };
        for (const { stream, values } of streams)
          for (const [nanoseconds, line] of values)
            stored.push({ labels: stream, nanoseconds: BigInt(nanoseconds), line });
        return void answer.writeHead(204).end();
      }
      const query = url.searchParams.get("query") ?? "";
      if (url.pathname === "/loki/api/v1/query_range") {
        const [start, end] = [momentOf(url, "start"), momentOf(url, "end")];
        const limit = Number(url.searchParams.get("limit") ?? 100);
        if (limit > 5000) throw new Refused("max entries limit per query exceeded, limit > max_entries_limit (5000)");
        const found = stored
          .filter(matcherOf(query))
          .filter(({ nanoseconds }) => nanoseconds >= start && nanoseconds < end);
        // As Loki does when it collects its own log: the question itself is a line.
        push(
          { container: "loki" },
          `level=info ts=${new Date().toISOString()} caller=metrics.go:159 component=querier org_id=fake latency=fast query=${JSON.stringify(query)} query_hash=1 query_type=filter range_type=range`,
        );
        return json({
          resultType: "streams",
          result: streamsOf(found.toSorted((a, b) => Number(b.nanoseconds - a.nanoseconds)).slice(0, limit)),
        });
      }
      if (url.pathname === "/loki/api/v1/query") {
        const counted = /^sum\(count_over_time\((.*) \[(\d+)s\]\)\)$/s.exec(query);
        if (!counted) throw new Refused("parse error : not a query that this twin knows");
        const time = momentOf(url, "time");
        const from = time - BigInt(counted[2] ?? 0) * 1_000_000_000n;
        const count = stored
          .filter(matcherOf(counted[1] ?? ""))
          .filter(({ nanoseconds }) => nanoseconds > from && nanoseconds <= time).length;
        return json({
          resultType: "vector",
          result: count === 0 ? [] : [{ metric: {}, value: [Number(time) / 1e9, String(count)] }],
        });
      }
      text(404, "404 page not found");
    } catch (error) {
      if (error instanceof Refused) return text(400, error.message);
      text(500, "internal");
    }
  };
  const server = createServer((request, answer) => void handle(request, answer));
  await new Promise<void>((resolve) => server.listen(port, "127.0.0.1", resolve));
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    asked,
    push,
    stop: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
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
