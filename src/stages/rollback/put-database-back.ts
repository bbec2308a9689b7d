import { UserError } from "../../core/errors.ts";
import { showDuration } from "../../core/text/figures.ts";
import { t } from "../../core/text/text.ts";
import { oidOf, openDoors } from "../../database/doors.ts";
import { readManifest } from "../../database/dump/manifest.ts";
import { requireSame, restoreBeside } from "../../database/dump/restore.ts";
import { sideName } from "../../database/postgres.ts";
import { requireQuiet } from "../../database/sessions.ts";
import { analyze } from "../../database/statistics.ts";
import { swapDatabases } from "../../database/swap.ts";
import { migrationsRan } from "../../journal/migrated.ts";
import { rollbackDatabase, rollbackWritten } from "../../journal/steps/steps.ts";
import { backupDirectory, copyOf, databaseHost, dumpProved, manifestHash } from "../backup/backup-record.ts";
import type { Launch } from "../launch/context.ts";
import type { Step } from "../launch/run-steps.ts";
import { setAsideOrTold } from "./baseline.ts";

/** What people wrote since the backup is kept, before the database that holds it leaves service. */
export const written: Step = {
  id: rollbackWritten.id,
  // Until the databases change places people may have written more: the site can have been opened in between.
  holds: async (launch) => !migrationsRan(launch.state()) || (await swapped(launch)),
  async run(launch) {
    const { plan } = launch;
    if (!migrationsRan(launch.state()))
      return { skipped: true, note: t`no migration ran, so the database stays and nothing has to be set aside` };
    await requireQuiet(databaseHost(launch), plan.database);
    return setAsideOrTold(launch);
  },
};

/** The database of the backup takes the place of the one that was migrated. */
export const database: Step = {
  id: rollbackDatabase.id,
  async run(launch) {
    const { plan, release } = launch;
    const host = databaseHost(launch);
    if (!migrationsRan(launch.state())) {
      await openDoors(host, plan.database);
      return { skipped: true, note: t`no migration ran, so the database stays as it is` };
    }
    const kept = sideName(plan.database.name, "failed", release.id);
    await openDoors(host, plan.database);
    // A run that was killed after the swap finds nothing left to do.
    if (!(await swapped(launch))) {
      const { name: replacement, analyzed } = await wayBack(launch);
      await launch.record({
        kind: "step",
        step: rollbackDatabase.id,
        status: "started",
        facts: {
          replacement: await oidOf(host, plan.database, replacement),
          failed: await oidOf(host, plan.database, plan.database.name),
          ...(analyzed === undefined ? {} : { analyzed }),
        },
      });
      await swapDatabases(host, plan.database, replacement, kept);
    }
    return {
      note: t`the database is as it was when the site closed; the failed one is kept as ${kept}${statisticsText(launch)}`,
      facts: { kept },
    };
  },
  still: async (launch) => !migrationsRan(launch.state()) || (await swapped(launch)),
};

function statisticsText(launch: Launch): string {
  const { analyzed } = rollbackDatabase.facts(launch.state());
  if (analyzed === undefined) return "";
  if (analyzed === null)
    return t`; the statistics could not be made: run ANALYZE in ${launch.plan.database.name}, queries are slow until then`;
  return t`; the statistics were made anew in ${showDuration(analyzed)}`;
}

/** Whether the database that bears the service's name is the one that this rollback put there. */
async function swapped(launch: Launch): Promise<boolean> {
  const oid = rollbackDatabase.facts(launch.state()).replacement;
  return (
    typeof oid === "string" &&
    oid === (await oidOf(databaseHost(launch), launch.plan.database, launch.plan.database.name))
  );
}

interface WayBack {
  readonly name: string;
  /** Seconds that the statistics of what was restored took, or null when they could not be made; a copy has its own. */
  readonly analyzed?: number | null;
}

/** The database of the backup, beside the failed one: the copy, or else the proved dump restored and compared again. */
async function wayBack(launch: Launch): Promise<WayBack> {
  const { database } = launch.plan;
  const host = databaseHost(launch);
  const copy = copyOf(launch);
  if (copy !== null && (await oidOf(host, database, copy.name)) === copy.oid) return { name: copy.name };
  if (!dumpProved(launch))
    throw new UserError({
      code: "rollback-copy-gone",
      what: t`the rollback copy ${copy?.name ?? ""} is gone, and no dump is proved`,
      where: host.name,
      mend: t`nothing was changed; look for the copy under another name (psql --list), or restore from another backup`,
    });
  if (database.backup.pgbackrest)
    throw new UserError({
      code: "rollback-copy-gone-cluster",
      what: t`the rollback copy ${copy?.name ?? ""} is gone, and pgBackRest's backup is of the whole server`,
      where: host.name,
      mend: t`nothing was changed; docs/pgbackrest.md says how to go back with it`,
    });
  const restored = sideName(database.name, "restored", launch.release.id);
  const { source } = await readManifest(host, database, backupDirectory(launch), manifestHash(launch));
  await restoreBeside(host, database, backupDirectory(launch), restored);
  await requireSame(host, database, { database: restored, source });
  return { name: restored, analyzed: await analyze(host, database, restored) };
}
