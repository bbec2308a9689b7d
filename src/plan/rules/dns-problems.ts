import { changeKind } from "../../dns/registry.ts";
import type { KindProblem } from "../../core/kinds.ts";
import type { Plan } from "../schema/schema.ts";

/** Changes that would undo one another, as their kind sees it. */
export function dnsProblems({ dns }: Pick<Plan, "dns">): KindProblem[] {
  return dns.flatMap((change, index) => {
    const before = dns.slice(0, index).filter(({ kind }) => kind === change.kind);
    const found = changeKind(change).problems?.(change, before) ?? [];
    return found.map(({ place, ...problem }) => ({ ...problem, place: { path: ["dns", index, ...place.path] } }));
  });
}
