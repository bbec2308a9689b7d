import { backupCopy, backupDump, openOff } from "../../journal/steps/steps.ts";
import { t } from "../../core/text/text.ts";
import { openDoors, closeDoors, oidOf } from "../../database/doors.ts";
import { readManifest } from "../../database/dump/manifest.ts";
import { besideName, databaseScript } from "../../database/postgres.ts";
import { dropSide, restoreBeside } from "../../database/dump/restore.ts";
import { type Written, writtenSince, writtenText } from "../../database/written/written.ts";
import { errorLine, UserError } from "../../core/errors.ts";
import type { Done } from "../../core/step.ts";
import { backupDirectory, copyOf, databaseHost, dumpProved, manifestHash } from "../backup/backup-record.ts";
import type { Launch, Recorded } from "../launch/context.ts";
import { sealRows } from "./database/scripts.ts";
import { postgresqlOf } from "../../plan/engine/engine.ts";

/**
 * What was written to a database since the site closed for this launch, against the rollback copy or, when that is
 * gone or serves already, the proved dump restored beside for as long as it takes.
 */
export async function writtenSinceBackup(launch: Recorded, now: string, out: string | null): Promise<Written[]> {
  const database = postgresqlOf(launch.plan);
  const host = databaseHost(launch);
  const openedAt = openOff.facts(launch.state()).openedAt;
  const compare = (then: string, cloned: boolean) => {
    const { closedAt } = (cloned ? backupCopy : backupDump).facts(launch.state());
    return writtenSince(host, database, {
      now,
      then,
      cloned,
      openedAt: openedAt ?? null,
      closedAt: closedAt ?? null,
      out,
    });
  };
  const copy = copyOf(launch);
  if (copy !== null && (await oidOf(host, database, copy.name)) === copy.oid) {
    await openDoors(host, database, copy.name);
    try {
      return await compare(copy.name, true);
    } finally {
      await closeDoors(host, database, copy.name);
    }
  }
  if (!dumpProved(launch))
    throw new UserError({
      code: "way-back-gone",
      what: t`neither the rollback copy nor a proved dump of this launch is there`,
      where: host.name,
      mend: t`look for the copy under another name (psql --list)`,
    });
  if (database.backup.pgbackrest)
    throw new UserError({
      code: "way-back-gone",
      what: t`the rollback copy is gone, and pgBackRest's backup is of the whole server`,
      where: host.name,
      mend: t`restore it on a server of its own (docs/pgbackrest.md) and compare there`,
    });
  await readManifest(host, database, backupDirectory(launch), manifestHash(launch));
  const scratch = besideName(database, "proof", launch.release.id);
  try {
    await restoreBeside(host, database, backupDirectory(launch), scratch);
    return await compare(scratch, false);
  } finally {
    await dropSide(host, database, scratch);
  }
}

/** Writes the rows themselves to a file on the database host, encrypted when the plan names a recipient; returns where. */
export async function setAside(launch: Recorded, now: string): Promise<{ written: Written[]; file: string }> {
  const database = postgresqlOf(launch.plan);
  const host = databaseHost(launch);
  const plain = `${backupDirectory(launch)}/written.jsonl`;
  const { recipient } = database.backup;
  try {
    const written = await writtenSinceBackup(launch, now, `${plain}.part`);
    await host.run(databaseScript(database, sealRows, [plain, recipient ?? ""]));
    return { written, file: recipient === undefined ? plain : `${plain}.age` };
  } catch (error) {
    const remove = databaseScript(database, 'rm -f -- "$1.part" "$1.age.part"', [plain], { timeoutSeconds: 60 });
    // The failure itself is what has to be told.
    await host.attempt(remove).catch(() => {});
    throw error;
  }
}

/**
 * The same as a step of the way back. Rows that could not be written to a file stop nothing: they stay in the database
 * that is kept, and are counted and written from there (`golive recover`).
 */
export async function setAsideOrTold(launch: Launch): Promise<Done> {
  const database = postgresqlOf(launch.plan);
  try {
    const { written, file } = await setAside(launch, database.name);
    return {
      note: t`${writtenText(written)}; the rows are in ${databaseHost(launch).name}:${file}, and stay in the database that is kept`,
      facts: { written, file },
    };
  } catch (error) {
    const stops = ["way-back-gone", "lock-lost"];
    const coded = error instanceof UserError && error.problems.some(({ code }) => stops.includes(code ?? ""));
    if (coded || launch.signal.aborted) throw error;
    return {
      note: t`how many is not known, and there is no file of the rows (${errorLine(error)}): they stay in the \
database that is kept; \`golive recover\` writes them from there`,
      facts: { written: null },
    };
  }
}
