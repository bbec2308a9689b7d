import { randomUUID } from "node:crypto";
import { figure } from "../core/text/figures.ts";
import { t } from "../core/text/text.ts";
import { type Judgement, worst } from "../core/verdict.ts";
import { httpRequest } from "../hosts/requests/http-request.ts";
import { type Looked, lookUntil, percent, shown, type Trouble } from "./ask-json.ts";
import type { CheckContext } from "./check.ts";
import { judgeErrorShare } from "./prometheus.ts";
import type { ElasticsearchCheck, LokiCheck } from "./schema.ts";

/** A line of the log that holds one of the ids. `version`: what it says it is of, or null. */
export interface LogLine {
  readonly text: string;
  readonly version: string | null;
}

/** How an answer of the log's own API is had: the lines with an id since a moment, and how many lines a query finds. */
export interface LogStore {
  lines(
    token: string,
    ids: readonly string[],
    fromMs: number,
  ): Promise<{ readonly lines: readonly LogLine[] } | Trouble>;
  count(query: string, fromMs: number, toMs: number): Promise<{ readonly count: number } | Trouble>;
}

export interface Arrival {
  /** From sending to seeing it; null when it was not seen. */
  readonly seconds: number | null;
  readonly versions: readonly string[];
}

type LogCheck = LokiCheck | ElasticsearchCheck;

const pauses = [2, 4, 8, 15];
const hour = 3_600_000;
/** Clocks of the log's hosts and ours need not agree. */
const slack = 60_000;

/** Requests that nobody else sends; each has to arrive in the log, from the release that should be running. */
export async function checkLog(check: LogCheck, context: CheckContext, store: LogStore): Promise<Judgement> {
  const { hosts, expected, previous, signal } = context;
  const { canary } = check;
  const from = canary.from ?? check.from;
  const token = randomUUID();
  const ids = Array.from({ length: canary.requests }, (_, index) => `golive-${context.run ?? 0}-${index + 1}-${token}`);
  const began = Date.now();
  const deadline = performance.now() + check.wait * 1000;
  const sent: number[] = [];
  for (const id of ids) {
    const answer = await httpRequest(from === undefined ? null : hosts.get(from), {
      url: canary.url,
      within: check.within,
      headers: { [canary.header]: id },
    });
    if (answer.unasked === true) return { verdict: "error", evidence: answer.error ?? t`not asked` };
    if (answer.status === 0 || answer.status >= 500)
      return {
        verdict: "fail",
        evidence: t`the canary got ${answer.status === 0 ? t`no answer: ${answer.error}` : t`status ${answer.status}`}`,
      };
    sent.push(performance.now());
  }
  const wanted = check.version.is.replaceAll("{tag}", expected.tag).replaceAll("{commit}", expected.commit);
  const seen: { seconds: number | null; versions: Set<string> }[] = ids.map(() => ({
    seconds: null,
    versions: new Set(),
  }));
  const arrived = await lookUntil(deadline, pauses, signal, async (): Promise<Looked> => {
    const found = await store.lines(token, ids, began - slack);
    if ("trouble" in found) return { ...found.trouble, final: found.final };
    for (const [index, id] of ids.entries()) {
      const one = seen[index];
      const lines = found.lines.filter(({ text }) => text.includes(id));
      if (one === undefined || lines.length === 0) continue;
      one.seconds ??= (performance.now() - (sent[index] ?? 0)) / 1000;
      for (const { version } of lines) if (version !== null && version !== "") one.versions.add(version);
    }
    return judgeArrivals(
      seen.map(({ seconds, versions }) => ({ seconds, versions: [...versions] })),
      wanted,
      check.wait,
      previous,
    );
  });
  if (arrived.verdict !== "pass" || check.errors === undefined) return arrived;
  const rate = await errorsPerRequest(check.errors, context, store);
  return {
    verdict: worst([arrived.verdict, rate.verdict]),
    evidence: rate.verdict === "pass" ? `${arrived.evidence}; ${rate.evidence}` : rate.evidence,
  };
}

export function judgeArrivals(arrivals: readonly Arrival[], version: string, wait: number, previous?: string): Looked {
  const all = arrivals.length;
  const others = arrivals.flatMap(({ versions }) => versions.filter((one) => one !== version));
  if (others.length > 0) {
    const count = arrivals.filter(({ versions }) => versions.some((one) => one !== version)).length;
    return {
      verdict: "fail",
      evidence: t`${count} of ${all} canary requests logged by ${[...new Set(others.map((one) => shown(one, [previous])))].join(", ")}, not by ${version}`,
      final: true,
    };
  }
  const there = arrivals.filter(({ seconds }) => seconds !== null);
  if (there.length < all)
    return {
      verdict: "fail",
      evidence: t`${there.length === 0 ? t`none` : there.length} of ${all} canary requests in the log within ${wait} s`,
    };
  const unnamed = arrivals.filter(({ versions }) => versions.length === 0);
  if (unnamed.length > 0)
    return { verdict: "inconclusive", evidence: t`${unnamed.length} of ${all} canary lines name no version` };
  return {
    verdict: "pass",
    evidence: t`${all} of ${all} canary requests logged by ${version}, after ${latencies(there)}`,
  };
}

function latencies(arrivals: readonly Arrival[]): string {
  const seconds = arrivals.map((one) => one.seconds ?? 0);
  const [least, most] = [figure(Math.min(...seconds), 1), figure(Math.max(...seconds), 1)];
  return least === most ? t`${most} s` : t`${least}–${most} s`;
}

/** Lines that speak of an error by request, since the release was started, and in the hour before the site closed. */
async function errorsPerRequest(
  errors: NonNullable<LogCheck["errors"]>,
  context: CheckContext,
  store: LogStore,
): Promise<Judgement> {
  const now = Date.now();
  const since = context.since === undefined ? now - hour : Date.parse(context.since);
  const share = async (from: number, to: number) => {
    const [bad, all] = await Promise.all([store.count(errors.query, from, to), store.count(errors.requests, from, to)]);
    return "trouble" in bad ? bad : "trouble" in all ? all : { bad: bad.count, all: all.count };
  };
  const after = await share(since, now);
  if ("trouble" in after) return after.trouble;
  if (after.all === 0) return { verdict: "inconclusive", evidence: t`errors by request: no request is in the log` };
  const closed = context.closedAt === undefined ? null : Date.parse(context.closedAt);
  const before = closed === null ? null : await share(closed - hour, closed);
  const was =
    before === null || "trouble" in before || before.all === 0
      ? ""
      : t`; before: ${before.bad} of ${before.all} (${percent(before.bad / before.all)})`;
  // One request may write several lines.
  const judged = judgeErrorShare(Math.min(after.bad, after.all), after.all, errors.atMostRatio);
  return { verdict: judged.verdict, evidence: t`errors by request: ${judged.evidence}${was}` };
}
