import { UserError } from "../../../core/errors.ts";
import { t } from "../../../core/text/text.ts";
import type { GitHub } from "../../../github/client.ts";
import { fileAt } from "../../../github/repository.ts";
import { composePlan } from "../../../plan/compose/compose-plan.ts";
import { setPlanLocale } from "../../../plan/load.ts";
import type { Plan } from "../../../plan/schema/schema.ts";
import type { PlanText } from "../../../plan/yaml/read-plan.ts";

/** The plan that holds for a launch, and what it was made of. */
export interface HeldPlan {
  readonly plan: Plan;
  readonly text: string;
  /** Policy keys in which the tag's plan says something else than holds. */
  readonly overruled: readonly string[];
  /** sha256 of the policy. */
  readonly policyHash: string;
}

/** Two commits and what people call them. */
export interface PlanSource {
  readonly tag: string;
  readonly commit: string;
  /** Commit of the default branch whose policy holds, and its name. */
  readonly policy: string;
  readonly branch: string;
}

/** The policy of the default branch with the steps and checks of the release. All problems at once, each at its line. */
export async function heldPlan(github: GitHub, file: string, source: PlanSource): Promise<HeldPlan> {
  const [policy, release] = await Promise.all([
    planTextAt(github, file, source.policy, source.branch),
    planTextAt(github, file, source.commit, source.tag),
  ]);
  if (policy === null)
    throw new UserError({
      code: "policy-missing",
      what: t`there is no plan at ${file} on ${source.branch}; who may launch, and where, is read there`,
      mend: t`merge the plan into ${source.branch} first, or name its path in the input \`plan\``,
    });
  if (release === null)
    throw new UserError({
      code: "plan-missing",
      what: t`there is no plan at ${file} in commit ${source.commit.slice(0, 12)}`,
      mend: t`commit the plan before the tag is made (start from examples/golive.yml), or name its path in the input \`plan\``,
    });
  const composed = composePlan(policy, release);
  setPlanLocale(composed);
  if (!composed.ok) throw new UserError(composed.problems);
  const { plan, text, overruled, policy: policyHash } = composed;
  return { plan, text, overruled, policyHash };
}

/** The plan's text at a commit, which people know as `ref`; null when there is none. */
export async function planTextAt(github: GitHub, file: string, commit: string, ref: string): Promise<PlanText | null> {
  const text = await fileAt(github, file, commit);
  return text === null ? null : { text, file, ref };
}
