import { t } from "../text/text.ts";
import { effectTexts, loses } from "./effects-text.ts";
import type { Effect } from "./effect.ts";

/** As it was read in its file. */
interface Read {
  readonly name: string;
  readonly drops: readonly string[];
  readonly rewrites: readonly string[];
}

/** As it ran on the scratch database; effects that could not be seen are null. */
interface Ran {
  readonly name: string;
  readonly effects?: readonly Effect[] | null | undefined;
}

/** Words of a file that say no more than: it depends on the rows that are there. */
const byRows = new Set(["RunPython", "RunSQL", "DELETE FROM", "TRUNCATE", "UPDATE", "DO"]);

/** What of a file is still to be told once it ran: what the rows of yesterday spared, those of the night may not. */
export function unseenWords(read: Read | undefined, effects: readonly Effect[]): string[] {
  if (read === undefined || loses(effects)) return [];
  return [...read.drops, ...read.rewrites].filter((word) => byRows.has(word));
}

/** Whether one that ran is one that was read; several that one command applies have their names in a row. */
export function isOf(ran: Ran, read: Read): boolean {
  if (ran.name === read.name) return true;
  // Of a preset that knows its tool the names are the same. Else it is a path, and tools leave out what they like of it.
  if (!read.name.includes("/")) return false;
  const file = lastOf(read.name);
  const names = [file, file.replace(/\.\w+$/, "")];
  return ran.name.split(/[\s,+]+/).some((word) => names.includes(lastOf(word)));
}

function lastOf(path: string): string {
  return path.split("/").at(-1) ?? "";
}

/**
 * The first migration that nothing brings back but the database of the backup: as found where it ran, else as read.
 * Null where there is none.
 */
export function firstLossy(
  read: readonly Read[],
  ran: readonly Ran[] | null,
): Pick<Read, "name" | "drops" | "rewrites"> | null {
  if (ran === null) return read.find(({ drops, rewrites }) => drops.length + rewrites.length > 0) ?? null;
  for (const one of ran) {
    const files = read.filter((file) => isOf(one, file));
    const found = lossOf(one, files);
    if (found.drops.length + found.rewrites.length > 0) return { name: one.name, ...found };
  }
  return null;
}

function lossOf({ effects }: Ran, files: readonly Read[]): Pick<Read, "drops" | "rewrites"> {
  if (!effects) {
    const drops = files.flatMap((file) => file.drops);
    const rewrites = files.flatMap((file) => file.rewrites);
    return files.length === 0 ? { drops, rewrites: [t`what it does could not be seen`] } : { drops, rewrites };
  }
  if (loses(effects)) return { drops: effectTexts(effects, "drops"), rewrites: effectTexts(effects, "rewrites") };
  return { drops: [], rewrites: files.flatMap((file) => unseenWords(file, effects)).map(sparedText) };
}

export function sparedText(word: string): string {
  return t`${word}: dropped and rewrote nothing on yesterday's data`;
}
