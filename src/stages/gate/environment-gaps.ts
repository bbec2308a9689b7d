import type { Problem } from "../../core/errors.ts";
import { t } from "../../core/text/text.ts";
import type { Environment, Refs } from "../../github/environments.ts";
import type { Branch } from "../../github/repository.ts";
import type { Found, Role } from "./environment-role.ts";

/** Where an environment's keys may be used from without anybody's word. */
export interface Branches {
  /** The default branch, and those of releases that have rules. */
  readonly ours: readonly string[];
  /** What "protected branches" means to GitHub; null for every branch. */
  readonly underRules: readonly string[] | null;
}

/** What an environment lacks. Whoever takes that on may launch without it. */
export function environmentGaps({ role, environment }: Found, branches: Branches): Problem[] {
  if (environment === null) return [missing(role)];
  const where = `approval.${role.key}`;
  const { name } = role;
  const gaps: Problem[] = [];
  if (role.reviewed && environment.reviewers.length === 0)
    gaps.push({
      code: "environment-unreviewed",
      what: t`the environment "${name}" has no required reviewer`,
      where,
      mend: t`add required reviewers to it (Settings → Environments); where GitHub does not offer them, name \
approvers in approval.comment, or in approval.unprotected who takes this on, and why`,
    });
  const others = otherRefs(environment, branches);
  if (others !== null)
    gaps.push({
      code: "environment-branches",
      what: t`the environment "${name}" may be used from ${others}, so whoever may push there may use its keys`,
      where,
      mend: t`restrict its deployment branches to ${branches.ours.join(", ")} (Settings → Environments)`,
    });
  return gaps;
}

function missing({ key, name }: Role): Problem {
  return {
    code: "environment-missing",
    what: t`there is no environment "${name}"; GitHub would make one that nobody has to approve`,
    where: `approval.${key}`,
    mend: t`make it (Settings → Environments), for the default branch only, and keep the keys in it (docs/approval.md)`,
  };
}

/** From where else than the branches an environment may be used, in words; null when from nowhere. */
function otherRefs({ refs }: Environment, { ours, underRules }: Branches): string | null {
  const patterns = patternsIn(refs, underRules);
  if (patterns === null) return t`every branch`;
  const others = patterns.filter((pattern) => !ours.includes(pattern));
  return others.length === 0 ? null : others.join(", ");
}

/** GitHub would refuse the job of it, at night maybe: it is no protection that anybody could do without. */
export function closedTo(main: Branch, { role: { key, name }, environment }: Found): Problem[] {
  if (environment === null || environment.refs.kind !== "named") return [];
  const { patterns } = environment.refs;
  // One with a wildcard is told as it is.
  if (patterns.some((pattern) => pattern === main.name || /[*?[]/.test(pattern))) return [];
  return [
    {
      code: "environment-closed",
      what: t`the environment "${name}" may not be used from ${main.name}, so GitHub would refuse its jobs`,
      where: `approval.${key}`,
      mend: t`add ${main.name} to its deployment branches (Settings → Environments)`,
    },
  ];
}

function patternsIn(refs: Refs, underRules: readonly string[] | null): readonly string[] | null {
  if (refs.kind === "all") return null;
  return refs.kind === "protected" ? underRules : refs.patterns;
}
