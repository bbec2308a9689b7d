import { figure } from "../../../core/text/figures.ts";
import { t } from "../../../core/text/text.ts";
import type { Looked } from "../../asking/look-until.ts";
import { shown } from "../../asking/shown.ts";

export interface Arrival {
  /** From sending to seeing it; null when it was not seen. */
  readonly seconds: number | null;
  readonly versions: readonly string[];
}

/** `wait`: seconds that were waited at most. */
export function judgeArrivals(arrivals: readonly Arrival[], version: string, wait: number, previous?: string): Looked {
  const all = arrivals.length;
  const others = arrivals.flatMap(({ versions }) => versions.filter((one) => one !== version));
  if (others.length > 0) {
    const count = arrivals.filter(({ versions }) => versions.some((one) => one !== version)).length;
    const names = [...new Set(others.map((one) => shown(one, [previous])))].join(", ");
    return {
      verdict: "fail",
      evidence: t`${count} of ${all} canary requests logged by ${names}, not by ${version}`,
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
