import type { Problem } from "../../core/errors.ts";
import { t } from "../../core/text/text.ts";
import type { GitHub } from "../../github/client.ts";
import { environmentNamed } from "../../github/environments.ts";
import { type Branch, branchNamed, isProtected, protectedBranches } from "../../github/repository.ts";
import type { Plan } from "../../plan/schema/schema.ts";
import type { EnvironmentNames } from "./bound.ts";
import { type Branches, closedTo, environmentGaps } from "./environment-gaps.ts";
import { environmentNotes, type Found, type Role, rolesOf } from "./environment-role.ts";
import { among, type Starter } from "./starters.ts";

export interface Protections {
  readonly problems: readonly Problem[];
  readonly notes: readonly string[];
  /** Empty for one that is not there, so that no job makes it. */
  readonly names: EnvironmentNames;
}

/** What the protections are asked for. */
export interface Asked {
  readonly plan: Plan;
  readonly main: Branch;
  readonly starter: Starter;
  /** The SSH key can be read without an environment. */
  readonly repositoryKey: boolean;
}

/**
 * What keeps one person from launching alone: reviewers, keys that only the default branch can read, and a default
 * branch that nobody changes alone. Whatever lacks is refused, unless the policy says who takes that on, and that
 * person starts the run.
 */
export async function protectionsOf(github: GitHub, asked: Asked): Promise<Protections> {
  const { plan, main, starter } = asked;
  const found = await Promise.all(
    rolesOf(plan).map(
      async (role): Promise<Found> => ({ role, environment: await environmentNamed(github, role.name) }),
    ),
  );
  const gaps = await gapsOf(github, asked, found);
  const alone = found.flatMap((one) => [...nobodyElse(one, plan.approval, starter), ...closedTo(main, one)]);
  const notes = found.flatMap(environmentNotes);
  const names = namesOf(found);
  if (gaps.length === 0) return { problems: alone, notes, names };
  const { unprotected } = plan.approval;
  if (unprotected === undefined) return { problems: [...gaps, ...alone], notes, names };
  const { by, because } = unprotected;
  const wrong = starter.opens && !among(starter.logins, by.slice(1)) ? [notTheirs(by)] : [];
  const taken = t`${by} takes on, because ${because}: ${gaps.map(({ what }) => what).join("; ")}`;
  return { problems: [...wrong, ...alone], notes: [...notes, taken], names };
}

/** What lacks, and somebody may take on. */
async function gapsOf(
  github: GitHub,
  { plan, main, repositoryKey }: Asked,
  found: readonly Found[],
): Promise<readonly Problem[]> {
  const branches: Branches = {
    ours: [main.name, ...(await protectedOnes(github, plan.approval.releaseBranches))],
    underRules: found.some(({ environment }) => environment?.refs.kind === "protected")
      ? await branchesUnderRules(github, main)
      : null,
  };
  return [
    ...found.flatMap((one) => environmentGaps(one, branches)),
    ...(repositoryKey ? [keyGap()] : []),
    ...(isProtected(main) ? [] : [branchGap(main)]),
  ];
}

function namesOf(found: readonly Found[]): EnvironmentNames {
  const named = (key: Role["key"]) => found.find(({ role }) => role.key === key)?.environment?.name ?? "";
  return { window: named("environment"), day: named("day-environment"), rollback: named("rollback-environment") };
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
function nobodyElse({ role, environment }: Found, approval: Plan["approval"], { logins, opens }: Starter): Problem[] {
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
