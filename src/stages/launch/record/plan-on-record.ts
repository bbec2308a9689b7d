import { InternalError, UserError } from "../../../core/errors.ts";
import type { Release } from "../../../core/release.ts";
import { t } from "../../../core/text/text.ts";
import { keptPlan } from "../../../journal/plans.ts";
import type { LaunchState } from "../../../journal/state.ts";
import { usePlan } from "../../../plan/load.ts";
import { useOlderPlan } from "../../../plan/older-spelling.ts";
import { placeName, type RecordPlace } from "../../../plan/record-place.ts";
import type { Plan } from "../../../plan/schema/schema.ts";
import { textHash } from "../../gate/bound.ts";
import { heldPlan } from "../../gate/plans/held-plan.ts";
import { isOlderPlan, olderPlan } from "../../gate/plans/older-plan.ts";
import type { RunContext } from "../context.ts";
import type { ServiceRecord } from "./record-of.ts";

/** With what a launch was opened. */
export interface PlanOnRecord {
  /** As it was when the launch opened. */
  readonly plan: Plan;
  readonly text: string;
  readonly release: Release;
  /** What has become otherwise since the launch, for people. */
  readonly told: readonly string[];
}

/** The text that was kept. A journal from before that: the plan at the commit on record, or the one that led here. */
export async function planOf(
  context: RunContext,
  { control }: ServiceRecord,
  { place, state, guide }: { readonly place: RecordPlace; readonly state: LaunchState; readonly guide: string },
): Promise<PlanOnRecord> {
  const { release, plan: known } = state;
  if (release === null) throw new InternalError("a launch without a release");
  const kept = known === null ? null : await keptPlan(control, place.directory, release.id, known.sha256);
  if (known !== null && kept !== null) {
    const renamed = known.path !== context.planFile && context.planText === undefined;
    const told = renamed ? [t`the plan was ${known.path} when the launch opened; its text of then counts`] : [];
    return { plan: usePlan(kept, known.path), text: kept, release, told };
  }
  const lost = known === null ? [] : [t`the plan that was kept at the launch is gone or was changed`];
  const file = known?.path ?? context.planFile;
  for (const text of [guide, await textAtCommit(context, file, state)]) {
    const plan = planFrom(text, file, state);
    if (text !== null && plan !== null) return { plan, text, release, told: lost };
  }
  // A person at the keyboard answers for the file; better than no way back.
  if (context.planText !== undefined)
    return {
      plan: usePlan(guide, file),
      text: guide,
      release,
      told: [...lost, t`${file} is not the plan of the launch; it is used as it is`],
    };
  throw new UserError({
    code: "plan-lost",
    what: t`the plan with which ${release.tag} was launched is neither kept nor at its commit any more`,
    where: `${placeName(place)}:${place.directory}/plans`,
    mend: t`give the file as it was: golive rollback --plan FILE (docs/when-github-is-gone.md)`,
  });
}

/** A text's plan, if the record says that the launch is of that text; else null. */
function planFrom(text: string | null, file: string, { release, plan: known }: LaunchState): Plan | null {
  if (text === null || release === null) return null;
  if (known === null) return isOlderPlan(text, release) ? useOlderPlan(text, file) : null;
  return known.sha256 === textHash(text) ? usePlan(text, file) : null;
}

/** Made anew of the commits on record; null when that cannot be had any more. */
async function textAtCommit(
  { github, planText }: RunContext,
  file: string,
  { release, plan }: LaunchState,
): Promise<string | null> {
  if (planText !== undefined || release === null) return null;
  if (plan === null) return olderPlan(github, file, release);
  const policy = plan.policy ?? release.commit;
  const source = { tag: release.tag, commit: release.commit, policy, branch: policy.slice(0, 12) };
  return (await heldPlan(github, file, source).catch(() => null))?.text ?? null;
}
