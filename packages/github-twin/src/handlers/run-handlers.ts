import { ApiError, notFound } from "../http/api-error.ts";
import { param, ok, type Call, type Handlers } from "../http/call.ts";
import type { GitRepository } from "../repository/git-repository.ts";
import { page } from "../http/page.ts";
import type { Repository } from "../repository/repository.ts";
import { jobDocument, runDocument, type RunView } from "../runs/run-document.ts";
import { latest, rerunRefusal, type Attempt, type RunRecord, type Runs } from "../runs/runs.ts";
import type { RunRequest } from "../twin-interface.ts";
import { workflowAt, workflowId } from "../runs/workflows.ts";

export interface RunHandlerOptions {
  readonly repository: Repository;
  readonly git: GitRepository;
  readonly runs: Runs;
  readonly requested: (request: RunRequest) => void;
}

export function runHandlers({ repository, git, runs, requested }: RunHandlerOptions): Handlers {
  const find = (call: Call): RunRecord => {
    const run = runs.find(Number(param(call, "run_id")));
    if (run === undefined) throw notFound();
    return run;
  };
  const attemptOf = (call: Call, run: RunRecord): Attempt => {
    const attempt = run.attempts[Number(param(call, "attempt_number")) - 1];
    if (attempt === undefined) throw notFound();
    return attempt;
  };
  const source = async ({ start }: RunRecord): Promise<Pick<RunView, "commit" | "workflowName">> => {
    const sha = await git.commitOf(start.headSha);
    if (sha === null) return { commit: null, workflowName: start.workflow };
    const workflow = await workflowAt(git, sha, start.workflow);
    return { commit: await git.commit(sha), workflowName: workflow?.name ?? start.workflow };
  };
  // A run is polled, and its commit never changes: git is asked once.
  const sources = new Map<number, ReturnType<typeof source>>();
  const view = async (run: RunRecord, attempt: Attempt): Promise<RunView> => {
    const known = sources.get(run.id) ?? source(run);
    sources.set(run.id, known);
    return { repository, run, attempt, ...(await known) };
  };
  const list = async (call: Call, wanted: (run: RunRecord) => boolean) => {
    const is = (name: string, ...values: readonly (string | null)[]): boolean =>
      !call.search.has(name) || values.includes(call.search.get(name));
    const matching = runs.all().filter((run) => {
      const attempt = latest(run);
      const { start } = run;
      return (
        wanted(run) &&
        is("actor", start.actor) &&
        is("branch", start.headBranch) &&
        is("event", start.event) &&
        is("head_sha", start.headSha) &&
        is("status", attempt.status, attempt.conclusion)
      );
    });
    const { items, headers } = page(call, matching, repository.apiUrl);
    const body = await Promise.all(items.map(async (run) => runDocument(await view(run, latest(run)))));
    return { status: 200, body: { total_count: matching.length, workflow_runs: body }, headers };
  };
  const jobs = async (call: Call, run: RunRecord, attempts: readonly Attempt[]) => {
    const views = await Promise.all(attempts.map((attempt) => view(run, attempt)));
    const all = views.flatMap((one) => one.attempt.jobs.map((job) => jobDocument(one, job)));
    const { items, headers } = page(call, all, repository.apiUrl);
    return { status: 200, body: { total_count: all.length, jobs: items }, headers };
  };
  const rerun = (action: "rerun" | "rerun-failed-jobs") => (call: Call) => {
    const run = find(call);
    if (latest(run).status !== "completed") throw new ApiError(403, "This workflow is already running");
    const refusal = rerunRefusal(run);
    if (refusal !== null) throw new ApiError(403, refusal);
    requested({ runId: run.id, action, actor: call.who.login });
    return { status: 201, body: {} };
  };

  return {
    "actions/list-workflow-runs-for-repo": (call) => list(call, () => true),
    "actions/list-workflow-runs": (call) =>
      list(call, ({ start }) =>
        [start.workflow, String(workflowId(start.workflow))].includes(param(call, "workflow_id")),
      ),
    async "actions/get-workflow-run"(call) {
      const run = find(call);
      return ok(runDocument(await view(run, latest(run))));
    },
    async "actions/get-workflow-run-attempt"(call) {
      const run = find(call);
      return ok(runDocument(await view(run, attemptOf(call, run))));
    },
    "actions/list-jobs-for-workflow-run"(call) {
      const run = find(call);
      return jobs(call, run, call.search.get("filter") === "all" ? run.attempts : [latest(run)]);
    },
    "actions/list-jobs-for-workflow-run-attempt"(call) {
      const run = find(call);
      return jobs(call, run, [attemptOf(call, run)]);
    },
    async "actions/get-job-for-workflow-run"(call) {
      for (const run of runs.all())
        for (const attempt of run.attempts) {
          const job = attempt.jobs.find((one) => String(one.id) === param(call, "job_id"));
          if (job !== undefined) return ok(jobDocument(await view(run, attempt), job));
        }
      throw notFound();
    },
    "actions/cancel-workflow-run"(call) {
      const run = find(call);
      if (latest(run).status === "completed")
        throw new ApiError(409, "Cannot cancel a workflow run that is completed.");
      requested({ runId: run.id, action: "cancel", actor: call.who.login });
      return { status: 202, body: {} };
    },
    "actions/re-run-workflow": rerun("rerun"),
    "actions/re-run-workflow-failed-jobs": rerun("rerun-failed-jobs"),
  };
}
