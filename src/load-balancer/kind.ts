import type { KindProblem } from "../core/kinds.ts";
import type { Host } from "../hosts/host.ts";
import type { HostNeeds } from "../hosts/needs.ts";
import type { Parsed } from "../plan/camel-keys.ts";
import type { z } from "zod";
import type { Bypass } from "./bypass.ts";
import type { Running } from "./drain.ts";

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

/** All that is asked of a kind of balancer; one file. */
export interface BalancerKind<Keys> {
  open(keys: Keys, hosts: { get(name: string): Host }): Balancer;
  /** What has to be there and be allowed on its hosts. */
  needs(keys: Keys): readonly HostNeeds[];
  /** Whether it knows the servers behind it, so that they are waited for before the site opens. */
  knowsServers(keys: Keys): boolean;
  /** What is wrong between its keys, or between them and the plan's hosts. */
  problems(keys: Keys, hosts: readonly string[]): readonly KindProblem[];
}

export function defineBalancer<Schema extends z.ZodType>(schema: Schema, kind: BalancerKind<Parsed<Schema>>) {
  return { schema, ...kind };
}

/** `on` or `off` only where every balancer says so. */
export function togetherOf(said: readonly string[]): "on" | "off" | "mixed" {
  if (said.every((one) => one === "on")) return "on";
  return said.every((one) => one === "off") ? "off" : "mixed";
}
