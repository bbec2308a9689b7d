import type { Problem } from "../../core/errors.ts";
import { t } from "../../core/text/text.ts";
import type { GitHub } from "../../github/client.ts";
import { blobAt, type Branch, fileAt } from "../../github/repository.ts";
import type { RunContext } from "../launch/context.ts";
import type { WorkflowFile } from "./bound.ts";

export interface Origin {
  /** Null where the process is no run of a workflow. */
  readonly workflow: WorkflowFile | null;
  readonly problems: readonly Problem[];
}

/**
 * A run follows the workflow file of the branch that was chosen when it started, and one that is run again that of the
 * first time. It counts only when it is the default branch's file of now.
 */
export async function originOf({ github, run }: Pick<RunContext, "github" | "run">, main: Branch): Promise<Origin> {
  if (run.workflow === undefined) return { workflow: null, problems: [] };
  const { path, commit } = run.workflow;
  const problems: Problem[] = [];
  if (run.ref !== `refs/heads/${main.name}`)
    problems.push({
      code: "run-of-branch",
      what: t`this run was started on ${shortRef(run.ref ?? "")}, so it follows that one's workflow`,
      where: path,
      mend: t`start it on ${main.name} (Run workflow → Use workflow from)`,
    });
  const ours = await blobAt(github, path, commit);
  if (ours === null) problems.push(unknownWorkflow(path));
  else if (problems.length === 0) {
    const changed = await changedFile(github, path, { was: commit, is: main.commit });
    if (changed !== null) problems.push(workflowChanged(changed, commit, main));
  }
  return { workflow: { path, blob: ours ?? "" }, problems };
}

/** The workflow's file, or one of this repository that it calls, when it is another one now; else null. */
async function changedFile(
  github: GitHub,
  path: string,
  commits: { readonly was: string; readonly is: string },
  seen: readonly string[] = [],
): Promise<string | null> {
  const { was, is } = commits;
  if (was === is || seen.includes(path)) return null;
  const [ours, theirs] = await Promise.all([blobAt(github, path, was), blobAt(github, path, is)]);
  if (ours !== theirs) return path;
  for (const called of calledIn((await fileAt(github, path, was)) ?? "")) {
    const changed = await changedFile(github, called, commits, [...seen, path]);
    if (changed !== null) return changed;
  }
  return null;
}

/** Paths of the workflows that `uses: ./.github/workflows/…` names. */
function calledIn(workflow: string): string[] {
  return [...workflow.matchAll(/^\s*(?:- )?uses:\s*["']?\.\/([^\s"'@#]+\.ya?ml)/gm)].flatMap(([, path]) => path ?? []);
}

function workflowChanged(path: string, commit: string, main: Branch): Problem {
  return {
    code: "workflow-changed",
    what: t`this run follows ${path} as it was at ${commit.slice(0, 12)}, and ${main.name} has another one now`,
    where: path,
    mend: t`start the workflow anew instead of running this run again`,
  };
}

/** Two files that are not there are not the same file. */
function unknownWorkflow(path: string): Problem {
  return {
    code: "workflow-unknown",
    what: t`the workflow file that this run follows is not in the repository, so nobody can tell whether people saw it`,
    where: path === "" ? "GITHUB_WORKFLOW_REF" : path,
    mend: t`start a workflow that lies on the default branch of this repository`,
  };
}

function shortRef(ref: string): string {
  return ref.replace(/^refs\/(heads|tags)\//, "");
}
