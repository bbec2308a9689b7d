import { ApiError, notFound } from "../http/api-error.ts";
import { ok, param, type ApiAnswer, type Call, type Handlers } from "../http/call.ts";
import { commitDocument, fileDocuments } from "../repository/commit-document.ts";
import type { GitRepository } from "../repository/git-repository.ts";
import { page } from "../http/page.ts";
import type { Repository } from "../repository/repository.ts";

const mostCommits = 250;
const mostFiles = 300;

const sum = (files: readonly Readonly<Record<string, unknown>>[], key: string): number =>
  files.reduce((total, file) => total + Number(file[key]), 0);

function comparisonStatus(ahead: number, behind: number): "identical" | "ahead" | "behind" | "diverged" {
  if (ahead === 0) return behind === 0 ? "identical" : "behind";
  return behind === 0 ? "ahead" : "diverged";
}

async function documents(repository: Repository, git: GitRepository, range: string) {
  return (await git.log(range)).map((commit) => commitDocument(repository, commit));
}

/** What leads from one name to another. */
async function compare(
  repository: Repository,
  git: GitRepository,
  call: Call,
  [baseName, headName]: readonly [base: string, head: string],
): Promise<ApiAnswer> {
  const [base, head] = await Promise.all([git.commitOf(baseName), git.commitOf(headName)]);
  if (base === null || head === null) throw notFound();
  const merge = (await git.text("merge-base", base, head).catch(() => "")).trim();
  if (merge === "") throw notFound();
  const commits = (await documents(repository, git, `${merge}..${head}`)).reverse();
  const behind = (await documents(repository, git, `${merge}..${base}`)).length;
  const url = `${repository.apiUrl}${repository.path}/compare/${baseName}...${headName}`;
  const html = `${repository.apiUrl}/${repository.name}/compare/${baseName}...${headName}`;
  const paged = call.search.has("page") || call.search.has("per_page");
  const { items, headers } = page(call, commits, repository.apiUrl);
  const files = await fileDocuments(repository, git, merge, head);
  const body = {
    url,
    html_url: html,
    permalink_url: html,
    diff_url: `${html}.diff`,
    patch_url: `${html}.patch`,
    base_commit: commitDocument(repository, await git.commit(base)),
    merge_base_commit: commitDocument(repository, await git.commit(merge)),
    status: comparisonStatus(commits.length, behind),
    ahead_by: commits.length,
    behind_by: behind,
    total_commits: commits.length,
    // Without pages it is the newest 250; the files come with the first page only.
    commits: paged ? items : commits.slice(-mostCommits),
    ...(Number(call.search.get("page") ?? 1) > 1 ? {} : { files: files.slice(0, mostFiles) }),
  };
  return { status: 200, body, headers: paged ? headers : {} };
}

export function commitHandlers(repository: Repository, git: GitRepository): Handlers {
  const emptyTree = async () => (await git.text("hash-object", "-t", "tree", "/dev/null")).trim();

  return {
    async "repos/get-commit"(call) {
      const ref = param(call, "ref");
      const sha = await git.commitOf(ref);
      if (sha === null) throw new ApiError(422, `No commit found for SHA: ${ref}`);
      if (call.accept.includes("sha")) return { status: 200, text: sha, type: "application/vnd.github.sha" };
      const commit = await git.commit(sha);
      const files = await fileDocuments(repository, git, commit.parents[0] ?? (await emptyTree()), sha);
      const stats = {
        additions: sum(files, "additions"),
        deletions: sum(files, "deletions"),
        total: sum(files, "changes"),
      };
      return ok({ ...commitDocument(repository, commit), stats, files });
    },

    async "repos/list-commits"(call) {
      const start = call.search.get("sha") ?? (await git.defaultBranch());
      const sha = await git.commitOf(start);
      if (sha === null) throw notFound();
      const { items, headers } = page(call, await documents(repository, git, sha), repository.apiUrl);
      return { status: 200, body: items, headers };
    },

    // The description has this path twice: with two names, and with one that has both in it.
    "repos/compare-commits": (call) => compare(repository, git, call, [param(call, "base"), param(call, "head")]),
    "repos/compare-commits-with-basehead"(call) {
      const [base = "", head = ""] = param(call, "basehead").split("...");
      return compare(repository, git, call, [base, head]);
    },
  };
}
