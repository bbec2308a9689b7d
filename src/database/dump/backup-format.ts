import { type Problem, UserError } from "../../core/errors.ts";
import { t } from "../../core/text/text.ts";
import type { Host } from "../../hosts/host.ts";
import { otherDatabase } from "../scratch/feed.ts";
import type { BackupFormat, Packing } from "./found-backup.ts";
import { lookText, unpackText } from "../scratch/plain.ts";
import { type DatabasePlan, databaseScript } from "../postgres.ts";
import { archiveWhole, backupKind, plainWhole } from "./shell/scripts.ts";

const programs: Readonly<Record<Packing, string>> = {
  gzip: "gzip",
  zstd: "zstd",
  xz: "xz",
  bzip2: "bzip2",
  lz4: "lz4",
};

const kindText = `${unpackText}${backupKind}`;

const plainText = `${unpackText}${plainWhole}`;

const archiveText = `${unpackText}${archiveWhole}`;

export interface Whole {
  readonly format: Exclude<BackupFormat, "pgbackrest">;
  readonly packed?: Packing;
}

/** What a backup is, after every byte of it was read. Throws a UserError that says what is wrong with it. */
export async function wholeFormat(host: Host, database: DatabasePlan, path: string): Promise<Whole> {
  const refuse = (problem: Problem) => new UserError({ where: `${host.name}:${path}`, ...problem });
  const looked = await host.run(databaseScript(database, kindText, [path], { timeoutSeconds: 300 }));
  const [kind = "", packing = ""] = looked.stdout.trim().split("|");
  const packed = packing in programs ? { packed: packing as Packing } : {};
  const wrong = wrongKind(kind, packing);
  if (wrong !== null) throw refuse(wrong);
  if (kind === "sql") {
    const problem = await plainProblem(host, database, path, packing);
    if (problem !== null) throw refuse(problem);
    return { format: "sql", ...packed };
  }
  const problem = await archiveProblem(host, database, path, [packing, kind]);
  if (problem !== null) throw refuse(problem);
  return { format: kind === "directory" ? "directory" : "archive", ...packed };
}

function wrongKind(kind: string, packing: string): Problem | null {
  switch (kind) {
    case "sql":
    case "archive":
    case "tar":
    case "directory":
      return null;
    case "empty":
      return packing === "" ? emptyProblem() : damagedProblem();
    case "missing":
      return {
        code: "backup-unpacker-missing",
        what: t`the newest backup is packed with ${packing}, which is not installed there`,
        mend: t`install it there`,
      };
    case "encrypted":
      return {
        code: "backup-encrypted",
        what: t`the newest backup is encrypted, so it cannot be looked into here`,
        mend: t`name a copy that is not, or a command that opens it and prints where`,
      };
    case "utf16":
      return {
        code: "backup-encoding",
        what: t`the newest backup is text of two bytes a character, as PowerShell writes it; psql cannot read that`,
        mend: t`let pg_dump write the file itself: pg_dump --file=…`,
      };
    default:
      return unknownProblem();
  }
}

async function plainProblem(
  host: Host,
  database: DatabasePlan,
  path: string,
  packing: string,
): Promise<Problem | null> {
  const read = await host.attempt(databaseScript(database, plainText, [path, packing, lookText]));
  const lines = read.stdout.split("\n");
  if (read.code !== 0 || lines.includes("damaged")) return damagedProblem();
  if (lines.includes("unknown")) return unknownProblem();
  if (!lines.includes("complete")) return damagedProblem();
  const names = lines.flatMap((line) => (line.startsWith("connects|") ? [line.slice("connects|".length)] : []));
  if (names.length === 0 || names.includes(database.name)) return null;
  return otherDatabase(lines.includes("cluster") ? "" : (names[0] ?? ""), database);
}

async function archiveProblem(
  host: Host,
  database: DatabasePlan,
  path: string,
  how: readonly string[],
): Promise<Problem | null> {
  const read = await host.attempt(databaseScript(database, archiveText, [path, ...how]));
  const version = /unsupported version \(([\d.]+)\) in file header/.exec(read.stderr)?.[1];
  if (version !== undefined)
    return {
      code: "backup-newer-version",
      what: t`the newest backup was made by a newer pg_dump (archive format ${version}), which the programs there cannot read`,
      mend: t`make it with the pg_dump of the server's version, or install that newer version and name its folder in database.programs`,
    };
  if (read.code !== 0) return damagedProblem();
  const of = /^;\s+dbname: (.*)$/m.exec(read.stdout)?.[1];
  return of === undefined || of === database.name ? null : otherDatabase(of, database);
}

export const emptyProblem = (): Problem => ({
  code: "backup-empty",
  what: t`the newest backup is empty`,
  mend: t`find out why the nightly backup fails`,
});

const damagedProblem = (): Problem => ({
  code: "backup-damaged",
  what: t`the newest backup is damaged or cut off`,
  mend: t`find out why; the nightly backup cannot be relied on`,
});

const unknownProblem = (): Problem => ({
  code: "backup-unknown",
  what: t`the newest backup is nothing that pg_dump writes`,
  mend: t`correct prepare.newest-backup; formats: pg_dump's custom, directory and tar, and plain SQL; packed with \
gzip, zstd, xz, bzip2 or lz4`,
});
