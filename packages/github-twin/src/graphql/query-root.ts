import { commentIds } from "../dress.ts";
import { fields, type Fields } from "../http/call.ts";
import type { Repository } from "../repository/repository.ts";
import { commentKey, type Edits, issueKey } from "../runs/edits.ts";
import { connection, type PageArguments } from "./connection.ts";
import { actor, content } from "./content.ts";
import { GraphFailure } from "./graph-failure.ts";

/** What a query can start from. A field that is not here is refused as unknown to the twin. */
export function queryRoot(repository: Repository, edits: Edits, login: string): Fields {
  const reads = readsOf(repository, login);
  const objects = { reads, edits };
  return {
    viewer: () => actor(login),
    node: ({ id }: { readonly id: string }) => nodeOf(objects, id),
    nodes: ({ ids }: { readonly ids: readonly string[] }) =>
      // One of a list that cannot be answered is null there, and the others are answered.
      Promise.all(ids.map((id) => nodeOf(objects, id).catch(asValue))),
    repository({ owner, name }: { readonly owner: string; readonly name: string }) {
      if (`${owner}/${name}`.toLowerCase() !== repository.name.toLowerCase())
        throw new GraphFailure("NOT_FOUND", `Could not resolve to a Repository with the name '${owner}/${name}'.`);
      return {
        nameWithOwner: repository.name,
        issue: ({ number }: { readonly number: number }) => issueNumbered(objects, number),
      };
    },
  };
}

function asValue(error: unknown): GraphFailure {
  if (error instanceof GraphFailure) return error;
  throw error;
}

/** What is read of the repository as this person, by the paths of REST. */
interface Reads {
  one(path: string): Promise<Fields | null>;
  all(path: string): AsyncGenerator<Fields>;
}

interface Objects {
  readonly reads: Reads;
  readonly edits: Edits;
}

function readsOf(repository: Repository, login: string): Reads {
  const read = async (path: string): Promise<unknown> => {
    const answer = await repository.send(login, "GET", `${repository.path}${path}`);
    return answer.status === 200 ? answer.body : null;
  };
  return {
    async one(path) {
      const found = await read(path);
      return found === null ? null : fields(found);
    },
    async *all(path) {
      const size = 100;
      for (let page = 1; ; page += 1) {
        const batch = (await read(`${path}per_page=${size}&page=${page}`)) as readonly unknown[];
        yield* batch.map(fields);
        if (batch.length < size) return;
      }
    },
  };
}

function commentObject({ edits }: Objects, document: Fields): Fields {
  return content("IssueComment", document, edits, commentKey(document.id));
}

function issueObject(objects: Objects, document: Fields): Fields {
  return {
    ...content("Issue", document, objects.edits, issueKey(document.number)),
    number: document.number,
    title: document.title,
    state: String(document.state).toUpperCase(),
    async comments(args: PageArguments) {
      const all: Fields[] = [];
      for await (const one of objects.reads.all(`/issues/${String(document.number)}/comments?`))
        all.push(commentObject(objects, one));
      return connection("comments", all, args);
    },
  };
}

async function issueNumbered(objects: Objects, number: number): Promise<Fields> {
  const document = await objects.reads.one(`/issues/${number}`);
  if (document === null)
    throw new GraphFailure("NOT_FOUND", `Could not resolve to an Issue with the number of ${number}.`);
  return issueObject(objects, document);
}

const nodeId = /^0\d*:(IssueComment|Issue)(\d+)$/;

async function nodeOf(objects: Objects, id: string): Promise<Fields> {
  const { reads } = objects;
  const [, kind, number] = nodeId.exec(Buffer.from(id, "base64url").toString()) ?? [];
  if (kind === "IssueComment") {
    const found = await reads.one(`/issues/comments/${Number(number) + commentIds}`);
    if (found !== null) return commentObject(objects, found);
  }
  if (kind === "Issue")
    for await (const document of reads.all("/issues?state=all&"))
      if (document.node_id === id) return issueObject(objects, document);
  throw new GraphFailure("NOT_FOUND", `Could not resolve to a node with the global id of '${id}'`);
}
