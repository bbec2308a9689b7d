// What protects the branches and tags of the repository: rules of the old kind, and rulesets.

import { fnmatch } from "./fnmatch.ts";
import type { TwinOptions, TwinRuleset } from "../twin-interface.ts";

export interface Ruleset extends TwinRuleset {
  readonly id: number;
}

export interface BranchRules {
  readonly rulesets: readonly Ruleset[];
  /** The branches with a protection rule of their own. */
  readonly classic: readonly string[];
  /** The rulesets in force for a ref in full. */
  forRef(ref: string): readonly Ruleset[];
  isProtected(branch: string): boolean;
}

/** What GitHub shows of a rule for pull requests where nobody set it. */
const pullRequestDefaults = {
  allowed_merge_methods: ["merge", "squash", "rebase"],
  dismiss_stale_reviews_on_push: false,
  require_code_owner_review: false,
  require_last_push_approval: false,
  required_approving_review_count: 0,
  required_review_thread_resolution: false,
};

type Rule = TwinRuleset["rules"][number];

function whole(rule: Rule): Rule {
  if (rule.type !== "pull_request") return rule;
  return { ...rule, parameters: { ...pullRequestDefaults, ...rule.parameters } };
}

export function branchRules(
  { rulesets = [], protectedBranches = [] }: Pick<TwinOptions, "rulesets" | "protectedBranches">,
  defaultBranch: string,
): BranchRules {
  const known = rulesets.map((ruleset, at) => ({ ...ruleset, rules: ruleset.rules.map(whole), id: 2_400_001 + at }));
  const matches = (pattern: string, ref: string): boolean => {
    if (pattern === "~ALL") return true;
    if (pattern === "~DEFAULT_BRANCH") return ref === `refs/heads/${defaultBranch}`;
    return fnmatch(pattern, ref);
  };
  const forRef = (ref: string): readonly Ruleset[] =>
    known.filter(({ target, enforcement = "active", include, exclude = [] }) => {
      const prefix = target === "tag" ? "refs/tags/" : "refs/heads/";
      if (enforcement !== "active" || !ref.startsWith(prefix)) return false;
      return include.some((one) => matches(one, ref)) && !exclude.some((one) => matches(one, ref));
    });
  return {
    rulesets: known,
    classic: protectedBranches,
    forRef,
    isProtected: (branch) => protectedBranches.includes(branch) || forRef(`refs/heads/${branch}`).length > 0,
  };
}
