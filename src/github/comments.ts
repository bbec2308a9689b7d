import type { GitHub } from "./client.ts";

export interface Comment {
  readonly id: number;
  readonly author: string;
  readonly body: string;
  /** ISO 8601, whole seconds. */
  readonly at: string;
  /** Changed after it was posted. */
  readonly edited: boolean;
}

/** People's comments on an issue that were posted after the one with this id, oldest first. */
export async function commentsAfter(github: GitHub, issue: number, after: number): Promise<Comment[]> {
  return (await talkAfter(github, issue, after)).people;
}

/** All that was posted after the comment with this id, oldest first: by people, and the bodies of the suite's own. */
export async function talkAfter(
  { octokit, owner, repo }: GitHub,
  issue: number,
  after: number,
): Promise<{ readonly people: Comment[]; readonly own: string[] }> {
  const all = (
    await octokit.paginate(octokit.rest.issues.listComments, { owner, repo, issue_number: issue, per_page: 100 })
  ).filter(({ id }) => id > after);
  return {
    people: all
      .filter(({ user, performed_via_github_app: app }) => user?.type === "User" && !app)
      .map(({ id, user, body, created_at, updated_at }) => ({
        id,
        author: user?.login ?? "",
        body: body ?? "",
        at: created_at,
        edited: created_at !== updated_at,
      })),
    own: all.filter(({ user }) => user?.type === "Bot").map(({ body }) => body ?? ""),
  };
}
