// A `uses:` step: its main part, or what it wants done before the job's first step.

import { actionInputs, warnAboutInputs } from "./action-inputs.ts";
import { findAction } from "./find-action.ts";
import type { Action } from "./load-action.ts";
import type { Token } from "../workflow/read-token.ts";
import { runComposite } from "./run-composite.ts";
import { runNode } from "./run-node.ts";
import type { ActionPart, StepEffect, StepPlan, StepRun, StepScope } from "../running-job.ts";

export async function runAction(at: StepRun, step: Token, part: ActionPart): Promise<StepEffect> {
  const { scope, plan } = at;
  const action = findAction(scope, step, scope.job.workspace);
  if (action === undefined) throw new Error("The action cannot be found");
  const inputs = actionInputs(at, action, step);
  if (part === "main") warnAboutInputs(at, action, step);
  const { runs } = action;
  if (runs.using === "composite") return runComposite(at, { action, steps: runs.steps, inputs, part });
  if (part === "main" && runs.pre !== undefined && action.source.local)
    at.log.note(`##[warning]\`pre\` execution is not supported for local action from '${action.source.uses}'`);
  postLater(at, action, step);
  const script = part === "pre" ? runs.pre : runs.main;
  return script === undefined
    ? { failed: false, outputs: {}, summary: "" }
    : runNode(at, { action, script, inputs, state: useOf(scope, plan).state });
}

function useOf(scope: StepScope, plan: StepPlan): { readonly state: Record<string, string>; posted: boolean } {
  const { uses } = scope.job;
  const use = uses.get(plan.path) ?? { state: {}, posted: false };
  uses.set(plan.path, use);
  return use;
}

function postLater(at: StepRun, action: Action, step: Token): void {
  const { scope, plan } = at;
  const use = useOf(scope, plan);
  if (action.runs.using !== "node24" || action.runs.post === undefined || use.posted) return;
  use.posted = true;
  const script = action.runs.post;
  const { around: _, ...rest } = scope;
  scope.job.posts.push({
    // At the end of the job the step around has gone, and status functions ask about the job.
    scope: { ...rest, result: scope.job.result },
    plan: {
      ...plan,
      id: undefined,
      prefix: "Post ",
      condition: action.runs.postIf,
      continueOnError: undefined,
      timeoutMinutes: undefined,
      // `with` is evaluated again: an input may ask for the job's status.
      execute: (post) => runNode(post, { action, script, inputs: actionInputs(post, action, step), state: use.state }),
    },
  });
}
