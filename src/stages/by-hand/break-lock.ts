import { UserError } from "../../core/errors.ts";
import { showDuration } from "../../core/text/figures.ts";
import { t } from "../../core/text/text.ts";
import type { Held } from "../../journal/lock.ts";
import { stateOf, touched } from "../../journal/state.ts";
import type { Plan } from "../../plan/schema/schema.ts";
import { signOfLife, silentEnoughSeconds } from "../launch/record/require-over.ts";
import type { Connections } from "../launch/connect/connect.ts";
import { type ByHand, holder, takeByHand } from "./take-by-hand.ts";

/**
 * A named person breaks the lock of a run that does nothing any more: its commands are refused from here on. A launch
 * that changed nothing ends with it; one that is half done stays so, for the next launch of the same tag. Throws a
 * UserError when there is no lock, or its run gave a sign of life.
 */
export async function breakLock(plan: Plan, reached: Connections, person: ByHand): Promise<string> {
  const { owner } = await requireSilent(plan, reached);
  const mine = await takeByHand(plan, reached, owner.release, person);
  const state = stateOf(await reached.journal.read(), owner.release);
  const open = state.release !== null && state.ended === null;
  const halfDone = open && touched(state);
  const stamp = { at: new Date().toISOString(), release: owner.release, run: { id: 0, attempt: 0 } };
  const text = t`${person.who} broke the lock of run ${owner.runId}: ${person.because}`;
  const ended = { ...stamp, kind: "ended" as const, outcome: "failed" as const, because: text };
  await reached.journal.append([{ ...stamp, kind: "note", text }, ...(open && !halfDone ? [ended] : [])]);
  await reached.lock.release(mine);
  return halfDone
    ? t`The lock is free. The launch of ${owner.tag} is half done: launch ${owner.tag} again, and it goes on or rolls back.`
    : t`The lock is free. That launch had changed nothing.`;
}

async function requireSilent(plan: Plan, { lock }: Connections): Promise<Held> {
  const held = await lock.held();
  const where = plan.control.host;
  if (held === null)
    throw new UserError({
      code: "lock-free",
      what: t`nobody holds the launch lock`,
      where,
      mend: t`nothing has to be broken; \`golive status\` says how the site stands`,
    });
  const { owner, silentSeconds } = held;
  if (silentSeconds !== null && silentSeconds < silentEnoughSeconds) {
    const patience = showDuration(silentEnoughSeconds);
    throw new UserError({
      code: "lock-held",
      what: t`${holder(owner)} holds the lock, and ${signOfLife(held)}`,
      where,
      mend: t`cancel that run first; its lock can be broken ${patience} after its last sign of life`,
    });
  }
  return held;
}
