import type { GitHub } from "./client.ts";
import { httpStatus } from "./client.ts";
import { fileAt } from "./repository.ts";

/** A workflow file, as it is on a branch. */
export interface WorkflowText {
  readonly path: string;
  readonly text: string;
}

const folder = ".github/workflows";

/** The workflow files at a branch or commit that are wanted; none where the folder is not there. Each is a request. */
export async function workflowsAt(
  github: GitHub,
  ref: string,
  wanted: (path: string) => boolean,
): Promise<WorkflowText[]> {
  const paths = (await pathsAt(github, ref)).filter(wanted);
  const texts = await Promise.all(paths.map(async (path) => ({ path, text: await fileAt(github, path, ref) })));
  return texts.flatMap(({ path, text }) => (text === null ? [] : [{ path, text }]));
}

async function pathsAt({ octokit, owner, repo }: GitHub, ref: string): Promise<string[]> {
  try {
    const { data } = await octokit.rest.repos.getContent({ owner, repo, path: folder, ref });
    if (!Array.isArray(data)) return [];
    return data.flatMap(({ type, path }) => (type === "file" && /\.ya?ml$/.test(path) ? [path] : []));
  } catch (error) {
    if (httpStatus(error) === 404) return [];
    throw error;
  }
}
