// A small GitHub Actions runner: the real workflow files, the real actions, on this machine.
//
// What it leaves out on purpose: `run-name` is read and has no effect; every job runs on this machine, whatever runner
// takes it. What it cannot do it refuses, with the file and the line.

import { dispatchInputs } from "./workflow/dispatch-inputs.ts";
import { conclude } from "./jobs/conclude.ts";
import { githubContext, workflowPath } from "./expressions/github-context.ts";
import { namedSecrets } from "./jobs/job-secrets.ts";
import { loadWorkflow } from "./workflow/load-workflow.ts";
import { type Token, child, entries, items, literal, placeOf } from "./workflow/read-token.ts";
import { runJobs } from "./jobs/run-jobs.ts";
import { takeTurn } from "./jobs/take-turn.ts";
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
  const github = githubContext({
    run,
    workflowName: literal(child(workflow.tokens, "name")) ?? workflowPath(run),
    inputs,
  });
  // Before any job's `if` is looked at: a run of which nothing will happen takes its turn all the same.
  const turn = await takeTurn({
    run,
    token: child(workflow.tokens, "concurrency"),
    evaluation: { contexts: { github, inputs, vars: run.vars }, success: true, failure: false, cancelled: false },
    signal: run.signal ?? new AbortController().signal,
    held: [],
    name: "",
  });
  if ("message" in turn) return notRun(turn.message);
  const finished: JobResult[] = [];
  try {
    const ended = await runJobs({
      run,
      workflow,
      github,
      inputs,
      secrets: namedSecrets(run.secrets),
      onlyNamedSecrets: false,
      permissions: undefined,
      idPrefix: "",
      namePrefix: "",
      cancel: turn.signal,
      held: turn.held,
      earlier: run.earlier ?? [],
      finished,
      runJobs,
    });
    return { conclusion: conclude([...ended.values()], turn.signal.aborted), jobs: finished };
  } finally {
    turn.leave();
  }
}

function notRun(message: string | null): RunResult {
  const annotations = message === null ? [] : [{ level: "error", message }];
  return { conclusion: "cancelled", jobs: [], annotations };
}

function triggerOf(workflow: Token, event: string): Token | undefined {
  const on = child(workflow, "on");
  const withOptions = entries(on).find(([name]) => name === event)?.[1];
  if (withOptions !== undefined) return withOptions;
  if (on !== undefined && items(on).some((item) => literal(item) === event)) return undefined;
  throw new WorkflowRefused([`${on === undefined ? "?" : placeOf(on)}: the workflow does not have '${event}' trigger`]);
}
