import { UserError } from "../../core/errors.ts";
import type { Host } from "../../hosts/host.ts";
import type { DatabasePlan } from "../postgres.ts";
import { pgbackrestCommand, runPgbackrest } from "./command.ts";
import { noBackup, noStanza } from "./problems.ts";
import type { PgbackrestPlan } from "./schema.ts";

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

export async function stanzaInfo(host: Host, plan: DatabasePlan, settings: PgbackrestPlan): Promise<StanzaInfo> {
  const { stdout } = await runPgbackrest(
    host,
    plan,
    settings,
    pgbackrestCommand(plan, settings, "info", {
      args: ["--output=json", "--log-level-console=off"],
      timeoutSeconds: 300,
    }),
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
