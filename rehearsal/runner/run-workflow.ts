// A small GitHub Actions runner: the real workflow files, the real actions, on this machine.
//
// What it leaves out on purpose: `concurrency` and `run-name` are read and have no effect; every job runs on this
// machine whatever Linux label `runs-on` names. What it cannot do it refuses, with the file and the line.

import { dispatchInputs } from "./dispatch-inputs.ts";
import { conclude } from "./conclude.ts";
import { githubContext, workflowPath } from "./github-context.ts";
import { namedSecrets } from "./job-secrets.ts";
import { loadWorkflow } from "./load-workflow.ts";
import { type Token, child, entries, items, literal, placeOf } from "./read-token.ts";
import { runJobs } from "./run-jobs.ts";
import { WorkflowRefused } from "./workflow-refused.ts";
import type { JobResult, RunResult, WorkflowRun } from "./workflow-run.ts";

export { WorkflowRefused } from "./workflow-refused.ts";
export type * from "./workflow-run.ts";

/** Rejects with `WorkflowRefused`, before anything runs, where GitHub would not start the run or this runner cannot. */
export async function runWorkflow(run: WorkflowRun): Promise<RunResult> {
  const workflow = await loadWorkflow({
    file: run.workflowFile,
    root: run.actionsRoot,
    repository: run.repository,
    ref: run.ref,
    sha: run.sha,
    remoteActions: run.remoteActions,
  });
  const trigger = triggerOf(workflow.tokens, run.event.name);
  const inputs =
    run.event.name === "workflow_dispatch" ? dispatchInputs(child(trigger, "inputs"), run.event.inputs ?? {}) : {};
  const finished: JobResult[] = [];
  const cancel = run.signal ?? new AbortController().signal;
  const ended = await runJobs({
    run,
    workflow,
    github: githubContext({ run, workflowName: literal(child(workflow.tokens, "name")) ?? workflowPath(run), inputs }),
    inputs,
    secrets: namedSecrets(run.secrets),
    onlyNamedSecrets: false,
    permissions: undefined,
    idPrefix: "",
    namePrefix: "",
    cancel,
    finished,
  });
  return { conclusion: conclude([...ended.values()], cancel.aborted), jobs: finished };
}

function triggerOf(workflow: Token, event: string): Token | undefined {
  const on = child(workflow, "on");
  const withOptions = entries(on).find(([name]) => name === event)?.[1];
  if (withOptions !== undefined) return withOptions;
  if (on !== undefined && items(on).some((item) => literal(item) === event)) return undefined;
  throw new WorkflowRefused([`${on === undefined ? "?" : placeOf(on)}: the workflow does not have '${event}' trigger`]);
}
