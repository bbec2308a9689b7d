import type { Comment } from "../core/comments/said.ts";
import type { GitHub } from "./client.ts";
import { historiesOf, type History } from "./edits.ts";

/** A person's comment, without what was done to it since it was posted. */
export type Posted = Omit<Comment, "edits"> & {
  /** What GitHub keeps its history under. */
  readonly node: string;
};

/** All that was posted after the comment with this id, oldest first: by people, and the bodies of the suite's own. */
export async function talkAfter(
  { octokit, owner, repo }: GitHub,
  issue: number,
  after: number,
): Promise<{ readonly people: Posted[]; readonly own: string[] }> {
  const all = (
    await octokit.paginate(octokit.rest.issues.listComments, { owner, repo, issue_number: issue, per_page: 100 })
  ).filter(({ id }) => id > after);
  return {
    people: all
      .filter(({ user, performed_via_github_app: app }) => user?.type === "User" && !app)
      .map(({ id, node_id, user, body, created_at }) => ({
        id,
        node: node_id,
        author: user?.login ?? "",
        byHand: true,
        body: body ?? "",
        createdAt: created_at,
      })),
    own: all.filter(({ user }) => user?.type === "Bot").map(({ body }) => body ?? ""),
  };
}

/** With who edited them, and the body that goes with that. One that is gone by now is left out. */
export async function withEdits(github: GitHub, posted: readonly Posted[]): Promise<Comment[]> {
  const histories = await historiesOf(
    github,
    posted.map(({ node }) => node),
  );
  return commentsOf(posted, histories);
}

export function commentsOf(posted: readonly Posted[], histories: ReadonlyMap<string, History | null>): Comment[] {
  return posted.flatMap(({ node, ...comment }) => {
    const history = histories.get(node);
    if (!history) return [];
    const { body, edits, versions } = history;
    return [{ ...comment, body, edits, bodies: versions.map((version) => version.body) }];
  });
}
