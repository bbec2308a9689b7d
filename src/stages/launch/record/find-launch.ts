import { errorLine, UserError } from "../../../core/errors.ts";
import type { Release } from "../../../core/release.ts";
import { tagProblem } from "../../../core/release.ts";
import { t } from "../../../core/text/text.ts";
import { commitOrNull, contains, defaultBranchNow, fileAt } from "../../../github/repository.ts";
import type { Entry } from "../../../journal/event.ts";
import { latestRelease, latestTouched, type LaunchState, stateOf } from "../../../journal/state.ts";
import { leadsToKnownHost, placeName, recordPlace } from "../../../plan/record-place.ts";
import type { RunContext } from "../context.ts";
import { type PlanOnRecord, planOf } from "./plan-on-record.ts";
import { withRecord } from "./record-of.ts";

/** Which launch is looked for: that of a tag, of a checklist, or whichever was the last. */
export type Wanted = { readonly tag: string } | { readonly issue: number } | "last";

export interface FoundLaunch extends PlanOnRecord {
  readonly state: LaunchState;
  readonly entries: readonly Entry[];
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
