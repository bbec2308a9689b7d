import { plain } from "../../checklist/markdown.ts";
import { errorLine } from "../../core/errors.ts";
import { t } from "../../core/text/text.ts";
import { comment, openIssue, rewriteComment, updateIssue } from "../../github/issue.ts";
import type { Launch } from "../launch/context.ts";

/** Where people are told of the incident that is open: its own issue, and the comment on the checklist that leads there. */
export interface Told {
  readonly issue: number;
  readonly comment: number | null;
}

const label = "golive-incident";

/** Opens the issue of an incident, or tells in it what changed. Null when it could not be opened; it is tried again. */
export async function tellIncident(
  { github, release, plan, messages, log }: Launch,
  told: Told | null,
  what: readonly string[],
): Promise<Told | null> {
  const text = messages.watch.opened(
    plain(release.tag),
    what.map((one) => plain(one)),
  );
  const body = `${text}\n\n${messages.watch.seeChecklist(release.issue)}`;
  try {
    if (told !== null) {
      await updateIssue(github, told.issue, { body });
      await comment(github, told.issue, text);
      return told;
    }
    const issue = await openIssue(github, messages.watch.incidentTitle(plan.service, release.tag), body, label);
    const note = await comment(github, release.issue, `${text}\n\n→ #${issue}`).catch(() => null);
    return { issue, comment: note };
  } catch (error) {
    log.warn(t`The incident could not be told on GitHub: ${errorLine(error)}. It is tried again.`);
    return told;
  }
}

/** Ends the issue with what became of it: ten good minutes, or the release was taken back. */
export async function closeIncident(
  { github, log }: Pick<Launch, "github" | "log">,
  told: Told | null,
  text: string,
): Promise<void> {
  if (told === null) return;
  try {
    await comment(github, told.issue, text);
    await updateIssue(github, told.issue, { state: "closed", state_reason: "completed" });
    if (told.comment !== null) await rewriteComment(github, told.comment, `${text}\n\n→ #${told.issue}`);
  } catch (error) {
    log.warn(t`The issue of the incident could not be closed: ${errorLine(error)}`);
  }
}
