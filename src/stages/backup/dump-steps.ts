import { figure, showDuration, showSize } from "../../core/text/figures.ts";
import { t } from "../../core/text/text.ts";
import { totalRows } from "../../database/contents/contents.ts";
import { requireCopy } from "../../database/copy.ts";
import { closeDoors, openDoors } from "../../database/doors.ts";
import { readSource, takeDump } from "../../database/dump/dump.ts";
import { hashFiles, writeManifest } from "../../database/dump/manifest.ts";
import { readThrough } from "../../database/dump/restore.ts";
import { requireQuiet } from "../../database/sessions.ts";
import { closingMark } from "../../database/written/written.ts";
import { backupCopy, backupDump, backupManifest, backupRead } from "../../journal/steps/steps.ts";
import type { Step } from "../launch/run-steps.ts";
import { backupDirectory, copyOf, databaseHost, manifestHead } from "./backup-record.ts";
import { intact, ofThisDump } from "./dump-looks.ts";

export const takeDumpOf: Step = {
  id: backupDump.id,
  async run(launch) {
    const { database } = launch.plan;
    const host = databaseHost(launch);
    const copy = database.backup.dump === "after-migration" ? copyOf(launch) : null;
    if (copy === null) {
      await openDoors(host, database);
      await requireQuiet(host, database);
    } else {
      await requireCopy(host, database, copy);
      await openDoors(host, database, copy.name);
    }
    try {
      // The frozen copy is as the database was when that was made, however much later the dump is.
      const closedAt =
        copy === null ? await closingMark(host, database) : (backupCopy.facts(launch.state()).closedAt ?? null);
      const taken = await takeDump(host, database, backupDirectory(launch), copy?.name);
      return {
        note: `${showSize(taken.bytes)}${copy === null ? "" : t`, of ${copy.name}`}`,
        facts: {
          bytes: taken.bytes,
          systemIdentifier: taken.systemIdentifier,
          takenAt: new Date().toISOString(),
          closedAt,
        },
      };
    } finally {
      if (copy !== null) await closeDoors(host, database, copy.name);
    }
  },
  still: intact,
};

export const manifest: Step = {
  id: backupManifest.id,
  async run(launch) {
    const { plan } = launch;
    const host = databaseHost(launch);
    const directory = backupDirectory(launch);
    const files = await hashFiles(host, plan.database, directory);
    const source = await readSource(host, plan.database, directory);
    const { takenAt, systemIdentifier } = backupDump.facts(launch.state());
    const sha256 = await writeManifest(host, plan.database, directory, {
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
    const seconds = await readThrough(databaseHost(launch), launch.plan.database, backupDirectory(launch));
    return { note: t`read in ${showDuration(seconds)}` };
  },
  still: ofThisDump,
};
