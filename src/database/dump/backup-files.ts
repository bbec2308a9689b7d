import { command } from "../../core/command.ts";
import type { Host } from "../../hosts/host.ts";
import type { NewestBackup } from "../../plan/schema/prepare-schema.ts";
import { type DatabasePlan, databaseScript } from "../postgres.ts";
import { findBackups, lookAtBackups } from "./shell/scripts.ts";

/** A backup as it lies on the host, whatever it is. */
export interface BackupFile {
  readonly path: string;
  readonly bytes: number;
  /** When it was changed last, and what time it is there: seconds since 1970. */
  readonly changed: number;
  readonly now: number;
}

/** The backups that the plan's pattern or command leads to. */
export async function backupsOf(
  host: Host,
  database: DatabasePlan,
  plan: Exclude<NewestBackup, { kind: "pgbackrest" }>,
): Promise<readonly BackupFile[]> {
  if (plan.kind === "command") {
    const [file = "", ...args] = plan.run;
    const { stdout } = await host.run(command(file, args, { timeoutSeconds: 300 }));
    const path = stdout.trim().split("\n").at(-1) ?? "";
    return path.startsWith("/") ? backupsAt(host, database, [path]) : [];
  }
  const parts = plan.pattern.split("/");
  const fixed = parts.findIndex((part) => /[*?[]/.test(part));
  const depth = fixed === -1 ? 1 : parts.length - fixed;
  const folder = parts.slice(0, parts.length - depth).join("/") || "/";
  const values = [folder, plan.pattern, String(depth), lookAtBackups];
  const { stdout } = await host.run(databaseScript(database, findBackups, values, { timeoutSeconds: 300 }));
  return filesIn(stdout);
}

/** Those of these paths at which there is one. */
export async function backupsAt(
  host: Host,
  database: DatabasePlan,
  paths: readonly string[],
): Promise<readonly BackupFile[]> {
  const { stdout } = await host.attempt(databaseScript(database, lookAtBackups, paths, { timeoutSeconds: 60 }));
  return filesIn(stdout);
}

function filesIn(stdout: string): BackupFile[] {
  return [...stdout.matchAll(/^(\d+)\|(\d+)\|(\d+)\|(.+)$/gm)].map(([, now, changed, bytes, path]) => ({
    now: Number(now),
    changed: Number(changed),
    bytes: Number(bytes),
    path: path ?? "",
  }));
}
