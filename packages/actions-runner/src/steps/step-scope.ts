// What a list of steps (a job's, or a composite action's) sees, and which result its status functions ask about.

import { trackingVariable } from "./end-orphans.ts";
import type { Evaluation, Status } from "../expressions/evaluate.ts";
import { githubVariables } from "../expressions/github-variables.ts";
import type { JobState } from "../jobs/job-state.ts";
import type { StepLog } from "./step-log.ts";

export interface StepContext {
  readonly outputs: Readonly<Record<string, string>>;
  readonly outcome: string;
  readonly conclusion: string;
}

export interface StepScope {
  readonly job: JobState;
  /** The directory `$/` stands for in these steps. */
  readonly root: string;
  readonly inputs: Readonly<Record<string, unknown>>;
  readonly secrets: Readonly<Record<string, string>>;
  readonly steps: Record<string, StepContext>;
  /** `env` of the steps around a composite action. */
  readonly env: Readonly<Record<string, string>>;
  /** action_path and the like, where they differ from the job's. */
  readonly github: Readonly<Record<string, string>>;
  /** The job's result in a job; a composite action has one of its own. */
  readonly result: { status: Status };
  /** Distinguishes two uses of one action. */
  readonly path: string;
  /** Of the step around a composite action: its log takes the lines, its end ends the steps inside. */
  readonly around?: { readonly log: StepLog; readonly signal: AbortSignal; readonly name: string };
}

export function evaluationOf(scope: StepScope, stepEnv: Readonly<Record<string, string>>): Evaluation {
  const { job } = scope;
  const env = { ...job.env, ...scope.env, ...stepEnv };
  return {
    contexts: {
      ...job.contexts,
      github: { ...(job.contexts["github"] as object), ...scope.github },
      job: { ...(job.contexts["job"] as object), status: job.result.status },
      inputs: scope.inputs,
      secrets: scope.secrets,
      steps: scope.steps,
      env,
    },
    success: scope.result.status === "success",
    failure: scope.result.status === "failure",
    cancelled: job.result.status === "cancelled",
  };
}

/** The environment of a process. GitHub's own variables win over what steps set. */
export function processEnv(
  scope: StepScope,
  stepEnv: Readonly<Record<string, string>>,
  action: string,
): Record<string, string> {
  const { job } = scope;
  const env: Record<string, string> = { ...job.run.baseEnv, ...job.env, ...scope.env, ...stepEnv };
  const path = [...job.path, ...(env["PATH"] === undefined ? [] : [env["PATH"]])].join(":");
  // A step that empties the tracking variable keeps its processes alive past the job.
  return {
    CI: "true",
    [trackingVariable]: job.mark,
    ...env,
    PATH: path,
    ...githubVariables(job, { ...scope.github, action }),
  };
}
