import { z } from "zod";
import { readPart } from "./read-part.ts";

const named = z.object({ approval: z.object({ plans: z.array(z.string()) }) });

/** Paths in `approval.plans`, whatever else of the plan holds. */
export function plansNamed(text: string): readonly string[] {
  return readPart(text, named)?.approval.plans ?? [];
}
