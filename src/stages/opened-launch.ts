import { UserError } from "../core/errors.ts";
import { tagProblem } from "../core/release.ts";
import { t } from "../core/text.ts";
import { commitOfTag, fileAt } from "../github/repository.ts";
import { begun, latestRelease, latestTouched, stateOf } from "../journal/state.ts";
import { loadPlan } from "../plan/load.ts";
import { type Launch, launchOf, planAt, type Reach, reach, type RunContext } from "./launch.ts";

/** The tag of the launch whose checklist has this number, as the journal that the default branch leads to has it. */
async function tagOfIssue(context: RunContext, issue: number): Promise<string> {
  const { octokit, owner, repo } = context.github;
  const branch = (await octokit.rest.repos.get({ owner, repo })).data.default_branch;
  const text = await fileAt(context.github, context.planFile, branch);
  if (text === null)
    throw new UserError({
      what: t`there is no plan at ${context.planFile} on ${branch}`,
      where: t`input tag`,
      mend: t`give the tag instead of the number`,
    });
  const reached = await reach(loadPlan(text, context.planFile), context);
  try {
    const found = (await reached.journal.read()).findLast(
      (entry) => entry.kind === "opened" && entry.opened.issue === issue,
    );
    if (found?.kind !== "opened")
      throw new UserError({
        what: t`no launch has the checklist #${issue}`,
        where: t`input tag`,
        mend: t`give the tag that is live now`,
      });
    return found.opened.tag;
  } finally {
    await reached.close();
  }
}

/** The launch of a tag (or `#12`, its checklist) that is live, or whose way back was begun and not finished. */
export async function openedLaunch(
  context: RunContext,
  tagOrIssue: string,
): Promise<{ launch: Launch; reached: Reach; close: () => Promise<void> }> {
  const number = /^#([1-9]\d{0,9})$/.exec(tagOrIssue.trim())?.[1];
  const tag = number === undefined ? tagOrIssue : await tagOfIssue(context, Number(number));
  const wrong = tagProblem(tag);
  if (wrong !== null) throw new UserError({ what: wrong, where: t`input tag`, mend: t`give the tag that is live now` });
  const commit = await commitOfTag(context.github, tag);
  const { plan } = await planAt(context.github, context.planFile, commit);
  const reached = await reach(plan, context);
  try {
    const entries = await reached.journal.read();
    const id = latestTouched(entries) ?? latestRelease(entries);
    const state = id === null ? null : stateOf(entries, id);
    const release = state?.release;
    if (!state || !release || release.tag !== tag || release.commit !== commit) {
      throw new UserError({
        what: t`${tag} is not the release that was launched last${release ? t` (that is ${release.tag} at ${release.commit.slice(0, 12)})` : ""}`,
        where: `${plan.control.host}:${plan.control.directory}`,
        mend: t`only the newest launch can be taken back`,
      });
    }
    if (state.ended?.outcome === "rolled-back")
      throw new UserError({
        what: t`${tag} was rolled back already`,
        where: `${plan.control.host}:${plan.control.directory}`,
        mend: t`nothing is left to do; \`golive status\` says how it stands`,
      });
    if (!begun(state, "open.off"))
      throw new UserError({
        what: t`the launch of ${tag} never opened the site`,
        where: `${plan.control.host}:${plan.control.directory}`,
        mend: t`re-run its failed jobs: until the site opens, the way back needs nobody's approval`,
      });
    const launch = launchOf(context, plan, release, reached, entries);
    return { launch, reached, close: () => launch.close() };
  } catch (error) {
    await reached.close();
    throw error;
  }
}
