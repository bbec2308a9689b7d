// One step from its condition to its conclusion: a job's, a composite action's, or the `pre` and `post` of an action.

import { evaluateCondition, evaluateText, evaluateTexts, type Evaluation } from "../expressions/evaluate.ts";
import type { Token } from "../workflow/read-token.ts";
import { createStepLog, type StepLog } from "./step-log.ts";
import { evaluationOf, type StepScope } from "./step-scope.ts";
import type { StepResult } from "../workflow-run.ts";

export interface StepPlan {
  readonly id?: string | undefined;
  /** GITHUB_ACTION. */
  readonly action: string;
  readonly path: string;
  readonly prefix?: string;
  readonly nameAt: (at: Evaluation) => string;
  readonly condition: string;
  readonly env: Token | undefined;
  readonly continueOnError: Token | undefined;
  readonly timeoutMinutes: Token | undefined;
  readonly execute: (at: StepRun) => Promise<StepEffect>;
}

/** A step while it runs. */
export interface StepRun {
  readonly scope: StepScope;
  readonly plan: StepPlan;
  readonly name: string;
  readonly env: Readonly<Record<string, string>>;
  readonly log: StepLog;
  readonly signal: AbortSignal;
  evaluation(): Evaluation;
}

export interface StepEffect {
  readonly failed: boolean;
  readonly outputs: Readonly<Record<string, string>>;
  readonly summary: string;
}

type Outcome = "success" | "failure" | "cancelled" | "skipped";

const nothing: StepEffect = { failed: false, outputs: {}, summary: "" };

export async function runStep(scope: StepScope, plan: StepPlan): Promise<StepResult> {
  const { job } = scope;
  const started = performance.now();
  let name = `${plan.prefix ?? ""}${plan.nameAt(evaluationOf(scope, {}))}`;
  const log =
    scope.around?.log ??
    createStepLog({
      masker: job.masker,
      annotations: job.annotations,
      debug: job.debug,
      write: (line) => job.run.onLog?.(line, { job: job.id, step: name }),
    });
  const own = new AbortController();
  const signal = scope.around === undefined ? own.signal : AbortSignal.any([own.signal, scope.around.signal]);
  let env: Readonly<Record<string, string>> = {};
  const evaluation = (): Evaluation => evaluationOf(scope, env);

  // A cancelled job asks each running step's condition again and only stops the step if it no longer holds.
  const reconsider = (): void => {
    if (!holds(plan.condition, evaluation())) own.abort("cancelled");
  };

  let outcome: Outcome = "success";
  let conclusion: Outcome | undefined;
  let effect = nothing;
  let timer: NodeJS.Timeout | undefined;
  try {
    env = evaluateTexts(plan.env, evaluation());
    name = `${plan.prefix ?? ""}${plan.nameAt(evaluation())}`;
    if (!evaluateCondition(plan.condition, evaluation())) {
      outcome = "skipped";
    } else {
      if (!job.signal.aborted) job.signal.addEventListener("abort", reconsider, { once: true });
      const minutes = Number(evaluateText(plan.timeoutMinutes, evaluation()) ?? 0);
      if (minutes > 0) timer = setTimeout(() => own.abort("timed out"), minutes * 60_000);
      effect = await plan.execute({ scope, plan, name: scope.around?.name ?? name, env, log, signal, evaluation });
      if (effect.failed) outcome = "failure";
      if (signal.aborted) {
        outcome = signal.reason === "timed out" ? "failure" : "cancelled";
        log.annotate({
          level: "error",
          message:
            outcome === "failure"
              ? `The action '${name}' has timed out after ${minutes} minutes.`
              : "The operation was canceled.",
        });
      }
      if (outcome === "failure" && evaluateText(plan.continueOnError, evaluation()) === "true") conclusion = "success";
    }
  } catch (error) {
    outcome = signal.aborted && signal.reason !== "timed out" ? "cancelled" : "failure";
    log.annotate({ level: "error", message: error instanceof Error ? error.message : String(error) });
    if (outcome === "failure" && plan.continueOnError?.toString() === "true") conclusion = "success";
  } finally {
    clearTimeout(timer);
    job.signal.removeEventListener("abort", reconsider);
  }

  const final: Outcome = conclusion ?? outcome;
  if (final === "cancelled" || (final === "failure" && scope.result.status === "success")) scope.result.status = final;
  if (plan.id !== undefined) scope.steps[plan.id] = { outputs: effect.outputs, outcome, conclusion: final };
  return {
    name,
    outcome,
    conclusion: final,
    seconds: (performance.now() - started) / 1000,
    outputs: effect.outputs,
    summary: effect.summary,
  };
}

function holds(condition: string, at: Evaluation): boolean {
  try {
    return evaluateCondition(condition, at);
  } catch {
    return false;
  }
}
