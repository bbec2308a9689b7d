import { UserError } from "../../core/errors.ts";
import { t } from "../../core/text/text.ts";
import type { Host } from "../../hosts/host.ts";
import type { DatabasePlan } from "../postgres.ts";
import { pgbackrestCommand, runPgbackrest } from "./command.ts";
import { type BackupEntry, backupOf, type StanzaInfo } from "./info.ts";
import type { PgbackrestPlan } from "./schema.ts";
import { neededSegments } from "./segments.ts";

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
  // It exits 0 whatever it finds, and without --verbose says nothing at all of a backup that is whole.
  const asked = pgbackrestCommand(plan, settings, "verify", {
    args: [repositoryOf(entry), `--set=${label}`, "--output=text", "--verbose", "--log-level-console=info"],
    timeoutSeconds: 12 * 3600,
  });
  const { stdout, stderr, seconds } = await runPgbackrest(host, plan, settings, asked);
  const found = readVerify(`${stdout}\n${stderr}`, entry);
  // `verify` does not miss a segment that is not there.
  const archived = await archivedFor(host, plan, settings, { entry, info });
  const missing = neededSegments(entry)
    .filter((segment) => !archived.some((name) => name.startsWith(`${segment}-`)))
    .map((segment) => t`log segment ${segment} is missing`);
  const damaged = [...found.damaged, ...missing];
  if (damaged.length > 0)
    throw new UserError(
      damaged.map((what) => ({
        code: "pgbackrest-verify-found-damage",
        what: t`the backup ${label} is damaged: ${what}`,
        where: host.name,
        mend: t`take another full backup; this one is no way back`,
      })),
    );
  return { seconds, files: found.files, elsewhere: found.elsewhere };
}

const repositoryOf = ({ database }: BackupEntry) => `--repo=${database["repo-key"]}`;

/** Names in the folders of the archive that hold the first and the last segment of the log that the backup needs. */
async function archivedFor(
  host: Host,
  plan: DatabasePlan,
  settings: PgbackrestPlan,
  { entry, info }: { readonly entry: BackupEntry; readonly info: StanzaInfo },
): Promise<string[]> {
  const archive = info.archive.find(
    ({ database }) => database.id === entry.database.id && database["repo-key"] === entry.database["repo-key"],
  )?.id;
  const folderOf = (segment: string | null) => segment?.slice(0, 16) ?? "";
  const listed: string[] = [];
  for (const folder of new Set([entry.archive.start, entry.archive.stop].map(folderOf))) {
    const path = `archive/${settings.stanza}/${archive ?? ""}/${folder}`;
    const list = pgbackrestCommand(plan, settings, "repo-ls", {
      args: [path, repositoryOf(entry), "--log-level-console=off"],
      timeoutSeconds: 600,
    });
    listed.push(...(await runPgbackrest(host, plan, settings, list)).stdout.split("\n"));
  }
  return listed;
}

/** What `verify` printed, for one backup: anything but a plain "valid" is damage. */
export function readVerify(
  output: string,
  entry: Pick<BackupEntry, "label" | "reference" | "archive" | "lsn">,
): { damaged: string[]; elsewhere: string[]; files: number } {
  const { damaged, elsewhere } = damageIn(output, entry);
  const { status, checked, valid } = countsOf(output, entry.label);
  if (status === "valid" && checked === valid && checked !== "0") {
    // A file of an older backup that this one does not share is no damage of this one.
    const [own, older] = [damaged.filter(isOfArchive), damaged.filter((line) => !isOfArchive(line))];
    return { damaged: own, elsewhere: [...elsewhere, ...older], files: Number(checked) };
  }
  if (damaged.length === 0)
    damaged.push(
      status === undefined
        ? t`pgbackrest verify does not speak of it`
        : t`pgbackrest verify calls it "${status}" (${valid} of ${checked} files)`,
    );
  return { damaged, elsewhere, files: Number(checked) };
}

/** Its line `how: folder/file` is of a segment of the log: `16-1/…`. */
const isOfArchive = (line: string) => /: \d+-\d+\//.test(line);

/** Each file that is not whole, by whether the backup needs it. */
function damageIn(
  output: string,
  entry: Pick<BackupEntry, "label" | "reference" | "archive" | "lsn">,
): { damaged: string[]; elsewhere: string[] } {
  const damaged: string[] = [];
  const elsewhere: string[] = [];
  for (const [, how = "", quoted, bare] of output.matchAll(
    /(file missing|invalid checksum|invalid size|invalid result) (?:'([^']+)'|(\S+?):? )/g,
  )) {
    const file = quoted ?? bare ?? "";
    const [folder = "", ...rest] = file.split("/");
    const segment = rest.at(-1)?.slice(0, 24) ?? "";
    const inBackup = folder === entry.label || (entry.reference ?? []).includes(folder);
    const inNeededLog = /^\d+-\d+$/.test(folder) && neededSegments(entry).includes(segment);
    (inBackup || inNeededLog ? damaged : elsewhere).push(`${how}: ${file}`);
  }
  return { damaged, elsewhere };
}

function countsOf(output: string, label: string): { status?: string; checked: string; valid: string } {
  const counts = "status: ([a-z -]+), total files checked: (\\d+), total valid files: (\\d+)";
  const [, status, checked = "0", valid = "0"] = new RegExp(`backup: ${label}, ${counts}`).exec(output) ?? [];
  return { ...(status === undefined ? {} : { status }), checked, valid };
}
