import { UserError } from "../../core/errors.ts";
import { t } from "../../core/text/text.ts";
import { touched } from "../../journal/state.ts";
import { openOff } from "../../journal/steps/steps.ts";
import { engineOf } from "../engine/registry.ts";
import { keepFilesSteps } from "../files/files.ts";
import type { Launch } from "../launch/context.ts";
import { requireForward } from "../launch/guards.ts";
import { runSteps } from "../launch/run-steps.ts";

/**
 * The rollback copy and the dump of the frozen database, with the proof of the dump. Called before the deploy and, for
 * a dump that may wait (`database.backup.dump`), once more after it: each time what is due then and not done yet.
 */
export async function backup(launch: Launch): Promise<void> {
  await requireForward(launch);
  if (openOff.begun(launch.state())) return;
  if (!touched(launch.state()))
    throw new UserError({
      code: "backup-site-is-open",
      what: t`the site is still open, so the backup would miss what people write meanwhile`,
      mend: t`run maintenance with state: on first`,
    });
  await runSteps(launch, [keepFilesSteps(launch), ...engineOf(launch.plan).backup(launch)]);
}
