// Telling the caller how a job stands, and keeping how it ended.

import type { Flow, JobOutcome } from "./flow.ts";
import type { JobResult, JobStatus } from "./workflow-run.ts";

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
  const message = error instanceof Error ? error.message : String(error);
  reportJob(flow, about, "completed", {
    id: about.id,
    name: about.name,
    result: "failure",
    outputs: {},
    steps: [],
    annotations: [{ level: "error", message }],
  });
  return { result: "failure", outputs: {}, fatal: true };
}
