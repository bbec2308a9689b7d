// A job once, or once for each combination of its matrix.

import { callWorkflow } from "../workflow/call-workflow.ts";
import { evaluateText, evaluateToken, type Evaluation } from "../expressions/evaluate.ts";
import { describeCombination, expandMatrix } from "../expressions/expand-matrix.ts";
import type { Flow, JobOutcome, Leg } from "./flow.ts";
import { isLiteral } from "../workflow/github-parser.ts";
import { type Token, child, literal } from "../workflow/read-token.ts";
import { cancelledJob, refusedJob } from "./report-job.ts";
import { runJob } from "./run-job.ts";
import { takeTurn } from "./take-turn.ts";

export interface JobToRun {
  readonly id: string;
  readonly job: Token;
  readonly about: { readonly id: string; readonly name: string };
  readonly evaluation: Evaluation;
  readonly holds: () => boolean;
}

export async function runLegs(flow: Flow, { id, job, about, evaluation, holds }: JobToRun): Promise<JobOutcome> {
  const strategyToken = child(job, "strategy");
  const strategy = (strategyToken === undefined ? {} : evaluateToken(strategyToken, evaluation)) as Record<
    string,
    unknown
  >;
  const matrix = strategy.matrix as Record<string, unknown> | undefined;
  const combinations = matrix === undefined ? [{}] : expandMatrix(matrix);
  if (combinations.length === 0) throw new Error("The matrix does not contain any combinations");
  const failFast = strategy["fail-fast"] !== false;
  const parallel = Math.max(1, Number(strategy["max-parallel"] ?? combinations.length));
  const siblings = new AbortController();
  const outcomes: JobOutcome[] = [];

  const runLeg = async (index: number): Promise<void> => {
    const combination = combinations[index] ?? {};
    const legStrategy = {
      "fail-fast": failFast,
      "job-index": index,
      "job-total": combinations.length,
      "max-parallel": parallel,
    };
    const contexts = {
      ...evaluation.contexts,
      matrix: matrix === undefined ? null : combination,
      strategy: legStrategy,
    };
    const legEvaluation = { ...evaluation, contexts };
    const suffix = matrix === undefined ? "" : ` (${describeCombination(combination)})`;
    const leg: Leg = {
      id: `${about.id}${suffix}`,
      key: id,
      name: legName(flow, { token: child(job, "name"), id, suffix, evaluation: legEvaluation }),
      matrix: combination,
      strategy: legStrategy,
      cancel: AbortSignal.any([flow.cancel, siblings.signal]),
      evaluation: legEvaluation,
      survivesCancel: () => !siblings.signal.aborted && holds(),
    };
    let outcome: JobOutcome;
    try {
      outcome = await runInTurn(flow, job, leg);
    } catch (error) {
      outcome = refusedJob(flow, leg, error);
    }
    outcomes[index] = outcome;
    if (failFast && outcome.fatal) siblings.abort("cancelled");
  };

  let next = 0;
  const worker = async (): Promise<void> => {
    while (next < combinations.length) await runLeg(next++);
  };
  await Promise.all(Array.from({ length: Math.min(parallel, combinations.length) }, worker));
  return merge(outcomes);
}

/** A job, or the workflow it calls, once its concurrency group is free. */
async function runInTurn(flow: Flow, job: Token, leg: Leg): Promise<JobOutcome> {
  const turn = await takeTurn({
    run: flow.run,
    token: child(job, "concurrency"),
    evaluation: leg.evaluation,
    signal: leg.cancel,
    held: flow.held,
    name: leg.name,
  });
  if ("message" in turn) return cancelledJob(flow, leg, turn.message);
  try {
    const called = flow.workflow.calls.get(leg.key);
    const survivesCancel = (): boolean => (leg.cancel.aborted || !turn.signal.aborted) && leg.survivesCancel();
    const own: Leg = { ...leg, cancel: turn.signal, survivesCancel };
    const around: Flow = { ...flow, held: turn.held };
    return called === undefined
      ? await runJob(around, job, own)
      : await callWorkflow(around, { job, leg: own, called });
  } finally {
    turn.leave();
  }
}

function legName(
  flow: Flow,
  { token, id, suffix, evaluation }: { token: Token | undefined; id: string; suffix: string; evaluation: Evaluation },
): string {
  if (token !== undefined && !isLiteral(token)) return `${flow.namePrefix}${evaluateText(token, evaluation) ?? id}`;
  return `${flow.namePrefix}${literal(token) ?? id}${suffix}`;
}

function merge(outcomes: readonly JobOutcome[]): JobOutcome {
  const worst =
    (["failure", "cancelled", "success"] as const).find((result) =>
      outcomes.some((outcome) => outcome.result === result),
    ) ?? "skipped";
  const outputs: Record<string, string> = {};
  // The last leg that has a value gives it.
  for (const outcome of outcomes)
    for (const [name, value] of Object.entries(outcome.outputs))
      if (value !== "" || !(name in outputs)) outputs[name] = value;
  return { result: worst, outputs, fatal: outcomes.some((outcome) => outcome.fatal) };
}
