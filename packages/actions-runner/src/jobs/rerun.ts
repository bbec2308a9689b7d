// "Re-run failed jobs": what succeeded or was skipped is kept with its outputs, unless something before it runs again.

import type { Flow, JobOutcome } from "./flow.ts";
import { reportJob } from "./report-job.ts";
import type { JobResult } from "../workflow-run.ts";

type Needs = ReadonlyMap<string, readonly string[]>;

/** The jobs of this workflow that an earlier attempt settled. */
export function settledJobs(flow: Flow, needs: Needs): ReadonlySet<string> {
  const settled = new Map<string, boolean>();
  const isSettled = (id: string): boolean => {
    const known = settled.get(id);
    if (known !== undefined) return known;
    const results = resultsOf(flow, id);
    const kept = results.length > 0 && results.every(({ result }) => result === "success" || result === "skipped");
    const answer = kept && (needs.get(id) ?? []).every(isSettled);
    settled.set(id, answer);
    return answer;
  };
  return new Set([...needs.keys()].filter(isSettled));
}

/** Jobs behind one that runs again run again as well, inside a called workflow too. */
export function earlierInside(flow: Flow, job: string, needs: readonly string[], settled: ReadonlySet<string>) {
  return needs.every((id) => settled.has(id)) && resultsOf(flow, job).length > 0 ? flow.earlier : [];
}

export function keepJob(flow: Flow, id: string): JobOutcome {
  const own = `${flow.idPrefix}${id}`;
  // A workflow that was called has results of its jobs as well.
  const all = flow.earlier.filter((result) => isOf(result, own) || result.id.startsWith(`${own}/`));
  for (const result of all) reportJob(flow, result, "completed", result);
  const legs = resultsOf(flow, id);
  const outputs = Object.assign({}, ...legs.map((leg) => leg.outputs)) as Readonly<Record<string, string>>;
  const result = legs.every((leg) => leg.result === "skipped") ? "skipped" : "success";
  return { result, outputs, fatal: false };
}

function resultsOf(flow: Flow, id: string): readonly JobResult[] {
  return flow.earlier.filter((result) => isOf(result, `${flow.idPrefix}${id}`));
}

/** The job itself, or a leg of its matrix. */
function isOf(result: JobResult, id: string): boolean {
  return result.id === id || (result.id.startsWith(`${id} (`) && result.id.endsWith(")"));
}
