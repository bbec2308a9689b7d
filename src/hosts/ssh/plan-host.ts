import { InternalError } from "../../core/errors.ts";
import type { PlanHost } from "../../plan/schema/schema.ts";

export type SshPlanHost = Extract<PlanHost, { connect: "ssh" }>;

/** A host on the way to another one. */
export type Jump = Exclude<NonNullable<SshPlanHost["via"]>[number], string>;

/** The hosts on the way, from the runner on. */
export function jumpsOf({ via = [] }: SshPlanHost): readonly Jump[] {
  return via.map((one) => {
    if (typeof one === "string") throw new InternalError(`the way by ${one} is not written out`);
    return one;
  });
}
