import { readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import type { Approved } from "../../core/approved.ts";
import { errorText } from "../../core/errors.ts";
import { t } from "../../core/text/text.ts";
import { usePlan } from "../../plan/load.ts";
import type { Plan } from "../../plan/schema/schema.ts";
import { heldPlan } from "../gate/plans/held-plan.ts";
import type { RunContext } from "./context.ts";
import { findLaunch } from "./record/find-launch.ts";

interface ApprovedPlan {
  readonly text: string;
  readonly plan: Plan;
}

/**
 * The approved plan. Where the repository does not have it any more, the record of its launch does: the digest on
 * record is the approved one.
 */
export async function approvedPlan(context: RunContext, approved: Approved): Promise<ApprovedPlan> {
  try {
    return await planAsApproved(context, approved);
  } catch (error) {
    const kept = await findLaunch(context, "last").catch(() => null);
    if (kept === null || kept.release.digest !== approved.digest) throw error;
    context.log.warn(t`${errorText(error)}\nThe plan that was kept when the launch opened is used.`);
    return kept;
  }
}

/** Made of the two commits, or kept by an earlier step of this job; the record holds it to what was approved. */
async function planAsApproved(context: RunContext, approved: Approved): Promise<ApprovedPlan> {
  const { github, planFile, jobDirectory } = context;
  const copy = join(jobDirectory, `golive-plan-${approved.digest.slice(0, 16)}.yml`);
  const kept = await readFile(copy, "utf8").catch(() => null);
  if (kept !== null) return { text: kept, plan: usePlan(kept, planFile) };
  const { text, plan } = await heldPlan(github, planFile, { ...approved, branch: approved.policy.slice(0, 12) });
  await writeFile(copy, text, { mode: 0o600 });
  return { text, plan };
}
