// Which refs may deploy to an environment.

import { fnmatch } from "./fnmatch.ts";
import type { DeploymentBranches } from "../twin-interface.ts";

export interface RefPattern {
  readonly name: string;
  readonly type: "branch" | "tag";
}

/** The name patterns of an environment; none where it takes every ref, or the protected branches. */
export function patternsOf(branches: DeploymentBranches = "all"): readonly RefPattern[] {
  if (typeof branches === "string") return [];
  return branches.map((one) =>
    typeof one === "string" ? { name: one, type: "branch" } : { name: one.tag, type: "tag" },
  );
}

/** `ref` in full, as GITHUB_REF has it. */
export function mayDeploy(
  branches: DeploymentBranches = "all",
  ref: string,
  protectedBranches: readonly string[],
): boolean {
  if (branches === "all") return true;
  const branch = nameOf(ref, "refs/heads/");
  if (branches === "protected") {
    // Where no branch at all is protected, GitHub takes the rule for none.
    if (protectedBranches.length === 0) return true;
    return branch !== undefined && protectedBranches.includes(branch);
  }
  const names = { branch, tag: nameOf(ref, "refs/tags/") };
  return patternsOf(branches).some(({ name, type }) => {
    const found = names[type];
    return found !== undefined && fnmatch(name, found);
  });
}

function nameOf(ref: string, prefix: string): string | undefined {
  return ref.startsWith(prefix) ? ref.slice(prefix.length) : undefined;
}
