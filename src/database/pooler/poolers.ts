import type { Problem } from "../../core/errors.ts";
import type { Host } from "../../hosts/host.ts";
import type { HostNeeds } from "../../hosts/needs.ts";
import type { DatabasePlan } from "../postgres.ts";
import type { Pooler, Rest } from "./kind.ts";
import { poolerKind } from "./registry.ts";
import type { PoolerPlan } from "./schema.ts";

interface Hosts {
  get(name: string): Host;
}

function openPoolers(plan: DatabasePlan, hosts: Hosts): Pooler[] {
  return plan.poolers.map((pooler) => {
    const name = hostOf(plan, pooler);
    const programs = name === plan.host ? plan.programs : undefined;
    const pooled = { name: plan.name, observers: plan.observers, programs };
    return poolerKind(pooler).open(pooler, hosts.get(name), pooled);
  });
}

const hostOf = (plan: DatabasePlan, pooler: PoolerPlan) => pooler.host ?? plan.host;

export function poolerNeeds(plan: DatabasePlan): HostNeeds[] {
  return plan.poolers.map((pooler) => ({
    host: hostOf(plan, pooler),
    programs: poolerKind(pooler).programs,
    user: pooler.runAs,
  }));
}

/** What would keep the plan's poolers from being held at night. Changes nothing. */
export async function poolerProblems(plan: DatabasePlan, hosts: Hosts): Promise<Problem[]> {
  return (await Promise.all(openPoolers(plan, hosts).map((pooler) => pooler.problems()))).flat();
}

/**
 * Does something with the service's database while no pooler has a session in it. They go on whatever becomes of it; a
 * run that is lost meanwhile leaves them held, until the next one, or a person who opens the site, lets them go on.
 */
export async function withPoolersHeld<T>(
  { plan, hosts, rest }: { readonly plan: DatabasePlan; readonly hosts: Hosts; readonly rest: Rest },
  work: () => Promise<T>,
): Promise<T> {
  const poolers = openPoolers(plan, hosts);
  let result: T;
  try {
    for (const pooler of poolers) await pooler.hold(rest);
    result = await work();
  } catch (error) {
    // The failure itself is what has to be told.
    await Promise.all(poolers.map((pooler) => pooler.release().catch(() => {})));
    throw error;
  }
  for (const pooler of poolers) await pooler.release();
  return result;
}

/** Lets queries through again that a lost run held back. */
export async function releasePoolers(plan: DatabasePlan, hosts: Hosts): Promise<void> {
  for (const pooler of openPoolers(plan, hosts)) await pooler.release();
}
