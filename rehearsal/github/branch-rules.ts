// What protects the branches and tags of the repository: rules of the old kind, and rulesets.

import { fnmatch } from "./fnmatch.ts";
import type { TwinOptions, TwinRuleset } from "./twin-interface.ts";

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

export function branchRules(
  { rulesets = [], protectedBranches = [] }: Pick<TwinOptions, "rulesets" | "protectedBranches">,
  defaultBranch: string,
): BranchRules {
  const known = rulesets.map((ruleset, at) => ({ ...ruleset, id: 2_400_001 + at }));
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
