import { parse } from "yaml";
import { fields, type Fields } from "../http/call.ts";
import type { GitRepository } from "../repository/git-repository.ts";

/** A number that stays the same for a file name, as the id of a workflow does. */
export function workflowId(file: string): number {
  let hash = 7;
  for (const character of file) hash = (hash * 31 + character.charCodeAt(0)) % 99_999_989;
  return 100_000_000 + hash;
}

export interface WorkflowFile {
  readonly file: string;
  readonly name: string;
  /** The `workflow_dispatch` section; null where the workflow has no such trigger. */
  readonly dispatch: Fields | null;
}

const folder = ".github/workflows";

function dispatchOf(on: unknown): Fields | null {
  if (on === "workflow_dispatch") return {};
  if (Array.isArray(on)) return on.includes("workflow_dispatch") ? {} : null;
  const triggers = fields(on);
  return "workflow_dispatch" in triggers ? fields(triggers.workflow_dispatch) : null;
}

function read(file: string, text: string): WorkflowFile {
  let document: Fields = {};
  try {
    document = fields(parse(text));
  } catch {
    // GitHub lists a workflow that it cannot parse under its path, without triggers.
  }
  const name = document.name;
  return { file, name: typeof name === "string" ? name : `${folder}/${file}`, dispatch: dispatchOf(document.on) };
}

export async function workflowsAt(git: GitRepository, commit: string): Promise<readonly WorkflowFile[]> {
  const tree = await git.object(`${commit}:${folder}`);
  if (tree === null) return [];
  const files = (await git.tree(tree, false)).filter((entry) => entry.type === "blob" && /\.ya?ml$/.test(entry.path));
  return Promise.all(files.map(async (entry) => read(entry.path, await git.text("cat-file", "blob", entry.sha))));
}

/** `id`: a number or a file name, as the path of an operation has it. */
export async function workflowAt(git: GitRepository, commit: string, id: string): Promise<WorkflowFile | undefined> {
  const all = await workflowsAt(git, commit);
  return all.find((one) => one.file === id || String(workflowId(one.file)) === id);
}
