import { CommandError, UserError } from "../../core/errors.ts";
import { showSize } from "../../core/text/figures.ts";
import type { Host } from "../../hosts/host.ts";
import type { DatabasePlan } from "../postgres.ts";
import { pgbackrestCommand, pgbackrestScript, runPgbackrest } from "./command.ts";
import { backupOf } from "./info.ts";
import { noRoomFor } from "./problems.ts";
import { refusal, refusedError } from "./refusal.ts";
import { prepareText, removeText } from "./restore-text.ts";
import type { PgbackrestPlan } from "./schema.ts";

export interface RestoreOptions {
  readonly label: string;
  /** Gets `data` (PostgreSQL's data directory) and `golive-restore`, the mark by which golive knows it again. */
  readonly directory: string;
  /** Restores over an earlier restore of golive's in this folder: only files that differ are fetched. */
  readonly delta?: boolean;
  /** Goes on from the backup through the archived log to this point, when the server is started. */
  readonly target?: { readonly type: "time" | "lsn" | "xid" | "name"; readonly value: string };
}

export interface Restored {
  /** The data directory, ready to be started: it ends recovery by itself and never archives. */
  readonly data: string;
  readonly seconds: number;
}

/**
 * Restores one backup into a folder of its own, as of its end or of a later point. Refuses any folder that is not empty
 * and not golive's own.
 */
export async function restoreTo(
  host: Host,
  plan: DatabasePlan,
  settings: PgbackrestPlan,
  options: RestoreOptions,
): Promise<Restored> {
  const { label, delta = false } = options;
  const { entry } = await backupOf(host, plan, settings, label);
  const own = await prepareFolder(host, plan, options, entry.info.size + plan.backup.leastFree * 1024 * 1024);
  const asked = pgbackrestCommand(plan, settings, "restore", {
    args: [`--repo=${entry.database["repo-key"]}`, ...restoreWords(own, options)],
    timeoutSeconds: 12 * 3600,
  });
  try {
    // Where it runs is how a restore that was left behind is found.
    const { seconds } = await runPgbackrest(host, plan, settings, { ...asked, cwd: `${own}/data` });
    return { data: `${own}/data`, seconds };
  } catch (error) {
    // A disk that is full is let go at once: the live server may be on it.
    if (!delta && isNoRoom(error)) await removeRestored(host, plan, own);
    throw error;
  }
}

/** Makes the folder ready, and returns its path without links. */
async function prepareFolder(
  host: Host,
  plan: DatabasePlan,
  { label, directory, delta = false }: RestoreOptions,
  needed: number,
): Promise<string> {
  const asked = pgbackrestScript(plan, prepareText, [directory, delta ? "delta" : "new", String(needed)], {
    label: `prepare ${directory}`,
    stdin: `${label}\n`,
    timeoutSeconds: 120,
  });
  const finished = await host.attempt(asked);
  if (finished.code === 0) return finished.stdout.trim();
  const room = { needed: showSize(needed), free: showSize(Number(finished.stdout)) };
  throw refusedError(host, directory, { asked, finished }, refusal(finished.code, { plan, ...room }));
}

function restoreWords(own: string, { label, delta = false, target }: RestoreOptions): string[] {
  const to = target === undefined ? ["--type=immediate"] : [`--type=${target.type}`, `--target=${target.value}`];
  return [
    `--set=${label}`,
    `--pg1-path=${own}/data`,
    ...to,
    "--target-action=promote",
    "--archive-mode=off",
    delta ? "--delta" : "--no-delta",
    // Nothing of it may land outside: tablespaces and links would be restored over those of the live server.
    "--reset-tablespace-map",
    `--tablespace-map-all=${own}/tablespaces`,
    "--no-link-all",
    "--reset-link-map",
    "--reset-recovery-option",
    "--reset-db-include",
    "--reset-db-exclude",
  ];
}

function isNoRoom(error: unknown): boolean {
  const cause = error instanceof UserError ? error.cause : null;
  return cause instanceof CommandError && noRoomFor(cause.finished.stderr) !== null;
}

/** Stops what runs in a folder that golive restored into, and removes it. Leaves any other folder alone. */
export async function removeRestored(host: Host, plan: DatabasePlan, directory: string): Promise<void> {
  const asked = pgbackrestScript(plan, removeText, [directory], {
    label: `remove ${directory}`,
    timeoutSeconds: 600,
  });
  const finished = await host.attempt(asked);
  if (finished.code !== 0) throw refusedError(host, directory, { asked, finished }, refusal(finished.code, { plan }));
}
