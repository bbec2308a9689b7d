import { errorText, UserError } from "../../core/errors.ts";
import type { Log } from "../../core/log.ts";
import { t } from "../../core/text/text.ts";
import type { Owner } from "../../journal/lock.ts";
import type { Plan } from "../../plan/schema/schema.ts";
import type { Connections } from "../launch/connect/connect.ts";
import { shutOut } from "../launch/connect/shut-out.ts";

/** A person at the keyboard who acts, for the record. */
export interface ByHand {
  readonly who: string;
  readonly because: string;
  readonly log: Pick<Log, "info" | "warn">;
}

/** Who holds the lock, in words. */
export function holder({ runId, runUrl, actor, tag, since }: Owner): string {
  return runId === 0
    ? t`${actor}, by hand, since ${since}`
    : t`run ${runId} of ${actor}, ${tag}, since ${since} (${runUrl})`;
}

/** What a person's lock says: no run has it. */
export function ownerByHand(who: string, release: string): Owner {
  return {
    release,
    tag: "",
    commit: "",
    digest: "",
    runId: 0,
    runUrl: "",
    actor: who,
    since: new Date().toISOString(),
  };
}

/**
 * The lock becomes this person's, and whatever a run still does is ended. A host that does not answer is told, and does
 * not stop a person.
 */
export async function takeByHand(
  plan: Plan,
  reached: Connections,
  release: string,
  { who, log }: Pick<ByHand, "who" | "log">,
): Promise<Owner> {
  const mine = ownerByHand(who, release);
  const taken = await reached.lock.take(mine);
  const token = taken.taken ? taken.token : await reached.lock.takeOver(taken.owner, mine);
  if (token === null)
    throw new UserError({
      code: "lock-changed-hands",
      what: t`the lock changed hands at this moment`,
      where: plan.control.host,
      mend: t`look at \`golive status\`, then try again`,
    });
  await shutOut(plan, reached, token, log).catch((error: unknown) => {
    if (!(error instanceof UserError)) throw error;
    log.warn(errorText(error));
  });
  return mine;
}
