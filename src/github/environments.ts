import { type GitHub, httpStatus } from "./client.ts";

/** Which refs a job of an environment may run on. */
export type Refs =
  | { readonly kind: "all" }
  /** Every branch with a branch protection rule; every branch at all where there is no such rule. */
  | { readonly kind: "protected" }
  /** Patterns of branches; those of tags as `tag v*`. */
  | { readonly kind: "named"; readonly patterns: readonly string[] };

/** GitHub keeps a name as it was written first, and finds it whatever its case. */
export function sameEnvironment(one: string, other: string): boolean {
  return one.toLowerCase() === other.toLowerCase();
}

export interface Environment {
  readonly name: string;
  /** Logins, and teams as `@owner/team`. Empty: nobody has to approve. */
  readonly reviewers: readonly string[];
  readonly adminsMayBypass: boolean;
  /** Minutes a job waits by itself. */
  readonly waits: number;
  readonly refs: Refs;
}

type Rules = Awaited<ReturnType<GitHub["octokit"]["rest"]["repos"]["getEnvironment"]>>["data"];

/** An environment as the repository has it; null when there is none. Names are compared as GitHub does, without case. */
export async function environmentNamed(github: GitHub, name: string): Promise<Environment | null> {
  const { octokit, owner, repo } = github;
  try {
    const { data } = await octokit.rest.repos.getEnvironment({ owner, repo, environment_name: name });
    return {
      name: data.name,
      reviewers: reviewersOf(data, owner),
      adminsMayBypass: (data as { can_admins_bypass?: boolean }).can_admins_bypass !== false,
      waits: waitOf(data),
      refs: await refsOf(github, name, data),
    };
  } catch (error) {
    if (httpStatus(error) === 404) return null;
    throw error;
  }
}

function reviewersOf(data: Rules, owner: string): string[] {
  for (const rule of data.protection_rules ?? []) {
    if (rule.type !== "required_reviewers" || !("reviewers" in rule)) continue;
    const reviewers = (rule.reviewers ?? []).flatMap(({ reviewer }) => {
      if (reviewer && "login" in reviewer) return [reviewer.login];
      return reviewer && "slug" in reviewer ? [`@${owner}/${String(reviewer.slug)}`] : [];
    });
    if (reviewers.length > 0) return reviewers;
  }
  return [];
}

function waitOf(data: Rules): number {
  const rule = (data.protection_rules ?? []).find(({ type }) => type === "wait_timer");
  return rule && "wait_timer" in rule ? (rule.wait_timer ?? 0) : 0;
}

async function refsOf({ octokit, owner, repo }: GitHub, name: string, data: Rules): Promise<Refs> {
  const policy = data.deployment_branch_policy;
  if (!policy) return { kind: "all" };
  if (policy.protected_branches) return { kind: "protected" };
  const found = await octokit.rest.repos.listDeploymentBranchPolicies({
    owner,
    repo,
    environment_name: name,
    per_page: 100,
  });
  const patterns = found.data.branch_policies.map(({ name: pattern = "", type }) =>
    type === "tag" ? `tag ${pattern}` : pattern,
  );
  // What is on a page that was not read is some other branch's.
  const more = found.data.total_count > patterns.length ? ["…"] : [];
  return { kind: "named", patterns: [...patterns, ...more] };
}
