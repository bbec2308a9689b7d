import { dnsChangeStep, rollbackDns } from "../../journal/steps/steps.ts";
import { t } from "../../core/text/text.ts";
import { changeTitle } from "../../dns/change.ts";
import type { DnsChange } from "../../dns/schema.ts";
import { type Before } from "../../dns/way.ts";
import { begun, type LaunchState } from "../../journal/state.ts";
import type { Plan } from "../../plan/schema/schema.ts";

export const changeId = ({ id }: Pick<DnsChange, "id">) => dnsChangeStep.of(id).id;
export const backId = ({ id }: Pick<DnsChange, "id">) => rollbackDns.of(id).id;

/** What stood there before this launch; null when it did not get to change it. */
export function oldOf(state: LaunchState, change: DnsChange): Before | null {
  return (dnsChangeStep.of(change.id).facts(state).old as Before | null | undefined) ?? null;
}

/** For the comment that tells of a rollback: changes that are not as they were. */
export function dnsNotBack({ dns }: Plan, state: LaunchState): string {
  const left = dns.flatMap((change) =>
    state.steps.get(backId(change))?.status === "skipped" ? [state.steps.get(backId(change))?.note ?? ""] : [],
  );
  return left.join(" ");
}

/** For a launch that a person ends by hand: what it changed stays, and is told. */
export function dnsStays({ dns }: Plan, state: LaunchState): string[] {
  return dns
    .filter((change) => oldOf(state, change) !== null && !begun(state, backId(change)))
    .map((change) => t`DNS: ${changeTitle(change)} was begun by this launch and stays as it is now`);
}
