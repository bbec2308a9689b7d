import { z } from "zod";
import { kindNamed, schemasOf } from "../core/kinds.ts";
import type { Parsed } from "../plan/camel-keys.ts";
import { byCommand } from "./command.ts";
import { haproxy } from "./haproxy/haproxy.ts";
import type { BalancerKind } from "./kind.ts";
import { nginx } from "./nginx.ts";
import { noBalancer } from "./none.ts";

/** Every kind of balancer, one line each. */
const kinds = [
  nginx, //
  haproxy,
  byCommand,
  noBalancer,
] as const;

export const balancerSchema = z
  .discriminatedUnion("kind", schemasOf(kinds))
  .describe("How visitors are sent to the maintenance page.");
export type BalancerPlan = Parsed<typeof balancerSchema>;

export function balancerKind({ kind }: BalancerPlan): BalancerKind<BalancerPlan> {
  return kindNamed(kinds, "kind", kind);
}
