import { UserError } from "../../core/errors.ts";
import { t } from "../../core/text/text.ts";
import { touched } from "../../journal/state.ts";
import { deployMigrate, openOff } from "../../journal/steps/steps.ts";
import { migrateHost } from "../deploy/deploy-order.ts";
import { keepFilesSteps } from "../files/files.ts";
import type { Launch } from "../launch/context.ts";
import { requireForward } from "../launch/guards.ts";
import { runSteps, type Step } from "../launch/run-steps.ts";
import { clusterSteps } from "./backup-cluster.ts";
import { manifest, read, takeDumpOf } from "./dump-steps.ts";
import { proof } from "./proof-of-dump.ts";
import { takeProvidersSnapshot, takeRollbackCopy } from "./rollback-copy.ts";

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
  const { copy, dump, pgbackrest } = launch.plan.database.backup;
  const kept = pgbackrest ? clusterSteps(pgbackrest) : [takeDumpOf, manifest, read, proof];
  const waits = dump === "after-migration" && !migrated(launch);
  await runSteps(launch, [keepFilesSteps(launch), ...copySteps(copy), ...(waits ? [] : kept)]);
}

function copySteps(copy: boolean | "snapshot"): readonly Step[] {
  if (copy === "snapshot") return [takeProvidersSnapshot];
  return copy ? [takeRollbackCopy] : [];
}

function migrated(launch: Launch): boolean {
  const status = deployMigrate.on(migrateHost(launch.plan)).state(launch.state())?.status;
  return status === "done" || status === "skipped";
}
