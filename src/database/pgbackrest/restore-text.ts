import { prepareRestore, removeRestored, startRestored, stopRestored } from "./shell/scripts.ts";

const stopText = `${stopRestored}\n`;

export const prepareText = `${stopText}${prepareRestore}`;

export const removeText = `${stopText}${removeRestored}`;

export const startText = startRestored;
