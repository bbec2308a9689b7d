// `environment:` of a job, and the wait for its approval.

import { type Evaluation, evaluateText } from "../expressions/evaluate.ts";
import type { Flow, Leg } from "./flow.ts";
import { isMapping } from "../workflow/github-parser.ts";
import { type Token, child, literal } from "../workflow/read-token.ts";
import { reportJob } from "./report-job.ts";
import type { Annotation, Verdict } from "../workflow-run.ts";

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

export async function passGate(flow: Flow, leg: Leg, environment: string | undefined): Promise<Verdict | "cancelled"> {
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

/** What GitHub writes on a job that an environment did not let through. */
export function refusalOf(verdict: Verdict | "cancelled", environment: string, ref: string): readonly Annotation[] {
  if (verdict === "rejected") return [{ level: "error", message: `The deployment to ${environment} was rejected.` }];
  if (verdict !== "not-allowed") return [];
  const kind = ref.startsWith("refs/tags/") ? "Tag" : "Branch";
  const name = ref.replace(/^refs\/(heads|tags)\//, "");
  return [
    {
      level: "error",
      message: `${kind} "${name}" is not allowed to deploy to ${environment} due to environment protection rules.`,
    },
    { level: "error", message: "The deployment was rejected or didn't satisfy other protection rules." },
  ];
}
