import { figure, showDuration, showSize } from "../../core/text/figures.ts";
import { t } from "../../core/text/text.ts";
import { totalRows } from "../../database/contents/contents.ts";
import { type Copy, requireCopy } from "../../database/copy.ts";
import { closeDoors, openDoors } from "../../database/doors.ts";
import { type Dump, readSource, takeDump } from "../../database/dump/dump.ts";
import { hashFiles, writeManifest } from "../../database/dump/manifest.ts";
import { readThrough } from "../../database/dump/restore.ts";
import { withPoolersHeld } from "../../database/pooler/poolers.ts";
import { requireQuiet } from "../../database/sessions.ts";
import { closingMark } from "../../database/written/written.ts";
import { backupCopy, backupDump, backupManifest, backupRead } from "../../journal/steps/steps.ts";
import type { Launch } from "../launch/context.ts";
import type { Step } from "../launch/run-steps.ts";
import { backupDirectory, copyOf, databaseHost, manifestHead } from "./backup-record.ts";
import { intact, ofThisDump } from "./dump-looks.ts";
import { postgresqlOf } from "../../plan/engine/engine.ts";

export const takeDumpOf: Step = {
  id: backupDump.id,
  async run(launch) {
    const database = postgresqlOf(launch.plan);
    const copy = database.backup.dump === "after-migration" ? copyOf(launch) : null;
    const { closedAt, ...taken } = copy === null ? await dumpOfQuiet(launch) : await dumpOfCopy(launch, copy);
    return {
      note: `${showSize(taken.bytes)}${copy === null ? "" : t`, of ${copy.name}`}`,
      facts: {
        bytes: taken.bytes,
        systemIdentifier: taken.systemIdentifier,
        takenAt: new Date().toISOString(),
        closedAt,
      },
    };
  },
  still: intact,
};

interface DumpOfLaunch extends Dump {
  /** Mark of the moment as of which it is. */
  readonly closedAt: string | null;
}

/** Of the service's own database, which nobody uses. */
async function dumpOfQuiet(launch: Launch): Promise<DumpOfLaunch> {
  const database = postgresqlOf(launch.plan);
  const host = databaseHost(launch);
  await openDoors(host, database);
  return withPoolersHeld({ plan: database, hosts: launch.hosts, rest: "refuse" }, async () => {
    await requireQuiet(host, database);
    const closedAt = await closingMark(host, database);
    return { ...(await takeDump(host, database, backupDirectory(launch))), closedAt };
  });
}

/** The frozen copy is as the database was when that was made, however much later the dump is. */
async function dumpOfCopy(launch: Launch, copy: Pick<Copy, "name" | "oid">): Promise<DumpOfLaunch> {
  const database = postgresqlOf(launch.plan);
  const host = databaseHost(launch);
  await requireCopy(host, database, copy);
  await openDoors(host, database, copy.name);
  try {
    const closedAt = backupCopy.facts(launch.state()).closedAt ?? null;
    return { ...(await takeDump(host, database, backupDirectory(launch), copy.name)), closedAt };
  } finally {
    await closeDoors(host, database, copy.name);
  }
}

export const manifest: Step = {
  id: backupManifest.id,
  async run(launch) {
    const { plan } = launch;
    const host = databaseHost(launch);
    const directory = backupDirectory(launch);
    const files = await hashFiles(host, postgresqlOf(plan), directory);
    const source = await readSource(host, postgresqlOf(plan), directory);
    const { takenAt, systemIdentifier } = backupDump.facts(launch.state());
    const sha256 = await writeManifest(host, postgresqlOf(plan), directory, {
      ...manifestHead(launch),
      systemIdentifier: String(systemIdentifier),
      takenAt: String(takenAt),
      source,
      files,
    });
    const { contents } = source;
    return {
      note: t`${files.length} {0:file|files|files}; ${Object.keys(contents.tables).length} \
{1:table|tables|tables}, ${figure(totalRows(contents))} {2:row|rows|rows}; manifest ${sha256.slice(0, 12)}`,
      facts: { sha256, rows: totalRows(contents) },
    };
  },
  still: intact,
};

export const read: Step = {
  id: backupRead.id,
  async run(launch) {
    const seconds = await readThrough(databaseHost(launch), postgresqlOf(launch.plan), backupDirectory(launch));
    return { note: t`read in ${showDuration(seconds)}` };
  },
  still: ofThisDump,
};
