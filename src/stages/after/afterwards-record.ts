import { backupManifest, backupProof } from "../../journal/steps/steps.ts";
import type { Entry } from "../../journal/event.ts";

export interface Backup {
  readonly release: string;
  readonly proved: boolean;
  /** Milliseconds since the epoch. */
  readonly at: number;
}

/** The backups on record, the newest first. */
export function backupsOf(entries: readonly Entry[]): Backup[] {
  const made = entries.filter(
    (entry) => entry.kind === "step" && entry.step === backupManifest.id && entry.status === "done",
  );
  const proved = new Set(
    entries
      .filter((entry) => entry.kind === "step" && entry.step === backupProof.id && entry.facts?.proved !== undefined)
      .map(({ release }) => release),
  );
  return [
    ...new Map(
      made.map((entry) => [
        entry.release,
        { release: entry.release, proved: proved.has(entry.release), at: Date.parse(entry.at) },
      ]),
    ).values(),
  ].toSorted((a, b) => b.at - a.at);
}
