import { errorLine, UserError } from "../../../core/errors.ts";
import type { Done } from "../../../core/step.ts";
import { showSize } from "../../../core/text/figures.ts";
import { t } from "../../../core/text/text.ts";
import { backUp } from "../../../database/commands/back-up.ts";
import { writeKept } from "../../../database/commands/kept.ts";
import { restoreBackup } from "../../../database/commands/prove.ts";
import { migrationsRan } from "../../../journal/migrated.ts";
import { rollbackDatabase, rollbackWritten } from "../../../journal/steps/steps.ts";
import { commandsOf } from "../../../plan/engine/engine.ts";
import { backupDirectory, databaseHost, dumpProved, manifestHash, manifestHead } from "../../backup/backup-record.ts";
import type { Launch } from "../../launch/context.ts";
import type { Step } from "../../launch/run-steps.ts";
import { mayHaveWritten } from "../../window/pageless.ts";

/** Nothing can be put beside the service's database, so what it holds now is backed up once more before it is put back. */
export const keepNewer: Step = {
  id: rollbackWritten.id,
  // Once the restore began, what is there is no longer what people wrote.
  holds: async (launch) => !migrationsRan(launch.state()) || rollbackDatabase.begun(launch.state()),
  async run(launch) {
    if (!migrationsRan(launch.state()))
      return { skipped: true, note: t`no migration ran, so the database stays and nothing has to be set aside` };
    if (restoreBegan(launch)) return { skipped: true, note: t`the database was being put back already` };
    requireWayBack(launch);
    try {
      return await keptAside(launch);
    } catch (error) {
      // Where nobody could write, the release's own migrations are all that is newer.
      if (mayHaveWritten(launch) || launch.signal.aborted || !(error instanceof UserError)) throw error;
      return {
        skipped: true,
        note: t`could not be backed up once more (${errorLine(error)}); nobody could write since the site closed`,
      };
    }
  },
};

async function keptAside(launch: Launch): Promise<Done> {
  const host = databaseHost(launch);
  const plan = commandsOf(launch.plan);
  const earlier = rollbackWritten.facts(launch.state()).newer ?? [];
  const folder = `${backupDirectory(launch)}-newer-${earlier.length + 1}`;
  const made = await backUp(host, plan, folder);
  const head = { ...manifestHead(launch), takenAt: new Date().toISOString() };
  const { sha256 } = await writeKept(host, plan, folder, head);
  return {
    note: t`newer data kept at ${host.name}:${folder} (${made.files} {2:file|files|files}, ${showSize(made.bytes)}, \
manifest ${sha256.slice(0, 12)})`,
    facts: { newer: [...earlier, folder] },
  };
}

function restoreBegan(launch: Launch): boolean {
  return rollbackDatabase.facts(launch.state()).restoring === true;
}

function requireWayBack(launch: Launch): void {
  if (dumpProved(launch)) return;
  throw new UserError({
    code: "way-back-gone",
    what: t`no proved backup of this launch is on record`,
    where: databaseHost(launch).name,
    mend: t`nothing was changed; restore from another backup by hand`,
  });
}

/** The backup takes the place of what the service's database holds. */
export const restore: Step = {
  id: rollbackDatabase.id,
  holds: async (launch) =>
    rollbackDatabase.state(launch.state())?.status !== "skipped" || !migrationsRan(launch.state()),
  async run(launch) {
    if (!migrationsRan(launch.state()))
      return { skipped: true, note: t`no migration ran, so the database stays as it is` };
    requireWayBack(launch);
    // On record before anything is overwritten: from here on what is there is not backed up as newer any more.
    await launch.record({
      kind: "step",
      step: rollbackDatabase.id,
      status: "started",
      facts: { restoring: true },
    });
    const kept = { folder: backupDirectory(launch), sha256: manifestHash(launch) };
    const { lines } = await restoreBackup(databaseHost(launch), commandsOf(launch.plan), kept);
    return {
      note:
        lines === null
          ? t`database.restore ended well; whether the database is as when the site closed is not known (no database.state)`
          : t`the database is as when the site closed: ${lines} {0:line|lines|lines} of the state are the same`,
      facts: { restoring: true },
    };
  },
};
