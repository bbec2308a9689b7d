import { errorLine } from "../../core/errors.ts";
import { t } from "../../core/text/text.ts";
import { namesNow } from "../gate/names.ts";
import type { Launch, RunContext } from "../launch/context.ts";

export interface Approval {
  readonly environment: string;
  /** Nobody has to. */
  readonly free: boolean;
}

/** Who may approve a way back is for the default branch to say as it is today; without it, for the launch's own plan. */
export async function approvalNow(context: RunContext, { plan }: Launch): Promise<Approval> {
  const kept = { environment: plan.approval.rollbackEnvironment, free: plan.approval.unprotected !== undefined };
  try {
    const { rollback, free } = await namesNow(context);
    return { environment: rollback === "" ? kept.environment : rollback, free };
  } catch (error) {
    context.log.warn(
      t`The plan of the default branch could not be read: ${errorLine(error)}. The launch's own says who approves.`,
    );
    return kept;
  }
}
