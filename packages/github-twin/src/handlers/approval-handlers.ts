import { ApiError, notFound } from "../http/api-error.ts";
import { fields, ok, param, type Call, type Fields, type Handlers } from "../http/call.ts";
import { now } from "../clock.ts";
import { environmentLinks, reviewerDocuments } from "./environment-handlers.ts";
import type { Environment } from "../runs/environments.ts";
import type { Approval, Gates } from "../runs/gates.ts";
import type { Repository } from "../repository/repository.ts";
import type { RunRecord, Runs } from "../runs/runs.ts";

export function approvalHandlers(repository: Repository, runs: Runs, gates: Gates): Handlers {
  let deployments = 0;
  const find = (call: Call): RunRecord => {
    const run = runs.find(Number(param(call, "run_id")));
    if (run === undefined) throw notFound();
    return run;
  };
  const deploy = (run: RunRecord, environment: Environment): Fields => {
    deployments += 1;
    return deploymentDocument(repository, { run, environment, id: 3_900_000_000 + deployments });
  };

  return {
    "actions/get-pending-deployments-for-run": (call) =>
      ok(pendingDocuments(repository, gates, find(call), call.who.login)),

    "actions/review-pending-deployments-for-run"(call) {
      const run = find(call);
      const review = reviewOf(call, run, gates);
      const made = review.environments.map((environment) => deploy(run, environment));
      gates.decide(review);
      return ok(made);
    },

    "actions/get-reviews-for-run"(call) {
      const run = find(call);
      return ok(gates.approvals(run.id).map((approval) => approvalDocument(repository, approval)));
    },
  };
}

/** What the caller decides, if it is a decision that this person may take. */
function reviewOf(call: Call, run: RunRecord, gates: Gates): Approval {
  // No permission lets a run approve: the reviewers are people.
  if (call.who.grants !== null) throw new ApiError(403, "Resource not accessible by integration");
  const body = fields(call.body);
  const ids = (body.environment_ids as readonly number[]).map(Number);
  const waiting = gates.pending(run.id).map(({ environment }) => environment);
  const environments = waiting.filter((environment) => ids.includes(environment.id));
  if (ids.length === 0 || environments.length < new Set(ids).size)
    throw new ApiError(422, "Invalid request. The run waits for no such environment.");
  for (const environment of environments) {
    const refusal = gates.refusal(run.id, environment, call.who.login);
    if (refusal !== null) throw new ApiError(422, `There was a problem approving one of the gates: ${refusal}.`);
  }
  return {
    runId: run.id,
    environments,
    state: body.state === "approved" ? "approved" : "rejected",
    login: call.who.login,
    comment: String(body.comment),
  };
}

function pendingDocuments(repository: Repository, gates: Gates, run: RunRecord, login: string): readonly Fields[] {
  return gates.pending(run.id).map(({ environment, timerSince }) => ({
    environment: environmentLinks(repository, environment),
    wait_timer: environment.rules.waitTimer ?? 0,
    wait_timer_started_at: timerSince,
    current_user_can_approve: gates.refusal(run.id, environment, login) === null,
    reviewers: reviewerDocuments(repository, environment),
  }));
}

function approvalDocument(repository: Repository, approval: Approval): Fields {
  return {
    environments: approval.environments.map((environment) => ({
      ...environmentLinks(repository, environment),
      created_at: environment.created,
      updated_at: environment.created,
    })),
    state: approval.state,
    user: repository.user(approval.login),
    comment: approval.comment,
  };
}

interface Deployment {
  readonly id: number;
  readonly run: RunRecord;
  readonly environment: Environment;
}

function deploymentDocument(repository: Repository, { id, run, environment }: Deployment): Fields {
  const url = `${repository.apiUrl}${repository.path}/deployments/${id}`;
  return {
    id,
    node_id: Buffer.from(`DE:${id}`).toString("base64url"),
    url,
    sha: run.start.headSha,
    ref: run.start.headBranch,
    task: "deploy",
    payload: {},
    original_environment: environment.name,
    environment: environment.name,
    description: null,
    creator: repository.user(run.start.actor),
    created_at: now(),
    updated_at: now(),
    statuses_url: `${url}/statuses`,
    repository_url: `${repository.apiUrl}${repository.path}`,
  };
}
