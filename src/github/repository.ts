import { UserError } from "../core/errors.ts";
import { t } from "../core/text.ts";
import { type GitHub, httpStatus } from "./client.ts";

/** The commit a tag points to (annotated or not). A branch of the same name does not count. */
export async function commitOfTag({ octokit, owner, repo }: GitHub, tag: string): Promise<string> {
  try {
    const { data } = await octokit.rest.repos.getCommit({ owner, repo, ref: `tags/${tag}`, per_page: 1 });
    return data.sha;
  } catch (error) {
    const status = httpStatus(error);
    if (status === 404 || status === 422) {
      throw new UserError(
        {
          what: t`there is no tag "${tag}" in ${owner}/${repo}`,
          mend: t`create and push it (git tag ${tag} && git push origin ${tag}), or choose one that exists`,
        },
        { cause: error },
      );
    }
    throw error;
  }
}

/** The same, or null when there is no such tag any more. */
export async function commitOrNull(github: GitHub, tag: string): Promise<string | null> {
  try {
    return await commitOfTag(github, tag);
  } catch (error) {
    if (error instanceof UserError) return null;
    throw error;
  }
}

/** Name of the branch that pull requests go to. */
export async function defaultBranch({ octokit, owner, repo }: GitHub): Promise<string> {
  return (await octokit.rest.repos.get({ owner, repo })).data.default_branch;
}

/** A file's text at a commit, or null when there is none. */
export async function fileAt({ octokit, owner, repo }: GitHub, path: string, commit: string): Promise<string | null> {
  try {
    const { data } = await octokit.rest.repos.getContent({ owner, repo, path, ref: commit });
    if (Array.isArray(data) || data.type !== "file" || !("content" in data)) return null;
    return Buffer.from(data.content, "base64").toString("utf8");
  } catch (error) {
    if (httpStatus(error) === 404) return null;
    throw error;
  }
}

/** Whether a path (file or folder) exists at a commit. */
export async function pathExists({ octokit, owner, repo }: GitHub, path: string, commit: string): Promise<boolean> {
  try {
    await octokit.rest.repos.getContent({ owner, repo, path: path.replace(/\/+$/, ""), ref: commit });
    return true;
  } catch (error) {
    if (httpStatus(error) === 404) return false;
    throw error;
  }
}
