import { DateTime } from "luxon";
import { marker, pageTitle, renderPage } from "../../../checklist/render.ts";
import type { Release } from "../../../core/release.ts";
import { t } from "../../../core/text/text.ts";
import { windowFor } from "../../../core/window/window.ts";
import { findIssue, openIssue } from "../../../github/issue.ts";
import { repositoryUrl } from "../../../github/runs.ts";
import { entryOf } from "../../../journal/entry.ts";
import type { Entry, Event, Facts, KeptPlan } from "../../../journal/event.ts";
import type { Owner } from "../../../journal/lock.ts";
import { keepPlan } from "../../../journal/plans.ts";
import { emptyState, type LaunchState, next, touched } from "../../../journal/state.ts";
import type { Plan } from "../../../plan/schema/schema.ts";
import type { Connections } from "../connect/connect.ts";
import type { Launch, RunContext } from "../context.ts";
import { launchOf } from "../open-launch.ts";
import { pageOf } from "../page.ts";

/** What is to be launched, and the digest of the plan that is approved for it. */
export type Requested = Pick<Release, "tag" | "commit" | "digest">;

/** A launch that a comment handed to this run: who started it stays who it was. */
export interface Entrusted {
  readonly startedBy: string;
  /** Goes on record together with the opening; null when it is there already. */
  readonly approval: Event | null;
}

/** The plan that holds: its text, the commit whose policy is in it, and what was approved beside it. */
export interface PlanToKeep {
  readonly text: string;
  readonly policy: string;
  readonly override: string;
  /** Day of the window; empty for the next one. */
  readonly date: string;
  readonly workflow: string | undefined;
}

/** What a look before the launch found, for the line of the checklist that is its own. */
export interface Finding {
  readonly step: string;
  readonly note?: string;
  readonly facts?: Facts;
}

/** Whose the lock is by now. `state`: of the launch that goes on; empty for a new one. */
export interface Claimed {
  readonly context: RunContext;
  readonly plan: Plan;
  readonly requested: Requested;
  readonly connections: Connections;
  readonly entries: readonly Entry[];
  readonly owner: Owner;
  readonly state: LaunchState;
}

/** Opens the launch on record, with its checklist, its plan and the findings. */
export async function openClaimed(
  claimed: Claimed,
  toKeep: PlanToKeep,
  findings: readonly Finding[],
  entrusted: Entrusted | undefined,
): Promise<Launch> {
  const { context, plan, connections, entries, state } = claimed;
  const resumed = state.release !== null;
  const draft = draftOf(claimed, toKeep, entrusted);
  const kept = await keptHere(claimed, draft.id, toKeep);
  const stamp = { release: draft.id, run: context.run, at: new Date().toISOString() };
  const written = (event: Event) => entryOf(event, stamp);
  const steps = findings.map((finding) => written(doneBy(finding)));
  const shown = [written({ kind: "opened", opened: draft }), ...steps];
  const release = { ...draft, issue: draft.issue || (await checklistOf(claimed, draft, shown)) };
  const added = [
    written({ kind: "opened", opened: release, plan: kept }),
    ...(resumed ? [written({ kind: "note", text: goesOn(context) })] : []),
    ...steps,
    ...(entrusted?.approval ? [written(entrusted.approval)] : []),
  ];
  await connections.journal.append(added);
  const launch = launchOf({ context, plan, release, connections, entries: [...entries, ...added] });
  if (resumed) launch.view.changed();
  return launch;
}

/** Of a finding only what belongs on record: what looked may know more. */
function doneBy({ step, note, facts }: Finding): Event {
  return {
    kind: "step",
    step,
    status: "done",
    ...(note === undefined ? {} : { note }),
    ...(facts === undefined ? {} : { facts }),
  };
}

function draftOf(
  { context, plan, requested, owner, state }: Claimed,
  { date }: PlanToKeep,
  entrusted: Entrusted | undefined,
): Release {
  const coming = windowFor(plan.window, plan.timezone, date, DateTime.now());
  // One that never began takes the next window, or that of its date; a launch under way keeps its own.
  const window = (touched(state) ? state.release?.window : undefined) ?? {
    start: coming.start.toISO() ?? "",
    end: coming.end.toISO() ?? "",
  };
  return {
    id: owner.release,
    ...requested,
    issue: state.release?.issue ?? 0,
    actor: entrusted?.startedBy ?? context.run.actor,
    runId: context.run.id,
    window,
  };
}

/** Number of the issue: found where an earlier try opened it, or else opened. */
async function checklistOf({ context, plan }: Claimed, draft: Release, shown: readonly Entry[]): Promise<number> {
  const { github } = context;
  const found = await findIssue(github, marker(draft.id));
  if (found) return found;
  const page = pageOf(plan, draft, repositoryUrl(github));
  const body = renderPage({ ...page, state: shown.reduce(next, emptyState) });
  return openIssue(github, pageTitle(plan, draft, page.messages), body);
}

/** On the control host before the opening is on record: a launch that is open has its plan. */
async function keptHere(
  { context, plan, connections }: Claimed,
  release: string,
  { text, policy, override, date, workflow }: PlanToKeep,
): Promise<KeptPlan> {
  const sha256 = await keepPlan(connections.control, plan.control.directory, release, text);
  const kept = { path: context.planFile, sha256, repository: repositoryUrl(context.github), policy, override };
  const dated = date === "" ? kept : { ...kept, date };
  return workflow === undefined ? dated : { ...dated, workflow };
}

function goesOn({ run }: RunContext): string {
  return t`run ${run.id}, attempt ${run.attempt}, started by ${run.actor}, goes on with this launch`;
}
