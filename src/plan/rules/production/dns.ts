import { changeKind } from "../../../dns/registry.ts";
import type { PlanProblem } from "../../judge/plan-problem.ts";
import type { Plan } from "../../schema/schema.ts";
import { type Rule, rule } from "../rule.ts";
import { twice } from "../shared.ts";

export const dnsRules: readonly Rule[] = [
  rule("dns-ids-differ", { problems: ({ dns }) => twice(["dns"], dns) }),
  rule("dns-changes-agree", { problems: conflicts }),
];

/** Changes that would undo one another, as their kind sees it. */
function conflicts({ dns }: Pick<Plan, "dns">): PlanProblem[] {
  return dns.flatMap((change, index) => {
    const before = dns.slice(0, index).filter(({ kind }) => kind === change.kind);
    const found = changeKind(change).problems?.(change, before) ?? [];
    return found.map(({ place, ...problem }) => ({ ...problem, place: { path: ["dns", index, ...place.path] } }));
  });
}
