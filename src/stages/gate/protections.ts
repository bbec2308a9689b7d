import type { Problem } from "../../core/errors.ts";
import { t } from "../../core/text/text.ts";
import { type Environment, environmentNamed, type Refs } from "../../github/environments.ts";
import type { GitHub } from "../../github/client.ts";
import { type Branch, branchNamed, isProtected, protectedBranches } from "../../github/repository.ts";
import type { Plan } from "../../plan/schema/schema.ts";
import type { EnvironmentNames } from "./bound.ts";

export interface Protections {
  readonly problems: readonly Problem[];
  readonly notes: readonly string[];
  /** Empty for one that is not there, so that no job makes it. */
  readonly names: EnvironmentNames;
}

export interface Starter {
  /** Who started the run, and who started it again. */
  readonly logins: readonly string[];
  /** This run opens the launch; otherwise a comment handed it on, and the run that opened it was looked at. */
  readonly opens: boolean;
}

/** What is asked of an environment. */
interface Role {
  readonly key: "environment" | "day-environment" | "rollback-environment";
  readonly name: string;
  /** Somebody has to approve its jobs. */
  readonly reviewed: boolean;
}

/**
 * What keeps one person from launching alone: reviewers, keys that only the default branch can read, and a default
 * branch that nobody changes alone. Whatever lacks is refused, unless the policy says who takes that on, and that
 * person starts the run.
 */
export async function protectionsOf(
  github: GitHub,
  plan: Plan,
  main: Branch,
  starter: Starter,
  repositoryKey: boolean,
): Promise<Protections> {
  const { approval } = plan;
  const roles: readonly Role[] = [
    { key: "environment", name: approval.environment, reviewed: approval.comment === undefined },
    { key: "day-environment", name: approval.dayEnvironment, reviewed: false },
    { key: "rollback-environment", name: approval.rollbackEnvironment, reviewed: true },
  ];
  const found = await Promise.all(
    roles.map(async (role) => ({ role, environment: await environmentNamed(github, role.name) })),
  );
  const branches = [main.name, ...(await protectedOnes(github, approval.releaseBranches))];
  const underRules = found.some(({ environment }) => environment?.refs.kind === "protected")
    ? await branchesUnderRules(github, main)
    : null;
  const gaps = [
    ...found.flatMap(({ role, environment }) => environmentGaps(role, environment, branches, underRules)),
    ...(repositoryKey ? [keyGap()] : []),
    ...(isProtected(main) ? [] : [branchGap(main)]),
  ];
  const named = (key: Role["key"]) => found.find(({ role }) => role.key === key)?.environment?.name ?? "";
  const names = {
    window: named("environment"),
    day: named("day-environment"),
    rollback: named("rollback-environment"),
  };
  const alone = found.flatMap(({ role, environment }) => [
    ...nobodyElse(role, environment, approval, starter),
    ...closedTo(main, role, environment),
  ]);
  const notes = found.flatMap(({ role, environment }) => environmentNotes(role, environment));
  if (gaps.length === 0) return { problems: alone, notes, names };
  const { unprotected } = approval;
  if (unprotected === undefined) return { problems: [...gaps, ...alone], notes, names };
  const wrong = starter.opens && !among(starter.logins, unprotected.by.slice(1)) ? [notTheirs(unprotected.by)] : [];
  const taken = t`${unprotected.by} takes on, because ${unprotected.because}: ${gaps.map(({ what }) => what).join("; ")}`;
  return { problems: [...wrong, ...alone], notes: [...notes, taken], names };
}

/** A branch that is not there, or without rules, is whoever's who pushes it. */
async function protectedOnes(github: GitHub, names: readonly string[]): Promise<string[]> {
  const found = await Promise.all(names.map((name) => branchNamed(github, name)));
  return found.flatMap((branch) => (branch !== null && isProtected(branch) ? [branch.name] : []));
}

/** What "protected branches" of an environment are; null for every branch. It does not know of rulesets. */
async function branchesUnderRules(github: GitHub, main: Branch): Promise<readonly string[] | null> {
  return main.rules === "classic" ? protectedBranches(github) : null;
}

function environmentGaps(
  role: Role,
  environment: Environment | null,
  branches: readonly string[],
  underRules: readonly string[] | null,
): Problem[] {
  const where = `approval.${role.key}`;
  const { name } = role;
  if (environment === null)
    return [
      {
        code: "environment-missing",
        what: t`there is no environment "${name}"; GitHub would make one that nobody has to approve`,
        where,
        mend: t`make it (Settings → Environments), for the default branch only, and keep the keys in it (docs/approval.md)`,
      },
    ];
  const gaps: Problem[] = [];
  if (role.reviewed && environment.reviewers.length === 0)
    gaps.push({
      code: "environment-unreviewed",
      what: t`the environment "${name}" has no required reviewer`,
      where,
      mend: t`add required reviewers to it (Settings → Environments); where GitHub does not offer them, name \
approvers in approval.comment, or in approval.unprotected who takes this on, and why`,
    });
  const others = otherRefs(environment, branches, underRules);
  if (others !== null)
    gaps.push({
      code: "environment-branches",
      what: t`the environment "${name}" may be used from ${others}, so whoever may push there may use its keys`,
      where,
      mend: t`restrict its deployment branches to ${branches.join(", ")} (Settings → Environments)`,
    });
  return gaps;
}

/** From where else than the branches an environment may be used, in words; null when from nowhere. */
function otherRefs(
  { refs }: Environment,
  branches: readonly string[],
  underRules: readonly string[] | null,
): string | null {
  const patterns = patternsIn(refs, underRules);
  if (patterns === null) return t`every branch`;
  const others = patterns.filter((pattern) => !branches.includes(pattern));
  return others.length === 0 ? null : others.join(", ");
}

/** GitHub would refuse the job of it, at night maybe: it is no protection that anybody could do without. */
function closedTo(main: Branch, { key, name }: Role, environment: Environment | null): Problem[] {
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

function keyGap(): Problem {
  return {
    code: "key-of-repository",
    what: t`the SSH key is a secret of the repository: a workflow of any branch can read it`,
    where: "GOLIVE_SSH_KEY",
    mend: t`keep it in the environments only (Settings → Environments → the environment → Environment secrets), and \
delete it from the repository's secrets`,
  };
}

function branchGap({ name, rules }: Branch): Problem {
  const mend = t`add a rule that asks for a pull request and a review (Settings → Rules → Rulesets)`;
  if (rules === "other")
    return {
      code: "branch-unreviewed",
      what: t`the rules of ${name} ask for no review: whoever may push changes the plan and the workflows alone`,
      where: "GitHub",
      mend,
    };
  return {
    code: "branch-unprotected",
    what: t`${name} has no rules: whoever may push changes the plan and the workflows alone`,
    where: "GitHub",
    mend,
  };
}

function notTheirs(by: string): Problem {
  return {
    code: "unprotected-by-other",
    what: t`${by} takes on that nothing keeps one person from launching alone, and somebody else started this run`,
    where: "approval.unprotected.by",
    mend: t`let ${by} start it, or add what lacks (docs/approval.md)`,
  };
}

/** Whoever starts a launch does not approve it: when nobody else is there, that is known by day. */
function nobodyElse(
  role: Role,
  environment: Environment | null,
  approval: Plan["approval"],
  { logins, opens }: Starter,
): Problem[] {
  const reviewers = environment?.reviewers ?? [];
  const [only] = reviewers;
  if (!opens || role.key !== "environment" || !role.reviewed || only === undefined) return [];
  const may = approval.selfReview.map((one) => one.slice(1));
  const others = reviewers.filter((one) => one.startsWith("@") || !among(logins, one) || among(may, one));
  if (others.length > 0) return [];
  return [
    {
      code: "reviewer-alone",
      what: t`${only} starts this launch and is the only reviewer of "${role.name}", so nobody could approve it`,
      where: "approval.environment",
      mend: t`let somebody else start it, add a reviewer, or name in approval.self-review who may approve what they started`,
    },
  ];
}

function environmentNotes(role: Role, environment: Environment | null): string[] {
  if (environment === null || (!role.reviewed && role.key === "day-environment")) return [];
  const { name, reviewers, waits, adminsMayBypass } = environment;
  return [
    `${name}: ${reviewers.length > 0 ? reviewers.join(", ") : t`nobody has to approve`}`,
    ...(waits > 0 ? [t`${name} lets a job wait ${waits} min by itself`] : []),
    ...(adminsMayBypass && reviewers.length > 0
      ? [t`administrators may pass by the reviewers of ${name}; golive then refuses, as nobody approved`]
      : []),
  ];
}

export function among(logins: readonly string[], login: string): boolean {
  return logins.some((one) => one.toLowerCase() === login.toLowerCase());
}
