import { afterKept } from "../../journal/steps/steps.ts";
import { showDay, showSize } from "../../core/text/figures.ts";
import { t } from "../../core/text/text.ts";
import { leftFiles } from "../by-hand/leftovers/files.ts";
import { groundOf, leftoversOf } from "../by-hand/leftovers/inventory.ts";
import type { Launch } from "../launch/context.ts";
import type { Step } from "../launch/run-steps.ts";

/** The last line of the checklist: what is kept, until when, and how it is removed. */
export const tellLeft: Step = {
  id: afterKept.id,
  async run(launch) {
    const { plan, release, state } = launch;
    const own = (await leftoversOf(plan, launch)).filter((one) => one.release === release.id);
    if (own.length === 0) return { skipped: true, note: t`this launch left nothing behind` };
    const bytes = own.reduce((sum, one) => sum + one.bytes, 0);
    const until = Date.parse(state().ended?.at ?? new Date().toISOString()) + plan.keepFor * 1000;
    const day = showDay(new Date(until).toISOString(), plan.timezone);
    return {
      note: t`${own.length} {0:thing|things|things}, ${showSize(bytes)}, kept until ${day}; \`golive clean\` lists \
them, and removes what is named`,
      facts: { left: own.map(({ id, bytes: size }) => ({ id, bytes: size })), until: new Date(until).toISOString() },
    };
  },
};

/** Copies of uploaded files that launches before this one made: their time has passed once a later one is live. */
export async function dropEarlierFiles(launch: Launch): Promise<number> {
  const { plan, release, state } = launch;
  const live = state().ended?.outcome === "live";
  const earlier = (await leftFiles(await groundOf(plan, launch))).filter(
    (one) => one.kind === "files" && one.release !== null && one.release !== release.id && (live || one.held === null),
  );
  for (const one of earlier) await one.remove();
  return earlier.length;
}
