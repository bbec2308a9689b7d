// A composite action: steps of its own, with a result, a `steps` context and inputs of its own.

import { evaluateText } from "../expressions/evaluate.ts";
import type { Action } from "./load-action.ts";
import { planSteps } from "../steps/plan-steps.ts";
import { planPre } from "../steps/plan-pre.ts";
import type { Token } from "../workflow/read-token.ts";
import type { ActionPart, StepEffect, StepRun, StepScope } from "../running-job.ts";
import { runStep } from "../steps/run-step.ts";
import { evaluationOf } from "../steps/step-scope.ts";

export interface Composite {
  readonly action: Action;
  readonly steps: Token | undefined;
  readonly inputs: Readonly<Record<string, string>>;
  readonly part: ActionPart;
}

export async function runComposite(at: StepRun, { action, steps, inputs, part }: Composite): Promise<StepEffect> {
  const { source } = action;
  const result: StepScope["result"] = { status: "success" };
  const scope: StepScope = {
    job: at.scope.job,
    root: source.root,
    inputs,
    // Secrets reach a composite action only as inputs.
    secrets: {},
    steps: {},
    env: { ...at.scope.env, ...at.env },
    github: {
      ...at.scope.github,
      action_path: source.directory,
      ...(source.repository === undefined
        ? {}
        : { action_repository: source.repository, action_ref: source.ref ?? "" }),
    },
    result: part === "main" ? result : at.scope.job.result,
    path: at.plan.path,
    around: { log: at.log, signal: at.signal, name: at.name },
  };
  const summaries: string[] = [];
  let failed = false;
  for (const planned of planSteps(steps, scope.path)) {
    const plan = part === "main" ? planned : planPre(scope, planned);
    if (plan === undefined) continue;
    const step = await runStep(scope, plan);
    if (step.summary !== "") summaries.push(step.summary);
    if (step.conclusion === "failure") failed = true;
  }
  if (part === "pre") return { failed, outputs: {}, summary: summaries.join("\n") };
  const evaluation = evaluationOf(scope, {});
  const outputs = Object.fromEntries(
    action.outputs.map(([name, value]) => [name, evaluateText(value, evaluation) ?? ""]),
  );
  return { failed: result.status !== "success", outputs, summary: summaries.join("\n") };
}
