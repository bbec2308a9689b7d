// A person at the gates of a run.

import type { Api } from "./start-run.ts";
import type { Twin } from "@golive/github-twin";
import type { LaunchOptions } from "../launch-options.ts";

export interface ReviewOptions {
  readonly twin: Twin;
  readonly api: Api;
  /** Of the run's pending deployments. */
  readonly path: string;
  /** Who looks what there is to decide. */
  readonly onlooker: string;
}

/** Decides every environment that waits for somebody; a decision that GitHub refuses is an error. */
export async function reviewGates({ twin, api, path, onlooker }: ReviewOptions, run: number, o: LaunchOptions) {
  const { review, reviewer = "dmitry" } = o;
  for (const { environment, reviewers } of await api(onlooker, "GET", path)) {
    // A wait timer alone asks nobody.
    if (reviewers.length === 0) continue;
    const who = typeof reviewer === "string" ? reviewer : reviewer(environment.name);
    const state = (await review?.(environment.name, run)) ?? "approved";
    if (state === "bypassed") twin.bypass(run, who);
    else await api(who, "POST", path, { environment_ids: [environment.id], state, comment: "" });
  }
}
