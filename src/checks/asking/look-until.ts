import { setTimeout as sleep } from "node:timers/promises";
import { t } from "../../core/text/text.ts";
import type { Judgement } from "../../core/verdict.ts";

export interface Looked extends Judgement {
  /** Looking again would not change it. */
  readonly final?: boolean;
}

/** Looks until it passes or nothing would change any more, at most `wait` seconds; the last look counts. */
export async function lookUntil(
  deadline: number,
  pauses: readonly number[],
  signal: AbortSignal | undefined,
  look: () => Promise<Looked>,
): Promise<Judgement> {
  for (let attempt = 0; ; attempt++) {
    const { final, ...judgement } = await look();
    const left = deadline - performance.now();
    if (judgement.verdict === "pass" || final === true || left <= 0) return judgement;
    const pause = (pauses[Math.min(attempt, pauses.length - 1)] ?? 1) * 1000;
    try {
      await sleep(Math.min(pause, left), undefined, { signal });
    } catch {
      return { verdict: "error", evidence: t`cancelled; the last look said: ${judgement.evidence}` };
    }
  }
}
