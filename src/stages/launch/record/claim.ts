import { type Problem, UserError } from "../../../core/errors.ts";
import { releaseId } from "../../../core/release.ts";
import { t } from "../../../core/text/text.ts";
import { runUrl } from "../../../github/runs.ts";
import type { Entry } from "../../../journal/event.ts";
import type { Held, Owner } from "../../../journal/lock.ts";
import { emptyState, latestRelease, type LaunchState, stateOf, touched } from "../../../journal/state.ts";
import type { Plan } from "../../../plan/schema/schema.ts";
import type { Connections } from "../connect/connect.ts";
import { shutOut } from "../connect/shut-out.ts";
import type { Launch, RunContext } from "../context.ts";
import { type Entrusted, type Finding, openClaimed, type PlanToKeep, type Requested } from "./open-claimed.ts";
import { requireOver } from "./require-over.ts";

export type { Entrusted, PlanToKeep } from "./open-claimed.ts";

export interface Claim {
  readonly owner: Owner;
  /** Of the launch that goes on; empty for a new one. */
  readonly state: LaunchState;
  readonly resumed: boolean;
  /** Keeps the plan's text, opens the checklist (or finds the one of the launch that goes on) and puts the findings on record. */
  open(plan: PlanToKeep, findings: readonly Finding[], entrusted?: Entrusted): Promise<Launch>;
}

/** Who claims what, and what the journal holds. */
interface Claiming {
  readonly context: RunContext;
  readonly plan: Plan;
  readonly requested: Requested;
  readonly connections: Connections;
  readonly entries: readonly Entry[];
}

/**
 * Takes the lock for this launch, or goes on with the one that holds it: the same run, or a run that GitHub says is
 * over. Throws a UserError naming the run that holds it otherwise.
 */
export async function claim(
  context: RunContext,
  plan: Plan,
  { tag, commit, digest }: Requested,
  connections: Connections,
): Promise<Claim> {
  // These and no more go into the lock and on record, whatever the caller knows besides.
  const requested = { tag, commit, digest };
  const entries = await connections.journal.read();
  const claiming = { context, plan, requested, connections, entries };
  const owner = ownerOf(context, requested, freshId(entries, requested.tag, context.run));
  const taken = await connections.lock.take(owner);
  if (!taken.taken) return goOn(claiming, taken, owner);
  const last = latestRelease(entries);
  const before = last === null ? emptyState : stateOf(entries, last);
  if (last !== null && before.ended === null && touched(before))
    return goOnWithoutLock(claiming, owner, { id: last, state: before });
  await shutOut(plan, connections, taken.token, context.log).catch(async (error: unknown) => {
    await connections.lock.release(owner);
    throw error;
  });
  return claimed(claiming, owner, emptyState);
}

/** A launch is under way on record, and nobody had the lock: the same one goes on, and no other. */
async function goOnWithoutLock(
  claiming: Claiming,
  owner: Owner,
  { id, state }: { readonly id: string; readonly state: LaunchState },
): Promise<Claim> {
  const { plan, requested, connections } = claiming;
  if (state.release?.digest !== requested.digest) {
    await connections.lock.release(owner);
    throw new UserError(halfDone(state.release?.tag ?? id, plan, t`its lock is gone`));
  }
  const successor = { ...owner, release: id };
  await succeed(claiming, owner, successor);
  return claimed(claiming, successor, state);
}

async function goOn(claiming: Claiming, found: Held, owner: Owner): Promise<Claim> {
  const { context, plan, requested, entries } = claiming;
  const held = found.owner;
  if (held.runId !== context.run.id) await requireOver(context, plan, found);
  const state = stateOf(entries, held.release);
  const same = held.digest === requested.digest && held.tag === requested.tag && state.ended === null;
  if (!same && state.ended === null && touched(state))
    throw new UserError(halfDone(held.tag, plan, t`see ${held.runUrl}`));
  const successor = same ? { ...owner, release: held.release } : owner;
  await succeed(claiming, held, successor);
  const text = t`run ${context.run.id} (attempt ${context.run.attempt}, ${context.run.actor}) goes on with the \
launch of run ${held.runId}, which is over`;
  context.log.info(
    same ? text : t`the lock of run ${held.runId}, which is over, was taken over; it had changed nothing`,
  );
  return claimed(claiming, successor, same ? state : emptyState);
}

/** The lock becomes the successor's, and whoever had it can do nothing any more. */
async function succeed({ context, plan, connections }: Claiming, before: Owner, successor: Owner): Promise<void> {
  const token = await connections.lock.takeOver(before, successor);
  if (token === null)
    throw new UserError({
      code: "lock-taken-meanwhile",
      what: t`another run took the launch lock at the same moment`,
      where: plan.control.host,
      mend: t`see the workflow's other runs`,
    });
  await shutOut(plan, connections, token, context.log);
}

function claimed(claiming: Claiming, owner: Owner, state: LaunchState): Claim {
  return {
    owner,
    state,
    resumed: state.release !== null,
    open: (plan, findings, entrusted) => openClaimed({ ...claiming, owner, state }, plan, findings, entrusted),
  };
}

/** A run that is run again after its launch ended begins another one. */
function freshId(entries: readonly Entry[], tag: string, run: RunContext["run"]): string {
  const id = releaseId(tag, run.id);
  return stateOf(entries, id).ended === null ? id : `${id}.${run.attempt}`;
}

function ownerOf({ github, run }: RunContext, requested: Requested, release: string): Owner {
  return {
    release,
    ...requested,
    runId: run.id,
    runUrl: runUrl(github, run.id),
    actor: run.actor,
    since: new Date().toISOString(),
  };
}

function halfDone(tag: string, plan: Plan, how: string): Problem {
  return {
    code: "launch-half-done",
    what: t`the launch of ${tag} is half done (${how}); another one would build on it`,
    where: `${plan.control.host}:${plan.control.directory}`,
    mend: t`launch ${tag} again: it goes on where it stopped, or rolls back. Or start the workflow Roll back \
for ${tag}: it goes back, whatever became of the tag`,
  };
}
