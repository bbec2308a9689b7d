import { UserError } from "../../core/errors.ts";
import { t } from "../../core/text/text.ts";
import type { Host } from "../../hosts/host.ts";
import type { DatabasePlan } from "../postgres.ts";
import { pgbackrestCommand, runPgbackrest } from "./command.ts";
import { stanzaInfo } from "./info.ts";
import type { PgbackrestPlan } from "./schema.ts";

export interface PgbackrestBackup {
  readonly label: string;
  /** What it became: the first backup of a stanza is full, whatever was asked for. */
  readonly type: "full" | "diff" | "incr";
  /** Of the whole server: the room a restore takes. */
  readonly bytes: number;
  /** What it added to the repository. */
  readonly repositoryBytes: number;
  readonly startedAt: string;
  readonly endedAt: string;
  readonly startLsn: string;
  readonly stopLsn: string;
  readonly seconds: number;
}

/** Takes a backup of the server and returns what the repository says of it. Expires none of the older ones. */
export async function takePgbackrest(
  host: Host,
  plan: DatabasePlan,
  settings: PgbackrestPlan,
  { type, annotation }: { type: PgbackrestBackup["type"]; annotation: string },
): Promise<PgbackrestBackup> {
  const before = new Set((await stanzaInfo(host, plan, settings)).backup.map(({ label }) => label));
  const asked = pgbackrestCommand(plan, settings, "backup", {
    args: [
      `--type=${type}`,
      "--start-fast",
      "--archive-check",
      "--no-expire-auto",
      `--annotation=golive=${annotation}`,
    ],
    timeoutSeconds: 12 * 3600,
  });
  const { seconds } = await runPgbackrest(host, plan, settings, asked);
  const made = (await stanzaInfo(host, plan, settings)).backup
    .filter((backup) => !before.has(backup.label) && backup.annotation?.golive === annotation)
    .at(-1);
  if (made === undefined)
    throw new UserError({
      code: "pgbackrest-backup-not-made",
      what: t`pgbackrest ended well, but the stanza "${settings.stanza}" has no new backup`,
      where: host.name,
      mend: t`look at pgbackrest info and at the log of pgbackrest, usually in /var/log/pgbackrest`,
    });
  if (made.error !== false)
    throw new UserError({
      code: "database-pages-damaged",
      what: t`the backup ${made.label} holds pages of the database whose checksums are wrong`,
      where: host.name,
      mend: t`the database itself is damaged: find the tables with pg_amcheck or in the log of pgbackrest before anything is deployed`,
    });
  return {
    label: made.label,
    type: made.type,
    bytes: made.info.size,
    repositoryBytes: made.info.repository.delta,
    startedAt: new Date(made.timestamp.start * 1000).toISOString(),
    endedAt: new Date(made.timestamp.stop * 1000).toISOString(),
    startLsn: made.lsn.start,
    stopLsn: made.lsn.stop,
    seconds,
  };
}
