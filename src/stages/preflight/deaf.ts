import { errorLine, type Problem, UserError } from "../../core/errors.ts";
import { t } from "../../core/text/text.ts";
import { editsReadable, unreadable } from "../../github/edits.ts";
import type { GitHub } from "../../github/client.ts";
import { phasesWithPeople } from "../../plan/people/lines.ts";
import type { Plan } from "../../plan/schema/schema.ts";
import type { Launch } from "../launch/context.ts";

/** Whether anything of a launch is decided by what people write on its checklist. */
function hears(plan: Plan): boolean {
  const { approval, verify, window } = plan;
  const asked = verify.ask !== undefined || window.ask !== undefined;
  return asked || approval.comment !== undefined || phasesWithPeople(plan).length > 0;
}

/** At night nobody could be heard: GitHub does not tell who edited what. Where there is no issue yet it cannot be told. */
export async function deafProblems(github: GitHub, plan: Plan): Promise<readonly Problem[]> {
  if (!hears(plan) || (await readable(github)) !== false) return [];
  return unreadable().problems;
}

/** The same by day, once the checklist is there to try it on. That GitHub does not answer now stops nothing. */
export async function requireHearing({ github, plan, log }: Pick<Launch, "github" | "plan" | "log">): Promise<void> {
  const problems = await deafProblems(github, plan).catch((error: unknown) => {
    log.warn(t`It could not be tried whether GitHub tells who edited a comment: ${errorLine(error)}`);
    return [];
  });
  if (problems.length > 0) throw new UserError(problems);
}

async function readable(github: GitHub): Promise<boolean | null> {
  try {
    return await editsReadable(github);
  } catch (error) {
    if (error instanceof UserError) return false;
    throw error;
  }
}
