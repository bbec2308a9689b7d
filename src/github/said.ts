import { mayWrite } from "../core/permission.ts";
import type { Said } from "../core/comments/said.ts";
import { type GitHub, httpStatus } from "./client.ts";
import { historyIn } from "./edits.ts";

/** A comment as it is now, with what its author may do; null when it is gone. */
export async function saidIn(github: GitHub, id: number): Promise<Said | null> {
  const { octokit, owner, repo } = github;
  try {
    const { data } = await octokit.rest.issues.getComment({ owner, repo, comment_id: id });
    const author = data.user?.login ?? "";
    const history = await historyIn(github, data.node_id);
    if (history === null) return null;
    return {
      id: data.id,
      issue: Number(/\/issues\/(\d+)$/.exec(data.issue_url)?.[1] ?? 0),
      author,
      byHand: data.user?.type === "User" && !data.performed_via_github_app,
      body: history.body,
      createdAt: data.created_at,
      edits: history.edits,
      bodies: history.versions.map((version) => version.body),
      permission: await permissionOf(github, author),
    };
  } catch (error) {
    if (httpStatus(error) === 404) return null;
    throw error;
  }
}

/** What a login may do in the repository: admin, write, read or none. */
export async function permissionOf({ octokit, owner, repo }: GitHub, login: string): Promise<string> {
  try {
    return (await octokit.rest.repos.getCollaboratorPermissionLevel({ owner, repo, username: login })).data.permission;
  } catch (error) {
    if (httpStatus(error) === 404) return "none";
    throw error;
  }
}

export interface IssueFacts {
  readonly open: boolean;
  readonly body: string;
  readonly labels: readonly string[];
  /** Opened by a bot, and not a pull request. */
  readonly byBot: boolean;
  /** Its node id. */
  readonly node: string;
}

/** An issue as it is now; null when there is none. */
export async function issueFacts({ octokit, owner, repo }: GitHub, issue: number): Promise<IssueFacts | null> {
  try {
    const { data } = await octokit.rest.issues.get({ owner, repo, issue_number: issue });
    return {
      open: data.state === "open",
      body: data.body ?? "",
      labels: data.labels.map((label) => (typeof label === "string" ? label : (label.name ?? ""))).filter(Boolean),
      byBot: data.user?.type === "Bot" && !data.pull_request,
      node: data.node_id,
    };
  } catch (error) {
    if (httpStatus(error) === 404) return null;
    throw error;
  }
}

/**
 * Who edited an issue of golive's after golive wrote it last; null when nobody did, or only ticked boxes in it, as a
 * tap on the page does. One within the same second counts: nobody can tell which came first.
 */
export async function editorOf(github: GitHub, { node }: Pick<IssueFacts, "node">): Promise<string | null> {
  const history = await historyIn(github, node);
  const edits = history?.edits ?? [];
  const written = Math.max(0, ...edits.flatMap(({ at, by }) => (by === null ? [Date.parse(at)] : [])));
  const [first] = edits.filter(({ at, by }) => by !== null && Date.parse(at) >= written);
  if (first === undefined || history === null) return null;
  const before = history.versions.findLast(({ at, by }) => by === null && Date.parse(at) < Date.parse(first.at));
  const same = before !== undefined && unticked(before.body) === unticked(history.body);
  return same ? null : first.by;
}

function unticked(body: string): string {
  return body.replaceAll(/^(\s*[-*] )\[[xX]\]/gm, "$1[ ]");
}

/**
 * Answers a comment on its issue once; a second answer to the same comment is not posted. Whoever may not write to the
 * repository is answered once on an issue, and not at all where it is public: there anybody could have golive write.
 */
export async function answerOnce(
  github: GitHub,
  said: Pick<Said, "id" | "issue" | "author" | "permission">,
  text: string,
): Promise<void> {
  const { octokit, owner, repo } = github;
  if (!mayWrite(said.permission) && (await isPublic(github))) return;
  const mark = answerMark(said);
  const all = await octokit.paginate(octokit.rest.issues.listComments, {
    owner,
    repo,
    issue_number: said.issue,
    per_page: 100,
  });
  if (all.some(({ user, body }) => user?.type === "Bot" && body?.split(/\r?\n/).includes(mark))) return;
  await octokit.rest.issues.createComment({ owner, repo, issue_number: said.issue, body: `${mark}\n${text}` });
}

/** What an answer begins with, so that it is given once: to a comment, or to a person who may not write. */
export function answerMark({ id, author, permission }: Pick<Said, "id" | "author" | "permission">): string {
  return mayWrite(permission) ? `<!-- golive:answer=${id} -->` : `<!-- golive:answer-to=${author} -->`;
}

/** Whether people outside see the repository, and so may comment. */
export async function isPublic({ octokit, owner, repo }: GitHub): Promise<boolean> {
  return !(await octokit.rest.repos.get({ owner, repo })).data.private;
}
