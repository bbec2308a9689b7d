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

export interface Branch {
  readonly name: string;
  readonly commit: string;
  /** Rules hold for it: not whoever may push may change it alone. */
  readonly protected: boolean;
}

/** A branch as it is now; null when there is none. */
export async function branchNamed({ octokit, owner, repo }: GitHub, branch: string): Promise<Branch | null> {
  try {
    const { data } = await octokit.rest.repos.getBranch({ owner, repo, branch });
    return { name: data.name, commit: data.commit.sha, protected: data.protected };
  } catch (error) {
    if (httpStatus(error) === 404) return null;
    throw error;
  }
}

export interface Repository {
  readonly private: boolean;
  readonly main: Branch;
}

/** The repository with its default branch, resolved to a commit once. */
export async function repositoryNow(github: GitHub): Promise<Repository> {
  const { octokit, owner, repo } = github;
  const { data } = await octokit.rest.repos.get({ owner, repo });
  const main = await branchNamed(github, data.default_branch);
  if (main === null)
    throw new UserError({
      code: "no-default-branch",
      what: t`the default branch ${data.default_branch} is empty`,
      where: `${owner}/${repo}`,
      mend: t`push it; it holds the plan and the workflows`,
    });
  return { private: data.private, main };
}

/** Whether a commit is part of the history that ends at another one. */
export async function contains({ octokit, owner, repo }: GitHub, history: string, commit: string): Promise<boolean> {
  if (history === commit) return true;
  try {
    const basehead = `${history}...${commit}`;
    const { data } = await octokit.rest.repos.compareCommitsWithBasehead({ owner, repo, basehead, per_page: 1 });
    return data.status === "identical" || data.status === "behind";
  } catch (error) {
    // Histories without a common beginning.
    if (httpStatus(error) === 404) return false;
    throw error;
  }
}

/** The object that holds a file at a commit, or null when there is none: two are the same file when it is the same. */
export async function blobAt({ octokit, owner, repo }: GitHub, path: string, commit: string): Promise<string | null> {
  try {
    const { data } = await octokit.rest.repos.getContent({ owner, repo, path, ref: commit });
    return Array.isArray(data) || data.type !== "file" ? null : data.sha;
  } catch (error) {
    if (httpStatus(error) === 404) return null;
    throw error;
  }
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
