import type { Problem } from "../../core/errors.ts";
import { t } from "../../core/text/text.ts";
import type { GitHub } from "../../github/client.ts";
import { type Branch, branchNamed, contains, isProtected } from "../../github/repository.ts";

/**
 * A release has to be part of the default branch, or of a protected branch that the policy names: what was pushed
 * beside them was seen by nobody. Null when it is.
 */
export async function notContained(
  github: GitHub,
  { tag, commit }: { readonly tag: string; readonly commit: string },
  main: Branch,
  releaseBranches: readonly string[],
): Promise<Problem | null> {
  if (await contains(github, main.commit, commit)) return null;
  const unprotected: string[] = [];
  for (const name of releaseBranches) {
    const branch = await branchNamed(github, name);
    if (branch === null || !(await contains(github, branch.commit, commit))) continue;
    if (isProtected(branch)) return null;
    unprotected.push(name);
  }
  if (unprotected.length > 0)
    return {
      code: "release-branch-unprotected",
      what: t`${tag} is part of ${unprotected.join(", ")} only, where whoever may push may change it alone`,
      where: "approval.release-branches",
      mend: t`add rules for that branch (Settings → Rules), or merge it into ${main.name}`,
    };
  return {
    code: "tag-outside",
    what: t`${tag} (${commit.slice(0, 12)}) is not part of ${main.name}`,
    where: t`input tag`,
    mend: t`tag the commit on ${main.name}, once it is merged (after a squash that is another commit); branches that \
hold releases beside it are named in approval.release-branches`,
  };
}
