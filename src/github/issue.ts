import { fitText } from "../core/text/fit.ts";
import { t } from "../core/text/text.ts";
import type { GitHub } from "./client.ts";

export const checklistLabel = "golive";

export async function openIssue(
  { octokit, owner, repo }: GitHub,
  title: string,
  body: string,
  label = checklistLabel,
): Promise<number> {
  const { data } = await octokit.rest.issues.create({ owner, repo, title, body, labels: [label] });
  return data.number;
}

/** The open checklist that carries a marker, written by whoever this token is; 0 when there is none. */
export async function findIssue({ octokit, owner, repo }: GitHub, marker: string): Promise<number> {
  const { data } = await octokit.rest.issues.listForRepo({
    owner,
    repo,
    labels: checklistLabel,
    state: "open",
    per_page: 20,
  });
  return data.find((issue) => issue.user?.type === "Bot" && issue.body?.startsWith(marker))?.number ?? 0;
}

export interface IssueChange {
  readonly body?: string;
  readonly state?: "open" | "closed";
  readonly state_reason?: "completed" | "not_planned";
}

/** `patience` in seconds: one try within that time, for a write that must not hold anything up. */
export async function updateIssue(
  { octokit, owner, repo }: GitHub,
  issue: number,
  change: IssueChange,
  patience?: number,
): Promise<void> {
  const request =
    patience === undefined ? {} : { request: { retries: 0, signal: AbortSignal.timeout(patience * 1000) } };
  await octokit.rest.issues.update({ owner, repo, issue_number: issue, ...change, ...request });
}

/** GitHub's own limit is 65,536 characters; a body beyond it is refused as a whole. */
function fitted(body: string): string {
  return fitText(body, 65_000, t`… more does not fit into a comment; the rest is in the run's log and in the journal`);
}

/** A comment to come back to: its id, and the node that GitHub keeps its history under. */
export async function openComment(
  { octokit, owner, repo }: GitHub,
  issue: number,
  body: string,
): Promise<{ readonly id: number; readonly node: string }> {
  const { data } = await octokit.rest.issues.createComment({ owner, repo, issue_number: issue, body: fitted(body) });
  return { id: data.id, node: data.node_id };
}

export async function rewriteComment({ octokit, owner, repo }: GitHub, id: number, body: string): Promise<void> {
  await octokit.rest.issues.updateComment({ owner, repo, comment_id: id, body: fitted(body) });
}

export async function comment({ octokit, owner, repo }: GitHub, issue: number, body: string): Promise<number> {
  return (await octokit.rest.issues.createComment({ owner, repo, issue_number: issue, body: fitted(body) })).data.id;
}
