import { DateTime } from "luxon";
import { whyRefused } from "../../core/comments/approval.ts";
import type { Said } from "../../core/comments/said.ts";
import type { Release } from "../../core/release.ts";
import { moment, showDuration } from "../../core/text/figures.ts";
import { t } from "../../core/text/text.ts";
import { approveFrom, gateAt } from "../../core/window/gate.ts";
import { windowFor } from "../../core/window/window.ts";
import { runState, startOf } from "../../github/runs.ts";
import { editorOf, issueFacts } from "../../github/said.ts";
import type { Entry } from "../../journal/event.ts";
import { type LaunchState, touched } from "../../journal/state.ts";
import type { Plan } from "../../plan/schema/schema.ts";
import type { RunContext } from "../launch/context.ts";
import { forecastOf } from "../launch/forecast.ts";

/** What a comment has to fit, as far as the run that reads it knows. */
export interface Sought {
  readonly plan: Plan;
  readonly release: Release;
  /** Of the plan at the commit of the tag, as they are now. */
  readonly now: Pick<Release, "tag" | "digest">;
  readonly state: LaunchState;
  readonly entries: readonly Entry[];
  /** The run that opened the release. */
  readonly opening: number;
  readonly waiting: boolean;
  readonly used: readonly number[];
}

/** Why this comment does not approve; null when it does. */
export async function whyNot(
  { github }: Pick<RunContext, "github">,
  said: Said,
  { plan, release, now, state, entries, opening, waiting, used }: Sought,
): Promise<string | null> {
  const [issue, start] = await Promise.all([issueFacts(github, release.issue), startOf(github, opening)]);
  if (start === null) return t`the run that opened this launch is gone from GitHub; start the launch again`;
  const opened = entries.flatMap((entry) =>
    entry.kind === "opened" && entry.release === release.id ? [entry.opened.actor] : [],
  );
  return whyRefused(said, {
    ...now,
    recorded: release,
    issueOpen: issue?.open === true,
    waiting: waiting && state.ended === null,
    approvers: plan.approval.comment?.approvers ?? [],
    starters: [...opened, ...start.by],
    openedAt: start.at,
    waitsSince: entries.findLast((entry) => entry.kind === "waiting" && entry.release === release.id)?.at ?? null,
    used,
  });
}

/** An approver goes by the checklist, which whoever may write to the repository can edit. */
export async function whyNotShown({ github }: RunContext, { issue }: Release): Promise<string | null> {
  const facts = await issueFacts(github, issue);
  const editor = facts === null ? null : await editorOf(github, facts);
  return editor === null
    ? null
    : t`${editor} edited the checklist after golive wrote it, so nobody can tell what was approved; start the \
launch again, and look at it anew`;
}

/** An approval that comes too early would be used up by a run that cannot begin. */
export async function whyNotYet(
  { github }: RunContext,
  { createdAt }: Pick<Said, "createdAt">,
  { plan, opening, state }: Pick<Sought, "plan" | "opening" | "state">,
): Promise<string | null> {
  if ((await runState(github, opening)) === "in progress")
    return t`the run that opened this launch is not over yet; write it again once it is`;
  if (state.overridden !== null || touched(state)) return null;
  const clock = (time: DateTime) => moment(time.setZone(plan.timezone));
  const settings = { tolerance: plan.window.tolerance, waitAtMost: plan.window.waitAtMost };
  const window = windowFor(plan.window, plan.timezone, state.plan?.date ?? "", DateTime.now());
  const gate = gateAt(window, DateTime.now(), settings, forecastOf(state));
  if (gate.kind === "over") return t`its window is over since ${clock(gate.ended)}; start the launch again`;
  if (gate.kind === "early") return t`it is too early; write it again from ${clock(gate.approveFrom)} on`;
  if (gate.kind === "short")
    return t`${showDuration(gate.left)} of the window are left, and the launch and a rollback may \
need ${showDuration(gate.needed)}; write it again for the next window`;
  // One that was refused then, or was for another night, is not kept for this one.
  if (DateTime.fromISO(createdAt) < approveFrom(window, settings))
    return t`it was written before the time for this window; write it again`;
  return null;
}
