import { mayPush } from "../people/access.ts";
import { ApiError, invalidField } from "../http/api-error.ts";
import { fields, param, type ApiAnswer, type Call, type Fields, type Handlers } from "../http/call.ts";
import { commentKey, issueKey, type Edits } from "../runs/edits.ts";
import { inTurn } from "../http/in-turn.ts";
import type { Repository } from "../repository/repository.ts";
import type { TwinEvent } from "../twin-interface.ts";

export type Emit = (event: TwinEvent) => void;

const longest = 65_536;

function assertLength(call: Call, resource: string): void {
  const body = fields(call.body).body;
  if (typeof body === "string" && [...body].length > longest)
    throw invalidField(resource, "body", `body is too long (maximum is ${longest} characters)`);
}

function assertMayEdit(call: Call, document: Fields): void {
  const author = String(fields(document.user).login);
  if (author !== call.who.login && !mayPush(call.who)) throw new ApiError(403, "Must have admin rights to Repository.");
}

/**
 * emulate keeps issues and comments. Around it: GitHub's length limit, who may edit what,
 * the history of bodies, and the events that a workflow would be started by.
 */
export function issueHandlers(repository: Repository, edits: Edits, emit: Emit): Handlers {
  const kept = keptIssues(repository, edits, emit);
  const serial = inTurn();
  const handlers: Handlers = { ...ofIssues(kept), ...ofComments(kept) };
  return Object.fromEntries(
    Object.entries(handlers).map(([operation, handler]) => [
      operation,
      (call: Call) => serial(async () => handler(call)),
    ]),
  );
}

interface KeptIssues {
  forward(call: Call, body?: unknown): Promise<ApiAnswer>;
  read(call: Call, path: string): Promise<Fields>;
  issueOf(call: Call, comment: Fields): Promise<Fields>;
  remember(key: string, call: Call, document: Fields): void;
  tell(call: Call, name: TwinEvent["name"], action: string, payload: Fields): void;
}

function keptIssues(repository: Repository, edits: Edits, emit: Emit): KeptIssues {
  const read = async (call: Call, path: string): Promise<Fields> => {
    const answer = await repository.send(call.who.login, "GET", `${repository.path}${path}`);
    if (answer.status !== 200) throw new ApiError(404, "Not Found");
    return fields(answer.body);
  };
  return {
    read,
    async forward(call, body = call.body) {
      const search = call.search.toString();
      return repository.send(call.who.login, call.method, `${call.path}${search === "" ? "" : `?${search}`}`, body);
    },
    issueOf: (call, comment) => read(call, `/issues/${String(comment.issue_url).split("/").at(-1)}`),
    remember: (key, call, document) =>
      edits.add(key, { at: String(document.updated_at), login: call.who.login, body: String(document.body ?? "") }),
    tell(call, name, action, payload) {
      const sender = repository.user(call.who.login);
      emit({
        name,
        action,
        sender: call.who.login,
        payload: { action, ...payload, repository: repository.document, sender },
      });
    },
  };
}

/** As the `changes` of an event tell them. */
function changes(before: Fields, after: Fields): Fields {
  return Object.fromEntries(
    ["title", "body"].filter((key) => before[key] !== after[key]).map((key) => [key, { from: before[key] ?? "" }]),
  );
}

function ofIssues({ forward, read, remember, tell }: KeptIssues): Handlers {
  return {
    async "issues/create"(call) {
      assertLength(call, "Issue");
      // Without push access labels, assignees and milestone are dropped in silence.
      const { title, body } = fields(call.body);
      const answer = await forward(call, mayPush(call.who) ? call.body : { title, body });
      if (answer.status !== 201) return answer;
      const issue = fields(answer.body);
      remember(issueKey(issue.number), call, issue);
      tell(call, "issues", "opened", { issue });
      return answer;
    },

    async "issues/update"(call) {
      assertLength(call, "Issue");
      const before = await read(call, `/issues/${param(call, "issue_number")}`);
      assertMayEdit(call, before);
      const answer = await forward(call);
      if (answer.status !== 200) return answer;
      const issue = fields(answer.body);
      const changed = changes(before, issue);
      if ("body" in changed) remember(issueKey(issue.number), call, issue);
      if (Object.keys(changed).length > 0) tell(call, "issues", "edited", { issue, changes: changed });
      if (before.state !== issue.state)
        tell(call, "issues", issue.state === "closed" ? "closed" : "reopened", { issue });
      return answer;
    },
  };
}

function ofComments({ forward, read, issueOf, remember, tell }: KeptIssues): Handlers {
  return {
    async "issues/create-comment"(call) {
      assertLength(call, "IssueComment");
      const answer = await forward(call);
      if (answer.status !== 201) return answer;
      const comment = fields(answer.body);
      remember(commentKey(comment.id), call, comment);
      tell(call, "issue_comment", "created", { issue: await issueOf(call, comment), comment });
      return answer;
    },

    async "issues/update-comment"(call) {
      assertLength(call, "IssueComment");
      const before = await read(call, `/issues/comments/${param(call, "comment_id")}`);
      assertMayEdit(call, before);
      const answer = await forward(call);
      if (answer.status !== 200) return answer;
      const comment = fields(answer.body);
      const changed = changes(before, comment);
      if (!("body" in changed)) return answer;
      remember(commentKey(comment.id), call, comment);
      tell(call, "issue_comment", "edited", { issue: await issueOf(call, comment), comment, changes: changed });
      return answer;
    },

    async "issues/delete-comment"(call) {
      const comment = await read(call, `/issues/comments/${param(call, "comment_id")}`);
      assertMayEdit(call, comment);
      const issue = await issueOf(call, comment);
      const answer = await forward(call);
      if (answer.status === 204) tell(call, "issue_comment", "deleted", { issue, comment });
      return answer;
    },
  };
}
