import { holdsScenarios } from "../../checklist/scenarios.ts";
import { errorLine, UserError } from "../../core/errors.ts";
import { mayWrite } from "../../core/permission.ts";
import type { Said } from "../../core/comments/said.ts";
import { scenarioWords } from "../../core/comments/scenario-words.ts";
import { t } from "../../core/text/text.ts";
import { checklistLabel } from "../../github/issue.ts";
import { defaultBranch, fileAt } from "../../github/repository.ts";
import { answerOnce, issueFacts, saidIn } from "../../github/said.ts";
import { keptPlan } from "../../journal/plans.ts";
import { latestRelease, type LaunchState, stateOf } from "../../journal/state.ts";
import { usePlan } from "../../plan/load.ts";
import { useOlderPlan } from "../../plan/older-spelling.ts";
import { phasesWithPeople } from "../../plan/people/lines.ts";
import type { Plan } from "../../plan/schema/schema.ts";
import { type Connections, connect } from "../launch/connect/connect.ts";
import type { Launch, RunContext } from "../launch/context.ts";
import { launchOf } from "../launch/open-launch.ts";
import { listen } from "../verify/listen.ts";
import { askedPhases } from "../verify/scenarios.ts";
import { closeWhenDone } from "../verify/after-opening.ts";
import { olderPlan } from "../gate/plans/older-plan.ts";

/**
 * Somebody edited the comment with the scenarios, or wrote a command below it: all that people did there is heard anew.
 * Of the event only the comment's id is used. Returns whether something new went on record; null when it was about
 * something else.
 */
export async function hearComment(context: RunContext, id: number): Promise<boolean | null> {
  const { github, log } = context;
  const said = await saidIn(github, id);
  if (said === null || !isAboutScenarios(said)) {
    log.info(t`Comment ${id} is not about scenarios: nothing to do`);
    return null;
  }
  const issue = await issueFacts(github, said.issue);
  if (!issue?.byBot || !issue.labels.includes(checklistLabel)) {
    log.info(t`#${said.issue} is no checklist: nothing to do`);
    return null;
  }
  // No host is asked for somebody who may not say anything of it.
  if (said.byHand && !mayWrite(said.permission))
    return dismiss(context, said, t`its author may not write to this repository`);
  const main = await mainPlan(context);
  const reached = await connect(main, context);
  try {
    const entries = await reached.journal.read();
    const state = stateOf(entries, latestRelease(entries) ?? "");
    const { release } = state;
    if (release?.issue !== said.issue)
      return await dismiss(context, said, t`#${said.issue} is not the checklist of the last launch`);
    const plan = await planOf(context, reached, main.control.directory, state);
    return await heard(
      context,
      launchOf({ context, plan, release, connections: await connect(plan, context), entries }),
      said,
    );
  } finally {
    await reached.close();
  }
}

async function heard(context: RunContext, launch: Launch, said: Said): Promise<boolean | null> {
  try {
    if (phasesWithPeople(launch.plan).length === 0)
      return await dismiss(context, said, t`the plan of this launch has no scenarios`);
    if (askedPhases(launch.state()).length === 0)
      return await dismiss(context, said, t`nobody is asked about scenarios yet`);
    const news = await listen(launch);
    if (news) await closeWhenDone(launch);
    context.log.info(news ? t`What was said is on record` : t`Nothing new was said`);
    return news;
  } finally {
    await launch.close();
  }
}

function isAboutScenarios(said: Said): boolean {
  if (!said.byHand) return holdsScenarios(said.body);
  const { commands, refused } = scenarioWords(said);
  return commands.length + refused.length > 0;
}

/** Nothing of the comment counts; a person is told why. */
async function dismiss({ github, log }: RunContext, said: Said, why: string): Promise<null> {
  log.info(t`Comment ${said.id} was not heard: ${why}`);
  if (said.byHand)
    await answerOnce(github, said, t`This comment was not heard: ${why}.`).catch((error: unknown) =>
      log.warn(t`The comment could not be answered: ${errorLine(error)}`),
    );
  return null;
}

/** The plan that was kept when the launch opened, or that of its commit where none was kept yet. */
async function planOf(
  { github, planFile }: RunContext,
  { control }: Connections,
  directory: string,
  { release, plan: kept }: LaunchState,
): Promise<Plan> {
  const text =
    kept === null
      ? await olderPlan(github, planFile, release)
      : await keptPlan(control, directory, release?.id ?? "", kept.sha256);
  if (text !== null) return kept === null ? useOlderPlan(text, planFile) : usePlan(text, kept.path);
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
  if (text !== null) return usePlan(text, context.planFile);
  throw new UserError({
    code: "plan-missing",
    what: t`there is no plan at ${context.planFile} on ${branch}`,
    mend: t`commit it there, or name its path in the input plan`,
  });
}
