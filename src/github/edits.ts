import { UserError } from "../core/errors.ts";
import type { Edit } from "../core/comments/said.ts";
import { t } from "../core/text/text.ts";
import type { GitHub } from "./client.ts";

/** A body that a comment had, and who gave it that. */
export interface BodyVersion {
  readonly at: string;
  /** Login; null for a bot, a deleted account, or nobody that GitHub still names. */
  readonly by: string | null;
  readonly body: string;
}

/** What GitHub keeps of a comment. */
export interface History {
  readonly body: string;
  /** What was done to it after it was posted, oldest first; null when GitHub does not tell this token. */
  readonly edits: readonly Edit[] | null;
  /** Every body it ever had, oldest first. Without its edits only what it is now. */
  readonly versions: readonly BodyVersion[];
}

type Actor = { readonly __typename: string; readonly login: string } | null;

interface Revision {
  readonly editedAt: string;
  readonly editor: Actor;
  readonly deletedAt: string | null;
  readonly deletedBy: Actor;
  readonly diff: string | null;
}

interface Node {
  readonly body: string;
  readonly createdAt: string;
  readonly lastEditedAt: string | null;
  readonly includesCreatedEdit: boolean;
  readonly author: Actor;
  readonly userContentEdits: {
    readonly nodes: readonly Revision[];
    readonly pageInfo: { readonly hasNextPage: boolean; readonly endCursor: string | null };
  } | null;
}

interface Answer {
  readonly nodes: readonly (Node | null)[];
}

const query = `query ($ids: [ID!]!, $after: String) {
  nodes(ids: $ids) {
    ... on Comment {
      body
      createdAt
      lastEditedAt
      includesCreatedEdit
      author { __typename login }
      userContentEdits(first: 100, after: $after) {
        nodes { editedAt editor { __typename login } deletedAt deletedBy { __typename login } diff }
        pageInfo { hasNextPage endCursor }
      }
    }
  }
}`;

/** GitHub takes no more in one query. */
const mostNodes = 100;

/**
 * The histories of these comments, by node id: GitHub keeps each edit with its editor, also one that was made within
 * the second of another. Null for a comment that is gone.
 */
export async function historiesOf(github: GitHub, ids: readonly string[]): Promise<Map<string, History | null>> {
  const found = new Map<string, History | null>();
  for (let from = 0; from < ids.length; from += mostNodes) {
    const some = ids.slice(from, from + mostNodes);
    const { nodes } = await ask(github, some, null);
    for (const [index, id] of some.entries()) {
      const node = nodes[index] ?? null;
      found.set(id, node === null ? null : historyOf(node, await revisionsOf(github, id, node)));
    }
  }
  return found;
}

/** The history of one comment; null when it is gone. */
export async function historyIn(github: GitHub, id: string): Promise<History | null> {
  return (await historiesOf(github, [id])).get(id) ?? null;
}

/** Every body a comment ever had, oldest first. Null when the comment is gone. `node`: the comment's node id. */
export async function versionsOf(github: GitHub, node: string): Promise<readonly BodyVersion[] | null> {
  const history = await historyIn(github, node);
  if (history === null) return null;
  if (history.edits === null) throw unreadable();
  return history.versions;
}

/** Whether golive is told who edited what, tried on any issue there is; null when there is none to try it on. */
export async function editsReadable(github: GitHub): Promise<boolean | null> {
  const { octokit, owner, repo } = github;
  const { data } = await octokit.rest.issues.listForRepo({ owner, repo, state: "all", per_page: 1 });
  const [issue] = data;
  if (issue === undefined) return null;
  const history = await historyIn(github, issue.node_id);
  return history === null ? null : history.edits !== null;
}

/** What is to be done where GitHub does not tell who edited what. */
export function unreadable(): UserError {
  return new UserError({
    code: "edits-unreadable",
    what: t`GitHub does not tell this token who edited a comment, so nothing that people write can be relied on`,
    where: "permissions",
    mend: t`give the job \`issues: write\`, and pass it the run's own token; \
a token of a person or an app needs to read issues by GraphQL (userContentEdits)`,
  });
}

/** What GitHub does not find or does not tell is null in the answer; any other error is thrown. */
async function ask({ octokit }: GitHub, ids: readonly string[], after: string | null): Promise<Answer> {
  try {
    return await octokit.graphql<Answer>(query, { ids, after });
  } catch (error) {
    const { errors = [], data } = error as { errors?: readonly GraphError[]; data?: Answer | null };
    const known = errors.length > 0 && errors.every(({ type = "" }) => type === "NOT_FOUND" || refusals.includes(type));
    const refused = errors.some(isRefusal) || /not accessible by/.test((error as Error).message);
    if (!known || !data?.nodes) throw refused ? unreadable() : error;
    // One that is refused as a whole is there all the same.
    if (errors.some((one) => isRefusal(one) && (one.path?.length ?? 0) < 3)) throw unreadable();
    return data;
  }
}

interface GraphError {
  readonly type?: string;
  readonly path?: readonly (string | number)[];
}

const refusals = ["FORBIDDEN", "INSUFFICIENT_SCOPES"];

function isRefusal({ type = "" }: GraphError): boolean {
  return refusals.includes(type);
}

/** All revisions, newest first; null when GitHub does not tell. */
async function revisionsOf(github: GitHub, id: string, node: Node): Promise<readonly Revision[] | null> {
  const revisions: Revision[] = [];
  for (let page: Node | null = node; page !== null; ) {
    if (page.userContentEdits === null) return null;
    const { nodes, pageInfo }: NonNullable<Node["userContentEdits"]> = page.userContentEdits;
    revisions.push(...nodes);
    if (!pageInfo.hasNextPage) break;
    page = (await ask(github, [id], pageInfo.endCursor)).nodes[0] ?? null;
  }
  return revisions;
}

function historyOf(node: Node, revisions: readonly Revision[] | null): History {
  const { body, createdAt } = node;
  if (revisions === null) return { body, edits: null, versions: [{ at: createdAt, by: null, body }] };
  return { body, edits: editsOf(node, revisions), versions: versionsIn(node, revisions) };
}

function editsOf({ author, includesCreatedEdit, lastEditedAt }: Node, revisions: readonly Revision[]): Edit[] {
  const original = includesCreatedEdit ? revisions.at(-1) : undefined;
  const edits = revisions
    // The text as it was posted is its author's, and no edit.
    .filter((one) => one !== original || (one.editor !== null && one.editor.login !== author?.login))
    .map(({ editedAt, editor }) => ({ at: editedAt, by: loginOf(editor) }));
  const removals = revisions.flatMap(({ deletedAt, deletedBy }) =>
    deletedAt === null ? [] : [{ at: deletedAt, by: loginOf(deletedBy) }],
  );
  // An edit that the history does not show is somebody's.
  const unseen = revisions.length === 0 && lastEditedAt !== null ? [{ at: lastEditedAt, by: null }] : [];
  return [...edits, ...removals, ...unseen].toSorted((a, b) => Date.parse(a.at) - Date.parse(b.at));
}

function versionsIn({ body, createdAt }: Node, revisions: readonly Revision[]): BodyVersion[] {
  // GitHub keeps no history of a comment that nobody edited.
  if (revisions.length === 0) return [{ at: createdAt, by: null, body }];
  const versions: BodyVersion[] = [];
  let lost = false;
  for (const { editedAt, editor, diff } of revisions.toReversed()) {
    // Where a text was taken out of the history, nobody can be told to have made the change that follows.
    if (diff !== null) versions.push({ at: editedAt, by: lost ? null : loginOf(editor), body: diff });
    lost = diff === null;
  }
  return lost ? [...versions, { at: revisions[0]?.editedAt ?? createdAt, by: null, body }] : versions;
}

function loginOf(actor: Actor): string | null {
  return actor?.__typename === "User" ? actor.login : null;
}
