// What expressions and processes see in a list of steps.

import { trackingVariable } from "./end-orphans.ts";
import type { Evaluation } from "../expressions/evaluate.ts";
import { githubVariables } from "../expressions/github-variables.ts";
import type { StepScope } from "../running-job.ts";

export function evaluationOf(scope: StepScope, stepEnv: Readonly<Record<string, string>>): Evaluation {
  const { job } = scope;
  const env = { ...job.env, ...scope.env, ...stepEnv };
  return {
    contexts: {
      ...job.contexts,
      github: { ...(job.contexts.github as object), ...scope.github },
      job: { ...(job.contexts.job as object), status: job.result.status },
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
  const path = [...job.path, ...(env.PATH === undefined ? [] : [env.PATH])].join(":");
  // A step that empties the tracking variable keeps its processes alive past the job.
  return {
    CI: "true",
    [trackingVariable]: job.mark,
    ...env,
    PATH: path,
    ...githubVariables(job, { ...scope.github, action }),
  };
}
