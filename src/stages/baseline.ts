import { t } from "../core/text.ts";
import { openDoors, closeDoors, oidOf } from "../database/doors.ts";
import { readManifest } from "../database/manifest.ts";
import { sideName, databaseScript } from "../database/postgres.ts";
import { dropSide, restoreBeside } from "../database/restore.ts";
import { type Written, writtenSince } from "../database/written.ts";
import { UserError } from "../core/errors.ts";
import { backupDirectory, copyOf, databaseHost, dumpProved, manifestHash } from "./backup-record.ts";
import type { Recorded } from "./launch.ts";

/**
 * What was written to a database since the site closed for this launch, against the rollback copy or, when that is
 * gone or serves already, the proved dump restored beside for as long as it takes.
 */
export async function writtenSinceBackup(launch: Recorded, now: string, out: string | null): Promise<Written[]> {
  const { database } = launch.plan;
  const host = databaseHost(launch);
  const openedAt = launch.state().steps.get("open.off")?.facts.openedAt;
  const compare = (then: string, cloned: boolean) =>
    writtenSince(host, database, { now, then, cloned, openedAt: typeof openedAt === "string" ? openedAt : null, out });
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
      what: t`neither the rollback copy nor a proved dump of this launch is there`,
      where: host.name,
      mend: t`look for the copy under another name (psql --list)`,
    });
  if (database.backup.pgbackrest)
    throw new UserError({
      what: t`the rollback copy is gone, and pgBackRest's backup is of the whole server`,
      where: host.name,
      mend: t`restore it on a server of its own (docs/pgbackrest.md) and compare there`,
    });
  await readManifest(host, database, backupDirectory(launch), manifestHash(launch));
  const scratch = sideName(database.name, "proof", launch.release.id);
  try {
    await restoreBeside(host, database, backupDirectory(launch), scratch);
    return await compare(scratch, false);
  } finally {
    await dropSide(host, database, scratch);
  }
}

/** Writes the rows themselves to a file on the database host, encrypted when the plan names a recipient; returns where. */
export async function setAside(launch: Recorded, now: string): Promise<{ written: Written[]; file: string }> {
  const { database } = launch.plan;
  const host = databaseHost(launch);
  const plain = `${backupDirectory(launch)}/written.jsonl`;
  const written = await writtenSinceBackup(launch, now, plain);
  const { recipient } = database.backup;
  if (recipient === undefined) return { written, file: plain };
  await host.run(
    databaseScript(
      database,
      'umask 077; age --encrypt --recipient "$2" --output "$1.age.part" -- "$1" && mv -f -- "$1.age.part" "$1.age" && rm -f -- "$1"',
      [plain, recipient],
    ),
  );
  return { written, file: `${plain}.age` };
}
