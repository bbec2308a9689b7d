import type { Problem } from "../../../core/errors.ts";
import { t } from "../../../core/text/text.ts";
import type { GitHub } from "../../../github/client.ts";
import { type Branch, fileAt } from "../../../github/repository.ts";
import { plansNamed } from "../../../plan/plans-named.ts";

/** The plan that says which others there are. */
const rootPlan = ".github/golive.yml";

/**
 * A repository may hold several plans, one for staging say, with other approvers. Only those that the main one names
 * may be launched: else whoever may start one picks the gate. Without a main plan the one in use is it.
 */
export async function otherPlanProblems(github: GitHub, planFile: string, main: Branch): Promise<Problem[]> {
  if (planFile === rootPlan) return [];
  const root = await fileAt(github, rootPlan, main.commit);
  if (root === null || plansNamed(root).includes(planFile)) return [];
  return [
    {
      code: "plan-not-named",
      what: t`${rootPlan} on ${main.name} does not name ${planFile} among the plans that may be launched`,
      where: "approval.plans",
      mend: t`name it there, once people have seen who approves it and which hosts it reaches`,
    },
  ];
}
