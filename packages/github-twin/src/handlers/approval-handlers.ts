import { ApiError, notFound } from "../http/api-error.ts";
import { fields, ok, param, type Call, type Handlers } from "../http/call.ts";
import { now } from "../clock.ts";
import { environmentLinks, reviewerDocuments } from "./environment-handlers.ts";
import type { Environment } from "../runs/environments.ts";
import type { Gates } from "../runs/gates.ts";
import type { Repository } from "../repository/repository.ts";
import type { RunRecord, Runs } from "../runs/runs.ts";

export function approvalHandlers(repository: Repository, runs: Runs, gates: Gates): Handlers {
  let deployments = 0;
  const find = (call: Call): RunRecord => {
    const run = runs.find(Number(param(call, "run_id")));
    if (run === undefined) throw notFound();
    return run;
  };
  const deployment = (run: RunRecord, environment: Environment) => {
    const id = 3_900_000_000 + (deployments += 1);
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
  };

  return {
    "actions/get-pending-deployments-for-run"(call) {
      const run = find(call);
      return ok(
        gates.pending(run.id).map(({ environment, timerSince }) => ({
          environment: environmentLinks(repository, environment),
          wait_timer: environment.rules.waitTimer ?? 0,
          wait_timer_started_at: timerSince,
          current_user_can_approve: gates.refusal(run.id, environment, call.who.login) === null,
          reviewers: reviewerDocuments(repository, environment),
        })),
      );
    },

    "actions/review-pending-deployments-for-run"(call) {
      const run = find(call);
      // No permission lets a run approve: the reviewers are people.
      if (call.who.grants !== null) throw new ApiError(403, "Resource not accessible by integration");
      const body = fields(call.body);
      const ids = (body.environment_ids as readonly number[]).map(Number);
      const state = body.state === "approved" ? "approved" : "rejected";
      const waiting = gates.pending(run.id).map(({ environment }) => environment);
      const chosen = waiting.filter((environment) => ids.includes(environment.id));
      if (ids.length === 0 || chosen.length < new Set(ids).size)
        throw new ApiError(422, "Invalid request. The run waits for no such environment.");
      for (const environment of chosen) {
        const refusal = gates.refusal(run.id, environment, call.who.login);
        if (refusal !== null) throw new ApiError(422, `There was a problem approving one of the gates: ${refusal}.`);
      }
      const made = chosen.map((environment) => deployment(run, environment));
      gates.decide({
        runId: run.id,
        environments: chosen,
        state,
        login: call.who.login,
        comment: String(body.comment),
      });
      return ok(made);
    },

    "actions/get-reviews-for-run"(call) {
      const run = find(call);
      return ok(
        gates.approvals(run.id).map((approval) => ({
          environments: approval.environments.map((environment) => ({
            ...environmentLinks(repository, environment),
            created_at: environment.created,
            updated_at: environment.created,
          })),
          state: approval.state,
          user: repository.user(approval.login),
          comment: approval.comment,
        })),
      );
    },
  };
}
