// A workflow with every workflow it calls, checked before anything runs.

import { join, relative, resolve } from "node:path";
import { loadAction } from "../actions/load-action.ts";
import { parseWorkflowFile } from "./parse-file.ts";
import { narrowPermissions } from "./permissions.ts";
import { type MappingToken, type Token, child, entries, items, literal, placeOf, refuse } from "./read-token.ts";
import { resolveAction } from "../actions/resolve-action.ts";
import { shellCommand } from "../steps/shell-command.ts";
import type { Permissions, WorkflowRun } from "../workflow-run.ts";
import { checkCall } from "./call-inputs.ts";

export interface LoadedWorkflow {
  readonly name: string;
  /** OWNER/NAME it lies in, and where there. */
  readonly repository: string;
  readonly ref: string;
  /** Empty where it was called by a name whose commit this runner does not know. */
  readonly sha: string;
  /** What `$/` and `./.github/workflows` mean in it. */
  readonly root: string;
  readonly tokens: MappingToken;
  /** By the id of the job that calls. */
  readonly calls: ReadonlyMap<string, LoadedWorkflow>;
}

type Remote = WorkflowRun["remoteActions"];

const deepest = 10;
const unsupportedInJobs = ["container", "services", "snapshot", "cancel-timeout-minutes"];
const unsupportedInSteps = ["background", "wait", "wait-all", "cancel", "parallel"];

export interface LoadOptions {
  readonly file: string;
  readonly root: string;
  readonly repository: string;
  readonly ref: string;
  readonly sha: string;
  readonly remoteActions: Remote;
  readonly ceiling?: Permissions;
  readonly depth?: number;
}

export async function loadWorkflow(options: LoadOptions): Promise<LoadedWorkflow> {
  const { file, root, repository, ref, sha, remoteActions, ceiling, depth = 1 } = options;
  const name = relative(root, file);
  const tokens = await parseWorkflowFile(file, name);
  const calls = new Map<string, LoadedWorkflow>();
  checkShell(child(child(child(tokens, "defaults"), "run"), "shell"));
  for (const [id, job] of entries(child(tokens, "jobs"))) {
    const permissions = narrowPermissions(ceiling, child(job, "permissions") ?? child(tokens, "permissions"), id);
    const uses = child(job, "uses");
    if (uses === undefined) {
      checkJob(job, { root, remoteActions });
      continue;
    }
    if (depth >= deepest) refuse(uses, `workflows call each other more than ${deepest} levels deep`);
    const called = await loadWorkflow({
      ...calledFile(uses, options),
      remoteActions,
      ceiling: permissions,
      depth: depth + 1,
    });
    checkCall(job, called.tokens);
    calls.set(id, called);
  }
  return { name, repository, ref, sha, root, tokens, calls };
}

/** The `job.workflow_*` of every job in it: unlike `github.workflow_*`, the called workflow's own. */
export function workflowIdentity({ name, repository, ref, sha }: LoadedWorkflow): Readonly<Record<string, string>> {
  return {
    workflow_ref: `${repository}/${name}@${ref}`,
    workflow_sha: sha,
    workflow_repository: repository,
    workflow_file_path: name,
  };
}

type Place = Pick<LoadOptions, "file" | "root" | "repository" | "ref" | "sha">;

function calledFile(uses: Token, { root, repository, ref, sha, remoteActions }: LoadOptions): Place {
  const text = literal(uses) ?? "";
  // In the same repository it is the file of the same commit.
  if (/^(\.|\$)\//.test(text)) return { file: join(root, text.slice(2)), root, repository, ref, sha };
  const [, remote, path, version] = /^([^/@]+\/[^/@]+)\/([^@]+)@(.+)$/.exec(text) ?? [];
  if (remote === undefined || path === undefined || version === undefined)
    refuse(uses, `'uses: ${text}' is not a workflow this runner can find`);
  const directory = remoteActions?.[remote];
  if (directory === undefined) refuse(uses, `'uses: ${text}': no local directory is given for ${remote}`);
  return {
    file: join(resolve(directory), path),
    root: resolve(directory),
    repository: remote,
    ref: version,
    sha: /^[0-9a-f]{40}$/.test(version) ? version : "",
  };
}

function checkJob(job: Token, places: { readonly root: string; readonly remoteActions: Remote }): void {
  for (const key of unsupportedInJobs) {
    const token = child(job, key);
    if (token !== undefined) refuse(token, `'${key}' is not supported by this runner`);
  }
  for (const label of items(child(job, "runs-on"))) {
    if (/^(windows|macos)\b/i.test(literal(label) ?? ""))
      refuse(label, `'runs-on: ${literal(label)}' is not supported by this runner; it is a Linux one`);
  }
  checkShell(child(child(child(job, "defaults"), "run"), "shell"));
  checkSteps(child(job, "steps"), places, 0);
}

function checkSteps(
  steps: Token | undefined,
  places: { readonly root: string; readonly remoteActions: Remote },
  depth: number,
): void {
  for (const step of items(steps)) {
    for (const key of unsupportedInSteps) {
      const token = child(step, key);
      if (token !== undefined) refuse(token, `'${key}' is not supported by this runner`);
    }
    checkShell(child(step, "shell"));
    const uses = child(step, "uses");
    const source = uses === undefined ? undefined : resolveAction(uses, { ...places, workspace: undefined });
    if (uses === undefined || source === undefined) continue;
    if (depth >= deepest) refuse(uses, `actions use each other more than ${deepest} levels deep`);
    const { runs } = loadAction(source, uses);
    if (runs.using === "composite") checkSteps(runs.steps, { ...places, root: source.root }, depth + 1);
  }
}

function checkShell(token: Token | undefined): void {
  const shell = literal(token);
  if (token === undefined || shell === undefined) return;
  try {
    shellCommand(shell);
  } catch (error) {
    refuse(token, error instanceof Error ? error.message : `shell '${shell}' at ${placeOf(token)}`);
  }
}
