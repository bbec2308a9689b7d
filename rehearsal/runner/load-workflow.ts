// A workflow with every workflow it calls, checked before anything runs.

import { join, relative, resolve } from "node:path";
import { loadAction } from "./load-action.ts";
import { parseWorkflowFile } from "./parse-file.ts";
import { narrowPermissions } from "./permissions.ts";
import { type MappingToken, type Token, child, entries, items, literal, placeOf, refuse } from "./read-token.ts";
import { resolveAction } from "./resolve-action.ts";
import { shellCommand } from "./shell-command.ts";
import type { Permissions, WorkflowRun } from "./workflow-run.ts";
import { checkCall } from "./call-inputs.ts";

export interface LoadedWorkflow {
  readonly name: string;
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
  readonly remoteActions: Remote;
  readonly ceiling?: Permissions;
  readonly depth?: number;
}

export async function loadWorkflow({
  file,
  root,
  remoteActions,
  ceiling,
  depth = 1,
}: LoadOptions): Promise<LoadedWorkflow> {
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
      ...calledFile(uses, root, remoteActions),
      remoteActions,
      ceiling: permissions,
      depth: depth + 1,
    });
    checkCall(job, called.tokens);
    calls.set(id, called);
  }
  return { name, root, tokens, calls };
}

function calledFile(
  uses: Token,
  root: string,
  remoteActions: Remote,
): { readonly file: string; readonly root: string } {
  const text = literal(uses) ?? "";
  if (/^(\.|\$)\//.test(text)) return { file: join(root, text.slice(2)), root };
  const remote = /^([^/@]+\/[^/@]+)\/([^@]+)@.+$/.exec(text);
  if (remote?.[1] === undefined || remote[2] === undefined)
    refuse(uses, `'uses: ${text}' is not a workflow this runner can find`);
  const directory = remoteActions?.[remote[1]];
  if (directory === undefined) refuse(uses, `'uses: ${text}': no local directory is given for ${remote[1]}`);
  return { file: join(resolve(directory), remote[2]), root: resolve(directory) };
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
