import type { Fields } from "../http/call.ts";
import type { Commit } from "../repository/git-repository.ts";
import type { Repository } from "../repository/repository.ts";
import type { Attempt, Job, RunRecord } from "./runs.ts";
import { workflowId } from "./workflows.ts";

const nodeId = (kind: string, id: number): string => Buffer.from(`${kind}:${id}`).toString("base64url");

export interface RunView {
  readonly repository: Repository;
  readonly run: RunRecord;
  readonly attempt: Attempt;
  readonly commit: Commit | null;
  readonly workflowName: string;
}

export function runDocument({ repository, run, attempt, commit, workflowName }: RunView): Fields {
  const url = `${repository.apiUrl}${repository.path}/actions/runs/${run.id}`;
  const { start } = run;
  return {
    id: run.id,
    name: workflowName,
    node_id: nodeId("WFR", run.id),
    check_suite_id: run.id + 1,
    check_suite_node_id: nodeId("CS", run.id + 1),
    head_branch: start.headBranch,
    head_sha: start.headSha,
    path: `.github/workflows/${start.workflow}`,
    display_title: workflowName,
    run_number: run.number,
    run_attempt: attempt.number,
    referenced_workflows: [],
    event: start.event,
    status: attempt.status,
    conclusion: attempt.conclusion,
    workflow_id: workflowId(start.workflow),
    url,
    html_url: `${repository.apiUrl}/${repository.name}/actions/runs/${run.id}`,
    pull_requests: [],
    created_at: run.created,
    updated_at: attempt.updated,
    actor: repository.user(start.actor),
    triggering_actor: repository.user(attempt.triggeredBy),
    run_started_at: attempt.started,
    jobs_url: `${url}/jobs`,
    logs_url: `${url}/logs`,
    check_suite_url: `${repository.apiUrl}${repository.path}/check-suites/${run.id + 1}`,
    artifacts_url: `${url}/artifacts`,
    cancel_url: `${url}/cancel`,
    rerun_url: `${url}/rerun`,
    previous_attempt_url: attempt.number > 1 ? `${url}/attempts/${attempt.number - 1}` : null,
    workflow_url: `${repository.apiUrl}${repository.path}/actions/workflows/${workflowId(start.workflow)}`,
    head_commit:
      commit === null
        ? null
        : {
            id: commit.sha,
            tree_id: commit.tree,
            message: commit.message,
            timestamp: commit.committer.date,
            author: { name: commit.author.name, email: commit.author.email },
            committer: { name: commit.committer.name, email: commit.committer.email },
          },
    repository: repository.short,
    head_repository: repository.short,
  };
}

export function jobDocument({ repository, run, attempt, workflowName }: Omit<RunView, "commit">, job: Job): Fields {
  const url = `${repository.apiUrl}${repository.path}/actions`;
  return {
    id: job.id,
    run_id: run.id,
    run_url: `${url}/runs/${run.id}`,
    run_attempt: attempt.number,
    node_id: nodeId("CR", job.id),
    head_sha: run.start.headSha,
    url: `${url}/jobs/${job.id}`,
    html_url: `${repository.apiUrl}/${repository.name}/actions/runs/${run.id}/job/${job.id}`,
    status: job.status,
    conclusion: job.conclusion,
    created_at: job.created,
    started_at: job.started,
    completed_at: job.completed,
    name: job.name,
    steps: [],
    check_run_url: `${repository.apiUrl}${repository.path}/check-runs/${job.id}`,
    labels: ["ubuntu-latest"],
    runner_id: job.status === "queued" || job.status === "waiting" ? null : 1,
    runner_name: job.status === "queued" || job.status === "waiting" ? null : "Hosted Agent",
    runner_group_id: null,
    runner_group_name: null,
    workflow_name: workflowName,
    head_branch: run.start.headBranch,
  };
}
