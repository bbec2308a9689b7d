// The jobs of one workflow: each as soon as the ones it needs have ended, if its condition holds.

import { evaluateCondition, type Evaluation } from "../expressions/evaluate.ts";
import type { Flow, JobOutcome } from "./flow.ts";
import { conditionOf } from "../steps/plan-steps.ts";
import { type Token, child, entries, items, literal } from "../workflow/read-token.ts";
import { refusedJob, reportJob } from "./report-job.ts";
import { earlierInside, keepJob, settledJobs } from "./rerun.ts";
import { runLegs } from "./run-legs.ts";

export async function runJobs(flow: Flow): Promise<ReadonlyMap<string, JobOutcome>> {
  const jobs = new Map(entries(child(flow.workflow.tokens, "jobs")));
  const needs = new Map(
    [...jobs].map(([id, job]) => [id, items(child(job, "needs")).map((token) => literal(token) ?? "")]),
  );
  const settled = settledJobs(flow, needs);
  const running = new Map<string, Promise<JobOutcome>>();
  const ended = new Map<string, JobOutcome>();
  const start = (id: string): Promise<JobOutcome> => {
    const started =
      running.get(id) ??
      (async () => {
        await Promise.all((needs.get(id) ?? []).map(start));
        const own = needs.get(id) ?? [];
        const around = { ...flow, earlier: earlierInside(flow, id, own, settled) };
        const outcome = settled.has(id)
          ? keepJob(flow, id)
          : await runJobOfFlow(around, { id, job: jobs.get(id) as Token, needs, ended });
        ended.set(id, outcome);
        return outcome;
      })();
    running.set(id, started);
    return started;
  };
  for (const id of jobs.keys())
    reportJob(flow, { id: `${flow.idPrefix}${id}`, name: `${flow.namePrefix}${id}` }, "queued");
  await Promise.all([...jobs.keys()].map(start));
  return ended;
}

interface JobTurn {
  readonly id: string;
  readonly job: Token;
  readonly needs: ReadonlyMap<string, readonly string[]>;
  readonly ended: ReadonlyMap<string, JobOutcome>;
}

async function runJobOfFlow(flow: Flow, turn: JobTurn): Promise<JobOutcome> {
  const { id, job } = turn;
  const about = { id: `${flow.idPrefix}${id}`, name: `${flow.namePrefix}${literal(child(job, "name")) ?? id}` };
  const evaluation = evaluationOfJob(flow, turn);
  const condition = conditionOf(child(job, "if"));
  const holds = (): boolean => evaluateCondition(condition, evaluationOfJob(flow, turn));
  try {
    if (!holds()) {
      const result = flow.cancel.aborted ? "cancelled" : "skipped";
      reportJob(flow, about, "completed", { ...about, result, outputs: {}, steps: [], annotations: [] });
      return { result, outputs: {}, fatal: false };
    }
    return await runLegs(flow, { id, job, about, evaluation, holds });
  } catch (error) {
    return refusedJob(flow, about, error);
  }
}

/** At this level the status functions ask about all ancestors, not only about the jobs named in `needs`. */
function evaluationOfJob(flow: Flow, { id, needs, ended }: JobTurn): Evaluation {
  const ancestors = new Set<string>();
  const visit = (job: string): void => {
    for (const needed of needs.get(job) ?? []) {
      if (ancestors.has(needed)) continue;
      ancestors.add(needed);
      visit(needed);
    }
  };
  visit(id);
  const results = [...ancestors].map((ancestor) => resultSeen(ended.get(ancestor)));
  const cancelled = flow.cancel.aborted;
  const direct = (needs.get(id) ?? []).map((needed) => [
    needed,
    { result: resultSeen(ended.get(needed)), outputs: ended.get(needed)?.outputs ?? {} },
  ]);
  return {
    contexts: {
      github: flow.github,
      inputs: flow.inputs,
      vars: flow.run.vars,
      secrets: { ...flow.secrets, GITHUB_TOKEN: flow.run.token },
      needs: Object.fromEntries(direct),
    },
    success: !cancelled && results.every((result) => result === "success"),
    failure: !cancelled && results.includes("failure"),
    cancelled,
  };
}

/** A forgiven failure counts as a success to the jobs that need it. */
function resultSeen(outcome: JobOutcome | undefined): string {
  if (outcome === undefined) return "skipped";
  return outcome.result === "failure" && !outcome.fatal ? "success" : outcome.result;
}
