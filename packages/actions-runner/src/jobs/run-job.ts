// One job: the gate of its environment, its steps, the posts of its actions, its outputs.

import { randomUUID } from "node:crypto";
import { rm } from "node:fs/promises";
import { endOrphans } from "../steps/end-orphans.ts";
import { environmentOf, passGate, refusalOf } from "./environment.ts";
import { evaluateText } from "../expressions/evaluate.ts";
import type { Flow, JobOutcome, Leg } from "./flow.ts";
import { findRunner } from "./find-runner.ts";
import { jobOutputs } from "./job-outputs.ts";
import { type PreparedJob, prepareJob } from "./prepare-job.ts";
import { planPre } from "../steps/plan-pre.ts";
import { planSteps } from "../steps/plan-steps.ts";
import { type Token, child } from "../workflow/read-token.ts";
import { reportJob } from "./report-job.ts";
import { runStep } from "../steps/run-step.ts";
import { evaluationOf } from "../steps/step-scope.ts";
import type { JobResult } from "../workflow-run.ts";

const defaultMinutes = 360;

export async function runJob(flow: Flow, token: Token, leg: Leg): Promise<JobOutcome> {
  const forgiven = evaluateText(child(token, "continue-on-error"), leg.evaluation) === "true";
  const environment = environmentOf(child(token, "environment"), leg.evaluation);
  const end = (result: JobResult["result"], rest: Partial<JobResult> = {}): JobOutcome => {
    const job: JobResult = {
      id: leg.id,
      name: leg.name,
      result,
      outputs: {},
      steps: [],
      annotations: [],
      ...(environment === undefined ? {} : { environment }),
      ...rest,
    };
    reportJob(flow, leg, "completed", job);
    return { result, outputs: job.outputs, fatal: result === "failure" && !forgiven };
  };

  const gate = await passGate(flow, leg, environment?.name);
  if (gate !== "approved") {
    const annotations = refusalOf(gate, environment?.name ?? "", flow.run.ref);
    return end(gate === "cancelled" ? "cancelled" : "failure", { annotations });
  }

  // Only now does it look for a runner: a job that waits for a review holds none.
  const queued = await findRunner(flow, leg, token);
  if (queued !== undefined) return end(leg.cancel.aborted ? "cancelled" : "failure", { annotations: [queued] });

  reportJob(flow, leg, "in_progress");
  const controller = new AbortController();
  const unheardCancel = hearCancel(leg, controller);
  const prepared = await prepareJob(flow, {
    token,
    leg,
    environment: environment?.name,
    signal: controller.signal,
    mark: `github_${randomUUID()}`,
  });
  const { job } = prepared;
  markWhenCancelled(job, controller.signal);
  const minutes = Number(evaluateText(child(token, "timeout-minutes"), leg.evaluation) ?? defaultMinutes);
  const timer = limitTime(job, minutes, controller);
  try {
    await runAllSteps(prepared, token);
    const outputs = jobOutputs(prepared, child(token, "outputs"));
    const url = environmentUrl(prepared, child(child(token, "environment"), "url"));
    return end(job.result.status, {
      outputs,
      steps: job.steps,
      annotations: job.annotations,
      ...(environment === undefined ? {} : { environment: { ...environment, ...(url === undefined ? {} : { url }) } }),
    });
  } finally {
    clearTimeout(timer);
    unheardCancel();
    await endOrphans(job.mark);
    // Scripts and events may carry secrets; the workspace stays for whoever wants to look.
    await rm(job.temp, { recursive: true, force: true });
  }
}

/** The cancelling of the run cancels the job, unless its condition lets it go on. Returns what ends that. */
function hearCancel(leg: Leg, controller: AbortController): () => void {
  const onCancel = (): void => {
    if (!leg.survivesCancel()) controller.abort("cancelled");
  };
  // A job that starts in spite of a cancelled run, because its condition says so, is not cancelled again.
  if (!leg.cancel.aborted) leg.cancel.addEventListener("abort", onCancel, { once: true });
  return () => leg.cancel.removeEventListener("abort", onCancel);
}

/** Before any step listens: a step that is asked again has to find the job cancelled. */
function markWhenCancelled(job: PreparedJob["job"], signal: AbortSignal): void {
  const mark = (): void => {
    job.result.status = "cancelled";
  };
  if (signal.aborted) mark();
  else signal.addEventListener("abort", mark, { once: true });
}

function limitTime(job: PreparedJob["job"], minutes: number, controller: AbortController): NodeJS.Timeout {
  const over = (): void => {
    job.annotations.push({
      level: "error",
      message: `The job has exceeded the maximum execution time of ${minutes} minutes.`,
    });
    controller.abort("cancelled");
  };
  return setTimeout(over, Math.min(minutes * 60_000, 2 ** 31 - 1));
}

async function runAllSteps({ job, scope }: PreparedJob, token: Token): Promise<void> {
  const plans = planSteps(child(token, "steps"), "");
  for (const plan of plans) {
    const pre = planPre(scope, plan);
    if (pre !== undefined) job.steps.push(await runStep(scope, pre));
  }
  for (const plan of plans) job.steps.push(await runStep(scope, plan));
  for (const post of job.posts.toReversed()) job.steps.push(await runStep(post.scope, post.plan));
}

function environmentUrl({ job, scope }: PreparedJob, token: Token | undefined): string | undefined {
  try {
    const url = evaluateText(token, evaluationOf(scope, {}));
    if (url === undefined || url === "" || !job.masker.hides(url)) return url === "" ? undefined : url;
    job.annotations.push({ level: "warning", message: "Skip setting environment url as it may contain secret." });
  } catch (error) {
    job.result.status = "failure";
    job.annotations.push({ level: "error", message: error instanceof Error ? error.message : String(error) });
  }
  return undefined;
}
