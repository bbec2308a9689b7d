import { openOff } from "../../journal/steps/steps.ts";
import { UserError } from "../../core/errors.ts";
import { showDuration } from "../../core/text/figures.ts";
import { t } from "../../core/text/text.ts";
import { reviewsOf, runUrl } from "../../github/runs.ts";
import type { Owner } from "../../journal/lock.ts";
import { filesSinceBackup } from "../files/files.ts";
import { wasOpened } from "../../journal/standing.ts";
import type { LaunchState } from "../../journal/state.ts";
import { requireOver } from "../launch/record/require-over.ts";
import type { Evidence } from "../launch/evidence.ts";
import type { Connections } from "../launch/connect/connect.ts";
import { shutOut } from "../launch/connect/shut-out.ts";
import type { Launch, RunContext } from "../launch/context.ts";
import { type Loss, lossOf } from "./database/loss.ts";
import { lossPage, lossText } from "./database/loss-page.ts";
import { openedLaunch } from "../launch/record/opened-launch.ts";
import { sayOnce } from "../tell/say.ts";
import { takeBack } from "./take-back.ts";
import { approvalNow } from "../approval/who-approves.ts";

/** Without a watch in the plan. */
const freelySeconds = 3600;

export interface Look {
  readonly commit: string;
  readonly digest: string;
  readonly environment: string;
  /** The reason given, or that none was needed. */
  readonly because: string;
  readonly loss: Loss;
  /** Markdown for the page that is approved, the job summary and the checklist. */
  readonly page: string;
}

/** What taking the release back would set aside, table by table, before anyone approves it. Changes nothing but the record. */
export async function lookBack(context: RunContext, tag: string, reason: string): Promise<Look> {
  const { launch, close } = await openedLaunch(context, tag);
  try {
    const because = reasonFor(launch, context, reason);
    const { release } = launch;
    const loss = await lossOf(launch);
    const page = lossPage(launch, because, loss, await filesSinceBackup(launch));
    await sayOnce(launch, `loss-${context.run.id}-${context.run.attempt}`, page);
    context.log.info(lossText(loss));
    const { environment } = await approvalNow(context, launch);
    return { commit: release.commit, digest: release.digest, environment, because, loss, page };
  } finally {
    await close();
  }
}

/** Takes a release back after people approved it: the page goes up, newer rows are set aside, the old release serves. */
export async function recall(
  context: RunContext,
  tag: string,
  reason: string,
  digest: string,
): Promise<{ readonly launch: Launch; readonly evidence: Evidence }> {
  const { launch, reached, close } = await openedLaunch(context, tag);
  try {
    if (launch.release.digest !== digest)
      throw new UserError({
        code: "rollback-other-launch",
        what: t`the launch is not the one that was looked at (its digest differs)`,
        mend: t`start the rollback again, so that a reviewer sees what it would set aside`,
      });
    const because = reasonFor(launch, context, reason);
    const by = await requireApproval(context, launch);
    await takeLock(context, launch, reached);
    await launch.refresh();
    return { launch, evidence: await takeBack(launch, by, because) };
  } finally {
    await close();
  }
}

/** A release may be called back without a reason as long as the plan watches it closely; after that one is needed. */
export function reasonFor(
  { plan, state }: Pick<Launch, "plan" | "state">,
  { run }: Pick<RunContext, "run">,
  reason: string,
): string {
  if (reason.trim() !== "") return reason;
  const now = state();
  // What goes on was given its reason when it began.
  if (now.recalled !== null && now.ended === null) return now.recalled.because;
  if (!wasOpened(now)) return t`${run.actor} finishes the way back`;
  const freely = plan.watch?.for ?? freelySeconds;
  const since = (Date.now() - openedAt(now)) / 1000;
  if (since <= freely)
    return t`${run.actor} calls it back, ${showDuration(Math.max(0, Math.round(since)))} after the opening`;
  throw new UserError({
    code: "rollback-without-reason",
    what: t`the site has been open for ${showDuration(since)}, and no reason is given; without one a release is \
called back within ${showDuration(freely)}`,
    where: t`input because`,
    mend: t`say why, for those who approve it and for the record`,
  });
}

/** When visitors came back, in milliseconds; not a number when nobody knows. */
function openedAt({ ended, steps }: LaunchState): number {
  const known =
    ended?.outcome === "live" || ended?.byHand !== undefined ? ended.at : openOff.state({ steps })?.startedAt;
  return Date.parse(known ?? "");
}

async function requireApproval(context: RunContext, launch: Launch): Promise<string[]> {
  const { github, run } = context;
  const { environment, free } = await approvalNow(context, launch);
  // Whoever started it may approve it as well: going back waits for nobody who sleeps. The record names them.
  const reviews = await reviewsOf(github, run.id, environment);
  const by = reviews.filter(({ state }) => state === "approved").map(({ login }) => login);
  if (by.length === 0 && !free) {
    throw new UserError({
      code: "rollback-not-approved",
      what: t`nobody approved ${environment} in this run`,
      mend: t`the job of this step has to name that environment, and a reviewer has to approve it`,
    });
  }
  return by;
}

async function takeLock(context: RunContext, { lock, release, plan }: Launch, reached: Connections): Promise<void> {
  const { github, run, log } = context;
  const { id, tag, commit, digest } = release;
  const owner: Owner = {
    release: id,
    tag,
    commit,
    digest,
    runId: run.id,
    runUrl: runUrl(github, run.id),
    actor: run.actor,
    since: new Date().toISOString(),
  };
  const taken = await lock.take(owner);
  if (taken.taken) return shutOut(plan, reached, taken.token, log);
  const held = taken.owner;
  if (held.runId !== run.id) await requireOver(context, plan, taken);
  const token = held.release === id || held.runId === run.id ? await lock.takeOver(held, owner) : null;
  if (token === null)
    throw new UserError({
      code: "lock-of-other-launch",
      what: t`the launch lock is held by run ${held.runId} for ${held.tag}`,
      where: plan.control.host,
      mend: t`finish that launch first: ${held.runUrl}`,
    });
  await shutOut(plan, reached, token, log);
}
