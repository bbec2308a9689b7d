import { isScalar, parseDocument } from "yaml";
import { usePlan } from "./load.ts";
import type { Plan } from "./schema/schema.ts";

/**
 * The plan of a launch that an older golive opened. What is in a tag stays as it was written, and the launch has its way
 * back also after a key got another name. `deploy.keep` was how many releases stay, and is files now.
 */
export function useOlderPlan(text: string, file: string): Plan {
  const document = parseDocument(text, { prettyErrors: false });
  const kept = document.errors.length === 0 ? document.getIn(["deploy", "keep"], true) : undefined;
  if (!isScalar(kept) || typeof kept.value !== "number") return usePlan(text, file);
  document.deleteIn(["deploy", "keep"]);
  document.setIn(["deploy", "keep-releases"], kept.value);
  return usePlan(document.toString(), file);
}
