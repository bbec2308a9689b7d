import type { Approved } from "../../core/approved.ts";
import { type Problem, UserError } from "../../core/errors.ts";
import { t } from "../../core/text/text.ts";
import { type Branch, commitOrNull, defaultBranchNow } from "../../github/repository.ts";
import { policyHashOf, policyKeysChanged } from "../../plan/compose/compose-plan.ts";
import type { Launch, RunContext } from "../launch/context.ts";
import { startersOf } from "./starters.ts";
import { notContained } from "./contained.ts";
import { heldPlan, planTextAt } from "./plans/held-plan.ts";
import { originOf } from "./origin.ts";
import { otherPlanProblems } from "./plans/other-plans.ts";
import { protectionsOf } from "./protections.ts";

/**
 * Just before the window, and before a host is asked: what the gate looked at, once more. Days may lie between. What
 * changed asks for a new approval.
 */
export async function changedSince(context: RunContext, approved: Approved): Promise<readonly Problem[]> {
  const { github, run } = context;
  const main = await defaultBranchNow(github);
  const [origin, tag, policy, others] = await Promise.all([
    originOf(context, main),
    tagMoved(context, approved),
    policyChanged(context, approved, main),
    otherPlanProblems(github, context.planFile, main),
  ]);
  const first = [...origin.problems, ...tag, ...policy, ...others];
  if (first.length > 0) return first;
  const { plan } = await heldPlan(github, context.planFile, { ...approved, branch: main.name });
  // The run that opened the launch was looked at then, and may be another one.
  const starter = { logins: startersOf(run), opens: false };
  const [outside, protections] = await Promise.all([
    notContained(github, approved, main, plan.approval.releaseBranches),
    protectionsOf(github, { plan, main, starter, repositoryKey: false }),
  ]);
  return [...(outside === null ? [] : [outside]), ...protections.problems];
}

/** The same for a launch that was joined: throws a UserError when something changed. */
export async function requireUnchanged(launch: Launch): Promise<void> {
  const policy = launch.state().plan?.policy;
  if (policy === undefined) return;
  const { tag, commit, digest } = launch.release;
  const problems = await changedSince(launch, { tag, commit, policy, digest });
  if (problems.length > 0) throw new UserError(problems);
}

async function tagMoved({ github }: RunContext, { tag, commit }: Approved): Promise<Problem[]> {
  const now = await commitOrNull(github, tag);
  if (now === commit) return [];
  const mend = t`start a new launch, so that a reviewer sees what has changed`;
  const was = commit.slice(0, 12);
  return [
    {
      code: "tag-moved",
      what:
        now === null
          ? t`the tag ${tag} is gone; ${was} was approved`
          : t`the tag ${tag} now points to ${now.slice(0, 12)}, but ${was} was approved`,
      where: t`input tag`,
      mend,
    },
  ];
}

async function policyChanged({ github, planFile }: RunContext, approved: Approved, main: Branch): Promise<Problem[]> {
  if (main.commit === approved.policy) return [];
  const [then, now] = await Promise.all([
    planTextAt(github, planFile, approved.policy, approved.policy),
    planTextAt(github, planFile, main.commit, main.commit),
  ]);
  const hash = now === null ? null : policyHashOf(now);
  if (hash !== null && then !== null && hash === policyHashOf(then)) return [];
  const keys = then === null || now === null ? [planFile] : policyKeysChanged(then, now);
  return [
    {
      code: "policy-changed",
      what: t`the policy on ${main.name} changed since this launch was opened (${keys.join(", ")}; now \
${main.commit.slice(0, 12)}, then ${approved.policy.slice(0, 12)})`,
      where: planFile,
      mend: t`start a new launch, so that a reviewer sees what has changed`,
    },
  ];
}
