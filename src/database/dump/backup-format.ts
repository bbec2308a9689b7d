import { type Problem, UserError } from "../../core/errors.ts";
import { t } from "../../core/text/text.ts";
import type { Host } from "../../hosts/host.ts";
import { otherDatabase } from "../scratch/feed.ts";
import { lookText, unpackText } from "../scratch/plain.ts";
import { type DatabasePlan, databaseScript } from "../postgres.ts";

/** What a backup is, once it is unpacked: `archive` is pg_dump's custom or tar format, in one file. */
export type BackupFormat = "archive" | "directory" | "sql" | "pgbackrest";

/** How it is packed on top of that. */
export type Packing = "gzip" | "zstd" | "xz" | "bzip2" | "lz4";

const programs: Readonly<Record<Packing, string>> = {
  gzip: "gzip",
  zstd: "zstd",
  xz: "xz",
  bzip2: "bzip2",
  lz4: "lz4",
};

// The first bytes say what it is, and those behind them once it is unpacked.
const kindText = `${unpackText}if [ -d "$1" ]; then echo 'directory|'; exit; fi
hex() { head -c "$1" | od -An -v -tx1 | tr -d ' \\n'; }
p=
case "$(hex 6 < "$1")" in
  1f8b*) p=gzip ;; 28b52ffd*) p=zstd ;; fd377a585a00) p=xz ;; 425a68*) p=bzip2 ;; 04224d18*) p=lz4 ;;
esac
[ -z "$p" ] || command -v "$p" >/dev/null || { printf 'missing|%s\\n' "$p"; exit; }
b=$(unpack "$p" < "$1" 2>/dev/null | hex 265)
k=unknown
case "$b" in
  '') k=empty ;;
  5047444d50*) k=archive ;;
  2d2d2d2d2d424547494e20*|6167652d656e6372797074696f6e*|53616c7465645f5f*) k=encrypted ;;
  85*|8c0d*|c1*|c3*) k=encrypted ;;
  2d2d*|0a2d2d*|0d0a2d2d*|efbbbf2d2d*) k=sql ;;
  *7573746172*) k=tar ;;
  fffe*|feff*) k=utf16 ;;
esac
printf '%s|%s\\n' "$k" "$p"`;

// Each of its bytes is read. A plain dump ends with words of its own once pg_dump is through.
const plainText = `${unpackText}set -f
[ -z "$2" ] || unpack "$2" < "$1" >/dev/null 2>&1 || { echo damaged; exit; }
unpack "$2" < "$1" | LC_ALL=C awk "$3"`;

// An archive that is packed once more is read as it comes; pg_restore takes it from a pipe.
const archiveText = `${unpackText}umask 077
[ -z "$2" ] || unpack "$2" < "$1" >/dev/null 2>&1 || { echo 'damaged' >&2; exit 1; }
# pg_restore takes a tar that ends too soon for a whole one.
[ "$3" != tar ] || unpack "$2" < "$1" | tar -tf - >/dev/null || exit
if [ -n "$2" ]; then unpack "$2" < "$1" | pg_restore --list || exit; unpack "$2" < "$1" | pg_restore --file=/dev/null
else pg_restore --list -- "$1" && pg_restore --file=/dev/null -- "$1"; fi`;

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
