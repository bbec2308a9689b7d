// Telling the caller how a job stands, and keeping how it ended.

import type { Flow, JobOutcome } from "./flow.ts";
import type { JobResult, JobStatus } from "../workflow-run.ts";

interface About {
  readonly id: string;
  readonly name: string;
}

export function reportJob(flow: Flow, { id, name }: About, status: JobStatus["status"], result?: JobResult): void {
  if (result !== undefined) flow.finished.push(result);
  flow.run.onJob?.({ id, name, status, ...(result === undefined ? {} : { conclusion: result.result }) });
}

/** A job that could not be run as it is written. */
export function refusedJob(flow: Flow, about: About, error: unknown): JobOutcome {
  return endedJob(flow, about, "failure", error instanceof Error ? error.message : String(error));
}

/** A job that was cancelled before its turn came. */
export function cancelledJob(flow: Flow, about: About, message: string | null): JobOutcome {
  return endedJob(flow, about, "cancelled", message);
}

function endedJob(
  flow: Flow,
  { id, name }: About,
  result: "failure" | "cancelled",
  message: string | null,
): JobOutcome {
  const annotations = message === null ? [] : [{ level: "error", message }];
  reportJob(flow, { id, name }, "completed", { id, name, result, outputs: {}, steps: [], annotations });
  return { result, outputs: {}, fatal: result === "failure" };
}
