// A job that `uses:` a workflow.

import { callInputs, callSecrets } from "./call-inputs.ts";
import { evaluateText, type Evaluation } from "../expressions/evaluate.ts";
import type { Flow, JobOutcome, Leg } from "../jobs/flow.ts";
import { namedSecrets } from "../jobs/job-secrets.ts";
import type { LoadedWorkflow } from "./load-workflow.ts";
import { narrowPermissions } from "./permissions.ts";
import { type Token, child, entries, literal } from "./read-token.ts";
import { cancelledJob, reportJob } from "../jobs/report-job.ts";
import { conclude } from "../jobs/conclude.ts";
import { type TakenTurn, takeTurn } from "../jobs/take-turn.ts";

export interface Call {
  readonly job: Token;
  readonly leg: Leg;
  readonly called: LoadedWorkflow;
}

export async function callWorkflow(flow: Flow, { job, leg, called }: Call): Promise<JobOutcome> {
  const bare = { ...leg.evaluation, contexts: { github: flow.github, vars: flow.run.vars } };
  const inputs = callInputs(job, called.tokens, leg.evaluation, bare);
  const turn = await takeTurn({
    run: flow.run,
    token: child(called.tokens, "concurrency"),
    evaluation: { ...bare, contexts: { ...bare.contexts, inputs } },
    signal: leg.cancel,
    held: flow.held,
    name: leg.name,
  });
  if ("message" in turn) return cancelledJob(flow, leg, turn.message);
  try {
    return await runCalled(flow, { call: { job, leg, called }, inputs, bare, turn });
  } finally {
    turn.leave();
  }
}

interface CallInTurn {
  readonly call: Call;
  readonly inputs: Readonly<Record<string, unknown>>;
  readonly bare: Evaluation;
  readonly turn: TakenTurn;
}

async function runCalled(flow: Flow, { call, inputs, bare, turn }: CallInTurn): Promise<JobOutcome> {
  const { job, leg, called } = call;
  const inherits = literal(child(job, "secrets")) === "inherit";
  const ownerOf = (workflow: LoadedWorkflow): string => (workflow.repository.split("/")[0] ?? "").toLowerCase();
  // `inherit` ends at the account: what lies in another one gets nothing, and nobody says so.
  const abroad = inherits && ownerOf(called) !== ownerOf(flow.workflow);
  reportJob(flow, leg, "in_progress");
  const ended = await flow.runJobs({
    ...flow,
    workflow: called,
    inputs,
    secrets: abroad ? {} : namedSecrets(callSecrets(job, flow.secrets, leg.evaluation)),
    onlyNamedSecrets: flow.onlyNamedSecrets || !inherits || abroad,
    permissions: narrowPermissions(
      flow.permissions,
      child(job, "permissions") ?? child(flow.workflow.tokens, "permissions"),
      leg.key,
    ),
    idPrefix: `${leg.id}/`,
    namePrefix: `${leg.name} / `,
    cancel: turn.signal,
    held: turn.held,
  });
  const jobs = Object.fromEntries([...ended].map(([id, { result, outputs }]) => [id, { result, outputs }]));
  const at = { ...bare, contexts: { ...bare.contexts, inputs, jobs } };
  const definitions = entries(child(child(child(called.tokens, "on"), "workflow_call"), "outputs"));
  const outputs = Object.fromEntries(
    definitions.map(([name, definition]) => [name, evaluateText(child(definition, "value"), at) ?? ""]),
  );
  const all = [...ended.values()];
  const result = all.every((outcome) => outcome.result === "skipped") ? "skipped" : conclude(all, turn.signal.aborted);
  reportJob(flow, leg, "completed", { id: leg.id, name: leg.name, result, outputs, steps: [], annotations: [] });
  return { result, outputs, fatal: result === "failure" };
}
