import { errorLine, InternalError, UserError } from "../../../core/errors.ts";
import type { Release } from "../../../core/release.ts";
import { tagProblem } from "../../../core/release.ts";
import { t } from "../../../core/text/text.ts";
import { commitOrNull, contains, defaultBranchNow, fileAt } from "../../../github/repository.ts";
import type { Entry } from "../../../journal/event.ts";
import { keptPlan } from "../../../journal/plans.ts";
import { latestRelease, latestTouched, type LaunchState, stateOf } from "../../../journal/state.ts";
import { usePlan } from "../../../plan/load.ts";
import { useOlderPlan } from "../../../plan/older-spelling.ts";
import { leadsToKnownHost, placeName, recordPlace, type RecordPlace } from "../../../plan/record-place.ts";
import type { Plan } from "../../../plan/schema/schema.ts";
import { textHash } from "../../gate/bound.ts";
import { heldPlan } from "../../gate/plans/held-plan.ts";
import { isOlderPlan, olderPlan } from "../../gate/plans/older-plan.ts";
import type { RunContext } from "../context.ts";
import { type ServiceRecord, withRecord } from "./record-of.ts";

/** Which launch is looked for: that of a tag, of a checklist, or whichever was the last. */
export type Wanted = { readonly tag: string } | { readonly issue: number } | "last";

export interface FoundLaunch {
  /** As it was when the launch opened. */
  readonly plan: Plan;
  readonly text: string;
  readonly release: Release;
  readonly state: LaunchState;
  readonly entries: readonly Entry[];
  /** What has become otherwise since the launch, for people. */
  readonly told: readonly string[];
}

/** A plan's text that may lead to the record, and where it comes from. */
interface Guide {
  readonly text: string;
  readonly from: string;
}

/** What a guide led to that was not it. */
interface Miss {
  readonly from: string;
  readonly why: string;
  readonly other: Release | null;
}

/**
 * The launch as its record has it. A plan only leads there: that of the default branch, else that of the tag's commit,
 * or the file that a person gives. From then on the text counts that was kept when the launch opened; a tag that moved
 * or is gone, a branch that was rewritten, a plan that was renamed or broken since are told and stop nothing.
 */
export async function findLaunch(context: RunContext, wanted: Wanted): Promise<FoundLaunch> {
  const told: string[] = [];
  const misses: Miss[] = [];
  const tagged = await answered(() => commitFor(context, wanted));
  for (const guide of await answered(() => guides(context, tagged, misses))) {
    const found = await follow(context, guide, wanted, misses);
    if (found === null) continue;
    const { release } = found;
    if (tagged !== null && tagged !== release.commit) told.push(tagMoved(release, tagged === "" ? null : tagged));
    return { ...found, told: [...told, ...found.told] };
  }
  throw nothingFound(context, wanted, misses);
}

/** A GitHub that does not answer is said to people, with the way that needs none. */
async function answered<T>(ask: () => Promise<T>): Promise<T> {
  try {
    return await ask();
  } catch (error) {
    if (error instanceof UserError) throw error;
    throw new UserError(
      {
        code: "github-silent",
        what: t`GitHub does not say where the launch is on record (${errorLine(error)})`,
        mend: t`run it again once GitHub answers, or go on from a terminal: golive rollback (docs/when-github-is-gone.md)`,
      },
      { cause: error },
    );
  }
}

/** The commit of the tag that is asked for; empty when the tag is gone, null when GitHub is not asked for one. */
async function commitFor({ github, planText }: RunContext, wanted: Wanted): Promise<string | null> {
  if (wanted === "last" || !("tag" in wanted)) return null;
  const wrong = tagProblem(wanted.tag);
  if (wrong !== null)
    throw new UserError({
      code: "tag-not-a-tag",
      what: wrong,
      where: t`input tag`,
      mend: t`give the tag that is live now`,
    });
  return planText === undefined ? ((await commitOrNull(github, wanted.tag)) ?? "") : null;
}

function tagMoved({ tag, commit }: Release, now: string | null): string {
  const was = commit.slice(0, 12);
  return now === null
    ? t`the tag ${tag} is gone; the launch on record was of ${was}, and that counts`
    : t`the tag ${tag} leads to ${now.slice(0, 12)} now; the launch on record was of ${was}, and that counts`;
}

/**
 * The plan of the default branch, then the one of the tag's commit where that is part of it: nobody else's leads to a
 * host. And the tag's to none that the default branch does not know: each commit of a merged pull request is part of it.
 */
async function guides(context: RunContext, commit: string | null, misses: Miss[]): Promise<Guide[]> {
  const { github, planFile, planText } = context;
  if (planText !== undefined) return [{ text: planText, from: planFile }];
  const main = await defaultBranchNow(github);
  const found: Guide[] = [];
  const add = async (ref: string, called: string) => {
    const from = `${planFile} @ ${called}`;
    const text = await fileAt(github, planFile, ref);
    const [first] = found;
    if (text === null) misses.push({ from, why: t`there is no such file`, other: null });
    else if (first !== undefined && !leadsToKnownHost(text, first.text))
      misses.push({ from, why: t`it leads to a host that ${main.name} does not know`, other: null });
    else if (!found.some((one) => one.text === text)) found.push({ text, from });
  };
  await add(main.commit, main.name);
  if (!commit) return found;
  if (await contains(github, main.commit, commit)) await add(commit, commit.slice(0, 12));
  else misses.push({ from: commit.slice(0, 12), why: t`it is not part of ${main.name}`, other: null });
  return found;
}

async function follow(
  context: RunContext,
  { text, from }: Guide,
  wanted: Wanted,
  misses: Miss[],
): Promise<FoundLaunch | null> {
  const place = recordPlace(text);
  if (place === null) {
    misses.push({ from, why: t`it does not say where the control host is`, other: null });
    return null;
  }
  const where = `${placeName(place)}:${place.directory}`;
  try {
    return await withRecord(place, context, async (record) => {
      const { entries } = record;
      const state = stateOf(entries, latestTouched(entries) ?? latestRelease(entries) ?? "");
      if (state.release !== null && isWanted(state.release, wanted))
        return { ...(await planOf(context, record, { place, state, guide: text })), state, entries };
      misses.push({ from, why: t`${where} knows no such launch`, other: state.release });
      return null;
    });
  } catch (error) {
    // The plan was found, and does not hold any more: no other guide leads to a better one.
    if (error instanceof UserError && error.problems[0]?.code === "plan-lost") throw error;
    misses.push({ from, why: `${where}: ${errorLine(error)}`, other: null });
    return null;
  }
}

function isWanted(release: Release, wanted: Wanted): boolean {
  if (wanted === "last") return true;
  return "tag" in wanted ? release.tag === wanted.tag : release.issue === wanted.issue;
}

/** The text that was kept. A journal from before that: the plan at the commit on record, or the one that led here. */
async function planOf(
  context: RunContext,
  { control }: ServiceRecord,
  { place, state, guide }: { readonly place: RecordPlace; readonly state: LaunchState; readonly guide: string },
): Promise<Pick<FoundLaunch, "plan" | "text" | "release" | "told">> {
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

function nameOf(wanted: Wanted): string {
  if (wanted === "last") return "";
  return "tag" in wanted ? wanted.tag : `#${wanted.issue}`;
}

function nothingFound(context: RunContext, wanted: Wanted, misses: readonly Miss[]): UserError {
  const named = nameOf(wanted);
  const other = misses.find((miss) => miss.other !== null)?.other ?? null;
  if (other !== null)
    return new UserError({
      code: "not-the-last",
      what: t`${named} is not the release that was launched last (that is ${other.tag} at ${other.commit.slice(0, 12)})`,
      where: misses.find((miss) => miss.other !== null)?.from ?? "",
      mend: t`only the newest launch can be taken back`,
    });
  return new UserError({
    code: "launch-not-found",
    what: t`no launch ${named} was found: ${misses.map(({ from, why }) => `${from}: ${why}`).join("; ")}`,
    where: context.planText === undefined ? t`input plan` : "--plan",
    mend: t`name a plan that leads to the control host of the launch: the input plan, or golive rollback --plan FILE`,
  });
}
