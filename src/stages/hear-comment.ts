import { commandOf, scenariosMarker } from "../checklist/scenarios.ts";
import { UserError } from "../core/errors.ts";
import { t } from "../core/text.ts";
import { checklistLabel } from "../github/issue.ts";
import { defaultBranch, fileAt } from "../github/repository.ts";
import { issueFacts, saidIn } from "../github/said.ts";
import { keptPlan } from "../journal/plans.ts";
import { latestRelease, type LaunchState, stateOf } from "../journal/state.ts";
import { loadPlan } from "../plan/load.ts";
import type { Plan } from "../plan/schema.ts";
import { launchOf, type Reach, reach, type RunContext } from "./launch.ts";
import { listen } from "./scenarios.ts";

/**
 * Somebody edited the comment with the scenarios, or wrote a command below it: all that people did there is heard anew.
 * Of the event only the comment's id is used. Returns whether something new went on record; null when it was about
 * something else.
 */
export async function hearComment(context: RunContext, id: number): Promise<boolean | null> {
  const { github, log } = context;
  const said = await saidIn(github, id);
  if (
    said === null ||
    !(said.body.startsWith(scenariosMarker("").slice(0, -4)) || (said.byHand && commandOf(said.body) !== null))
  ) {
    log.info(t`Comment ${id} is not about scenarios: nothing to do`);
    return null;
  }
  const issue = await issueFacts(github, said.issue);
  if (!issue?.byBot || !issue.labels.includes(checklistLabel)) {
    log.info(t`#${said.issue} is no checklist: nothing to do`);
    return null;
  }
  const main = await mainPlan(context);
  const reached = await reach(main, context);
  try {
    const entries = await reached.journal.read();
    const state = stateOf(entries, latestRelease(entries) ?? "");
    if (state.release?.issue !== said.issue) {
      log.info(t`#${said.issue} is not the checklist of the last launch: nothing to do`);
      return null;
    }
    const plan = await planOf(context, reached, main.control.directory, state);
    if (plan.verify.scenarios.length === 0) return null;
    const launch = launchOf(context, plan, state.release, await reach(plan, context), entries);
    try {
      const news = await listen(launch);
      log.info(news ? t`What was said is on record` : t`Nothing new was said`);
      return news;
    } finally {
      await launch.close();
    }
  } finally {
    await reached.close();
  }
}

/** The plan that was kept when the launch opened. */
async function planOf(
  { planFile }: RunContext,
  { control }: Reach,
  directory: string,
  { release, plan: kept }: LaunchState,
): Promise<Plan> {
  const place = kept === null ? null : { id: release?.id ?? "", sha256: kept.sha256 };
  const text = place === null ? null : await keptPlan(control, directory, place.id, place.sha256);
  if (text !== null) return loadPlan(text, kept?.path ?? planFile);
  throw new UserError({
    code: "plan-lost",
    what: t`the plan that was kept when the launch opened is gone or was changed`,
    where: `${control.name}:${directory}/plans`,
    mend: t`nothing was heard; start the launch again`,
  });
}

/** The default branch says where the journal is; what was approved, and by whom a scenario may be ticked, the journal says. */
async function mainPlan(context: RunContext): Promise<Plan> {
  const branch = await defaultBranch(context.github);
  const text = await fileAt(context.github, context.planFile, branch);
  if (text !== null) return loadPlan(text, context.planFile);
  throw new UserError({
    what: t`there is no plan at ${context.planFile} on ${branch}`,
    mend: t`commit it there, or name its path in the input plan`,
  });
}
