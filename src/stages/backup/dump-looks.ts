import { CommandError, UserError } from "../../core/errors.ts";
import { readManifest } from "../../database/dump/manifest.ts";
import { backupManifest, backupProof, backupRead, deployMigrate } from "../../journal/steps/steps.ts";
import type { Launch } from "../launch/context.ts";
import { backupDirectory, databaseHost, manifestHash } from "./backup-record.ts";
import { postgresqlOf } from "../../plan/engine/engine.ts";

/** Once the migration began, a dump of what is there now would be no way back. One of the frozen copy may be taken at any time. */
function tooLate({ state, plan }: Launch): boolean {
  return postgresqlOf(plan).backup.dump === "before-deploy" && deployMigrate.begun(state());
}

/** Whether the dump is there, file by file as the manifest says. */
export async function intact(launch: Launch): Promise<boolean> {
  if (tooLate(launch)) return true;
  // Without a manifest yet nothing can be said, and a dump is quickly taken again.
  if (backupManifest.state(launch.state())?.status !== "done") return false;
  return readManifest(
    databaseHost(launch),
    postgresqlOf(launch.plan),
    backupDirectory(launch),
    manifestHash(launch),
  ).then(
    () => true,
    (error: unknown) => {
      if (error instanceof UserError || error instanceof CommandError) return false;
      throw error;
    },
  );
}

/** Whether what is on record about the dump was found after it was taken last. */
export async function ofThisDump(launch: Launch): Promise<boolean> {
  const { steps } = launch.state();
  return (
    tooLate(launch) ||
    [backupRead, backupProof].every(
      (kind) => (kind.state({ steps })?.startedAt ?? "") >= (backupManifest.state({ steps })?.endedAt ?? ""),
    )
  );
}
