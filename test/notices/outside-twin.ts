import { createServer, type IncomingMessage } from "node:http";
import type { AddressInfo } from "node:net";

/** One request that came, and what was answered. */
export interface Asked {
  readonly route: string;
  readonly status: number;
  readonly body: Fields;
}

type Fields = Readonly<Record<string, unknown>>;

interface Outside {
  readonly asked: Asked[];
  /** Answers given in place of its own, in turn. 0: taken, and the answer is lost. */
  readonly instead: number[];
  readonly releases: Set<string>;
}

interface Call {
  readonly headers: IncomingMessage["headers"];
  readonly body: Fields;
  readonly part: string;
  readonly releases: Set<string>;
}

/** Status by route, as the services publish it; each refuses what it says it does. */
const routes: readonly (readonly [route: RegExp, answer: (call: Call) => number])[] = [
  [/^POST \/api\/0\/organizations\/clinic\/releases\/$/, sentryRelease],
  [/^POST \/api\/0\/organizations\/clinic\/releases\/([^/]+)\/deploys\/$/, sentryDeploy],
  [/^PATCH \/v1\/pages\/PAGE_ID\/components\/COMPONENT_ID$/, statuspage],
  [/^PUT \/v2\/PAGE_ID\/components\/COMPONENT_ID$/, instatus],
  [/^PUT \/api\/v1\/components\/7$/, cachet],
  [/^POST \/v2\/enqueue$/, pagerDuty],
  [/^POST \/api\/webhooks\/1\/token$/, discord],
];

function sentryRelease({ headers, body, releases }: Call): number {
  if (headers.authorization !== "Bearer SENTRY") return 401;
  const { version, projects, dateReleased } = body;
  if (typeof version !== "string" || version === "" || version.length > 200 || /[\n\t/\\]/.test(version)) return 400;
  if (!Array.isArray(projects) || projects.length === 0 || Number.isNaN(Date.parse(String(dateReleased)))) return 400;
  const again = releases.has(version);
  releases.add(version);
  return again ? 208 : 201;
}

function sentryDeploy({ headers, body, part, releases }: Call): number {
  if (headers.authorization !== "Bearer SENTRY") return 401;
  if (!releases.has(decodeURIComponent(part))) return 404;
  const { environment, name } = body;
  return typeof environment === "string" && environment.length <= 64 && String(name).length <= 64 ? 201 : 400;
}

function statuspage({ headers, body }: Call): number {
  if (headers.authorization !== "OAuth STATUSPAGE") return 401;
  const { status } = (body.component ?? {}) as { status?: string };
  const known = ["operational", "under_maintenance", "degraded_performance", "partial_outage", "major_outage"];
  return known.includes(status ?? "") ? 200 : 422;
}

function instatus({ headers, body }: Call): number {
  if (headers.authorization !== "Bearer INSTATUS") return 401;
  const known = ["OPERATIONAL", "UNDERMAINTENANCE", "DEGRADEDPERFORMANCE", "PARTIALOUTAGE", "MAJOROUTAGE"];
  return known.includes(String(body.status)) ? 200 : 400;
}

function cachet({ headers, body }: Call): number {
  if (headers["x-cachet-token"] !== "CACHET") return 401;
  return [1, 2, 3, 4].includes(body.status as number) ? 200 : 400;
}

function pagerDuty({ body }: Call): number {
  const { routing_key, event_action, dedup_key, payload } = body as Record<string, string> & { payload?: Fields };
  if (routing_key !== "0123456789abcdef0123456789abcdef") return 400;
  if (!["trigger", "acknowledge", "resolve"].includes(event_action ?? "") || (dedup_key ?? "").length > 255) return 400;
  if (event_action !== "trigger") return dedup_key === undefined ? 400 : 202;
  const { summary, source, severity, timestamp } = (payload ?? {}) as unknown as Record<string, string>;
  if (!summary || summary.length > 1024 || !source || Number.isNaN(Date.parse(timestamp ?? ""))) return 400;
  return ["critical", "error", "warning", "info"].includes(severity ?? "") ? 202 : 400;
}

function discord({ body }: Call): number {
  const { content, allowed_mentions } = body as { content?: string; allowed_mentions?: { parse?: unknown[] } };
  if (!content || content.length > 2000) return 400;
  return allowed_mentions?.parse?.length === 0 ? 204 : 400;
}

/** All of them at one address. */
export async function startOutside(t: { after(end: () => void): void }): Promise<Outside & { readonly base: string }> {
  const outside: Outside = { asked: [], instead: [], releases: new Set() };
  const server = createServer(async (request, response) => {
    const parts: Buffer[] = [];
    for await (const part of request) parts.push(part as Buffer);
    const route = `${request.method} ${request.url}`;
    const body = JSON.parse(Buffer.concat(parts).toString()) as Fields;
    const found = routes.find(([pattern]) => pattern.test(route));
    const typed = request.headers["content-type"]?.startsWith("application/json") === true;
    const instead = outside.instead.shift();
    const taken = instead === undefined || instead === 0;
    const part = found?.[0].exec(route)?.[1] ?? "";
    const own = found && typed ? found[1]({ headers: request.headers, body, part, releases: outside.releases }) : 404;
    const status = taken ? own : instead;
    outside.asked.push({ route, status, body });
    if (instead === 0) return void request.socket.destroy();
    response.writeHead(status, status === 429 ? { "retry-after": "1" } : {}).end();
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  t.after(() => (server.closeAllConnections(), server.close()));
  return Object.assign(outside, { base: `http://127.0.0.1:${(server.address() as AddressInfo).port}` });
}
