import type { GitHub } from "./client.ts";

/** A body that a comment had, and who gave it that. */
export interface BodyVersion {
  readonly at: string;
  /** Login; null for a bot, a deleted account, or nobody that GitHub still names. */
  readonly by: string | null;
  readonly body: string;
}

interface Answer {
  readonly node: {
    readonly body: string;
    readonly createdAt: string;
    readonly userContentEdits: {
      readonly nodes: readonly {
        readonly editedAt: string;
        readonly editor: { readonly __typename: string; readonly login: string } | null;
        readonly diff: string | null;
      }[];
      readonly pageInfo: { readonly hasNextPage: boolean; readonly endCursor: string | null };
    };
  } | null;
}

const query = `query ($id: ID!, $after: String) {
  node(id: $id) {
    ... on IssueComment {
      body
      createdAt
      userContentEdits(first: 100, after: $after) {
        nodes { editedAt editor { __typename login } diff }
        pageInfo { hasNextPage endCursor }
      }
    }
  }
}`;

/**
 * Every body a comment ever had, oldest first: GitHub keeps each edit with its editor, also one that was written over a
 * second later. Null when the comment is gone. `node`: the comment's node id.
 */
export async function versionsOf({ octokit }: GitHub, node: string): Promise<BodyVersion[] | null> {
  const newestFirst: BodyVersion[] = [];
  let after: string | null = null;
  for (;;) {
    let answer: Answer;
    try {
      answer = await octokit.graphql<Answer>(query, { id: node, after });
    } catch (error) {
      if ((error as { errors?: readonly { type?: string }[] }).errors?.some(({ type }) => type === "NOT_FOUND"))
        return null;
      throw error;
    }
    if (answer.node === null) return null;
    const { body, createdAt, userContentEdits: edits } = answer.node;
    // GitHub keeps no history of a comment that nobody edited.
    if (edits.nodes.length === 0 && newestFirst.length === 0) return [{ at: createdAt, by: null, body }];
    for (const { editedAt, editor, diff } of edits.nodes) {
      // Where a text was taken out of the history, nobody can be told to have made the change that follows.
      if (diff === null) newestFirst.splice(-1, 1, ...newestFirst.slice(-1).map((later) => ({ ...later, by: null })));
      else newestFirst.push({ at: editedAt, by: editor?.__typename === "User" ? editor.login : null, body: diff });
    }
    if (!edits.pageInfo.hasNextPage) return newestFirst.toReversed();
    after = edits.pageInfo.endCursor;
  }
}
