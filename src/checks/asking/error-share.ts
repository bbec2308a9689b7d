import { t } from "../../core/text/text.ts";
import type { Judgement, Verdict } from "../../core/verdict.ts";
import { judgeShare } from "../../core/watch/wilson.ts";
import { percent } from "./shown.ts";

/** The share of bad ones against a limit, by the interval of Wilson. */
export function judgeErrorShare(bad: number, all: number, limit: number): Judgement {
  const told = t`${bad} bad of ${all}, at most ${percent(limit)}`;
  if (bad > all || bad < 0 || !Number.isFinite(bad) || !Number.isFinite(all))
    return { verdict: "error", evidence: t`${told}: these do not belong together` };
  const verdict: Verdict = judgeShare(bad, all, limit);
  return { verdict, evidence: verdict === "inconclusive" ? t`${told}: too few to tell` : told };
}
