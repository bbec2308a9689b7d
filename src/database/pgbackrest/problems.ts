import type { Finished } from "../../core/command.ts";
import type { Problem } from "../../core/errors.ts";
import { t } from "../../core/text/text.ts";
import type { DatabasePlan } from "../postgres.ts";
import type { PgbackrestPlan } from "./schema.ts";

/** What a failed pgbackrest said, and what it was asked for. */
interface Failure {
  readonly where: string;
  readonly plan: DatabasePlan;
  readonly settings: PgbackrestPlan;
  readonly said: string;
}

/** The user's to mend, in words; null for a failure that is not known. */
export function explain(
  where: string,
  plan: DatabasePlan,
  settings: PgbackrestPlan,
  { code, stdout, stderr }: Finished,
): Problem | null {
  const said = `${stderr}\n${stdout}`;
  const number = Number(/ERROR: \[(\d+)\]/.exec(said)?.[1] ?? (code === 127 ? 127 : 0));
  const failure = { where, plan, settings, said };
  return noRoom(failure) ?? damagedBackup(failure, number) ?? byNumber(failure, number) ?? forbidden(failure);
}

function noRoom({ where, said }: Failure): Problem | null {
  const full = noRoomFor(said);
  if (full === null) return null;
  return {
    code: "pgbackrest-no-room",
    what: t`there is no room left for ${full}`,
    where,
    mend: t`make room there, then run again`,
  };
}

/** The file that no room was left for, or null. Of a write that ends half-way pgbackrest names the file and no reason. */
export function noRoomFor(said: string): string | null {
  return (
    /unable to write '([^'\n]+)'(?:: \[28\]|\s*$)/m.exec(said)?.[1] ??
    (/No space left on device|Disk quota exceeded/i.test(said) ? t`what pgbackrest writes` : null)
  );
}

/** A flipped byte is met by the checksum of the file, or before it by what unpacks or deciphers it. */
function damagedBackup({ where, said }: Failure, number: number): Problem | null {
  if (![26, 29, 95].includes(number) || !/checksum|zlib|zst|lz4|bz2|cipher|decrypt/i.test(said)) return null;
  const how = /checksum/i.test(said) ? t`a checksum is wrong` : t`it cannot be unpacked`;
  return {
    code: "pgbackrest-backup-damaged",
    what: t`the backup is damaged: ${how}`,
    where,
    mend: t`pgbackrest verify names the file; take another full backup, this one is no way back`,
  };
}

/** Numbers of pgbackrest's errors (src/build/error/error.yaml there); 127 is the shell's. */
function byNumber(failure: Failure, number: number): Problem | null {
  return problemOf[number]?.(failure) ?? null;
}

const problemOf: Readonly<Record<number, (failure: Failure) => Problem | null>> = {
  28: otherServer,
  37: ({ where, plan, settings }) => noStanza(where, plan, settings),
  44: otherServer,
  50: ({ where, settings }) => ({
    code: "pgbackrest-busy",
    what: t`another pgbackrest is at work on the stanza "${settings.stanza}"`,
    where,
    mend: t`wait for it to end (pgbackrest info), and keep its timer out of the maintenance window`,
  }),
  51: otherServer,
  55: missingFile,
  56: ({ where, settings }) => ({
    code: "pgbackrest-no-connection",
    what: t`pgbackrest cannot connect to PostgreSQL`,
    where,
    mend: t`set pg1-socket-path, pg1-port and pg1-user of the stanza "${settings.stanza}", and database.run-as in \
the plan to a user who may connect (mostly postgres)`,
  }),
  62: ({ where, plan, settings }) => ({
    code: "pgbackrest-stopped",
    what: t`pgbackrest was stopped for the stanza "${settings.stanza}"`,
    where,
    mend: t`${asTyped(plan, settings)} start`,
  }),
  68: notArchived,
  75: ({ where }) => ({
    code: "pgbackrest-backup-gone",
    what: t`this backup is not in the repository, or no longer`,
    where,
    mend: t`look for it with pgbackrest info; a retention that is too short expires it`,
  }),
  82: ({ where }) => ({
    code: "pgbackrest-archive-late",
    what: t`PostgreSQL's log does not arrive in the repository (archiving does not work, or is far behind)`,
    where,
    mend: t`read PostgreSQL's log for what archive_command said`,
  }),
  87: notArchived,
  127: ({ where }) => ({
    code: "pgbackrest-missing",
    what: t`pgbackrest is missing`,
    where,
    mend: t`install the package pgbackrest there`,
  }),
};

function otherServer({ where, plan, settings, said }: Failure): Problem | null {
  if (!/stanza/.test(said)) return null;
  return {
    code: "pgbackrest-stanza-outdated",
    what: t`the stanza "${settings.stanza}" belongs to another PostgreSQL server, or to an older version of this one`,
    where,
    mend: t`set its pg1-path; after an upgrade: ${asTyped(plan, settings)} stanza-upgrade`,
  };
}

function missingFile({ where, plan, settings, said }: Failure): Problem | null {
  const { config } = settings;
  if (config !== undefined && said.includes(`missing file '${config}'`))
    return {
      code: "pgbackrest-config-missing",
      what: t`there is no file ${config}`,
      where,
      mend: t`change database.backup.pgbackrest.config in the plan`,
    };
  return /(archive|backup)\.info/.test(said) ? noStanza(where, plan, settings) : null;
}

function notArchived({ where, settings }: Failure): Problem {
  return {
    code: "pgbackrest-not-archiving",
    what: t`PostgreSQL does not archive through pgbackrest, so that no backup could be brought back`,
    where,
    mend: t`in postgresql.conf: archive_mode = on, archive_command = 'pgbackrest --stanza=${settings.stanza} \
archive-push %p'; then restart PostgreSQL`,
  };
}

function forbidden({ where, plan, said }: Failure): Problem | null {
  if (!/Permission denied/.test(said)) return null;
  const as = plan.runAs === undefined ? "" : t` as ${plan.runAs}`;
  return {
    code: "pgbackrest-files-forbidden",
    what: t`pgbackrest may not read or write its files${as}`,
    where,
    mend: t`set database.run-as in the plan to the user who owns PostgreSQL's data (mostly postgres)`,
  };
}

export function noStanza(where: string, plan: DatabasePlan, settings: PgbackrestPlan): Problem {
  return {
    code: "pgbackrest-no-stanza",
    what: t`pgbackrest knows no stanza "${settings.stanza}"`,
    where,
    mend: t`change database.backup.pgbackrest.stanza in the plan; or set it up in pgbackrest.conf and make \
it: ${asTyped(plan, settings)} stanza-create`,
  };
}

export function noBackup(where: string, settings: PgbackrestPlan, label: string): Problem {
  return {
    code: "pgbackrest-backup-not-found",
    what: t`the stanza "${settings.stanza}" has no backup ${label}, or no longer`,
    where,
    mend: t`look for it with pgbackrest info; a retention that is too short expires it`,
  };
}

/** What somebody types on the host to give pgbackrest another command for this stanza. */
function asTyped(plan: DatabasePlan, { stanza, config }: PgbackrestPlan): string {
  const sudo = plan.runAs === undefined ? "" : `sudo -u ${plan.runAs} `;
  const configuration = config === undefined ? "" : ` --config=${config}`;
  return `${sudo}pgbackrest --stanza=${stanza}${configuration}`;
}
