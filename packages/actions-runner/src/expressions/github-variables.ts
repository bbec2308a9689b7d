// GITHUB_* and RUNNER_*, as every process of a job sees them.

import type { JobState } from "../running-job.ts";

// The keys of the `github` context that are variables too. The token and the event are not among them.
const exported = [
  "action",
  "action_path",
  "action_ref",
  "action_repository",
  "actor",
  "api_url",
  "base_ref",
  "event_name",
  "event_path",
  "graphql_url",
  "head_ref",
  "job",
  "ref",
  "ref_name",
  "ref_protected",
  "ref_type",
  "repository",
  "repository_owner",
  "retention_days",
  "run_attempt",
  "run_id",
  "run_number",
  "server_url",
  "sha",
  "triggering_actor",
  "workflow",
  "workflow_ref",
  "workflow_sha",
  "workspace",
];

export function githubVariables(job: JobState, overlay: Readonly<Record<string, string>>): Record<string, string> {
  const github = { ...(job.contexts.github as Record<string, unknown>), ...overlay };
  const runner = job.contexts.runner as Record<string, string>;
  const variables: Record<string, string> = { GITHUB_ACTIONS: "true" };
  for (const key of exported)
    if (github[key] !== undefined) variables[`GITHUB_${key.toUpperCase()}`] = String(github[key]);
  for (const [key, value] of Object.entries(runner)) variables[`RUNNER_${key.toUpperCase()}`] = value;
  return variables;
}
