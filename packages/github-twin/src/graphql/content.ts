import { fields, type Fields } from "../http/call.ts";
import { botLogin } from "../people/identities.ts";
import type { Edits, Version } from "../runs/edits.ts";
import { connection, type PageArguments } from "./connection.ts";
import { GraphFailure } from "./graph-failure.ts";

export function actor(login: string): Fields {
  // GraphQL, unlike REST, calls the bot by its name alone.
  return login === botLogin ? { __typename: "Bot", login: "github-actions" } : { __typename: "User", login };
}

/** What issues and comments have in common. */
export function content(type: "Issue" | "IssueComment", document: Fields, edits: Edits, key: string): Fields {
  const versions = edits.of(key);
  const newest = versions.length > 1 ? versions.at(-1) : undefined;
  return {
    __typename: type,
    id: document.node_id,
    databaseId: document.id,
    fullDatabaseId: String(document.id),
    url: document.html_url,
    body: document.body ?? "",
    author: actor(String(fields(document.user).login)),
    createdAt: document.created_at,
    updatedAt: document.updated_at,
    lastEditedAt: newest?.at ?? null,
    editor: newest === undefined ? null : actor(newest.login),
    includesCreatedEdit: newest !== undefined,
    userContentEdits(args: PageArguments) {
      if (edits.hidden) throw new GraphFailure("FORBIDDEN", "Resource not accessible by integration");
      return connection("userContentEdits", editsOf(versions), args);
    },
  };
}

/** Newest first; the list is empty until there is an edit, and then has the original as its last. */
function editsOf(versions: readonly Version[]): readonly Fields[] {
  if (versions.length < 2) return [];
  return versions.toReversed().map(({ at, login, body, deleted }) => ({
    editor: actor(login),
    editedAt: at,
    createdAt: at,
    updatedAt: at,
    deletedAt: deleted?.at ?? null,
    deletedBy: deleted === undefined ? null : actor(deleted.login),
    diff: deleted === undefined ? body : null,
  }));
}
