// `environment:` of a job, and the wait for its approval.

import { type Evaluation, evaluateText } from "./evaluate.ts";
import type { Flow, Leg } from "./flow.ts";
import { isMapping } from "./github-parser.ts";
import { type Token, child, literal } from "./read-token.ts";
import { reportJob } from "./report-job.ts";

export interface Environment {
  readonly name: string;
  readonly deployment: boolean;
}

export function environmentOf(token: Token | undefined, at: Evaluation): Environment | undefined {
  if (token === undefined) return undefined;
  const name = evaluateText(isMapping(token) ? child(token, "name") : token, at) ?? "";
  // An expression that comes to nothing means a job without an environment.
  return name === "" ? undefined : { name, deployment: literal(child(token, "deployment")) !== "false" };
}

export async function passGate(
  flow: Flow,
  leg: Leg,
  environment: string | undefined,
): Promise<"approved" | "rejected" | "cancelled"> {
  if (leg.cancel.aborted && !leg.survivesCancel()) return "cancelled";
  if (environment === undefined) return "approved";
  reportJob(flow, leg, "waiting");
  let onCancel: (() => void) | undefined;
  const cancelled = new Promise<"cancelled">((resolve) => {
    onCancel = () => {
      if (!leg.survivesCancel()) resolve("cancelled");
    };
    leg.cancel.addEventListener("abort", onCancel);
  });
  try {
    return await Promise.race([flow.run.gate(leg.id, environment), cancelled]);
  } finally {
    if (onCancel !== undefined) leg.cancel.removeEventListener("abort", onCancel);
  }
}
