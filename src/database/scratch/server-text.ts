import { binariesText } from "./programs.ts";
import { removeScratch, scratchParent, startScratch, stopScratch } from "./shell/scripts.ts";

/** Seconds after which a throwaway server ends by itself, whatever became of the run that started it. */
export const longestLife = 12 * 3600;

export const parentText = scratchParent;

const stopText = `${stopScratch}\n`;

/** By the server's user: ends and removes the folders $2... in $1 that are its own. */
export const removeText = `${stopText}${removeScratch}`;

export const startText = `${binariesText}${startScratch}`;
