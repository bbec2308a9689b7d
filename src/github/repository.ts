import { UserError } from "../core/errors.ts";
import { t } from "../core/text/text.ts";
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
          code: "tag-missing",
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

/**
 * `classic`: by a branch protection rule; what it asks for only administrators may read. `review`: by a ruleset that
 * asks for a review, or lets nobody push. `other`: by a ruleset that lets whoever may push change it alone.
 */
export type BranchRules = "none" | "classic" | "review" | "other";

export interface Branch {
  readonly name: string;
  readonly commit: string;
  readonly rules: BranchRules;
}

/** Not whoever may push may change it alone, as far as GitHub tells a run. */
export function isProtected({ rules }: Branch): boolean {
  return rules === "classic" || rules === "review";
}

/** A branch as it is now; null when there is none. */
export async function branchNamed(github: GitHub, branch: string): Promise<Branch | null> {
  const { octokit, owner, repo } = github;
  try {
    const { data } = await octokit.rest.repos.getBranch({ owner, repo, branch });
    const { name, commit, protection } = data;
    if (!data.protected) return { name, commit: commit.sha, rules: "none" };
    if (protection?.enabled !== false) return { name, commit: commit.sha, rules: "classic" };
    return { name, commit: commit.sha, rules: (await needsReview(github, name)) ? "review" : "other" };
  } catch (error) {
    if (httpStatus(error) === 404) return null;
    throw error;
  }
}

/** GitHub calls a branch protected for any ruleset: one that only forbids a force push, or says how commits are named. */
async function needsReview({ octokit, owner, repo }: GitHub, branch: string): Promise<boolean> {
  try {
    const { data } = await octokit.rest.repos.getBranchRules({ owner, repo, branch, per_page: 100 });
    return data.some((rule) => {
      if (rule.type === "update") return true;
      return rule.type === "pull_request" && (rule.parameters?.required_approving_review_count ?? 0) > 0;
    });
  } catch (error) {
    // The way back asks for the branch as well, and is not to end here.
    if ([403, 404].includes(httpStatus(error) ?? 0)) return false;
    throw error;
  }
}

/** Every branch that GitHub calls protected, for whatever rule. */
export async function protectedBranches({ octokit, owner, repo }: GitHub): Promise<string[]> {
  const { data } = await octokit.rest.repos.listBranches({ owner, repo, protected: true, per_page: 100 });
  return data.map(({ name }) => name);
}

/** The default branch, resolved to a commit once. */
export async function defaultBranchNow(github: GitHub): Promise<Branch> {
  const name = await defaultBranch(github);
  const main = await branchNamed(github, name);
  if (main !== null) return main;
  throw new UserError({
    code: "no-default-branch",
    what: t`the default branch ${name} is empty`,
    where: `${github.owner}/${github.repo}`,
    mend: t`push it; it holds the plan and the workflows`,
  });
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

/** What lies at a path at a commit, or null when nothing does. */
async function contentAt({ octokit, owner, repo }: GitHub, path: string, ref: string) {
  try {
    return (await octokit.rest.repos.getContent({ owner, repo, path, ref })).data;
  } catch (error) {
    if (httpStatus(error) === 404) return null;
    throw error;
  }
}

/** The object that holds a file at a commit, or null when there is none: two are the same file when it is the same. */
export async function blobAt(github: GitHub, path: string, commit: string): Promise<string | null> {
  const data = await contentAt(github, path, commit);
  return data === null || Array.isArray(data) || data.type !== "file" ? null : data.sha;
}

/** A file's text at a commit, or null when there is none. */
export async function fileAt(github: GitHub, path: string, commit: string): Promise<string | null> {
  const data = await contentAt(github, path, commit);
  if (data === null || Array.isArray(data) || data.type !== "file" || !("content" in data)) return null;
  return Buffer.from(data.content, "base64").toString("utf8");
}

/** Whether a path (file or folder) exists at a commit. */
export async function pathExists(github: GitHub, path: string, commit: string): Promise<boolean> {
  return (await contentAt(github, path.replace(/\/+$/, ""), commit)) !== null;
}
