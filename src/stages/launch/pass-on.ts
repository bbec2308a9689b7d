import { approveWord } from "../../core/comments/approval.ts";
import { type CommentCommand, commandsOf, subjectOf } from "../../core/comments/comment-commands.ts";
import { UserError } from "../../core/errors.ts";
import { mayWrite } from "../../core/permission.ts";
import { tagProblem } from "../../core/release.ts";
import { type Said, whyNoDecision } from "../../core/comments/said.ts";
import { waitingTag } from "../../checklist/render.ts";
import { t } from "../../core/text/text.ts";
import { httpStatus } from "../../github/client.ts";
import { checklistLabel } from "../../github/issue.ts";
import { answerOnce, type IssueFacts, issueFacts, saidIn } from "../../github/said.ts";
import type { RunContext } from "./context.ts";

/**
 * Hands a comment on to the workflow that launches, which looks everything up again and decides. Here it is only
 * looked at whether it is a command on a checklist that waits. `workflow`: file name of that workflow. Returns the
 * tag, or null when there is nothing to do.
 */
export async function passOn(
  { github, log }: Pick<RunContext, "github" | "log">,
  id: number,
  workflow: string,
): Promise<string | null> {
  const said = await saidIn(github, id);
  const meant = said === null ? [] : commandsOf(said.body).commands.filter((one) => subjectOf(one) === "approval");
  if (said === null || !said.byHand || meant.length === 0) {
    log.info(t`Comment ${id} is no ${approveWord}: nothing to do`);
    return null;
  }
  const issue = await issueFacts(github, said.issue);
  if (!issue?.byBot || !issue.labels.includes(checklistLabel)) {
    log.info(t`#${said.issue} is no checklist: nothing to do`);
    return null;
  }
  const tag = waitingTag(issue.body);
  const why = whyNotPassedOn(said, meant, issue, tag);
  if (tag === null || why !== null) {
    log.info(t`Comment ${id} approves nothing: ${why ?? ""}`);
    await answerOnce(github, said, t`🔏 This comment does not approve the launch: ${why ?? ""}.`);
    return null;
  }
  const { octokit, owner, repo } = github;
  const ref = (await octokit.rest.repos.get({ owner, repo })).data.default_branch;
  try {
    await octokit.rest.actions.createWorkflowDispatch({
      owner,
      repo,
      workflow_id: workflow,
      ref,
      inputs: { tag, approval: String(id) },
    });
  } catch (error) {
    const status = httpStatus(error);
    if (status === 403)
      throw new UserError(
        {
          code: "workflow-not-allowed",
          what: t`this token may not start ${workflow}`,
          where: "permissions",
          mend: t`give the job \`actions: write\``,
        },
        { cause: error },
      );
    if (status === 404 || status === 422)
      throw new UserError(
        {
          code: "workflow-not-startable",
          what: t`${workflow} cannot be started on ${ref}`,
          where: t`input workflow`,
          mend: t`name the file in .github/workflows that launches; it needs workflow_dispatch with the inputs tag and approval`,
        },
        { cause: error },
      );
    throw error;
  }
  log.info(t`${workflow} is started for ${tag}; it decides whether comment ${id} approves it`);
  return tag;
}

/** What can be said without the plan. The run that is started decides; this spares it what is plainly none. */
function whyNotPassedOn(
  said: Said,
  meant: readonly CommentCommand[],
  issue: IssueFacts,
  tag: string | null,
): string | null {
  if (!mayWrite(said.permission)) return t`its author may not write to this repository`;
  if (!issue.open) return t`the checklist is closed`;
  if (tag === null || tagProblem(tag) !== null)
    return t`it does not wait for an approval now; the checklist says how it stands`;
  if (!meant.some(({ kind }) => kind === "approve"))
    return t`it begins like \`${approveWord}\`, and is not; write a new comment with what the checklist shows, without quotation marks`;
  return whyNoDecision(said);
}
