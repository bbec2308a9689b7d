import { randomInt, randomUUID } from "node:crypto";
import { Agent } from "node:http";
import { exchange } from "./exchange.ts";

export { lost } from "./lost.ts";

export interface TrafficOptions {
  readonly siteUrl: string;
  /** How many clients were seeded: bookings are for C-000001 up to this one. */
  readonly clients: number;
  readonly marker: { readonly header: string; readonly value: string };
  readonly writesPerSecond?: number;
  readonly readsPerSecond?: number;
}

export interface Acknowledged {
  readonly uuid: string;
  /** When the whole answer was here, in milliseconds since the epoch. */
  readonly at: number;
}

export interface Failure {
  readonly status: number | string;
  readonly at: number;
}

export interface TrafficReport {
  readonly acknowledged: readonly Acknowledged[];
  readonly attempts: number;
  /** Writes turned away by maintenance mode: 503 with the marker. */
  readonly refused: number;
  readonly failed: readonly Failure[];
  readonly reads: { readonly attempts: number; readonly refused: number; readonly failed: readonly Failure[] };
  /** Of the acknowledged writes; null when there are none. */
  readonly latencyMs: { readonly p50: number; readonly p95: number; readonly p99: number; readonly max: number } | null;
}

export interface Traffic {
  /** So far, in the order of their answers. */
  readonly acknowledged: readonly Acknowledged[];
  /** Waits for the answers that are under way. The same report however often it is called. */
  stop(): Promise<TrafficReport>;
}

function quantiles(values: readonly number[]): TrafficReport["latencyMs"] {
  const sorted = values.toSorted((a, b) => a - b);
  const last = sorted.at(-1);
  if (last === undefined) return null;
  const at = (part: number): number => sorted[Math.ceil(part * sorted.length) - 1] ?? last;
  return { p50: at(0.5), p95: at(0.95), p99: at(0.99), max: last };
}

/** One request of a visitor. */
interface Visit {
  readonly path: string;
  /** The status of a good answer. */
  readonly expected: number;
  /** Of a write. */
  readonly body?: string;
  /** Looks at a good answer; throws where it is none. */
  readonly done?: (text: string) => void;
}

function booking(uuid: string, clients: number): object {
  return {
    uuid,
    client: `C-${String(randomInt(1, clients + 1)).padStart(6, "0")}`,
    starts_at: new Date(Date.now() + randomInt(1, 90) * 86_400_000).toISOString().replace("Z", "+00:00"),
    minutes: 50,
  };
}

/** How a request came to nothing. */
function failureOf(error: unknown): Failure {
  const { code, name, message } = error as NodeJS.ErrnoException;
  return { status: name === "AbortError" ? "timeout" : (code ?? message), at: Date.now() };
}

/** Begins it again and again; undefined where it is never begun. */
function every(
  perSecond: number,
  action: () => Promise<void>,
  underWay: Set<Promise<void>>,
): NodeJS.Timeout | undefined {
  if (perSecond <= 0) return undefined;
  return setInterval(() => {
    const one = action().finally(() => underWay.delete(one));
    underWay.add(one);
  }, 1000 / perSecond);
}

/** Steady visitors: each write has its own uuid and is sent once; what became of it is remembered. */
export function startTraffic(o: TrafficOptions): Traffic {
  const agent = new Agent({ keepAlive: true, maxSockets: 32 });
  const acknowledged: Acknowledged[] = [];
  const latencies: number[] = [];
  const writes = { attempts: 0, refused: 0, failed: [] as Failure[] };
  const reads = { attempts: 0, refused: 0, failed: [] as Failure[] };
  const underWay = new Set<Promise<void>>();

  const send = async (tally: typeof writes, visit: Visit): Promise<void> => {
    const { path, expected, body, done } = visit;
    tally.attempts++;
    try {
      const answer = await exchange(o.siteUrl + path, { agent, ...(body ? { method: "POST", body } : {}) });
      if (answer.status === expected) done?.(answer.text);
      else if (answer.status === 503 && answer.headers[o.marker.header.toLowerCase()] === o.marker.value)
        tally.refused++;
      else tally.failed.push({ status: answer.status, at: Date.now() });
    } catch (error) {
      tally.failed.push(failureOf(error));
    }
  };

  const write = (): Promise<void> => {
    const uuid = randomUUID();
    const start = performance.now();
    const body = JSON.stringify(booking(uuid, o.clients));
    const done = (text: string): void => {
      const stored = (JSON.parse(text) as { uuid?: unknown }).uuid;
      if (stored !== uuid) throw new Error("acknowledged another uuid");
      acknowledged.push({ uuid, at: Date.now() });
      latencies.push(performance.now() - start);
    };
    return send(writes, { path: "/api/bookings/", expected: 201, body, done });
  };
  const read = (): Promise<void> => {
    const newest = acknowledged.at(-1);
    const path = newest && reads.attempts % 2 ? `/api/bookings/${newest.uuid}/` : "/api/clients/?limit=20";
    return send(reads, { path, expected: 200 });
  };

  const timers = [every(o.writesPerSecond ?? 4, write, underWay), every(o.readsPerSecond ?? 1, read, underWay)];

  let report: Promise<TrafficReport> | undefined;
  const finish = async (): Promise<TrafficReport> => {
    for (const timer of timers) clearInterval(timer);
    await Promise.all(underWay);
    agent.destroy();
    return { acknowledged, ...writes, reads, latencyMs: quantiles(latencies) };
  };
  return {
    acknowledged,
    stop() {
      report ??= finish();
      return report;
    },
  };
}
