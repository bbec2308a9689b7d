import { UserError } from "../../../core/errors.ts";
import type { Done } from "../../../core/step.ts";
import { showDuration } from "../../../core/text/figures.ts";
import { t } from "../../../core/text/text.ts";
import { goneText } from "../../../database/closed-doors.ts";
import { oidOf, openDoors } from "../../../database/doors.ts";
import { readManifest } from "../../../database/dump/manifest.ts";
import { requireSame, restoreBeside } from "../../../database/dump/restore.ts";
import { releasePoolers, withPoolersHeld } from "../../../database/pooler/poolers.ts";
import { besideName, sideName } from "../../../database/postgres.ts";
import { requireQuiet } from "../../../database/sessions.ts";
import { analyze } from "../../../database/statistics.ts";
import { swapDatabases } from "../../../database/swap.ts";
import { migrationsRan } from "../../../journal/migrated.ts";
import { rollbackDatabase, rollbackWritten } from "../../../journal/steps/steps.ts";
import { backupDirectory, copyOf, databaseHost, dumpProved, manifestHash } from "../../backup/backup-record.ts";
import type { Launch } from "../../launch/context.ts";
import type { Step } from "../../launch/run-steps.ts";
import { setAsideOrTold } from "../baseline.ts";
import { putSnapshotBack } from "./put-snapshot-back.ts";
import { postgresqlOf } from "../../../plan/engine/engine.ts";

/** What people wrote since the backup is kept, before the database that holds it leaves service. */
export const written: Step = {
  id: rollbackWritten.id,
  // Until the databases change places people may have written more: the site can have been opened in between.
  holds: async (launch) => !migrationsRan(launch.state()) || (await isBack(launch)),
  async run(launch) {
    const { plan } = launch;
    if (!migrationsRan(launch.state()))
      return { skipped: true, note: t`no migration ran, so the database stays and nothing has to be set aside` };
    return withPoolersHeld({ plan: postgresqlOf(plan), hosts: launch.hosts, rest: "refuse" }, async () => {
      await requireQuiet(databaseHost(launch), postgresqlOf(plan));
      return setAsideOrTold(launch);
    });
  },
};

/** The database of the backup takes the place of the one that was migrated. */
export const database: Step = {
  id: rollbackDatabase.id,
  async run(launch) {
    const host = databaseHost(launch);
    const service = postgresqlOf(launch.plan);
    await openDoors(host, service);
    if (!migrationsRan(launch.state())) {
      await releasePoolers(service, launch.hosts);
      return { skipped: true, note: t`no migration ran, so the database stays as it is` };
    }
    const { restored, instead } = await putSnapshotBack(launch);
    return restored ?? (await putBeside(launch, instead));
  },
  still: async (launch) => !migrationsRan(launch.state()) || (await isBack(launch)),
};

/** By a database beside: the two change names, or the service changes over. `instead`: why not in another way. */
async function putBeside(launch: Launch, instead: string | null): Promise<Done> {
  const { release } = launch;
  const service = postgresqlOf(launch.plan);
  const host = databaseHost(launch);
  const kept = sideName(service.name, "failed", release.id);
  let gone: readonly string[] = [];
  // A run that was killed after the swap finds nothing left to do.
  if (!(await isBack(launch))) {
    const { name: replacement, analyzed } = await wayBack(launch);
    await launch.record({
      kind: "step",
      step: rollbackDatabase.id,
      status: "started",
      facts: {
        replacement: await oidOf(host, service, replacement),
        failed: await oidOf(host, service, service.name),
        ...(service.switch ? { uses: replacement } : {}),
        ...(analyzed === undefined ? {} : { analyzed }),
      },
    });
    if (service.switch) await openDoors(host, service, replacement);
    else gone = await swapped(launch, replacement, kept);
  } else await releasePoolers(service, launch.hosts);
  const why = instead === null ? "" : `${instead}; `;
  const { uses } = rollbackDatabase.facts(launch.state());
  if (typeof uses === "string") {
    const used = t`as it was when the site closed, the database is ${uses}, which the service is let use next; the failed \
one stays as ${service.name}. Name ${uses} in database.name of the plan before the next launch`;
    return {
      note: `${why}${used}${statisticsText(launch, uses)}`,
      facts: { kept: service.name, uses },
    };
  }
  const back = t`the database is as it was when the site closed; the failed one is kept as ${kept}`;
  return { note: `${why}${back}${statisticsText(launch)}${goneText(gone)}`, facts: { kept } };
}

function statisticsText(launch: Launch, name = postgresqlOf(launch.plan).name): string {
  const { analyzed } = rollbackDatabase.facts(launch.state());
  if (analyzed === undefined) return "";
  if (analyzed === null)
    return t`; the statistics could not be made: run ANALYZE in ${name}, queries are slow until then`;
  return t`; the statistics were made anew in ${showDuration(analyzed)}`;
}

/** The two change names while nobody asks through a pooler. Returns the workers that did not come back. */
async function swapped(launch: Launch, replacement: string, kept: string): Promise<readonly string[]> {
  const service = postgresqlOf(launch.plan);
  const held = { plan: service, hosts: launch.hosts, rest: "end" } as const;
  const { gone } = await withPoolersHeld(held, () => swapDatabases(databaseHost(launch), service, replacement, kept));
  return gone;
}

/** Whether the database of before is where this rollback puts it: under the service's name, or beside. */
async function isBack(launch: Launch): Promise<boolean> {
  const { replacement, uses, snapshot } = rollbackDatabase.facts(launch.state());
  if (typeof snapshot === "string") return true;
  const service = postgresqlOf(launch.plan);
  return (
    typeof replacement === "string" &&
    replacement === (await oidOf(databaseHost(launch), service, uses ?? service.name))
  );
}

interface WayBack {
  readonly name: string;
  /** Seconds that the statistics of what was restored took, or null when they could not be made; a copy has its own. */
  readonly analyzed?: number | null;
}

/** The database of the backup, beside the failed one: the copy, or else the proved dump restored and compared again. */
async function wayBack(launch: Launch): Promise<WayBack> {
  const database = postgresqlOf(launch.plan);
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
  const restored = besideName(database, "restored", launch.release.id);
  const { source } = await readManifest(host, database, backupDirectory(launch), manifestHash(launch));
  await restoreBeside(host, database, backupDirectory(launch), restored);
  await requireSame(host, database, { database: restored, source, directory: backupDirectory(launch) });
  return { name: restored, analyzed: await analyze(host, database, restored) };
}
