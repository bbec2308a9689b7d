import type { Hosts } from "../hosts/open-hosts.ts";
import type { Plan } from "../plan/schema.ts";
import { commandBalancer } from "./command.ts";
import { haproxyBalancer } from "./haproxy.ts";
import { nginxBalancer } from "./nginx.ts";

export type BalancerPlan = Plan["load-balancer"];

/** Puts the maintenance page up and down. Both may be called again without harm. */
export interface Balancer {
  /** `reason` is kept with the page for whoever finds it there. */
  on(reason: string): Promise<void>;
  off(): Promise<void>;
  /** `mixed`: not the same on every balancer. Throws when it cannot tell. */
  status(): Promise<"on" | "off" | "mixed">;
}

export function openBalancer(plan: BalancerPlan, hosts: Hosts): Balancer {
  switch (plan.kind) {
    case "nginx":
      return nginxBalancer(plan, plan.hosts.map((name) => hosts.get(name)));
    case "haproxy":
      return haproxyBalancer(plan, plan.hosts.map((name) => hosts.get(name)));
    case "command":
      return commandBalancer(plan, hosts.get(plan.host));
  }
}
