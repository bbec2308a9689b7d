import { commandOf, scenariosMarker } from "../checklist/scenarios.ts";
import { UserError } from "../core/errors.ts";
import { t } from "../core/text.ts";
import { checklistLabel } from "../github/issue.ts";
import { fileAt } from "../github/repository.ts";
import { issueFacts, saidIn } from "../github/said.ts";
import type { Entry } from "../journal/event.ts";
import { latestRelease, stateOf } from "../journal/state.ts";
import { loadPlan } from "../plan/load.ts";
import { launchOf, planAt, reach, type RunContext } from "./launch.ts";
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
  const entries = await journalOf(context);
  const last = latestRelease(entries);
  const release = last === null ? null : stateOf(entries, last).release;
  if (release?.issue !== said.issue) {
    log.info(t`#${said.issue} is not the checklist of the last launch: nothing to do`);
    return null;
  }
  const { plan, digest } = await planAt(github, context.planFile, release.commit);
  if (digest !== release.digest)
    throw new UserError({
      what: t`the plan at the commit of the launch is not the one on record (its digest differs)`,
      where: context.planFile,
      mend: t`nothing was heard; name the plan file of the launch in the input plan`,
    });
  if (plan.verify.scenarios.length === 0) return null;
  const launch = launchOf(context, plan, release, await reach(plan, context), entries);
  try {
    const news = await listen(launch);
    log.info(news ? t`What was said is on record` : t`Nothing new was said`);
    return news;
  } finally {
    await launch.close();
  }
}

/** The default branch says where the journal is; what was approved, and by whom a scenario may be ticked, the journal and the plan at its commit do. */
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
