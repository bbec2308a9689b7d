export interface TestEdit {
  readonly at: string;
  /** Null: nobody that GitHub names. */
  readonly by: string | null;
  /** Its text was taken out of the history by this login. */
  readonly removedBy?: string;
}

export interface TestComment {
  readonly body: string;
  /** Null: a bot. */
  readonly author: string | null;
  readonly at: string;
  /** Its text as it was posted, where it was another. */
  readonly first?: string;
  /** Oldest first; "hidden" where GitHub does not tell. */
  readonly edits?: readonly TestEdit[] | "hidden";
}

const user = (login: string | null) => (login === null ? null : { __typename: "User", login });

/** A comment as GitHub's GraphQL tells of it. */
export function nodeOf({ body, author, at, first = body, edits = [] }: TestComment): object {
  const told = edits === "hidden" ? [] : edits;
  const original: TestEdit = { at, by: author };
  const all = told.length === 0 ? [] : [original, ...told].toReversed();
  const textOf = (one: TestEdit) => {
    if (one.removedBy !== undefined) return null;
    return one === original ? first : body;
  };
  return {
    body,
    createdAt: at,
    lastEditedAt: told.at(-1)?.at ?? null,
    includesCreatedEdit: told.length > 0,
    author: user(author),
    userContentEdits:
      edits === "hidden"
        ? null
        : {
            nodes: all.map((one: TestEdit) => ({
              editedAt: one.at,
              editor: user(one.by),
              deletedAt: one.removedBy === undefined ? null : one.at,
              deletedBy: user(one.removedBy ?? null),
              diff: textOf(one),
            })),
            pageInfo: { hasNextPage: false, endCursor: null },
          },
  };
}
