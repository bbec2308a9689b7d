import { t } from "../core/text/text.ts";
import type { CheckedPlan } from "./context.ts";
import type { CheckProblem } from "./define-check.ts";

/** Of a check that goes past the maintenance page: whether the plan has a way. */
export function noWayPast({ loadBalancer }: CheckedPlan, path: readonly string[]): CheckProblem[] {
  if (loadBalancer.bypass !== undefined) return [];
  return [
    {
      code: "bypass-missing",
      path,
      what: t`the plan names no way past the maintenance page`,
      mend: t`add load-balancer.bypass (docs/maintenance.md)`,
    },
  ];
}

/** A release that is only tried stands behind no page. */
export function noPageYet(): CheckProblem[] {
  return [
    {
      code: "bypass-of-a-trial",
      path: [],
      what: t`the day before there is no page to go past`,
      mend: t`take the bypass out`,
    },
  ];
}
