import { type Command, type Finished, script } from "../../core/command.ts";
import { CommandError, type Problem, UserError } from "../../core/errors.ts";
import { t } from "../../core/text/text.ts";
import type { Host } from "../../hosts/host.ts";
import type { PgbackrestPlan } from "./schema.ts";
import type { DatabasePlan } from "../postgres.ts";

/** One backup as `info --output=json` tells it; only what golive reads. */
export interface BackupEntry {
  readonly label: string;
  readonly type: "full" | "diff" | "incr";
  readonly error: boolean | null;
  readonly annotation?: Readonly<Record<string, string>>;
  readonly archive: { readonly start: string | null; readonly stop: string | null };
  readonly database: { readonly id: number; readonly "repo-key": number };
  readonly info: { readonly size: number; readonly repository: { readonly delta: number } };
  readonly lsn: { readonly start: string; readonly stop: string };
  readonly reference: readonly string[] | null;
  readonly timestamp: { readonly start: number; readonly stop: number };
}

export interface StanzaInfo {
  readonly archive: readonly { readonly id: string; readonly database: BackupEntry["database"] }[];
  readonly backup: readonly BackupEntry[];
  readonly db: readonly {
    readonly id: number;
    readonly "repo-key": number;
    readonly "system-id": string;
    readonly version: string;
  }[];
  readonly status: { readonly code: number; readonly message: string };
}

/**
 * pgbackrest as the plan's user, with its own configuration only: libpq's variables of the plan would lead it to
 * another server than the one its archive comes from.
 */
export function pgbackrestCommand(
  plan: DatabasePlan,
  settings: PgbackrestPlan,
  verb: string,
  args: readonly string[] = [],
  timeoutSeconds = 3600,
): Command {
  const options = [
    `--stanza=${settings.stanza}`,
    ...(settings.config === undefined ? [] : [`--config=${settings.config}`]),
    "--log-level-stderr=warn",
  ];
  return {
    file: "pgbackrest",
    args: [
      verb,
      ...args.filter((word) => !word.startsWith("--")),
      ...options,
      ...args.filter((word) => word.startsWith("--")),
    ],
    env: { LC_ALL: "C.UTF-8" },
    timeoutSeconds,
    label: `pgbackrest --stanza=${settings.stanza} ${verb}`,
    ...asUser(plan),
  };
}

/** A fixed shell script in the same surroundings. */
export function pgbackrestScript(
  plan: DatabasePlan,
  label: string,
  text: string,
  values: readonly string[],
  options: { readonly stdin?: string; readonly timeoutSeconds?: number } = {},
): Command {
  // The restored server asks for its log segments one by one: fetching ahead would share a lock with the live one's archiving.
  const env = { LC_ALL: "C.UTF-8", PGBACKREST_ARCHIVE_ASYNC: "n", GOLIVE_PROGRAMS: plan.programs ?? "" };
  return script(text, values, { env, label, ...asUser(plan), ...options });
}

/** Runs it; a failure that is known is told in words, with the command's own as its cause. */
export async function runPgbackrest(
  host: Host,
  plan: DatabasePlan,
  settings: PgbackrestPlan,
  asked: Command,
): Promise<Finished> {
  const finished = await host.attempt(asked);
  if (finished.code === 0 && !finished.timedOut) return finished;
  const failed = new CommandError(host, asked, finished);
  const problem = explain(host.name, plan, settings, finished);
  throw problem === null ? failed : new UserError(problem, { cause: failed });
}

export async function stanzaInfo(host: Host, plan: DatabasePlan, settings: PgbackrestPlan): Promise<StanzaInfo> {
  const { stdout } = await runPgbackrest(
    host,
    plan,
    settings,
    pgbackrestCommand(plan, settings, "info", ["--output=json", "--log-level-console=off"], 300),
  );
  // Larger than a number of JavaScript holds exactly.
  const [info] = JSON.parse(stdout.replace(/"system-id":(\d+)/g, '"system-id":"$1"')) as StanzaInfo[];
  // A stanza that does not exist is answered with exit code 0.
  if (info === undefined || info.status.code === 1 || info.status.code === 3)
    throw new UserError(noStanza(host.name, plan, settings));
  return info;
}

/** The backup of this label; throws when it is not in the repository, or no longer. */
export async function backupOf(
  host: Host,
  plan: DatabasePlan,
  settings: PgbackrestPlan,
  label: string,
): Promise<{ entry: BackupEntry; info: StanzaInfo }> {
  const info = await stanzaInfo(host, plan, settings);
  const entry = info.backup.find((backup) => backup.label === label);
  if (entry === undefined) throw new UserError(noBackup(host.name, settings, label));
  return { entry, info };
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
  const { stanza, config } = settings;
  const full = noRoomFor(said);
  if (full !== null)
    return { what: t`there is no room left for ${full}`, where, mend: t`make room there, then run again` };
  // A flipped byte is met by the checksum of the file, or before it by what unpacks or deciphers it.
  if ([26, 29, 95].includes(number) && /checksum|zlib|zst|lz4|bz2|cipher|decrypt/i.test(said)) {
    return {
      what: t`the backup is damaged: ${/checksum/i.test(said) ? t`a checksum is wrong` : t`it cannot be unpacked`}`,
      where,
      mend: t`pgbackrest verify names the file; take another full backup, this one is no way back`,
    };
  }
  switch (number) {
    case 127:
      return { what: t`pgbackrest is missing`, where, mend: t`install the package pgbackrest there` };
    case 37:
      return noStanza(where, plan, settings);
    case 50:
      return {
        what: t`another pgbackrest is at work on the stanza "${stanza}"`,
        where,
        mend: t`wait for it to end (pgbackrest info), and keep its timer out of the maintenance window`,
      };
    case 55:
      if (config !== undefined && said.includes(`missing file '${config}'`))
        return {
          what: t`there is no file ${config}`,
          where,
          mend: t`change database.backup.pgbackrest.config in the plan`,
        };
      return /(archive|backup)\.info/.test(said) ? noStanza(where, plan, settings) : null;
    case 56:
      return {
        what: t`pgbackrest cannot connect to PostgreSQL`,
        where,
        mend: t`set pg1-socket-path, pg1-port and pg1-user of the stanza "${stanza}", and database.run-as in the plan to a user who may connect (mostly postgres)`,
      };
    case 28:
    case 44:
    case 51:
      return /stanza/.test(said)
        ? {
            what: t`the stanza "${stanza}" belongs to another PostgreSQL server, or to an older version of this one`,
            where,
            mend: t`set its pg1-path; after an upgrade: ${asTyped(plan, settings)} stanza-upgrade`,
          }
        : null;
    case 62:
      return {
        what: t`pgbackrest was stopped for the stanza "${stanza}"`,
        where,
        mend: t`${asTyped(plan, settings)} start`,
      };
    case 68:
    case 87:
      return {
        what: t`PostgreSQL does not archive through pgbackrest, so that no backup could be brought back`,
        where,
        mend: t`in postgresql.conf: archive_mode = on, archive_command = 'pgbackrest --stanza=${stanza} archive-push %p'; then restart PostgreSQL`,
      };
    case 75:
      return {
        what: t`this backup is not in the repository, or no longer`,
        where,
        mend: t`look for it with pgbackrest info; a retention that is too short expires it`,
      };
    case 82:
      return {
        what: t`PostgreSQL's log does not arrive in the repository (archiving does not work, or is far behind)`,
        where,
        mend: t`read PostgreSQL's log for what archive_command said`,
      };
  }
  if (/Permission denied/.test(said))
    return {
      what: t`pgbackrest may not read or write its files${plan.runAs === undefined ? "" : t` as ${plan.runAs}`}`,
      where,
      mend: t`set database.run-as in the plan to the user who owns PostgreSQL's data (mostly postgres)`,
    };
  return null;
}

/** The file that no room was left for, or null. Of a write that ends half-way pgbackrest names the file and no reason. */
export function noRoomFor(said: string): string | null {
  return (
    /unable to write '([^'\n]+)'(?:: \[28\]|\s*$)/m.exec(said)?.[1] ??
    (/No space left on device|Disk quota exceeded/i.test(said) ? t`what pgbackrest writes` : null)
  );
}

function noStanza(where: string, plan: DatabasePlan, settings: PgbackrestPlan): Problem {
  return {
    what: t`pgbackrest knows no stanza "${settings.stanza}"`,
    where,
    mend: t`change database.backup.pgbackrest.stanza in the plan; or set it up in pgbackrest.conf and make it: ${asTyped(plan, settings)} stanza-create`,
  };
}

export function noBackup(where: string, settings: PgbackrestPlan, label: string): Problem {
  return {
    what: t`the stanza "${settings.stanza}" has no backup ${label}, or no longer`,
    where,
    mend: t`look for it with pgbackrest info; a retention that is too short expires it`,
  };
}

function asTyped(plan: DatabasePlan, { stanza, config }: PgbackrestPlan): string {
  return `${plan.runAs === undefined ? "" : `sudo -u ${plan.runAs} `}pgbackrest --stanza=${stanza}${config === undefined ? "" : ` --config=${config}`}`;
}

function asUser(plan: DatabasePlan): { user?: string } {
  return plan.runAs === undefined ? {} : { user: plan.runAs };
}
