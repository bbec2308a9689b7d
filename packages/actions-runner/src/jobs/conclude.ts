// What a workflow comes to, from how its jobs ended.

import type { JobOutcome } from "./flow.ts";

export function conclude(outcomes: readonly JobOutcome[], cancelled: boolean): "success" | "failure" | "cancelled" {
  const stopped = outcomes.some((outcome) => outcome.result === "cancelled");
  if (cancelled && stopped) return "cancelled";
  if (outcomes.some((outcome) => outcome.fatal)) return "failure";
  return stopped ? "cancelled" : "success";
}
