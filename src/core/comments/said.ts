import { t } from "../text/text.ts";

/** What somebody did to a comment after it was posted. `by` is null for a bot, a deleted account, or nobody that is named. */
export interface Edit {
  /** ISO 8601, whole seconds. */
  readonly at: string;
  readonly by: string | null;
}

/** A comment as GitHub has it now. Times are ISO 8601, whole seconds: two may be equal, and yet one was later. */
export interface Comment {
  readonly id: number;
  readonly author: string;
  /** Written by a person, neither by a bot nor by an app in a person's name. */
  readonly byHand: boolean;
  readonly body: string;
  readonly createdAt: string;
  /** Oldest first; a text taken out of the history is an edit too. Null when GitHub does not tell this token. */
  readonly edits: readonly Edit[] | null;
  /** All that it ever was, as far as GitHub tells. */
  readonly bodies?: readonly string[];
}

/** And what its author may do in the repository. */
export interface Said extends Comment {
  readonly issue: number;
  readonly permission: string;
}

type Edited = Pick<Comment, "author" | "edits">;

/** Why nothing can be decided by a comment, in words for its author; null when it is as it was posted. */
export function whyNoDecision({ edits }: Edited): string | null {
  if (edits === null) return unreadable();
  return edits.length > 0 ? t`it was edited after it was posted; write a new one` : null;
}

/** Why a comment is not its author's word; null when nobody else changed it. */
export function whyNotOwn({ author, edits }: Edited): string | null {
  if (edits === null) return unreadable();
  const own = edits.every(({ by }) => by?.toLowerCase() === author.toLowerCase());
  return own ? null : t`somebody else edited it; write a new one`;
}

/** When a comment was written as it is now. */
export function saidAt({ createdAt, edits }: Pick<Comment, "createdAt" | "edits">): string {
  return edits?.at(-1)?.at ?? createdAt;
}

function unreadable(): string {
  return t`GitHub does not tell golive's token who edited it, so it cannot be relied on`;
}
