import { t } from "../text/text.ts";
import { type Count, type Counted, type Look, type Looked, type Poll, signalName } from "./poll.ts";
import { type Reason, type WatchState, within } from "./watch-state.ts";
import { wilson } from "./wilson.ts";

export type WatchVerdict = "pass" | "fail" | "inconclusive" | "error";

/** What a poll says of one signal. */
export interface Judged {
  readonly verdict: WatchVerdict;
  /** Bad polls in a row, and good ones since the last bad one. */
  readonly hot: number;
  readonly good: number;
  /** Why the signal is an incident; null while it is none. */
  readonly reason: Reason | null;
}

const minute = 60_000;

/** Burn rates of Google's SRE workbook: 14.4 spends two percent of a month's budget in an hour, 6 five percent in six. */
const fast = { burn: 14.4, short: 5 * minute, long: 60 * minute };
const slow = { burn: 6, short: 30 * minute, long: 360 * minute };
/**
 * Looked at 120 times and more an hour, one in twenty would come every few minutes. At 99.9 % one-sided, and with three
 * polls in a row, it does not.
 */
const z = 3.09;
/** Fewer bad requests than this are an accident. */
const leastBad = 4;
export const inARow = 3;
/** With fewer, a poll without a bad one says little. */
const telling = 10;

/** A signal that is counted: whether its budget burns too fast. `share`: of good ones, as promised. */
export function judgeCounted(state: WatchState, poll: Poll, signal: Counted, share: number): Judged | null {
  const asked = poll[signal];
  if (asked === undefined) return null;
  const promise = 1 - share;
  const near = within(state, signal, poll.at, fast.short);
  const far = within(state, signal, poll.at, fast.long);
  const limit = Math.min(fast.burn * promise, 0.5);
  const fastBurn = isTooMany(near, limit) && far.bad / far.all > limit;
  const slowBurn = [slow.short, slow.long].every((ms) =>
    isTooMany(within(state, signal, poll.at, ms), slow.burn * promise),
  );
  const row = rowAfter({ hot: state.hot[signal], good: state.good[signal] }, asked, { limit, burns: fastBurn });
  if (!fastBurn && !slowBurn) return { ...row, verdict: calmVerdict(asked, { near, far, limit }), reason: null };
  const text = t`${signalName(signal)}: ${near.bad} of ${near.all} bad in ${Math.round(fast.short / minute)} min`;
  return { ...row, verdict: "fail", reason: { kind: signal, text } };
}

function isTooMany({ bad, all }: Count, limit: number): boolean {
  return bad >= leastBad && wilson(bad, all, z).low > limit;
}

/** What came before is in the window for minutes; a row is made of polls that were bad themselves. */
function rowAfter(
  { hot, good }: Pick<Judged, "hot" | "good">,
  asked: Count | null,
  { limit, burns }: { readonly limit: number; readonly burns: boolean },
): Pick<Judged, "hot" | "good"> {
  if (asked === null || asked.all === 0) return { hot, good };
  const isBad = asked.bad / asked.all > limit;
  const goodNow = goodAfter(good, asked, isBad);
  if (!burns || goodNow >= 2) return { hot: 0, good: goodNow };
  return { hot: isBad ? hot + 1 : hot, good: goodNow };
}

function goodAfter(good: number, { bad, all }: Count, isBad: boolean): number {
  if (isBad) return 0;
  return bad > 0 || all >= telling ? good + 1 : good;
}

function calmVerdict(
  asked: Count | null,
  { near, far, limit }: { readonly near: Count; readonly far: Count; readonly limit: number },
): WatchVerdict {
  if (asked === null) return "error";
  return near.all > 0 && wilson(far.bad, far.all).high < limit ? "pass" : "inconclusive";
}

/** A signal that is well or not: one look that is not well is an accident, and so are two. */
export function judgeLooked(state: WatchState, poll: Poll, signal: Looked): Judged | null {
  const asked = poll[signal];
  if (asked === undefined) return null;
  const hot = hotAfter(state.hot[signal], asked);
  const text = signal === "units" ? t`a unit of the service does not run` : t`the bot is not well`;
  return {
    verdict: lookVerdict(asked),
    hot,
    good: state.good[signal],
    reason: hot >= inARow ? { kind: signal, text } : null,
  };
}

function hotAfter(hot: number, asked: Look): number {
  if (asked === null) return hot;
  return asked ? 0 : hot + 1;
}

function lookVerdict(asked: Look): WatchVerdict {
  if (asked === null) return "error";
  return asked ? "pass" : "fail";
}

/** The worst of all. */
export function total(verdicts: readonly WatchVerdict[]): WatchVerdict {
  for (const worst of ["fail", "error", "inconclusive"] as const) if (verdicts.includes(worst)) return worst;
  return verdicts.length === 0 ? "inconclusive" : "pass";
}
