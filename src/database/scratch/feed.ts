import { type Finished, script } from "../../core/command.ts";
import { CommandError, type Problem, UserError } from "../../core/errors.ts";
import { showDuration } from "../../core/text/figures.ts";
import { t } from "../../core/text/text.ts";
import type { FoundBackup } from "../dump/found-backup.ts";
import { type DatabasePlan, libpqEnvironment } from "../postgres.ts";
import { asUserText } from "./as-user.ts";
import { feedText, filterText } from "./plain.ts";
import type { Scratch } from "./server.ts";
import { pipeBackup } from "./shell/scripts.ts";

const pipeText = `${asUserText}${pipeBackup}`;

export interface Limits {
  readonly statementSeconds: number;
  readonly lockSeconds: number;
}

/** Which backup goes into which database, and how long its statements and locks may take. */
export interface Feeding {
  readonly backup: FoundBackup;
  readonly name: string;
  readonly limits: Limits;
}

/** Feeds a backup to a database of the scratch server. Returns the seconds; throws a UserError that says why it is no good. */
export async function feed(
  { host, database }: Scratch,
  service: DatabasePlan,
  { backup, name, limits: { statementSeconds, lockSeconds } }: Feeding,
): Promise<number> {
  const env = {
    ...libpqEnvironment(database),
    PGOPTIONS: [
      `-c statement_timeout=${statementSeconds * 1000} -c lock_timeout=${lockSeconds * 1000}`,
      "-c synchronous_commit=off -c max_parallel_maintenance_workers=0",
    ].join(" "),
    GOLIVE_PROGRAMS: database.programs ?? "",
    GOLIVE_DATABASE: service.name,
    HOME: "/nonexistent",
    PATH: "/usr/local/bin:/usr/bin:/bin",
  };
  const writer = [
    "timeout",
    "--kill-after=10",
    String(statementSeconds),
    ...["env", "-i", ...Object.entries(env).map(([key, value]) => `${key}=${value}`)],
    ...["sh", "-c", feedText, "sh"],
    ...[name, backup.format, backup.packed ?? "", database.backup.directory, filterText],
  ];
  const reader = backup.reader ?? "";
  const asked = script(pipeText, [reader, database.runAs ?? "", backup.path, backup.format, ...writer], {
    timeoutSeconds: statementSeconds + 30,
    label: t`restore ${backup.path} into ${name}`,
  });
  const finished = await host.attempt(asked);
  const problem = problemOf(finished, backup, service, statementSeconds);
  if (problem === null) return finished.seconds;
  throw new UserError(
    { where: `${host.name}:${backup.path}`, ...problem },
    { cause: new CommandError(host, asked, finished) },
  );
}

function problemOf(
  { code, stderr, timedOut }: Finished,
  backup: FoundBackup,
  service: DatabasePlan,
  limit: number,
): Problem | null {
  const told = (kind: string) => new RegExp(`^golive-${kind}\\|(.*)$`, "m").exec(stderr)?.[1];
  const other = told("other");
  if (other !== undefined) return otherDatabase(other, service);
  if (timedOut || code === 124 || code === 137)
    return {
      code: "backup-slow",
      what: t`the newest backup was not restored within ${showDuration(limit)}`,
      mend: t`give prepare.test-restore.statement-timeout more, if the window does not depend on it`,
    };
  if (code === 87)
    return {
      code: "psql-too-old",
      what: t`psql there does not know \\restrict, so a plain dump could tell it to run programs`,
      mend: t`update the PostgreSQL client programs (14.19, 15.14, 16.10, 17.6 or newer), or make the backup with pg_dump -Fc`,
    };
  if (/backslash commands are restricted/.test(stderr))
    return {
      code: "backup-commands-psql",
      what: t`the newest backup holds commands for psql itself, as \\! or \\connect, which pg_dump does not write; none was run`,
      mend: t`find out who wrote into it before anybody restores it`,
    };
  if (/No space left on device/i.test(stderr))
    return {
      code: "scratch-no-room",
      what: t`there is no room left to restore the newest backup`,
      mend: t`make room where the scratch server is, or name another folder in prepare.test-restore.directory`,
    };
  const read = told("read");
  if (told("cut") !== undefined && code === 0) return damaged();
  if (code === 0 && (backup.format !== "sql" || read === "0")) return null;
  if (code === 0) return damaged();
  const [line = "", words] = told("names")?.split("|") ?? [];
  if (words !== undefined)
    return {
      code: "backup-names-server",
      what: t`the newest backup says ${words} in line ${line}, which is not the database's own, and cannot be restored`,
      mend: t`make it with pg_dump; roles and tablespaces are not part of it`,
    };
  const role = /role "([^"]+)" does not exist/.exec(stderr)?.[1];
  if (role !== undefined)
    return {
      code: "backup-role-missing",
      what: t`the newest backup gives things to the role ${role}, which the server does not have`,
      mend: t`as superuser on the service's server: CREATE ROLE "${role}"; or make the backup with --no-owner`,
    };
  return {
    code: "backup-not-restorable",
    what: t`the newest backup cannot be restored`,
    mend: t`find out why; as it is, it is no way back`,
  };
}

const damaged = (): Problem => ({
  code: "backup-damaged",
  what: t`the newest backup is damaged or cut off`,
  mend: t`find out why; the nightly backup cannot be relied on`,
});

export function otherDatabase(name: string, service: DatabasePlan): Problem {
  return {
    code: "backup-other",
    what:
      name === ""
        ? t`the newest backup holds several databases, and "${service.name}" is none of them`
        : t`the newest backup is of the database "${name}", not of "${service.name}"`,
    mend: t`correct prepare.newest-backup`,
  };
}
