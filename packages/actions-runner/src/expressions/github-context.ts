// The `github` context of a run.

import { relative } from "node:path";
import type { WorkflowRun } from "../workflow-run.ts";

export interface GithubContextOptions {
  readonly run: WorkflowRun;
  readonly workflowName: string;
  readonly inputs: Readonly<Record<string, unknown>>;
}

export function githubContext({ run, workflowName, inputs }: GithubContextOptions): Readonly<Record<string, unknown>> {
  const file = workflowPath(run);
  const { ref } = run;
  const payload = run.event.payload as {
    readonly pull_request?: { readonly head?: { readonly ref?: string }; readonly base?: { readonly ref?: string } };
  };
  return {
    action: "",
    actor: run.actor,
    api_url: run.apiUrl,
    base_ref: payload.pull_request?.base?.ref ?? "",
    event: eventPayload(run, inputs),
    event_name: run.event.name,
    graphql_url: graphqlUrl(run.apiUrl),
    head_ref: payload.pull_request?.head?.ref ?? "",
    ref,
    ref_name: ref.replace(/^refs\/(heads|tags|pull)\//, ""),
    ref_protected: run.refProtected ?? false,
    ref_type: ref.startsWith("refs/tags/") ? "tag" : "branch",
    repository: run.repository,
    repository_owner: run.repository.split("/")[0] ?? "",
    retention_days: "90",
    run_attempt: String(run.attempt),
    run_id: String(run.runId),
    run_number: String(run.runNumber),
    secret_source: "Actions",
    server_url: run.serverUrl,
    sha: run.sha,
    triggering_actor: run.triggeringActor ?? run.actor,
    workflow: workflowName,
    workflow_ref: `${run.repository}/${file}@${ref}`,
    workflow_sha: run.sha,
  };
}

export function workflowPath(run: WorkflowRun): string {
  return relative(run.actionsRoot, run.workflowFile);
}

/** In the payload the inputs are texts; only the `inputs` context keeps their types. */
function eventPayload(run: WorkflowRun, inputs: Readonly<Record<string, unknown>>): Readonly<Record<string, unknown>> {
  if (run.event.name !== "workflow_dispatch") return run.event.payload;
  const texts = Object.fromEntries(Object.entries(inputs).map(([name, value]) => [name, String(value)]));
  return { ref: run.ref, workflow: workflowPath(run), ...run.event.payload, inputs: texts };
}

function graphqlUrl(apiUrl: string): string {
  // An Enterprise Server has its REST API under /api/v3 and GraphQL beside it.
  return apiUrl.endsWith("/api/v3") ? `${apiUrl.slice(0, -"/v3".length)}/graphql` : `${apiUrl}/graphql`;
}
