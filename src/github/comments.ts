import type { GitHub } from "./client.ts";

export interface Comment {
  readonly id: number;
  readonly author: string;
  readonly body: string;
  /** Changed after it was posted. */
  readonly edited: boolean;
}

/** People's comments on an issue that were posted after the one with this id, oldest first. */
export async function commentsAfter({ octokit, owner, repo }: GitHub, issue: number, after: number): Promise<Comment[]> {
  const all = await octokit.paginate(octokit.rest.issues.listComments, { owner, repo, issue_number: issue, per_page: 100 });
  return all
    .filter(({ id, user }) => id > after && user?.type === "User")
    .map(({ id, user, body, created_at, updated_at }) => ({ id, author: user?.login ?? "", body: body ?? "", edited: created_at !== updated_at }));
}
