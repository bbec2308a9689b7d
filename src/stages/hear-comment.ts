import { holdsScenarios } from "../checklist/scenarios.ts";
import { UserError } from "../core/errors.ts";
import { mayWrite } from "../core/permission.ts";
import type { Release } from "../core/release.ts";
import type { Said } from "../core/said.ts";
import { scenarioWords } from "../core/scenario-words.ts";
import { t } from "../core/text.ts";
import { checklistLabel } from "../github/issue.ts";
import { fileAt } from "../github/repository.ts";
import { answerOnce, issueFacts, saidIn } from "../github/said.ts";
import type { Entry } from "../journal/event.ts";
import { latestRelease, stateOf } from "../journal/state.ts";
import { loadPlan } from "../plan/load.ts";
import type { Plan } from "../plan/schema.ts";
import { launchOf, planAt, reach, type RunContext } from "./launch.ts";
import { listen, scenariosAsked } from "./scenarios.ts";

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
  const entries = await journalOf(context);
  const last = latestRelease(entries);
  const release = last === null ? null : stateOf(entries, last).release;
  if (release?.issue !== said.issue)
    return dismiss(context, said, t`#${said.issue} is not the checklist of the last launch`);
  const plan = await planOfLaunch(context, release);
  if (plan.verify.scenarios.length === 0) return dismiss(context, said, t`the plan of this launch has no scenarios`);
  const launch = launchOf(context, plan, release, await reach(plan, context), entries);
  try {
    if (!scenariosAsked(launch.state())) return await dismiss(context, said, t`nobody is asked about scenarios yet`);
    const news = await listen(launch);
    log.info(news ? t`What was said is on record` : t`Nothing new was said`);
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
      log.warn(t`The comment could not be answered: ${(error as Error).message}`),
    );
  return null;
}

/** The plan that says who may say what of this launch, as it was approved. */
async function planOfLaunch({ github, planFile }: RunContext, release: Release): Promise<Plan> {
  const { plan, digest } = await planAt(github, planFile, release.commit);
  if (digest === release.digest) return plan;
  throw new UserError({
    what: t`the plan at the commit of the launch is not the one on record (its digest differs)`,
    where: planFile,
    mend: t`nothing was heard; name the plan file of the launch in the input plan`,
  });
}

/** The default branch says where the journal is; what was approved, and by whom a scenario may be ticked, the journal and the plan of the launch do. */
async function journalOf(context: RunContext): Promise<Entry[]> {
  const { octokit, owner, repo } = context.github;
  const branch = (await octokit.rest.repos.get({ owner, repo })).data.default_branch;
  const text = await fileAt(context.github, context.planFile, branch);
  if (text === null)
    throw new UserError({
      what: t`there is no plan at ${context.planFile} on ${branch}`,
      mend: t`commit it there, or name its path in the input plan`,
    });
  const reached = await reach(loadPlan(text, context.planFile), context);
  try {
    return await reached.journal.read();
  } finally {
    await reached.close();
  }
}
