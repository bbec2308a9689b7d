import { DateTime } from "luxon";
import { marker, pageTitle, renderPage } from "../../checklist/render.ts";
import { showDuration } from "../../core/text/figures.ts";
import { errorLine, UserError } from "../../core/errors.ts";
import { type Release, releaseId } from "../../core/release.ts";
import { t } from "../../core/text/text.ts";
import { currentOrNextWindow } from "../../core/window/window.ts";
import { findIssue, openIssue } from "../../github/issue.ts";
import { repositoryUrl, runState, runUrl } from "../../github/runs.ts";
import type { Entry, Event, Facts, KeptPlan } from "../../journal/event.ts";
import type { Held, Owner } from "../../journal/lock.ts";
import { keepPlan } from "../../journal/plans.ts";
import { emptyState, latestRelease, type LaunchState, next as add, stateOf, touched } from "../../journal/state.ts";
import { messagesOf } from "../../locale/locale.ts";
import type { Plan } from "../../plan/schema/schema.ts";
import { type Launch, launchOf, type Reach, type RunContext, shutOut } from "./launch.ts";
import { outline } from "../outline/outline.ts";

type Wanted = Pick<Release, "tag" | "commit" | "digest">;

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
  readonly workflow: string | undefined;
}

export interface Claim {
  readonly owner: Owner;
  /** Of the launch that goes on; empty for a new one. */
  readonly state: LaunchState;
  readonly resumed: boolean;
  /** Keeps the plan's text, opens the checklist (or finds the one of the launch that goes on) and puts the findings on record. */
  open(
    plan: PlanToKeep,
    findings: readonly { readonly step: string; readonly note?: string; readonly facts?: Facts }[],
    approved?: Entrusted,
  ): Promise<Launch>;
}

/**
 * Takes the lock for this launch, or goes on with the one that holds it: the same run, or a run that GitHub says is
 * over. Throws a UserError naming the run that holds it otherwise.
 */
export async function claim(context: RunContext, plan: Plan, wanted: Wanted, reached: Reach): Promise<Claim> {
  const entries = await reached.journal.read();
  const fresh = freshId(entries, wanted.tag, context.run);
  const owner = ownerOf(context, wanted, fresh);
  const taken = await reached.lock.take(owner);
  if (taken.taken) {
    const last = latestRelease(entries);
    const before = last === null ? emptyState : stateOf(entries, last);
    if (last !== null && before.ended === null && touched(before)) {
      if (before.release?.digest !== wanted.digest) {
        await reached.lock.release(owner);
        throw new UserError(halfDone(before.release?.tag ?? last, plan, t`its lock is gone`));
      }
      const successor = { ...owner, release: last };
      await succeed(context, plan, reached, owner, successor);
      return claimOf(context, plan, wanted, reached, entries, successor, before);
    }
    await shutOut(plan, reached, taken.token, context.log).catch(async (error: unknown) => {
      await reached.lock.release(owner);
      throw error;
    });
    return claimOf(context, plan, wanted, reached, entries, owner, emptyState);
  }
  return goOn(context, plan, wanted, reached, entries, taken, owner);
}

async function goOn(
  context: RunContext,
  plan: Plan,
  wanted: Wanted,
  reached: Reach,
  entries: readonly Entry[],
  found: Held,
  owner: Owner,
): Promise<Claim> {
  const held = found.owner;
  const ours = held.runId === context.run.id;
  if (!ours) await requireOver(context, plan, found);
  const state = stateOf(entries, held.release);
  const same = held.digest === wanted.digest && held.tag === wanted.tag && state.ended === null;
  if (!same && state.ended === null && touched(state))
    throw new UserError(halfDone(held.tag, plan, t`see ${held.runUrl}`));
  const successor = same ? { ...owner, release: held.release } : owner;
  await succeed(context, plan, reached, held, successor);
  const text = t`run ${context.run.id} (attempt ${context.run.attempt}, ${context.run.actor}) goes on with the launch of run ${held.runId}, which is over`;
  context.log.info(
    same ? text : t`the lock of run ${held.runId}, which is over, was taken over; it had changed nothing`,
  );
  return claimOf(context, plan, wanted, reached, entries, successor, same ? state : emptyState);
}

/** The lock becomes the successor's, and whoever had it can do nothing any more. */
async function succeed(
  { log }: RunContext,
  plan: Plan,
  reached: Reach,
  before: Owner,
  successor: Owner,
): Promise<void> {
  const token = await reached.lock.takeOver(before, successor);
  if (token === null)
    throw new UserError({
      what: t`another run took the launch lock at the same moment`,
      where: plan.control.host,
      mend: t`see the workflow's other runs`,
    });
  await shutOut(plan, reached, token, log);
}

/** How old the last sign of life of a run that GitHub does not know has to be. The owner gives one every 20 seconds. */
export const silentEnoughSeconds = 120;

export function signOfLife({ silentSeconds }: Pick<Held, "silentSeconds">): string {
  return silentSeconds === null
    ? t`it never gave a sign of life`
    : t`its last sign of life is ${showDuration(silentSeconds)} old`;
}

/** Throws a UserError that explains the lock unless the run that holds it can do nothing any more. */
export async function requireOver({ github }: Pick<RunContext, "github">, plan: Plan, held: Held): Promise<void> {
  const { owner, silentSeconds } = held;
  const who = t`run ${owner.runId}, started by ${owner.actor} at ${owner.since}`;
  const sign = signOfLife(held);
  const byHand = t`once you know that it does nothing any more: golive unlock --by "your name" --because "…"`;
  const state = await runState(github, owner.runId).catch((error: unknown) => {
    throw new UserError(
      {
        what: t`the launch lock is held by ${who}, and GitHub does not say whether that run is over (${errorLine(error)}); ${sign}`,
        where: plan.control.host,
        mend: t`start again when GitHub answers; or ${byHand}`,
      },
      { cause: error },
    );
  });
  if (state === "in progress") {
    throw new UserError({
      what: t`a launch of ${owner.tag} is in flight: ${who}; ${sign}`,
      where: plan.control.host,
      mend: t`wait for it, or cancel it: ${owner.runUrl}`,
    });
  }
  if (state === "unknown" && silentSeconds !== null && silentSeconds < silentEnoughSeconds) {
    throw new UserError({
      what: t`the launch lock is held by ${who}; GitHub knows no such run in this repository, but ${sign}`,
      where: plan.control.host,
      mend: t`another repository may launch with the same control.directory; see ${owner.runUrl}; or ${byHand}`,
    });
  }
}

function claimOf(
  context: RunContext,
  plan: Plan,
  wanted: Wanted,
  reached: Reach,
  entries: readonly Entry[],
  owner: Owner,
  state: LaunchState,
): Claim {
  const resumed = state.release !== null;
  return {
    owner,
    state,
    resumed,
    async open(toKeep, findings, entrusted) {
      const next = currentOrNextWindow(plan.window, plan.timezone, DateTime.now());
      // One that never began takes the next window; a launch under way keeps its own.
      const window = (touched(state) ? state.release?.window : undefined) ?? {
        start: next.start.toISO() ?? "",
        end: next.end.toISO() ?? "",
      };
      const draft: Release = {
        id: owner.release,
        ...wanted,
        issue: state.release?.issue ?? 0,
        actor: entrusted?.startedBy ?? context.run.actor,
        runId: context.run.id,
        window,
      };
      const kept = await keptHere(context, plan, reached, draft.id, toKeep);
      const at = new Date().toISOString();
      const stamp = { at, release: draft.id, run: { id: context.run.id, attempt: context.run.attempt } };
      const steps: Entry[] = findings.map(({ step, note, facts }) => ({
        ...stamp,
        kind: "step",
        step,
        status: "done",
        ...(note === undefined ? {} : { note }),
        ...(facts === undefined ? {} : { facts }),
      }));
      const issue =
        draft.issue ||
        (await findIssue(context.github, marker(draft.id))) ||
        (await openIssue(
          context.github,
          pageTitle(plan, draft, messagesOf(plan)),
          page(context, plan, draft, [{ ...stamp, kind: "opened", opened: draft }, ...steps]),
        ));
      const release = { ...draft, issue };
      const added: Entry[] = [
        { ...stamp, kind: "opened", opened: release, plan: kept },
        ...(resumed
          ? [
              {
                ...stamp,
                kind: "note" as const,
                text: t`run ${context.run.id}, attempt ${context.run.attempt}, started by ${context.run.actor}, goes on with this launch`,
              },
            ]
          : []),
        ...steps,
        ...(entrusted?.approval ? [{ ...stamp, ...entrusted.approval }] : []),
      ];
      await reached.journal.append(added);
      const launch = launchOf(context, plan, release, reached, [...entries, ...added]);
      if (resumed) launch.view.changed();
      return launch;
    },
  };
}

/** On the control host before the opening is on record: a launch that is open has its plan. */
async function keptHere(
  context: RunContext,
  { control }: Plan,
  reached: Reach,
  release: string,
  { text, policy, override, workflow }: PlanToKeep,
): Promise<KeptPlan> {
  const sha256 = await keepPlan(reached.control, control.directory, release, text);
  const kept = { path: context.planFile, sha256, repository: repositoryUrl(context.github), policy, override };
  return workflow === undefined ? kept : { ...kept, workflow };
}

function page(context: RunContext, plan: Plan, release: Release, entries: readonly Entry[]): string {
  const window = {
    start: DateTime.fromISO(release.window.start, { zone: plan.timezone }),
    end: DateTime.fromISO(release.window.end, { zone: plan.timezone }),
  };
  const messages = messagesOf(plan);
  return renderPage({
    plan,
    release,
    phases: outline(plan, messages),
    state: entries.reduce(add, emptyState),
    window,
    runUrl: runUrl(context.github, release.runId),
    messages,
  });
}

/** A run that is run again after its launch ended begins another one. */
function freshId(entries: readonly Entry[], tag: string, run: RunContext["run"]): string {
  const id = releaseId(tag, run.id);
  return stateOf(entries, id).ended === null ? id : `${id}.${run.attempt}`;
}

function ownerOf({ github, run }: RunContext, wanted: Wanted, release: string): Owner {
  return {
    release,
    ...wanted,
    runId: run.id,
    runUrl: runUrl(github, run.id),
    actor: run.actor,
    since: new Date().toISOString(),
  };
}

function halfDone(tag: string, plan: Plan, how: string) {
  return {
    what: t`the launch of ${tag} is half done (${how}); another one would build on it`,
    where: `${plan.control.host}:${plan.control.directory}`,
    mend: t`launch ${tag} again: it goes on where it stopped, or rolls back. Or start the workflow Roll back for ${tag}: it goes back, whatever became of the tag`,
  };
}
