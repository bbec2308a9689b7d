import { command } from "../../core/command.ts";
import { CommandError, errorLine, type Problem, UserError } from "../../core/errors.ts";
import { t } from "../../core/text/text.ts";
import type { Host } from "../../hosts/host.ts";
import {
  type BackupEntry,
  backupOf,
  explain,
  pgbackrestCommand,
  pgbackrestScript,
  runPgbackrest,
  stanzaInfo,
} from "./command.ts";
import type { PgbackrestPlan } from "./schema.ts";
import { type DatabasePlan, query } from "../postgres.ts";

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

const oldestMinor = 45;

/**
 * Whether the stanza is there, is this server's, and the server's log arrives in the repository. Changes nothing but
 * that `pgbackrest check` makes PostgreSQL begin a new segment of its log, to see it arrive.
 */
export async function pgbackrestProblems(host: Host, plan: DatabasePlan, settings: PgbackrestPlan): Promise<Problem[]> {
  const where = host.name;
  const asked = await host.attempt(
    pgbackrestScript(plan, "pgbackrest version", "id -u && exec pgbackrest version", [], { timeoutSeconds: 60 }),
  );
  const version = /pgBackRest (2\.\d+)/.exec(asked.stdout)?.[1];
  if (version === undefined)
    return [
      explain(where, plan, settings, asked) ?? {
        what: t`pgbackrest does not answer: ${new CommandError(host, command("pgbackrest", ["version"]), asked).brief}`,
        where,
        mend: t`check database.run-as in the plan`,
      },
    ];
  const problems: Problem[] = [];
  if (asked.stdout.startsWith("0\n"))
    problems.push({
      what: t`the restored server of the proof cannot run as root`,
      where,
      mend: t`set database.run-as in the plan to the user of PostgreSQL (mostly postgres)`,
    });
  if (Number(version.slice(2)) < oldestMinor)
    problems.push({
      what: t`pgbackrest ${version} is too old`,
      where,
      mend: t`golive needs version 2.${oldestMinor} or newer`,
    });
  const check = pgbackrestCommand(plan, settings, "check", [], 300);
  const checked = await host.attempt(check);
  if (checked.code !== 0)
    return [
      ...problems,
      explain(where, plan, settings, checked) ?? {
        what: new CommandError(host, check, checked).brief,
        where,
        mend: t`run pgbackrest check there until it is silent`,
      },
    ];
  try {
    const { db } = await stanzaInfo(host, plan, settings);
    const current = Math.max(...db.map(({ id }) => id));
    const [[system] = []] = await query(host, plan, {
      database: "postgres",
      sql: "SELECT system_identifier FROM pg_control_system()",
    });
    if (!db.some(({ id, "system-id": known }) => id === current && known === system))
      problems.push({
        what: t`the stanza "${settings.stanza}" backs up another PostgreSQL server than the one that holds ${plan.name}`,
        where,
        mend: t`change database.backup.pgbackrest.stanza or database.connection in the plan`,
      });
  } catch (error) {
    problems.push(
      ...(error instanceof UserError
        ? error.problems
        : [{ what: errorLine(error), where, mend: t`check database.connection and database.run-as in the plan` }]),
    );
  }
  return problems;
}

/** Takes a backup of the server and returns what the repository says of it. Expires none of the older ones. */
export async function takePgbackrest(
  host: Host,
  plan: DatabasePlan,
  settings: PgbackrestPlan,
  { type, annotation }: { type: PgbackrestBackup["type"]; annotation: string },
): Promise<PgbackrestBackup> {
  const before = new Set((await stanzaInfo(host, plan, settings)).backup.map(({ label }) => label));
  const asked = pgbackrestCommand(
    plan,
    settings,
    "backup",
    [`--type=${type}`, "--start-fast", "--archive-check", "--no-expire-auto", `--annotation=golive=${annotation}`],
    12 * 3600,
  );
  const { seconds } = await runPgbackrest(host, plan, settings, asked);
  const made = (await stanzaInfo(host, plan, settings)).backup
    .filter((backup) => !before.has(backup.label) && backup.annotation?.["golive"] === annotation)
    .at(-1);
  if (made === undefined)
    throw new UserError({
      what: t`pgbackrest ended well, but the stanza "${settings.stanza}" has no new backup`,
      where: host.name,
      mend: t`look at pgbackrest info and at the log of pgbackrest, usually in /var/log/pgbackrest`,
    });
  if (made.error !== false)
    throw new UserError({
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

export interface Verified {
  readonly seconds: number;
  readonly files: number;
  /** Damage in the repository that this backup does not need. */
  readonly elsewhere: readonly string[];
}

/**
 * Reads every file of the backup in the repository and compares its checksum, and looks that the log it needs is
 * there. Throws a UserError that names each that is not whole. Until 2.55 pgbackrest reads the whole stanza for it.
 */
export async function verifyPgbackrest(
  host: Host,
  plan: DatabasePlan,
  settings: PgbackrestPlan,
  label: string,
): Promise<Verified> {
  const { entry, info } = await backupOf(host, plan, settings, label);
  const repo = `--repo=${entry.database["repo-key"]}`;
  // It exits 0 whatever it finds, and without --verbose says nothing at all of a backup that is whole.
  const asked = pgbackrestCommand(
    plan,
    settings,
    "verify",
    [repo, `--set=${label}`, "--output=text", "--verbose", "--log-level-console=info"],
    12 * 3600,
  );
  const { stdout, stderr, seconds } = await runPgbackrest(host, plan, settings, asked);
  const found = readVerify(`${stdout}\n${stderr}`, entry);
  // `verify` does not miss a segment that is not there.
  const archive = info.archive.find(
    ({ database }) => database.id === entry.database.id && database["repo-key"] === entry.database["repo-key"],
  )?.id;
  const listed: string[] = [];
  for (const folder of new Set(
    [entry.archive.start, entry.archive.stop].map((segment) => segment?.slice(0, 16) ?? ""),
  )) {
    const list = pgbackrestCommand(
      plan,
      settings,
      "repo-ls",
      [`archive/${settings.stanza}/${archive ?? ""}/${folder}`, repo, "--log-level-console=off"],
      600,
    );
    listed.push(...(await runPgbackrest(host, plan, settings, list)).stdout.split("\n"));
  }
  const damaged = [
    ...found.damaged,
    ...neededSegments(entry)
      .filter((segment) => !listed.some((name) => name.startsWith(`${segment}-`)))
      .map((segment) => t`log segment ${segment} is missing`),
  ];
  if (damaged.length > 0)
    throw new UserError(
      damaged.map((what) => ({
        what: t`the backup ${label} is damaged: ${what}`,
        where: host.name,
        mend: t`take another full backup; this one is no way back`,
      })),
    );
  return { seconds, files: found.files, elsewhere: found.elsewhere };
}

/** What `verify` printed, for one backup: anything but a plain "valid" is damage. */
export function readVerify(
  output: string,
  entry: Pick<BackupEntry, "label" | "reference" | "archive" | "lsn">,
): { damaged: string[]; elsewhere: string[]; files: number } {
  const damaged: string[] = [];
  const elsewhere: string[] = [];
  for (const [, how = "", quoted, bare] of output.matchAll(
    /(file missing|invalid checksum|invalid size|invalid result) (?:'([^']+)'|(\S+?):? )/g,
  )) {
    const file = quoted ?? bare ?? "";
    const [folder = "", ...rest] = file.split("/");
    const segment = rest.at(-1)?.slice(0, 24) ?? "";
    const needed =
      folder === entry.label ||
      (entry.reference ?? []).includes(folder) ||
      (/^\d+-\d+$/.test(folder) && neededSegments(entry).includes(segment));
    (needed ? damaged : elsewhere).push(`${how}: ${file}`);
  }
  const [, status, checked = "0", valid = "0"] =
    new RegExp(
      `backup: ${entry.label}, status: ([a-z -]+), total files checked: (\\d+), total valid files: (\\d+)`,
    ).exec(output) ?? [];
  const whole = status === "valid" && checked === valid && checked !== "0";
  // A file of an older backup that this one does not share is no damage of this one.
  const own = whole ? damaged.filter((line) => /: \d+-\d+\//.test(line)) : damaged;
  if (whole) elsewhere.push(...damaged.filter((line) => !own.includes(line)));
  else if (own.length === 0)
    own.push(
      status === undefined
        ? t`pgbackrest verify does not speak of it`
        : t`pgbackrest verify calls it "${status}" (${valid} of ${checked} files)`,
    );
  return { damaged: own, elsewhere, files: Number(checked) };
}

/** Names of the segments of PostgreSQL's log without which the backup cannot be brought to a consistent state. */
export function neededSegments({ archive: { start, stop }, lsn }: Pick<BackupEntry, "archive" | "lsn">): string[] {
  if (start === null || stop === null) return [];
  const perFile = 2 ** 32 / segmentBytes(start, lsn.start);
  const index = (segment: string) =>
    Number.parseInt(segment.slice(8, 16), 16) * perFile + Number.parseInt(segment.slice(16), 16);
  const hex = (value: number) => value.toString(16).toUpperCase().padStart(8, "0");
  const names: string[] = [];
  for (let at = index(start); at <= index(stop); at++)
    names.push(`${stop.slice(0, 8)}${hex(Math.floor(at / perFile))}${hex(at % perFile)}`);
  return names;
}

/** initdb may have chosen another size than 16 MiB: the one that puts the position into the segment. */
function segmentBytes(segment: string, lsn: string): number {
  const position = Number.parseInt(lsn.split("/")[1] ?? "0", 16);
  const number = Number.parseInt(segment.slice(16), 16);
  const usual = 16 * 1024 * 1024;
  const sizes = [usual, ...Array.from({ length: 11 }, (_, power) => 2 ** (20 + power))];
  return sizes.find((size) => Math.floor(position / size) === number) ?? usual;
}
