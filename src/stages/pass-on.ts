import { approveWord, meansApproval } from "../core/approval.ts";
import { UserError } from "../core/errors.ts";
import { tagProblem } from "../core/release.ts";
import { waitingTag } from "../checklist/render.ts";
import { t } from "../core/text.ts";
import { httpStatus } from "../github/client.ts";
import { checklistLabel } from "../github/issue.ts";
import { answerOnce, issueFacts, saidIn } from "../github/said.ts";
import type { RunContext } from "./launch.ts";

/**
 * Hands a comment on to the workflow that launches, which looks everything up again and decides. Here it is only
 * looked at whether it is a command on a checklist that waits. `workflow`: file name of that workflow. Returns the tag, or null when there is nothing to do.
 */
export async function passOn(
  { github, log }: Pick<RunContext, "github" | "log">,
  id: number,
  workflow: string,
): Promise<string | null> {
  const said = await saidIn(github, id);
  if (said === null || !said.byHand || !meansApproval(said.body)) {
    log.info(t`Comment ${id} is no ${approveWord}: nothing to do`);
    return null;
  }
  const issue = await issueFacts(github, said.issue);
  if (!issue?.byBot || !issue.labels.includes(checklistLabel)) {
    log.info(t`#${said.issue} is no checklist: nothing to do`);
    return null;
  }
  const tag = waitingTag(issue.body);
  if (!issue.open || tag === null || tagProblem(tag) !== null) {
    await answerOnce(
      github,
      said,
      t`🔏 This comment does not approve the launch: ${issue.open ? t`it does not wait for an approval now; the checklist says how it stands` : t`the checklist is closed`}.`,
    );
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
          what: t`this token may not start ${workflow}`,
          where: "permissions",
          mend: t`give the job \`actions: write\``,
        },
        { cause: error },
      );
    if (status === 404 || status === 422)
      throw new UserError(
        {
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
