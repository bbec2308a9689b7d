import { ApiError, notFound } from "../http/api-error.ts";
import { ok, param, type ApiAnswer, type Call, type Handlers } from "../http/call.ts";
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

export function runHandlers(options: RunHandlerOptions): Handlers {
  const views = runViews(options);
  return { ...runReads(options, views), ...jobReads(options, views), ...runRequests(options) };
}

interface RunViews {
  /** A run as documents are made of it. */
  view(run: RunRecord, attempt: Attempt): Promise<RunView>;
}

function runViews({ repository, git }: RunHandlerOptions): RunViews {
  const source = async ({ start }: RunRecord): Promise<Pick<RunView, "commit" | "workflowName">> => {
    const sha = await git.commitOf(start.headSha);
    if (sha === null) return { commit: null, workflowName: start.workflow };
    const workflow = await workflowAt(git, sha, start.workflow);
    return { commit: await git.commit(sha), workflowName: workflow?.name ?? start.workflow };
  };
  // A run is polled, and its commit never changes: git is asked once.
  const sources = new Map<number, ReturnType<typeof source>>();
  return {
    async view(run, attempt) {
      const known = sources.get(run.id) ?? source(run);
      sources.set(run.id, known);
      return { repository, run, attempt, ...(await known) };
    },
  };
}

function runOf(runs: Runs, call: Call): RunRecord {
  const run = runs.find(Number(param(call, "run_id")));
  if (run === undefined) throw notFound();
  return run;
}

function attemptOf(run: RunRecord, call: Call): Attempt {
  const attempt = run.attempts[Number(param(call, "attempt_number")) - 1];
  if (attempt === undefined) throw notFound();
  return attempt;
}

/** Whether a run is among those that the query asks for. */
function isAskedFor(call: Call, run: RunRecord): boolean {
  const { start } = run;
  const attempt = latest(run);
  const values: Readonly<Record<string, readonly (string | null)[]>> = {
    actor: [start.actor],
    branch: [start.headBranch],
    event: [start.event],
    head_sha: [start.headSha],
    status: [attempt.status, attempt.conclusion],
  };
  return Object.entries(values).every(([name, own]) => !call.search.has(name) || own.includes(call.search.get(name)));
}

function runReads({ repository, runs }: RunHandlerOptions, { view }: RunViews): Handlers {
  const list = async (call: Call, wanted: (run: RunRecord) => boolean): Promise<ApiAnswer> => {
    const matching = runs.all().filter((run) => wanted(run) && isAskedFor(call, run));
    const { items, headers } = page(call, matching, repository.apiUrl);
    const body = await Promise.all(items.map(async (run) => runDocument(await view(run, latest(run)))));
    return { status: 200, body: { total_count: matching.length, workflow_runs: body }, headers };
  };
  return {
    "actions/list-workflow-runs-for-repo": (call) => list(call, () => true),
    "actions/list-workflow-runs": (call) =>
      list(call, ({ start }) =>
        [start.workflow, String(workflowId(start.workflow))].includes(param(call, "workflow_id")),
      ),
    async "actions/get-workflow-run"(call) {
      const run = runOf(runs, call);
      return ok(runDocument(await view(run, latest(run))));
    },
    async "actions/get-workflow-run-attempt"(call) {
      const run = runOf(runs, call);
      return ok(runDocument(await view(run, attemptOf(run, call))));
    },
  };
}

function jobReads({ repository, runs }: RunHandlerOptions, { view }: RunViews): Handlers {
  const list = async (call: Call, run: RunRecord, attempts: readonly Attempt[]): Promise<ApiAnswer> => {
    const views = await Promise.all(attempts.map((attempt) => view(run, attempt)));
    const all = views.flatMap((one) => one.attempt.jobs.map((job) => jobDocument(one, job)));
    const { items, headers } = page(call, all, repository.apiUrl);
    return { status: 200, body: { total_count: all.length, jobs: items }, headers };
  };
  return {
    "actions/list-jobs-for-workflow-run"(call) {
      const run = runOf(runs, call);
      return list(call, run, call.search.get("filter") === "all" ? run.attempts : [latest(run)]);
    },
    "actions/list-jobs-for-workflow-run-attempt"(call) {
      const run = runOf(runs, call);
      return list(call, run, [attemptOf(run, call)]);
    },
    async "actions/get-job-for-workflow-run"(call) {
      for (const run of runs.all())
        for (const attempt of run.attempts) {
          const job = attempt.jobs.find((one) => String(one.id) === param(call, "job_id"));
          if (job !== undefined) return ok(jobDocument(await view(run, attempt), job));
        }
      throw notFound();
    },
  };
}

/** What people ask of a run; who runs it does it. */
function runRequests({ runs, requested }: RunHandlerOptions): Handlers {
  const rerun = (action: "rerun" | "rerun-failed-jobs") => (call: Call) => {
    const run = runOf(runs, call);
    if (latest(run).status !== "completed") throw new ApiError(403, "This workflow is already running");
    const refusal = rerunRefusal(run);
    if (refusal !== null) throw new ApiError(403, refusal);
    requested({ runId: run.id, action, actor: call.who.login });
    return { status: 201, body: {} };
  };
  return {
    "actions/cancel-workflow-run"(call) {
      const run = runOf(runs, call);
      if (latest(run).status === "completed")
        throw new ApiError(409, "Cannot cancel a workflow run that is completed.");
      requested({ runId: run.id, action: "cancel", actor: call.who.login });
      return { status: 202, body: {} };
    },
    "actions/re-run-workflow": rerun("rerun"),
    "actions/re-run-workflow-failed-jobs": rerun("rerun-failed-jobs"),
  };
}
