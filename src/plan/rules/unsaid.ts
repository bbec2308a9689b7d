import type { Problem } from "../../core/errors.ts";
import { filesUnsaid } from "./files-problems.ts";
import { stepsUnsaid } from "./rollback-problems.ts";
import type { Plan } from "../schema/schema.ts";

/**
 * What whoever launches has to say once. Asked where a launch is planned, and never on the way back: a plan that was
 * launched before this was asked is still a plan.
 */
export function unsaid(plan: Plan, file: string): Problem[] {
  return [...filesUnsaid(plan, file), ...stepsUnsaid(plan, file)];
}
