import { commandsOf, onlyCommand } from "./comment-commands.ts";
import { mayWrite } from "../permission.ts";
import { type Said, whyNoDecision } from "./said.ts";
import { t } from "../text/text.ts";

/** Beginning of the comment that approves a window. */
export const approveWord = "/approve";

/** As GitHub numbers comments, and as the workflow Approve hands one on. */
export function isCommentId(text: string): boolean {
  return /^[1-9][0-9]{0,15}$/.test(text);
}

/** What an approver writes: the word and the first 16 hex digits of the plan's digest. */
export function approvalText(digest: string): string {
  return `${approveWord} ${digest.slice(0, 16)}`;
}

/** What the approval is wanted for: from the journal, the plan at the tag's commit, and GitHub's record of the runs. */
export interface Wanted {
  readonly tag: string;
  /** Of the plan at the commit that the tag points to now. */
  readonly digest: string;
  /** Of the release on record; what the checklist shows. */
  readonly recorded: { readonly tag: string; readonly digest: string; readonly issue: number };
  readonly issueOpen: boolean;
  /** The release waits for an approval: the day before is through, and nothing ended or approved it since. */
  readonly waiting: boolean;
  readonly approvers: readonly string[];
  /** Who started the runs that opened this release. */
  readonly starters: readonly string[];
  /** When the run that opened it (last) started, ISO 8601. */
  readonly openedAt: string;
  /** When the day before was through, ISO 8601; null when it is not. */
  readonly waitsSince: string | null;
  /** Comments that approved something already. */
  readonly used: readonly number[];
}

/** Why a comment does not approve the window, in words for its author; null when it does. */
export function whyRefused(said: Said, wanted: Wanted): string | null {
  const { recorded } = wanted;
  const is = (login: string) => login.toLowerCase() === said.author.toLowerCase();
  if (said.issue !== recorded.issue) return t`it is not on the checklist of the launch that was opened last`;
  if (!wanted.issueOpen) return t`the checklist is closed; reopen it, or start the launch again`;
  if (!said.byHand) return t`it was posted by a bot or an app; an approver has to write it by hand`;
  if (!wanted.approvers.some(is))
    return t`its author is not among the approvers of the plan (approval.comment.approvers)`;
  if (wanted.starters.some(is)) return t`its author started this launch; somebody else has to approve it`;
  if (!mayWrite(said.permission)) return t`its author may not write to this repository`;
  const edited = whyNoDecision(said);
  if (edited !== null) return edited;
  if (wanted.used.includes(said.id)) return t`it was used already; each approval counts once`;
  if (recorded.tag !== wanted.tag) return t`the launch that was opened last is of another tag`;
  if (recorded.digest !== wanted.digest)
    return t`the tag or the plan has changed since this launch was opened; start a new launch, so that an approver sees what has changed`;
  const unlike = whyAnotherText(said.body, wanted.digest);
  if (unlike !== null) return unlike;
  if (!(Date.parse(said.createdAt) >= Date.parse(wanted.openedAt)))
    return t`it is older than the run that opened this launch`;
  // It was refused when it was written, and does not come to count by itself.
  if (wanted.waitsSince !== null && secondOf(said.createdAt) < secondOf(wanted.waitsSince))
    return t`the day before was not through when it was written; write it again`;
  if (!wanted.waiting) return t`this launch does not wait for an approval now; the checklist says how it stands`;
  return null;
}

/** GitHub counts whole seconds. */
function secondOf(time: string): number {
  return Math.floor(Date.parse(time) / 1000);
}

/** A quotation above it is no harm; other words could take it back. */
function whyAnotherText(body: string, digest: string): string | null {
  const text = approvalText(digest);
  const command = onlyCommand(commandsOf(body));
  if (command?.kind !== "approve" || !/^[0-9a-f]{16}$/.test(command.digest))
    return t`it has to be exactly \`${text}\`, on a line of its own, with nothing else in the comment but quotations`;
  return text === approvalText(command.digest) ? null : t`it names another plan digest than this launch has`;
}
