import { t } from "../../../core/text/text.ts";
import type { Judgement } from "../../../core/verdict.ts";
import { judgeErrorShare } from "../../asking/error-share.ts";
import type { PrometheusQuery } from "./schema.ts";

/** `second`: what stands behind the first, number by number: all requests, or how many samples there were. */
export function judgeQuery(one: PrometheusQuery, first: readonly number[], second?: readonly number[]): Judgement {
  if (one.bad !== undefined) return judgeRatio(one, first, second ?? []);
  if (first.length === 0) return { verdict: "inconclusive", evidence: t`no data` };
  if (first.some((value) => !Number.isFinite(value))) return { verdict: "inconclusive", evidence: t`no number` };
  return sampleProblem(one, second ?? []) ?? judgeThreshold(one, first);
}

function sampleProblem({ samples: expr, leastSamples }: PrometheusQuery, found: readonly number[]): Judgement | null {
  if (expr === undefined) return null;
  const [samples, ...more] = found;
  if (more.length > 0)
    return { verdict: "error", evidence: t`samples has ${more.length + 1} series; sum them in the plan` };
  if (samples !== undefined && samples >= leastSamples) return null;
  return {
    verdict: "inconclusive",
    evidence: t`${number(samples ?? 0)} {0:sample|samples|samples}, and the plan wants ${leastSamples}`,
  };
}

function judgeThreshold({ atMost: most, atLeast: least }: PrometheusQuery, values: readonly number[]): Judgement {
  const high = Math.max(...values);
  const low = Math.min(...values);
  if (most !== undefined && high > most) return { verdict: "fail", evidence: t`${number(high)}, at most ${most}` };
  if (least !== undefined && low < least) return { verdict: "fail", evidence: t`${number(low)}, at least ${least}` };
  const above = most === undefined ? "" : t`, at most ${most}`;
  const below = least === undefined ? "" : t`, at least ${least}`;
  return { verdict: "pass", evidence: `${number(most === undefined ? low : high)}${above}${below}` };
}

function judgeRatio(one: PrometheusQuery, first: readonly number[], second: readonly number[]): Judgement {
  if (first.length > 1 || second.length > 1)
    return { verdict: "error", evidence: t`more than one series; sum them in the plan` };
  const [bad] = first.map(Math.round);
  const [all] = second.map(Math.round);
  if (all === undefined || Number.isNaN(all))
    return { verdict: "inconclusive", evidence: t`no data about all requests` };
  if (bad === undefined || Number.isNaN(bad))
    return {
      verdict: "inconclusive",
      evidence: t`no data about bad ones; where none is usual, write (…) or vector(0)`,
    };
  return judgeErrorShare(bad, all, limitOf(one));
}

function limitOf(one: PrometheusQuery): number {
  return one.atMost ?? one.burn * (1 - (one.slo ?? 100) / 100);
}

function number(value: number): string {
  return String(Number(value.toPrecision(4)));
}
