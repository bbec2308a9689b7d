import { howToApprove } from "../../checklist/approve-text.ts";
import { plain } from "../../checklist/markdown.ts";
import { approvalText, isCommentId } from "../../core/comments/approval.ts";
import { errorLine, UserError } from "../../core/errors.ts";
import { pollUntil } from "../../core/poll-until.ts";
import type { Release } from "../../core/release.ts";
import type { Said } from "../../core/comments/said.ts";
import { t } from "../../core/text/text.ts";
import { comment } from "../../github/issue.ts";
import { runState } from "../../github/runs.ts";
import { answerOnce, saidIn } from "../../github/said.ts";
import type { Entry, Event } from "../../journal/event.ts";
import { latestRelease, stateOf, touched } from "../../journal/state.ts";
import type { Plan } from "../../plan/schema/schema.ts";
import type { Launch, RunContext } from "../launch/context.ts";
import { whyNot, whyNotShown, whyNotYet } from "./why-not.ts";

type Approved = Extract<Event, { kind: "approved" }>;

/** Whether the window still waits for a comment that approves it. A launch under way waits for nobody. */
export function awaitsComment({ plan, run, state }: Pick<Launch, "plan" | "run" | "state">): boolean {
  return (
    plan.approval.comment !== undefined && !touched(state()) && !state().comments.some((one) => one.run === run.id)
  );
}

/** What is to be approved, and the journal. `patience`: seconds. */
export interface ApprovalSought {
  readonly now: Pick<Release, "tag" | "digest">;
  readonly entries: readonly Entry[];
  readonly patience?: number;
}

/**
 * The approval that a comment gives, looked up afresh: nothing of the event that started this run is believed.
 * Null when this run was approved by it before and the launch is under way. A comment that does not approve is
 * answered once, and a UserError says why. `patience` in seconds for the end of the run that opened the launch.
 */
export async function approvalBy(
  context: RunContext,
  plan: Plan,
  id: string,
  { now, entries, patience = 60 }: ApprovalSought,
): Promise<Approved | null> {
  const where = t`input approval`;
  if (plan.approval.comment === undefined)
    throw new UserError({
      code: "approval-not-by-comment",
      what: t`the plan takes no approval by a comment`,
      where,
      mend: t`leave it empty, or name approvers in approval.comment`,
    });
  if (!isCommentId(id))
    throw new UserError({
      code: "approval-not-an-id",
      what: t`is not the id of a comment`,
      where,
      mend: t`leave it empty; the workflow Approve fills it in`,
    });
  const last = latestRelease(entries);
  const state = last === null ? null : stateOf(entries, last);
  const release = state?.release;
  if (!state || !release)
    throw new UserError({
      code: "approval-without-launch",
      what: t`no launch was opened yet`,
      where: plan.control.host,
      mend: t`start the launch first; its checklist says what to write`,
    });
  const own = state.comments.find((one) => one.id === Number(id) && one.run === context.run.id);
  if (own && touched(state) && state.ended === null) return null;
  const opening = own?.opening ?? release.runId;
  const waiting = state.ended === null && (state.waiting || own !== undefined);
  if (waiting) await untilOver(context, opening, patience);
  const said = await saidIn(context.github, Number(id));
  if (said === null)
    throw new UserError({
      code: "approval-comment-gone",
      what: t`there is no comment ${id}`,
      where,
      mend: t`it was deleted; write a new one`,
    });
  const used = usedComments(entries).filter((one) => !own || one !== own.id);
  const why =
    (await whyNot(context, said, { plan, release, now, state, entries, opening, waiting, used })) ??
    (await whyNotShown(context, release)) ??
    (await whyNotYet(context, said, { plan, opening, state }));
  if (why !== null) await refuse(context, said, why);
  return { kind: "approved", by: [said.author], comment: { id: said.id, at: said.createdAt, opening } };
}

/** Just before anything is touched: the comment that approved this run is still there, as it was. */
export async function requireStillApproved(launch: Launch): Promise<void> {
  const { plan, release, run, github } = launch;
  const state = launch.state();
  const given = state.comments.findLast((one) => one.run === run.id);
  const mend = t`an approver writes ${approvalText(release.digest)} on checklist #${release.issue}; that starts the window`;
  if (!given)
    throw new UserError({
      code: "approval-missing",
      what: t`nobody approved this run by a comment`,
      where: "approval.comment",
      mend,
    });
  const said = await saidIn(github, given.id);
  if (said === null)
    throw new UserError({
      code: "approval-comment-deleted",
      what: t`the comment of ${given.by} that approved this run was deleted`,
      where: "approval.comment",
      mend,
    });
  const entries = await launch.journal.read();
  const used = usedComments(entries.filter((entry) => entry.run.id !== run.id));
  const why = await whyNot(launch, said, {
    plan,
    release,
    now: release,
    state,
    entries,
    opening: given.opening,
    waiting: true,
    used,
  });
  if (why !== null) await refuse(launch, said, why);
}

/** The day before is through: from now on a comment can approve the window, and the approvers are told so. */
export async function awaitComment(launch: Launch): Promise<void> {
  if (launch.state().waiting) return;
  const { plan, release, messages, github, log } = launch;
  const approvers = plan.approval.comment?.approvers ?? [];
  await launch.record({ kind: "waiting" });
  // The page first: it is what a comment is held to.
  await launch.view.flush();
  const called = approvers.map((login) => `@${login}`).join(" ");
  const what = `**${plain(plan.service)} ${plain(release.tag)}** ${messages.waits}`;
  const text = `🔏 ${called}: ${what} ${howToApprove(launch)}`;
  await comment(github, release.issue, text).catch((error: unknown) =>
    log.warn(t`The approvers could not be told: ${errorLine(error)}. The checklist says what to write.`),
  );
}

async function refuse({ github, log }: Pick<RunContext, "github" | "log">, said: Said, why: string): Promise<never> {
  await answerOnce(github, said, t`🔏 This comment does not approve the launch: ${why}.`).catch((error: unknown) =>
    log.warn(t`The comment could not be answered: ${errorLine(error)}`),
  );
  throw new UserError({
    code: "approval-refused",
    what: t`comment ${said.id} of ${said.author} does not approve the launch: ${why}`,
    where: "approval.comment",
    mend: t`the checklist says what to write, and who may`,
  });
}

/** The launch can only be taken on once its run has ended, and that run writes the page people answer. */
async function untilOver({ github, signal }: RunContext, run: number, patience: number): Promise<void> {
  const look = async () => ((await runState(github, run)) === "in progress" ? null : true);
  await pollUntil(look, { every: 3, limit: patience, signal }).catch((error: unknown) => {
    if (!signal.aborted) throw error;
  });
}

function usedComments(entries: readonly Entry[]): number[] {
  return entries.flatMap((entry) => (entry.kind === "approved" && entry.comment ? [entry.comment.id] : []));
}
