import { deferred } from "../core/deferred.ts";
import { showDuration } from "../core/text/figures.ts";
import { t } from "../core/text/text.ts";
import type { Judgement } from "../core/verdict.ts";
import type { CheckContext } from "./context.ts";
import { kindOf, type PlanCheck } from "./registry.ts";

/** Runs one check of the plan, no longer than its limit. What a check cannot measure is `error`, told in its own words. */
export async function runCheck(check: PlanCheck, context: CheckContext): Promise<Judgement> {
  const over = new AbortController();
  const limit = deferred<Judgement>();
  const timer = setTimeout(() => {
    limit.resolve({
      verdict: "error",
      evidence: t`did not come to an end within its limit of ${showDuration(check.limit)}`,
    });
    over.abort();
  }, check.limit * 1000);
  const judged = kindOf(check).run(check, {
    ...context,
    signal: context.signal ? AbortSignal.any([context.signal, over.signal]) : over.signal,
  });
  // One that ends after its limit is heard no more.
  judged.catch(() => {});
  return Promise.race([judged, limit.promise]).finally(() => clearTimeout(timer));
}

export function checkTitle(check: PlanCheck): string {
  return check.title ?? kindOf(check).title(check);
}
