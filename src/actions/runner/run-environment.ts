import { InternalError } from "../../core/errors.ts";
import type { RunContext } from "../../stages/launch/context.ts";

// What the runner tells every step about its run, in the variables that GitHub documents.

export function thisRun(): RunContext["run"] {
  const actor = process.env.GITHUB_ACTOR ?? "";
  const again = process.env.GITHUB_TRIGGERING_ACTOR || actor;
  // octo/clinic/.github/workflows/go-live.yml@refs/heads/main
  const path = /^[^/]+\/[^/]+\/(.+?)@/.exec(process.env.GITHUB_WORKFLOW_REF ?? "")?.[1];
  return {
    id: Number(process.env.GITHUB_RUN_ID),
    attempt: Number(process.env.GITHUB_RUN_ATTEMPT ?? 1),
    actor: again,
    starters: [...new Set([actor, again])],
    ref: process.env.GITHUB_REF ?? "",
    workflow: { path: path ?? "", commit: process.env.GITHUB_WORKFLOW_SHA ?? process.env.GITHUB_SHA ?? "" },
  };
}

/** "owner/name" */
export function repositoryName(): string {
  const name = process.env.GITHUB_REPOSITORY;
  if (!name)
    throw new InternalError("the runner did not say which repository it works for: GITHUB_REPOSITORY is empty");
  return name;
}

/** github.com, or a GitHub Enterprise Server. */
export function serverUrls(): { readonly apiUrl: string; readonly serverUrl: string } {
  return {
    apiUrl: process.env.GITHUB_API_URL || "https://api.github.com",
    serverUrl: process.env.GITHUB_SERVER_URL || "https://github.com",
  };
}
