import { errorLine } from "../core/errors.ts";
import { speak, t } from "../core/text.ts";
import { defaultBranch, fileAt } from "../github/repository.ts";
import { languageOf } from "../locale/locale.ts";
import { parsePlan } from "../plan/load.ts";
import type { Plan } from "../plan/schema.ts";
import type { Launch, RunContext } from "./launch.ts";

/** Who may approve a way back is for the default branch to say as it is today; without it, for the launch's own plan. */
export async function approvalNow(context: RunContext, { plan }: Launch): Promise<Approval> {
  const { github, planFile, log } = context;
  const kept = { environment: plan.approval["rollback-environment"], free: plan.approval.unprotected !== undefined };
  try {
    const text = await fileAt(github, planFile, await defaultBranch(github));
    const today = text === null ? null : approvalOf(text, plan);
    return today ?? kept;
  } catch (error) {
    log.warn(
      t`The plan of the default branch could not be read: ${errorLine(error)}. The launch's own says who approves.`,
    );
    return kept;
  }
}

export interface Approval {
  readonly environment: string;
  /** Nobody has to. */
  readonly free: boolean;
}

/** Null when the plan does not hold: then it says nothing that could be relied on. */
function approvalOf(text: string, { locale }: Plan): Approval | null {
  const found = parsePlan(text, "");
  // Reading it changed the language.
  speak(languageOf(locale));
  if (!found.ok) return null;
  const { approval } = found.plan;
  return { environment: approval["rollback-environment"], free: approval.unprotected !== undefined };
}
