import { errorLine, UserError } from "../../../core/errors.ts";
import { showDuration } from "../../../core/text/figures.ts";
import { t } from "../../../core/text/text.ts";
import { runState } from "../../../github/runs.ts";
import type { Held } from "../../../journal/lock.ts";
import type { Plan } from "../../../plan/schema/schema.ts";
import type { RunContext } from "../context.ts";

/** How old the last sign of life of a run that GitHub does not know has to be. The owner gives one every 20 seconds. */
export const silentEnoughSeconds = 120;

export function signOfLife({ silentSeconds }: Pick<Held, "silentSeconds">): string {
  return silentSeconds === null
    ? t`it never gave a sign of life`
    : t`its last sign of life is ${showDuration(silentSeconds)} old`;
}

/** Throws a UserError that explains the lock unless the run that holds it can do nothing any more. */
export async function requireOver({ github }: Pick<RunContext, "github">, plan: Plan, held: Held): Promise<void> {
  const { owner, silentSeconds } = held;
  const who = t`run ${owner.runId}, started by ${owner.actor} at ${owner.since}`;
  const sign = signOfLife(held);
  const byHand = t`once you know that it does nothing any more: golive unlock --by "your name" --because "…"`;
  const state = await runState(github, owner.runId).catch((error: unknown) => {
    throw new UserError(
      {
        code: "lock-holder-unknown",
        what: t`the launch lock is held by ${who}, and GitHub does not say whether that run is over (${errorLine(error)}); ${sign}`,
        where: plan.control.host,
        mend: t`start again when GitHub answers; or ${byHand}`,
      },
      { cause: error },
    );
  });
  if (state === "in progress") {
    throw new UserError({
      code: "launch-in-flight",
      what: t`a launch of ${owner.tag} is in flight: ${who}; ${sign}`,
      where: plan.control.host,
      mend: t`wait for it, or cancel it: ${owner.runUrl}`,
    });
  }
  if (state === "unknown" && silentSeconds !== null && silentSeconds < silentEnoughSeconds) {
    throw new UserError({
      code: "lock-of-unknown-run",
      what: t`the launch lock is held by ${who}; GitHub knows no such run in this repository, but ${sign}`,
      where: plan.control.host,
      mend: t`another repository may launch with the same control.directory; see ${owner.runUrl}; or ${byHand}`,
    });
  }
}
