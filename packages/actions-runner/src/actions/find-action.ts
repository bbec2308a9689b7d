// The definition of the action behind a step.

import type { StepScope } from "../running-job.ts";
import { child, type Token } from "../workflow/read-token.ts";
import { type Action, loadAction } from "./load-action.ts";
import { resolveAction } from "./resolve-action.ts";

/** The action, or `undefined` if it lies in a workspace that is not there yet. */
export function findAction(scope: StepScope, step: Token, workspace: string | undefined): Action | undefined {
  const uses = child(step, "uses");
  if (uses === undefined) return undefined;
  const source = resolveAction(uses, { root: scope.root, workspace, remoteActions: scope.job.run.remoteActions });
  return source === undefined ? undefined : loadAction(source, uses);
}
