import { figure } from "../../../core/text/figures.ts";
import { t } from "../../../core/text/text.ts";
import type { Judgement } from "../../../core/verdict.ts";
import { type AskJson, lookedOf } from "../../asking/ask-json.ts";
import { sendCanary, type Sending } from "../../asking/canary.ts";
import type { Looked } from "../../asking/look-until.ts";
import { partial, query } from "./api.ts";
import type { PrometheusCheck } from "./schema.ts";

type Counted = Sending & { readonly canary: NonNullable<PrometheusCheck["canary"]> };

/** A few requests to the service, which a counter has to count. `until`: looks until it passes, or time is over. */
export async function tryCanary(
  ask: AskJson,
  sending: Counted,
  until: (look: () => Promise<Looked>) => Promise<Judgement>,
): Promise<Judgement> {
  const { counter, requests } = sending.canary;
  const before = await counterOf(ask, counter);
  if (typeof before === "object" && before !== null) return before;
  for (let n = 0; n < requests; n++) {
    const wrong = await sendCanary(sending);
    if (wrong !== null) return wrong;
  }
  const sent = performance.now();
  return until(async () => {
    const now = await counterOf(ask, counter);
    if (typeof now === "object" && now !== null) return now;
    return judgeCanary(requests, before, now, (performance.now() - sent) / 1000);
  });
}

/** `before` is null while a new release has not counted anything yet. */
export function judgeCanary(requests: number, before: number | null, now: number | null, seconds: number): Judgement {
  if (now === null) return { verdict: "inconclusive", evidence: t`the canary's counter has no series` };
  const moved = now - (before ?? 0);
  if (moved < 0)
    return { verdict: "fail", evidence: t`the canary's counter fell: what counts was started again meanwhile` };
  if (moved < requests)
    return {
      verdict: "fail",
      evidence: t`${requests} canary requests moved the counter by ${moved}, seen for ${figure(seconds, 1)} s`,
    };
  return { verdict: "pass", evidence: t`${requests} canary requests counted after ${figure(seconds, 1)} s` };
}

async function counterOf(ask: AskJson, expr: string): Promise<number | null | Looked> {
  const found = await query(ask, expr);
  if ("trouble" in found) return lookedOf(found);
  if (found.partial) return partial();
  if (found.values.length > 1)
    return {
      verdict: "error",
      evidence: t`the canary's counter has ${found.values.length} series; sum them in the plan`,
      final: true,
    };
  const value = found.values[0]?.value ?? null;
  return value !== null && !Number.isFinite(value)
    ? { verdict: "inconclusive", evidence: t`the canary's counter has no number` }
    : value;
}
