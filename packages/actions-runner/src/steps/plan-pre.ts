// What the actions of a job want done before its first step.

import type { Action } from "../actions/load-action.ts";
import { items, type Token } from "../workflow/read-token.ts";
import { findAction } from "../actions/find-action.ts";
import type { StepPlan, StepScope } from "../running-job.ts";

export function planPre(scope: StepScope, planned: StepPlan & { readonly token: Token }): StepPlan | undefined {
  // An action in the workspace is not there yet, so its `pre` never runs.
  const action = findAction(scope, planned.token, undefined);
  if (action === undefined || !hasPre(scope, action)) return undefined;
  return {
    ...planned,
    id: undefined,
    prefix: "Pre ",
    condition: action.runs.using === "node24" ? action.runs.preIf : "always()",
    continueOnError: undefined,
    timeoutMinutes: undefined,
    execute: (at) => at.scope.job.runAction(at, planned.token, "pre"),
  };
}

function hasPre(scope: StepScope, action: Action): boolean {
  if (action.runs.using === "node24") return action.runs.pre !== undefined;
  return items(action.runs.steps).some((step) => {
    const inner = findAction({ ...scope, root: action.source.root }, step, undefined);
    return inner !== undefined && hasPre({ ...scope, root: action.source.root }, inner);
  });
}
