import { t } from "../../core/text/text.ts";
import { openByHand } from "../../stages/by-hand/open-by-hand.ts";
import { atKeyboard, requireReason, toPerson, withReach } from "../at-keyboard.ts";
import type { Given, Output } from "../options.ts";

/** `golive maintenance off --because …`: a person opens the site as it is, on record. */
export async function maintenanceOff(given: Given, { out }: Output): Promise<void> {
  const { context, because } = await atKeyboard(given, out);
  await withReach(context, async (plan, reached) => {
    requireReason(because, t`say why, for the record: golive maintenance off --because "…"`);
    const opened = await openByHand(plan, reached, { who: context.run.actor, because, log: toPerson(out) });
    out(t`The site is open: ${opened}\n`);
  });
}
