import { type GitHub, httpStatus } from "./client.ts";

/** Whether GitHub says that a run has ended. `unknown`: this repository has no such run (deleted, or another repository's). */
export async function runState(
  { octokit, owner, repo }: GitHub,
  runId: number,
): Promise<"over" | "in progress" | "unknown"> {
  try {
    const { data } = await octokit.rest.actions.getWorkflowRun({ owner, repo, run_id: runId });
    return data.status === "completed" ? "over" : "in progress";
  } catch (error) {
    if (httpStatus(error) === 404) return "unknown";
    throw error;
  }
}

/** When the latest attempt of a run started, ISO 8601, and whose runs it is: who started it first, and last. Null when it is gone. */
export async function startOf(
  { octokit, owner, repo }: GitHub,
  runId: number,
): Promise<{ at: string; by: string[] } | null> {
  try {
    const { data } = await octokit.rest.actions.getWorkflowRun({ owner, repo, run_id: runId });
    return {
      at: data.run_started_at ?? data.created_at,
      by: [data.actor?.login, data.triggering_actor?.login].flatMap((login) => (login ? [login] : [])),
    };
  } catch (error) {
    if (httpStatus(error) === 404) return null;
    throw error;
  }
}

/** Who approved the run's environments so far. */
export async function approversOf(
  { octokit, owner, repo }: GitHub,
  runId: number,
  environment: string,
): Promise<string[]> {
  const { data } = await octokit.rest.actions.getReviewsForRun({ owner, repo, run_id: runId });
  return data
    .filter((review) => review.state === "approved" && review.environments.some(({ name }) => name === environment))
    .map((review) => review.user.login);
}

export function runUrl({ serverUrl, owner, repo }: GitHub, runId: number): string {
  return `${serverUrl}/${owner}/${repo}/actions/runs/${runId}`;
}
