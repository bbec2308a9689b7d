// One step from its condition to its conclusion: a job's, a composite action's, or the `pre` and `post` of an action.

import { evaluateCondition, evaluateText, evaluateTexts, type Evaluation } from "../expressions/evaluate.ts";
import type { StepEffect, StepLog, StepPlan, StepScope } from "../running-job.ts";
import type { StepResult } from "../workflow-run.ts";
import { createStepLog } from "./step-log.ts";
import { evaluationOf } from "./step-scope.ts";

type Outcome = "success" | "failure" | "cancelled" | "skipped";

/** How a step ended; its conclusion is another one where `continue-on-error` forgives a failure. */
interface StepEnd {
  readonly outcome: Outcome;
  readonly forgiven: boolean;
}

const nothing: StepEffect = { failed: false, outputs: {}, summary: "" };

export async function runStep(scope: StepScope, plan: StepPlan): Promise<StepResult> {
  const started = performance.now();
  const step = beginStep(scope, plan);
  const { outcome, forgiven } = await endOfStep(step);
  const { effect } = step;
  const conclusion: Outcome = forgiven ? "success" : outcome;
  if (conclusion === "cancelled" || (conclusion === "failure" && scope.result.status === "success"))
    scope.result.status = conclusion;
  if (plan.id !== undefined) scope.steps[plan.id] = { outputs: effect.outputs, outcome, conclusion };
  return {
    name: step.name,
    outcome,
    conclusion,
    seconds: (performance.now() - started) / 1000,
    outputs: effect.outputs,
    summary: effect.summary,
  };
}

/** A step of which the name, the `env` and what it did become known one after the other. */
interface BegunStep {
  readonly scope: StepScope;
  readonly plan: StepPlan;
  name: string;
  env: Readonly<Record<string, string>>;
  effect: StepEffect;
  readonly log: StepLog;
  /** Ends this step alone. */
  readonly own: AbortController;
  readonly signal: AbortSignal;
  evaluation(): Evaluation;
}

function beginStep(scope: StepScope, plan: StepPlan): BegunStep {
  const { job } = scope;
  const own = new AbortController();
  const step: BegunStep = {
    scope,
    plan,
    name: nameOf(plan, evaluationOf(scope, {})),
    env: {},
    effect: nothing,
    log:
      scope.around?.log ??
      createStepLog({
        masker: job.masker,
        annotations: job.annotations,
        debug: job.debug,
        write: (line) => job.run.onLog?.(line, { job: job.id, step: step.name }),
      }),
    own,
    signal: scope.around === undefined ? own.signal : AbortSignal.any([own.signal, scope.around.signal]),
    evaluation: () => evaluationOf(scope, step.env),
  };
  return step;
}

function nameOf(plan: StepPlan, at: Evaluation): string {
  return `${plan.prefix ?? ""}${plan.nameAt(at)}`;
}

async function endOfStep(step: BegunStep): Promise<StepEnd> {
  const { plan, log, signal } = step;
  try {
    step.env = evaluateTexts(plan.env, step.evaluation());
    step.name = nameOf(plan, step.evaluation());
    if (!evaluateCondition(plan.condition, step.evaluation())) return { outcome: "skipped", forgiven: false };
    return await execute(step);
  } catch (error) {
    const outcome = signal.aborted && signal.reason !== "timed out" ? "cancelled" : "failure";
    log.annotate({ level: "error", message: error instanceof Error ? error.message : String(error) });
    // What could not be evaluated is not evaluated again.
    const forgiven = outcome === "failure" && plan.continueOnError?.toString() === "true";
    return { outcome, forgiven };
  }
}

async function execute(step: BegunStep): Promise<StepEnd> {
  const { scope, plan, log, own, signal, env, evaluation } = step;
  const { job } = scope;
  // A cancelled job asks each running step's condition again and only stops the step if it no longer holds.
  const reconsider = (): void => {
    if (!holds(plan.condition, evaluation())) own.abort("cancelled");
  };
  if (!job.signal.aborted) job.signal.addEventListener("abort", reconsider, { once: true });
  let timer: NodeJS.Timeout | undefined;
  try {
    const minutes = Number(evaluateText(plan.timeoutMinutes, evaluation()) ?? 0);
    if (minutes > 0) timer = setTimeout(() => own.abort("timed out"), minutes * 60_000);
    step.effect = await plan.execute({
      scope,
      plan,
      name: scope.around?.name ?? step.name,
      env,
      log,
      signal,
      evaluation,
    });
    const outcome = outcomeOf(step.effect, signal);
    if (signal.aborted) log.annotate({ level: "error", message: whyAborted(outcome, step.name, minutes) });
    const forgiven = outcome === "failure" && evaluateText(plan.continueOnError, evaluation()) === "true";
    return { outcome, forgiven };
  } finally {
    clearTimeout(timer);
    job.signal.removeEventListener("abort", reconsider);
  }
}

function outcomeOf(effect: StepEffect, signal: AbortSignal): Outcome {
  if (signal.aborted) return signal.reason === "timed out" ? "failure" : "cancelled";
  return effect.failed ? "failure" : "success";
}

function whyAborted(outcome: Outcome, name: string, minutes: number): string {
  return outcome === "failure"
    ? `The action '${name}' has timed out after ${minutes} minutes.`
    : "The operation was canceled.";
}

function holds(condition: string, at: Evaluation): boolean {
  try {
    return evaluateCondition(condition, at);
  } catch {
    return false;
  }
}
