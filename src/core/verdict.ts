/**
 * What a check says. `inconclusive`: no or too little data. `error`: it could not measure.
 * Neither is ever turned into `pass` or `fail`: no data is not health.
 */
export type Verdict = "pass" | "fail" | "inconclusive" | "error";

/** Evidence carries counts, ids and durations, no one's data. */
export interface Judgement {
  readonly verdict: Verdict;
  readonly evidence: string;
  /** Further lines for the job summary. */
  readonly details?: readonly string[];
  /** What GitHub may show at a line of the repository. */
  readonly marks?: readonly Mark[];
}

export interface Mark {
  readonly text: string;
  readonly file?: string;
  readonly line?: number;
}

/** One thing that a check found wrong with one of those it looked at. */
export interface Told {
  readonly verdict: Verdict;
  readonly what: string;
}

/** All that was found, in one judgement. */
export function together(told: readonly Told[]): Judgement {
  return { verdict: worst(told.map(({ verdict }) => verdict)), evidence: told.map(({ what }) => what).join("; ") };
}

const order: readonly Verdict[] = ["pass", "inconclusive", "error", "fail"];

/** The worst of several; `inconclusive` when there is none at all. */
export function worst(verdicts: readonly Verdict[]): Verdict {
  if (verdicts.length === 0) return "inconclusive";
  return verdicts.reduce((a, b) => (order.indexOf(b) > order.indexOf(a) ? b : a));
}
