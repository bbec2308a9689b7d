import { showDuration } from "../../core/text/figures.ts";
import { UserError } from "../../core/errors.ts";
import { t } from "../../core/text/text.ts";
import { wasOpened } from "../../journal/standing.ts";
import { filesSinceBackup } from "../files/files.ts";
import { silentEnoughSeconds, signOfLife } from "../launch/record/require-over.ts";
import { takeByHand } from "./take-by-hand.ts";
import { closeSteps } from "../tell/post-step.ts";
import type { Connections } from "../launch/connect/connect.ts";
import type { Launch } from "../launch/context.ts";
import { type Loss, lossDigest, lossOf, lossOnRecord } from "../rollback/database/loss.ts";
import { lossPage } from "../rollback/database/loss-page.ts";
import { takeBack } from "../rollback/take-back.ts";

export interface Shown {
  readonly page: string;
  /** What a person names to accept this and nothing else. */
  readonly digest: string;
  /** Whether anything is set aside that somebody has to accept. */
  readonly asks: boolean;
}

/** What going back sets aside, for the person who is about to. One that was accepted is not counted anew. */
export async function showLoss(launch: Launch, because: string, accepted: string | null): Promise<Shown> {
  const before = wasOpened(launch.state()) ? lossOnRecord(launch.state()) : null;
  const known = before !== null && lossDigest(launch.state(), before) === accepted ? before : null;
  const loss: Loss = known ?? (await lossOf(launch));
  const asks = loss.kind !== "never-open";
  const page = lossPage(launch, because, loss, await filesSinceBackup(launch));
  return { page, digest: lossDigest(launch.state(), loss), asks };
}

/**
 * The way back by a person's hand. The run that has the lock must have given no sign of life for a while: GitHub, which
 * would know whether it is over, is not asked.
 */
export async function byHandRollback(launch: Launch, reached: Connections, because: string): Promise<void> {
  const { plan, release, run, log } = launch;
  const held = await launch.lock.held();
  if (held !== null && held.silentSeconds !== null && held.silentSeconds < silentEnoughSeconds)
    throw new UserError({
      code: "lock-held",
      what: t`the launch lock is held by ${held.owner.actor} (${held.owner.tag}), and ${signOfLife(held)}`,
      where: plan.control.host,
      mend: t`cancel that run first, or wait: golive goes on ${showDuration(silentEnoughSeconds)} after its last sign of life`,
    });
  const mine = await takeByHand(plan, reached, release.id, { who: run.actor, log });
  try {
    await launch.refresh();
    await closeSteps(launch);
    await takeBack(launch, [run.actor], because);
  } finally {
    // Whoever goes on, at the keyboard or on GitHub, need not wait for this process to grow cold.
    await launch.lock.release(mine);
  }
}
