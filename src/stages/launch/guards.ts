import { UserError } from "../../core/errors.ts";
import type { Release } from "../../core/release.ts";
import { t } from "../../core/text/text.ts";
import type { Outcome } from "../../journal/event.ts";
import type { Owner } from "../../journal/lock.ts";
import { rollbackStop } from "../../journal/steps/steps.ts";
import type { Launch, RunContext } from "./context.ts";

/** Before anything is changed: the lock has to be this run's. */
export async function requireLock({ lock, plan, run, release }: Launch): Promise<void> {
  const owner = (await lock.held())?.owner;
  if (owner && isOurs(owner, { run }, release)) return;
  throw new UserError({
    code: "lock-not-ours",
    what: owner
      ? t`the launch lock is held by run ${owner.runId} (${owner.actor}, ${owner.tag}), not by this run`
      : t`this run no longer holds the launch lock`,
    where: plan.control.host,
    mend: owner ? t`see ${owner.runUrl}` : t`this launch has ended; start the workflow again`,
  });
}

export function isOurs(owner: Owner, { run }: Pick<RunContext, "run">, release: Pick<Release, "id">): boolean {
  return owner.runId === run.id && owner.release === release.id;
}

/** A stage on the way forward: not once the way back has begun. */
export async function requireForward(launch: Launch): Promise<void> {
  await requireLock(launch);
  const { ended } = launch.state();
  if (ended)
    throw new UserError({
      code: "launch-ended",
      what: t`this launch has ended (${ended.outcome}: ${ended.because})`,
      mend: t`start the workflow again`,
    });
  if (launch.state().recalled !== null || rollbackStop.begun(launch.state()))
    throw new UserError({
      code: "rollback-begun",
      what: t`a rollback of this launch has begun and has to be finished first`,
      mend: t`the rollback goes on by itself in this job`,
    });
}

/** Ends the launch on record and gives the lock back. */
export async function endLaunch(launch: Launch, outcome: Outcome, because: string): Promise<void> {
  await launch.record({ kind: "ended", outcome, because });
  const owner = (await launch.lock.held())?.owner;
  if (owner?.runId === launch.run.id) await launch.lock.release(owner);
}
