import { t } from "../../../core/text/text.ts";
import type { Judgement } from "../../../core/verdict.ts";
import type { Trouble } from "../../asking/ask-json.ts";
import { judgeErrorShare } from "../../asking/error-share.ts";
import { percent } from "../../asking/shown.ts";
import type { CheckContext } from "../../context.ts";
import type { ErrorLines } from "./log-schema.ts";
import type { LogStore } from "./log-store.ts";

const hour = 3_600_000;

interface Share {
  readonly bad: number;
  readonly all: number;
}

/** Lines that speak of an error by request, since the release was started, and in the hour before the site closed. */
export async function errorsPerRequest(
  errors: ErrorLines,
  { since, closedAt }: CheckContext,
  store: LogStore,
): Promise<Judgement> {
  const now = Date.now();
  const after = await shareOf(store, errors, since === undefined ? now - hour : Date.parse(since), now);
  if ("trouble" in after) return after.trouble;
  if (after.all === 0) return { verdict: "inconclusive", evidence: t`errors by request: no request is in the log` };
  const closed = closedAt === undefined ? null : Date.parse(closedAt);
  const before = closed === null ? null : await shareOf(store, errors, closed - hour, closed);
  // One request may write several lines.
  const judged = judgeErrorShare(Math.min(after.bad, after.all), after.all, errors.atMostRatio);
  return { verdict: judged.verdict, evidence: t`errors by request: ${judged.evidence}${beforeText(before)}` };
}

/** Queries that the log does not take, each with its reason. */
export async function unansweredBy(errors: ErrorLines | undefined, store: LogStore): Promise<readonly string[]> {
  if (errors === undefined) return [];
  const now = Date.now();
  const share = await shareOf(store, errors, now - hour, now);
  return "trouble" in share ? [share.trouble.evidence] : [];
}

async function shareOf(store: LogStore, errors: ErrorLines, from: number, to: number): Promise<Share | Trouble> {
  const [bad, all] = await Promise.all([store.count(errors.query, from, to), store.count(errors.requests, from, to)]);
  if ("trouble" in bad) return bad;
  return "trouble" in all ? all : { bad: bad.count, all: all.count };
}

function beforeText(before: Share | Trouble | null): string {
  if (before === null || "trouble" in before || before.all === 0) return "";
  return t`; before: ${before.bad} of ${before.all} (${percent(before.bad / before.all)})`;
}
