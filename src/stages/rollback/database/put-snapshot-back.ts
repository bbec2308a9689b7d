import { errorLine, UserError } from "../../../core/errors.ts";
import type { Done } from "../../../core/step.ts";
import { t } from "../../../core/text/text.ts";
import { readManifest } from "../../../database/dump/manifest.ts";
import { requireSame } from "../../../database/dump/restore.ts";
import { restoreSnapshot, type Snapshot } from "../../../database/provider/snapshot.ts";
import { rollbackDatabase } from "../../../journal/steps/steps.ts";
import { backupDirectory, databaseHost, dumpProved, manifestHash, snapshotOf } from "../../backup/backup-record.ts";
import type { Launch } from "../../launch/context.ts";
import { postgresqlOf } from "../../../plan/engine/engine.ts";

interface Put {
  /** What is to be told once it is back; null when another way has to be gone. */
  readonly restored: Done | null;
  /** Why another way is gone; null when there was no snapshot. */
  readonly instead: string | null;
}

/**
 * Where the provider took a snapshot it is the first way back; the database is then compared with what the dump's own
 * snapshot held. What cannot be restored, or is not the same, gives way to the proved dump.
 */
export async function putSnapshotBack(launch: Launch): Promise<Put> {
  const snapshot = snapshotOf(launch);
  const { replacement, snapshot: put } = rollbackDatabase.facts(launch.state());
  // A run that was killed once the dump had taken over goes on with that.
  if (snapshot === null || typeof replacement === "string") return { restored: null, instead: null };
  try {
    if (put !== snapshot.name) await restoreAndCompare(launch, snapshot);
    return { restored: toldOf(snapshot), instead: null };
  } catch (error) {
    if (!(error instanceof UserError) || !dumpProved(launch) || launch.signal.aborted) throw error;
    launch.log.warn(t`the dump is the way back: ${errorLine(error)}`);
    return { restored: null, instead: t`not by the snapshot (${errorLine(error)})` };
  }
}

async function restoreAndCompare(launch: Launch, snapshot: Snapshot): Promise<void> {
  const database = postgresqlOf(launch.plan);
  const host = databaseHost(launch);
  await restoreSnapshot(host, database, snapshot);
  const directory = backupDirectory(launch);
  const { source } = await readManifest(host, database, directory, manifestHash(launch));
  await requireSame(host, database, { database: database.name, source, directory });
  await launch.record({
    kind: "step",
    step: rollbackDatabase.id,
    status: "started",
    facts: { snapshot: snapshot.name },
  });
}

function toldOf({ name }: Snapshot): Done {
  return {
    note: t`the provider put the database back to its snapshot ${name}, and contents and schema are the same as when \
the site closed; of the failed one only what was set aside is left`,
    facts: { snapshot: name },
  };
}
