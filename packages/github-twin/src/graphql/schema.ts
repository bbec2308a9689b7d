import { fields, type Fields } from "../http/call.ts";
import { commentKey, issueKey, type Edits, type Version } from "../runs/edits.ts";
import { commentIds } from "../dress.ts";
import { botLogin } from "../people/identities.ts";
import type { Repository } from "../repository/repository.ts";
import { GraphFailure, type GraphObject } from "./execute.ts";

const contentInterfaces = ["Comment", "Node", "Updatable"];

type Args = Readonly<Record<string, unknown>>;

function actor(login: string): GraphObject {
  // GraphQL, unlike REST, calls the bot by its name alone.
  const bot = login === botLogin;
  return {
    type: bot ? "Bot" : "User",
    implements: ["Actor", "Node"],
    fields: { login: () => (bot ? "github-actions" : login) },
  };
}

function connection(name: string, type: string, all: readonly GraphObject[], args: Args): GraphObject {
  const first = args.first as number | undefined;
  const last = args.last as number | undefined;
  if (first === undefined && last === undefined)
    throw new GraphFailure(
      "MISSING_PAGINATION_BOUNDARIES",
      `You must provide a \`first\` or \`last\` value to properly paginate the \`${name}\` connection.`,
    );
  if (Math.max(first ?? 0, last ?? 0) > 100)
    throw new GraphFailure(
      "EXCESSIVE_PAGINATION",
      `Requesting more than 100 records on the \`${name}\` connection exceeds the limit.`,
    );
  const start = typeof args.after === "string" ? Number(Buffer.from(args.after, "base64url").toString()) : 0;
  const rest = all.slice(start);
  const nodes = first === undefined ? rest.slice(-(last ?? 0)) : rest.slice(0, first);
  const end = start + nodes.length;
  const pageInfo: GraphObject = {
    type: "PageInfo",
    fields: {
      hasNextPage: () => first !== undefined && end < all.length,
      endCursor: () => (nodes.length === 0 ? null : Buffer.from(String(end)).toString("base64url")),
    },
  };
  return { type, fields: { totalCount: () => all.length, nodes: () => nodes, pageInfo: () => pageInfo } };
}

/** Newest first; the list is empty until there is an edit, and then has the original as its last. */
function editConnection(versions: readonly Version[], args: Args): GraphObject {
  const all = versions.length < 2 ? [] : versions.toReversed();
  const edit = (version: Version): GraphObject => ({
    type: "UserContentEdit",
    fields: {
      editor: () => actor(version.login),
      editedAt: () => version.at,
      createdAt: () => version.at,
      updatedAt: () => version.at,
      deletedAt: () => version.deleted?.at ?? null,
      deletedBy: () => (version.deleted === undefined ? null : actor(version.deleted.login)),
      diff: () => (version.deleted === undefined ? version.body : null),
    },
  });
  return connection("userContentEdits", "UserContentEditConnection", all.map(edit), args);
}

export function schema(repository: Repository, edits: Edits, login: string): GraphObject {
  const read = async (path: string): Promise<unknown> => {
    const answer = await repository.send(login, "GET", `${repository.path}${path}`);
    return answer.status === 200 ? answer.body : null;
  };
  const content = (type: string, document: Fields, key: string): GraphObject => {
    const versions = edits.of(key);
    const edited = versions.length > 1;
    return {
      type,
      implements: contentInterfaces,
      fields: {
        id: () => document.node_id,
        databaseId: () => document.id,
        fullDatabaseId: () => String(document.id),
        url: () => document.html_url,
        body: () => document.body ?? "",
        author: () => actor(String(fields(document.user).login)),
        createdAt: () => document.created_at,
        updatedAt: () => document.updated_at,
        lastEditedAt: () => (edited ? versions.at(-1)?.at : null),
        editor: () => (edited ? actor(versions.at(-1)?.login ?? "") : null),
        includesCreatedEdit: () => edited,
        userContentEdits: (args) => {
          if (edits.hidden) throw new GraphFailure("FORBIDDEN", "Resource not accessible by integration");
          return editConnection(versions, args);
        },
      },
    };
  };
  const comment = (document: Fields): GraphObject => content("IssueComment", document, commentKey(document.id));
  const issue = (document: Fields): GraphObject => {
    const base = content("Issue", document, issueKey(document.number));
    const comments = async (args: Args): Promise<GraphObject> => {
      const all: unknown[] = [];
      for (let page = 1, more = true; more; page += 1) {
        const batch = (await read(
          `/issues/${String(document.number)}/comments?per_page=100&page=${page}`,
        )) as readonly unknown[];
        all.push(...batch);
        more = batch.length === 100;
      }
      return connection(
        "comments",
        "IssueCommentConnection",
        all.map((one) => comment(fields(one))),
        args,
      );
    };
    return {
      ...base,
      fields: {
        ...base.fields,
        comments,
        number: () => document.number,
        title: () => document.title,
        state: () => String(document.state).toUpperCase(),
      },
    };
  };
  const node = async ({ id }: Args): Promise<GraphObject> => {
    const [, kind = "", number = ""] =
      /^0\d*:(IssueComment|Issue)(\d+)$/.exec(Buffer.from(String(id), "base64url").toString()) ?? [];
    if (kind === "IssueComment") {
      const found = await read(`/issues/comments/${Number(number) + commentIds}`);
      if (found !== null) return comment(fields(found));
    }
    if (kind === "Issue")
      for (let page = 1, more = true; more; page += 1) {
        const batch = (await read(`/issues?state=all&per_page=100&page=${page}`)) as readonly unknown[];
        const found = batch.map(fields).find((document) => document.node_id === id);
        if (found !== undefined) return issue(found);
        more = batch.length === 100;
      }
    throw new GraphFailure("NOT_FOUND", `Could not resolve to a node with the global id of '${String(id)}'`);
  };

  return {
    type: "Query",
    fields: {
      node,
      nodes: ({ ids }) =>
        Promise.all(
          (ids as readonly unknown[]).map((id) =>
            node({ id }).catch((error: unknown) => {
              if (error instanceof GraphFailure) return error;
              throw error;
            }),
          ),
        ),
      viewer: () => actor(login),
      repository({ owner, name }) {
        if (`${String(owner)}/${String(name)}`.toLowerCase() !== repository.name.toLowerCase())
          throw new GraphFailure(
            "NOT_FOUND",
            `Could not resolve to a Repository with the name '${String(owner)}/${String(name)}'.`,
          );
        return {
          type: "Repository",
          fields: {
            nameWithOwner: () => repository.name,
            issue: async ({ number }: Args) => {
              const document = await read(`/issues/${Number(number)}`);
              if (document === null)
                throw new GraphFailure(
                  "NOT_FOUND",
                  `Could not resolve to an Issue with the number of ${Number(number)}.`,
                );
              return issue(fields(document));
            },
          },
        } satisfies GraphObject;
      },
    },
  };
}
