import { mayWrite } from "./permission.ts";
import { t } from "./text.ts";

/** Beginning of the comment that approves a window. */
export const approveWord = "/approve";

/** What an approver writes: the word and the first 16 hex digits of the plan's digest. */
export function approvalText(digest: string): string {
  return `${approveWord} ${digest.slice(0, 16)}`;
}

/** Whether a comment is meant as an approval at all, rightly written or not. */
export function meansApproval(body: string): boolean {
  return new RegExp(`^\\s*${approveWord}(\\s|$)`).test(body);
}

/** A comment as GitHub has it now. Times are ISO 8601; `permission` is its author's in the repository. */
export interface Said {
  readonly id: number;
  readonly issue: number;
  readonly author: string;
  /** Written by a person, neither by a bot nor by an app in a person's name. */
  readonly byHand: boolean;
  readonly body: string;
  readonly createdAt: string;
  readonly updatedAt: string;
  readonly permission: string;
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
  if (said.createdAt !== said.updatedAt) return t`it was edited after it was posted; write a new one`;
  if (wanted.used.includes(said.id)) return t`it was used already; each approval counts once`;
  if (recorded.tag !== wanted.tag) return t`the launch that was opened last is of another tag`;
  if (recorded.digest !== wanted.digest)
    return t`the tag or the plan has changed since this launch was opened; start a new launch, so that an approver sees what has changed`;
  const text = approvalText(wanted.digest);
  if (said.body.trim() !== text)
    return /^\/approve [0-9a-f]{16}$/.test(said.body.trim())
      ? t`it names another plan digest than this launch has`
      : t`it has to be exactly \`${text}\`, alone in the comment`;
  if (!(Date.parse(said.createdAt) >= Date.parse(wanted.openedAt)))
    return t`it is older than the run that opened this launch`;
  if (!wanted.waiting) return t`this launch does not wait for an approval now; the checklist says how it stands`;
  return null;
}
