// What GitHub offers for a repository: by who may see it, and by what its owner pays.

import type { TwinEnvironment, TwinOptions } from "../twin-interface.ts";

export interface Offers {
  /** Without them a job's `environment:` is a label: no rule, no secret, no answer of the API. */
  readonly environments: boolean;
  /** Required reviewers, wait timers, and the bypass of both. */
  readonly reviews: boolean;
  /** Branch protection and rulesets. */
  readonly branchRules: boolean;
}

export function offersOf({ visibility = "private", plan = "enterprise" }: TwinOptions): Offers {
  const open = visibility === "public";
  const paid = open || plan !== "free";
  return { environments: paid, reviews: open || plan === "enterprise", branchRules: paid };
}

/** The rules that hold: those of another plan are ignored, as after a repository was made private. */
export function rulesOffered(rules: TwinEnvironment, offers: Offers): TwinEnvironment {
  if (!offers.environments) return { reviewers: [] };
  if (offers.reviews) return rules;
  const { branches, secrets } = rules;
  return {
    reviewers: [],
    ...(branches === undefined ? {} : { branches }),
    ...(secrets === undefined ? {} : { secrets }),
  };
}
