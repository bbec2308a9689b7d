import { type GitHub, httpStatus } from "./client.ts";
import { sameEnvironment } from "./environments.ts";

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

export interface Review {
  readonly login: string;
  readonly state: string;
}

/**
 * What reviewers said of an environment in a run, its earlier attempts included, in GitHub's order. A row says neither
 * when it was given nor in which attempt.
 */
export async function reviewsOf(
  { octokit, owner, repo }: GitHub,
  runId: number,
  environment: string,
): Promise<Review[]> {
  const { data } = await octokit.rest.actions.getReviewsForRun({ owner, repo, run_id: runId });
  return (
    data
      .filter((review) =>
        review.environments.some(({ name }) => name !== undefined && sameEnvironment(name, environment)),
      )
      // What an app lets through (a deployment protection rule of its own) is nobody's word.
      .filter(({ user }) => user.type === "User")
      .map(({ user, state }) => ({ login: user.login, state }))
  );
}

export function runUrl(github: GitHub, runId: number): string {
  return `${repositoryUrl(github)}/actions/runs/${runId}`;
}

export function repositoryUrl({ serverUrl, owner, repo }: GitHub): string {
  return `${serverUrl}/${owner}/${repo}`;
}

/** Address of an issue. `repository`: that of the repository. */
export function issueUrl(repository: string, issue: number): string {
  return `${repository}/issues/${issue}`;
}
