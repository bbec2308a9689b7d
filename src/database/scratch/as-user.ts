import { asUser } from "./shell/scripts.ts";

/** Shell: `as USER words...`, as `hosts/words.ts` does it for a whole command; an empty user is this one. */
export const asUserText = `${asUser}\n`;
