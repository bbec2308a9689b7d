import type { Hosts } from "../hosts/open-hosts.ts";
import type { Plan } from "../plan/schema/schema.ts";
import type { Bypass } from "./bypass.ts";
import { commandBalancer } from "./command.ts";
import type { Running } from "./drain.ts";
import { haproxyBalancer } from "./haproxy.ts";
import { nginxBalancer } from "./nginx.ts";

export type BalancerPlan = Plan["loadBalancer"];

/** Puts the maintenance page up and down. Both may be called again without harm. */
export interface Balancer {
  /** `reason` is kept with the page for whoever finds it there. */
  on(reason: string): Promise<void>;
  off(): Promise<void>;
  /** `mixed`: not the same on every balancer. Throws when it cannot tell. */
  status(): Promise<"on" | "off" | "mixed">;
  /** Where the plan has a way past the page. */
  readonly bypass?: Bypass;
  /** Where the plan waits for running requests. Throws when it cannot tell. */
  readonly running?: Running;
  /** Where the balancer's servers are known. */
  readonly servers?: Servers;
}

/** The servers behind the balancers, as far as the plan names them. */
export interface Servers {
  /** Those that get no visitors, and why: `lb-1: app-2 is DOWN`. Empty when all are ready. */
  missing(): Promise<readonly { readonly balancer: string; readonly server: string; readonly state: string }[]>;
  /** No new request for the server of this host, at any balancer; read back. */
  takeOut(host: string): Promise<void>;
  /** It gets requests again, once its health checks let it; that it is no longer taken out is read back. */
  putBack(host: string): Promise<void>;
}

export function openBalancer(plan: BalancerPlan, hosts: Hosts): Balancer {
  switch (plan.kind) {
    case "nginx":
      return nginxBalancer(
        plan,
        plan.hosts.map((name) => hosts.get(name)),
      );
    case "haproxy":
      return haproxyBalancer(
        plan,
        plan.hosts.map((name) => hosts.get(name)),
      );
    case "command":
      return commandBalancer(plan, hosts.get(plan.host));
  }
}
