import { type Problem, UserError } from "../../core/errors.ts";
import { t } from "../../core/text/text.ts";
import { breakLock } from "../../stages/by-hand/break-lock.ts";
import { atKeyboard, toPerson, withReach } from "../at-keyboard.ts";
import type { Given, Output } from "../options.ts";

/** `golive unlock --by NAME --because …`: a person breaks the lock of a run that does nothing any more, on record. */
export async function unlock(given: Given, { out }: Output): Promise<void> {
  const { context, because, by } = await atKeyboard(given, out);
  await withReach(context, async (plan, reached) => {
    const missing: Problem[] = [];
    if (by === "")
      missing.push({
        code: "no-name",
        what: t`nobody is named`,
        where: "--by",
        mend: t`a lock is broken by a person who answers for it; give your name`,
      });
    if (because === "")
      missing.push({
        code: "no-reason",
        what: t`there is no reason`,
        where: "--because",
        mend: t`say why, for the record`,
      });
    if (missing.length > 0) throw new UserError(missing);
    out(`${await breakLock(plan, reached, { who: by, because, log: toPerson(out) })}\n`);
  });
}
