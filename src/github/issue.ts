import type { GitHub } from "./client.ts";

export const checklistLabel = "golive";

export async function openIssue({ octokit, owner, repo }: GitHub, title: string, body: string): Promise<number> {
  const { data } = await octokit.rest.issues.create({ owner, repo, title, body, labels: [checklistLabel] });
  return data.number;
}

/** The open checklist that carries a marker, written by whoever this token is; 0 when there is none. */
export async function findIssue({ octokit, owner, repo }: GitHub, marker: string): Promise<number> {
  const { data } = await octokit.rest.issues.listForRepo({ owner, repo, labels: checklistLabel, state: "open", per_page: 20 });
  return data.find((issue) => issue.user?.type === "Bot" && issue.body?.startsWith(marker))?.number ?? 0;
}

export async function updateIssue({ octokit, owner, repo }: GitHub, issue: number, change: { body?: string; state?: "open" | "closed"; state_reason?: "completed" | "not_planned" }): Promise<void> {
  await octokit.rest.issues.update({ owner, repo, issue_number: issue, ...change });
}

export async function comment({ octokit, owner, repo }: GitHub, issue: number, body: string): Promise<void> {
  await octokit.rest.issues.createComment({ owner, repo, issue_number: issue, body });
}
