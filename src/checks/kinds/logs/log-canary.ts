import { randomUUID } from "node:crypto";
import { type Judgement, worst } from "../../../core/verdict.ts";
import { lookedOf } from "../../asking/ask-json.ts";
import { sendCanary } from "../../asking/canary.ts";
import { type Looked, lookUntil } from "../../asking/look-until.ts";
import { type CheckContext, written } from "../../context.ts";
import { type Arrival, judgeArrivals } from "./arrivals.ts";
import { errorsPerRequest } from "./errors-per-request.ts";
import type { LogCheck } from "./log-schema.ts";
import type { LogLine, LogStore } from "./log-store.ts";

const pauses = [2, 4, 8, 15];
/** Clocks of the log's hosts and ours need not agree. */
const slack = 60_000;

/** Requests that nobody else sends; each has to arrive in the log, from the release that should be running. */
export async function checkLog(check: LogCheck, context: CheckContext, store: LogStore): Promise<Judgement> {
  const token = randomUUID();
  const ids = Array.from(
    { length: check.canary.requests },
    (_, index) => `golive-${context.run ?? 0}-${index + 1}-${token}`,
  );
  const began = Date.now();
  const deadline = performance.now() + check.wait * 1000;
  const sent = await sendAll(check, context, ids);
  if ("verdict" in sent) return sent;
  const version = written(check.version.is, context.expected);
  const arrived = await lookUntil(deadline, pauses, context.signal, async (): Promise<Looked> => {
    const found = await store.lines(token, ids, began - slack);
    if ("trouble" in found) return lookedOf(found);
    for (const one of sent.requests) notice(one, found.lines);
    return judgeArrivals(sent.requests.map(arrivalOf), version, check.wait, context.previous);
  });
  if (arrived.verdict !== "pass" || check.errors === undefined) return arrived;
  const rate = await errorsPerRequest(check.errors, context, store);
  return {
    verdict: worst([arrived.verdict, rate.verdict]),
    evidence: rate.verdict === "pass" ? `${arrived.evidence}; ${rate.evidence}` : rate.evidence,
  };
}

/** A request that was sent, and what was seen of it so far. */
interface Sent {
  readonly id: string;
  readonly at: number;
  seconds: number | null;
  readonly versions: Set<string>;
}

async function sendAll(
  { canary, from, within }: LogCheck,
  { hosts, plan }: CheckContext,
  ids: readonly string[],
): Promise<{ readonly requests: readonly Sent[] } | Judgement> {
  const requests: Sent[] = [];
  for (const id of ids) {
    const wrong = await sendCanary({ hosts, plan, canary, from, within }, { [canary.header]: id });
    if (wrong !== null) return wrong;
    requests.push({ id, at: performance.now(), seconds: null, versions: new Set() });
  }
  return { requests };
}

function notice(sent: Sent, found: readonly LogLine[]): void {
  const lines = found.filter(({ text }) => text.includes(sent.id));
  if (lines.length === 0) return;
  sent.seconds ??= (performance.now() - sent.at) / 1000;
  for (const { version } of lines) if (version !== null && version !== "") sent.versions.add(version);
}

function arrivalOf({ seconds, versions }: Sent): Arrival {
  return { seconds, versions: [...versions] };
}
