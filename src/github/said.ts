import type { Said } from "../core/approval.ts";
import { type GitHub, httpStatus } from "./client.ts";

/** A comment as it is now, with what its author may do; null when it is gone. */
export async function saidIn(github: GitHub, id: number): Promise<Said | null> {
  const { octokit, owner, repo } = github;
  try {
    const { data } = await octokit.rest.issues.getComment({ owner, repo, comment_id: id });
    const author = data.user?.login ?? "";
    return {
      id: data.id,
      issue: Number(/\/issues\/(\d+)$/.exec(data.issue_url)?.[1] ?? 0),
      author,
      byHand: data.user?.type === "User" && !data.performed_via_github_app,
      body: data.body ?? "",
      createdAt: data.created_at,
      updatedAt: data.updated_at,
      permission: await permissionOf(github, author),
    };
  } catch (error) {
    if (httpStatus(error) === 404) return null;
    throw error;
  }
}

/** What a login may do in the repository: admin, write, read or none. */
export async function permissionOf({ octokit, owner, repo }: GitHub, login: string): Promise<string> {
  try {
    return (await octokit.rest.repos.getCollaboratorPermissionLevel({ owner, repo, username: login })).data.permission;
  } catch (error) {
    if (httpStatus(error) === 404) return "none";
    throw error;
  }
}

export interface IssueFacts {
  readonly open: boolean;
  readonly body: string;
  readonly labels: readonly string[];
  /** Opened by a bot, and not a pull request. */
  readonly byBot: boolean;
}

/** An issue as it is now; null when there is none. */
export async function issueFacts({ octokit, owner, repo }: GitHub, issue: number): Promise<IssueFacts | null> {
  try {
    const { data } = await octokit.rest.issues.get({ owner, repo, issue_number: issue });
    return {
      open: data.state === "open",
      body: data.body ?? "",
      labels: data.labels.flatMap((label) => (typeof label === "string" ? [label] : label.name ? [label.name] : [])),
      byBot: data.user?.type === "Bot" && !data.pull_request,
    };
  } catch (error) {
    if (httpStatus(error) === 404) return null;
    throw error;
  }
}

/** Answers a comment on its issue once; a second answer to the same comment is not posted. */
export async function answerOnce(
  { octokit, owner, repo }: GitHub,
  said: Pick<Said, "id" | "issue">,
  text: string,
): Promise<void> {
  const mark = `<!-- golive:answer=${said.id} -->`;
  const all = await octokit.paginate(octokit.rest.issues.listComments, {
    owner,
    repo,
    issue_number: said.issue,
    per_page: 100,
  });
  if (all.some(({ user, body }) => user?.type === "Bot" && body?.startsWith(mark))) return;
  await octokit.rest.issues.createComment({ owner, repo, issue_number: said.issue, body: `${mark}\n${text}` });
}
