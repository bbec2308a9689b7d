import { isOf } from "../../core/phases.ts";
import { plain } from "../../checklist/markdown.ts";
import { stateLine } from "../../checklist/standing-text.ts";
import { t } from "../../core/text/text.ts";
import { reviewsOf, runUrl } from "../../github/runs.ts";
import type { Entry } from "../../journal/event.ts";
import { closeSteps } from "./post-step.ts";
import type { Launch, RunContext } from "../launch/context.ts";
import { lastLaunch, wantedOf } from "../launch/record/opened-launch.ts";
import { catchUp, keepOpen, sayOnce } from "./say.ts";
import { tellLost } from "./stuck.ts";
import { approvalNow } from "../approval/who-approves.ts";

/**
 * The last word of a run that was to take a release back and did not: that nobody approved it and nothing was changed,
 * or how far it came. Nothing when it came to its end, or another run goes on with it.
 */
export async function finalizeRecall(context: RunContext, tag: string): Promise<void> {
  const { launch, reached, close } = await lastLaunch(context, wantedOf(tag));
  try {
    if (launch.state().ended?.outcome === "rolled-back") return await catchUp(launch);
    const entries = await launch.journal.read();
    if (!entries.some((entry) => beganIt(entry, launch, context))) return await sayNotBegun(context, launch);
    const held = await launch.lock.held();
    if (held?.owner.runId !== context.run.id) return;
    reached.bind(held.token);
    if (!(await launch.shutOutOwn())) return;
    await closeSteps(launch);
    await tellLost(launch);
    await keepOpen(launch);
    await catchUp(launch);
  } finally {
    await close();
  }
}

/** Whether an attempt of a run began to go back. The run that launched may be the same one: the watch calls it. */
export function beganIt(entry: Entry, { release }: Pick<Launch, "release">, { run }: Pick<RunContext, "run">): boolean {
  const ours = entry.release === release.id && entry.run.id === run.id && entry.run.attempt === run.attempt;
  return ours && (entry.kind === "recalled" || (entry.kind === "step" && isOf(entry.step, "rollback")));
}

/** An approval that was refused, or that nobody gave in time. */
async function sayNotBegun(context: RunContext, launch: Launch): Promise<void> {
  const { github, run } = context;
  const { environment } = await approvalNow(context, launch);
  const reviews = await reviewsOf(github, run.id, environment).catch(() => []);
  const refused = reviews.filter(({ state }) => state === "rejected").map(({ login }) => plain(login));
  const why =
    refused.length > 0 ? t`${refused.join(", ")} refused it` : t`nobody approved it, or the run ended before it began`;
  const tag = plain(launch.release.tag);
  const not = t`↩️ **${tag} was not taken back by [run ${run.id}](${runUrl(github, run.id)}): ${why}.**`;
  const text = `${not} ${t`Nothing was changed. How it stands: ${stateLine(launch.state(), launch.messages)}.`}`;
  await sayOnce(launch, `not-begun-${run.id}-${run.attempt}`, text);
}
