import { askerOf } from "../../checks/asking/ask-json.ts";
import { valueAt } from "../../core/json-path.ts";
import type { Launch } from "../launch/context.ts";

/** What users said, as numbers: nothing else leaves the form or the poll. `null`: that number is not known. */
export interface FeedbackTotals {
  readonly numbers: readonly { readonly title: string; readonly value: number | null }[];
  /** Why one is not known, or undefined. */
  readonly trouble?: string;
}

/** Asked once, for the report. Null when the plan names no totals. */
export async function feedbackTotals({ plan, hosts }: Pick<Launch, "plan" | "hosts">): Promise<FeedbackTotals | null> {
  const totals = plan.watch?.feedback?.totals;
  if (totals === undefined) return null;
  const answer = await askerOf(new URL(totals.url).host, totals, { hosts, plan })("");
  if ("trouble" in answer)
    return { numbers: totals.numbers.map(({ title }) => ({ title, value: null })), trouble: answer.trouble.evidence };
  return { numbers: totals.numbers.map(({ title, path }) => ({ title, value: numberAt(answer.json, path) })) };
}

/** A list counts by its length: some services give the answers and no total. */
function numberAt(json: unknown, path: string): number | null {
  const value = valueAt(json, path);
  if (Array.isArray(value)) return value.length;
  return typeof value === "number" && Number.isFinite(value) ? value : null;
}
