import type { Host } from "../hosts/host.ts";
import type { HostNeeds } from "../hosts/needs.ts";
import type { Balancer } from "./kind.ts";
import { type BalancerPlan, balancerKind } from "./registry.ts";

export type { Balancer, Servers } from "./kind.ts";
export type { BalancerPlan } from "./registry.ts";

export function openBalancer(plan: BalancerPlan, hosts: { get(name: string): Host }): Balancer {
  return balancerKind(plan).open(plan, hosts);
}

export function balancerNeeds(plan: BalancerPlan): readonly HostNeeds[] {
  return balancerKind(plan).needs(plan);
}

/** Whether it knows the servers behind it, so that they are waited for before the site opens. */
export function knowsServers(plan: BalancerPlan): boolean {
  return balancerKind(plan).knowsServers(plan);
}

/** Whether a page can be put up. Without one the stop of the services is the closing. */
export function hasPage({ kind }: Pick<BalancerPlan, "kind">): boolean {
  return kind !== "none";
}

/** Whether the plan has a way past the page. Not every kind has one to name. */
export function hasWayPast(plan: BalancerPlan): boolean {
  return "bypass" in plan && plan.bypass !== undefined;
}

/** How long running requests are waited for, where the plan wants that. Not every kind can tell of them. */
export function drainOf(plan: BalancerPlan): { readonly within: number } | undefined {
  return "drain" in plan ? plan.drain : undefined;
}
