import { readSettings } from "../../hosts/settings/settings.ts";
import { askWithKey } from "./scripts.ts";

/**
 * One request of curl on the host. The key goes from the settings file through the shell's own memory into curl's
 * standard input: it is no argument, no variable of an environment, no file, and it never comes back.
 * The wrong key has the length and the shape of the right one: its first quarter, then letters for letters, digits for digits.
 */
export const askScript = `${readSettings}\n${askWithKey}\n`;
