// A job once, or once for each combination of its matrix.

import { callWorkflow } from "./call-workflow.ts";
import { evaluateText, evaluateToken, type Evaluation } from "./evaluate.ts";
import { describeCombination, expandMatrix } from "./expand-matrix.ts";
import type { Flow, JobOutcome, Leg } from "./flow.ts";
import { isLiteral } from "./github-parser.ts";
import { type Token, child, literal } from "./read-token.ts";
import { refusedJob } from "./report-job.ts";
import { runJob } from "./run-job.ts";

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
  const matrix = strategy["matrix"] as Record<string, unknown> | undefined;
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
      const called = flow.workflow.calls.get(id);
      outcome = called === undefined ? await runJob(flow, job, leg) : await callWorkflow(flow, { job, leg, called });
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
