import { parseDocument } from "yaml";
import { z } from "zod";

const named = z.object({ approval: z.object({ plans: z.array(z.string()) }) });

/** Paths in `approval.plans`, whatever else of the plan holds. */
export function plansNamed(text: string): readonly string[] {
  try {
    const found = named.safeParse(parseDocument(text, { prettyErrors: false }).toJS({ maxAliasCount: 50 }));
    return found.success ? found.data.approval.plans : [];
  } catch {
    return [];
  }
}
