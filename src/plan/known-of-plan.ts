import type { PublicFacts } from "../core/redact/known.ts";
import { knownIn } from "../core/redact/known-in.ts";
import type { Plan } from "./schema/schema.ts";

/** The plan's own names: they stand in the repository, so a program's message may repeat them. */
export function knownOfPlan(plan: Plan): PublicFacts {
  return knownIn(plan);
}
