import { type Problem, UserError } from "../../core/errors.ts";
import { t } from "../../core/text/text.ts";
import { type GitHub, openGitHub } from "../../github/client.ts";
import { findLaunch } from "../../stages/launch/record/find-launch.ts";
import { lastLaunch } from "../../stages/launch/record/opened-launch.ts";
import { catchUp, closeRolledBack } from "../../stages/tell/say.ts";
import { atKeyboard, toPerson } from "../at-keyboard.ts";
import type { Given, Out, Output } from "../options.ts";

/** `golive checklist`: tells GitHub what was done while it was gone. Changes nothing but the checklist. */
export async function checklistByHand(given: Given, { out }: Output): Promise<void> {
  const { context } = await atKeyboard(given, out);
  const { state } = await findLaunch(context, "last");
  const github = githubOf(given.values.repository ?? state.plan?.repository ?? "", out);
  const { launch, close } = await lastLaunch({ ...context, github }, "last");
  try {
    await catchUp(launch);
    await closeRolledBack(launch);
    const owed = launch.state().owed.size;
    if (owed > 0)
      throw new UserError({
        code: "still-owed",
        what: t`${owed} {0:comment|comments|comments} could not be written yet`,
        mend: t`try again once GitHub answers`,
      });
    out(t`The checklist #${launch.release.issue} is up to date.\n`);
  } finally {
    await close();
  }
}

/** `repository`: OWNER/NAME of github.com, or the whole address of one elsewhere. */
function githubOf(repository: string, out: Out): GitHub {
  const token = process.env.GITHUB_TOKEN ?? process.env.GH_TOKEN ?? "";
  const found = /^(?:(https?:\/\/[^/]+)\/)?([\w.-]+\/[\w.-]+)$/.exec(repository);
  if (token === "" || found === null) throw new UserError(unknown(token, found));
  const [, server = process.env.GITHUB_SERVER_URL ?? "https://github.com", name = ""] = found;
  const usual = server === "https://github.com" ? "https://api.github.com" : `${server}/api/v3`;
  const apiUrl = process.env.GITHUB_API_URL ?? usual;
  return openGitHub({ token, repository: name, apiUrl, serverUrl: server }, toPerson(out));
}

function unknown(token: string, found: RegExpExecArray | null): Problem[] {
  const problems: Problem[] = [];
  if (token === "")
    problems.push({
      code: "no-token",
      what: t`there is no token for GitHub`,
      where: "GITHUB_TOKEN",
      mend: t`set it to one that may write issues of the repository`,
    });
  if (found === null)
    problems.push({
      code: "no-repository",
      what: t`it is not known which repository has the checklist`,
      where: "--repository",
      mend: t`name it: golive checklist --repository OWNER/NAME`,
    });
  return problems;
}
