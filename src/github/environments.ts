import { type GitHub, httpStatus } from "./client.ts";

export type Protection =
  | { readonly kind: "missing" }
  | { readonly kind: "open" }
  | { readonly kind: "reviewed"; readonly reviewers: readonly string[]; readonly selfReviewPrevented: boolean };

/** GitHub keeps a name as it was written first, and finds it whatever its case. */
export function sameEnvironment(one: string, other: string): boolean {
  return one.toLowerCase() === other.toLowerCase();
}

/** Who has to approve a job of this environment. */
export async function protectionOf({ octokit, owner, repo }: GitHub, environment: string): Promise<Protection> {
  try {
    const { data } = await octokit.rest.repos.getEnvironment({ owner, repo, environment_name: environment });
    for (const rule of data.protection_rules ?? []) {
      if (rule.type !== "required_reviewers" || !("reviewers" in rule)) continue;
      const reviewers = (rule.reviewers ?? []).flatMap(({ reviewer }) =>
        reviewer && "login" in reviewer
          ? [reviewer.login]
          : reviewer && "slug" in reviewer
            ? [String(reviewer.slug)]
            : [],
      );
      const prevented = "prevent_self_review" in rule && rule.prevent_self_review === true;
      if (reviewers.length > 0) return { kind: "reviewed", reviewers, selfReviewPrevented: prevented };
    }
    return { kind: "open" };
  } catch (error) {
    if (httpStatus(error) === 404) return { kind: "missing" };
    throw error;
  }
}
