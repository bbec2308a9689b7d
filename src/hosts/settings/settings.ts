import { settingsOf } from "./settings-file.ts";
import { readSettings as readSettingsSh } from "./scripts.ts";

/**
 * What every script here begins with: nothing it holds reaches a log, an environment or, as printf belongs to the shell,
 * an argument. `readable FILES` reads them, as `settings_of` does (settings-file.ts); then `setting NAME` puts
 * the last value of that name into `$v` and is false when there is none, and `names` prints all names. Nothing in the file
 * is evaluated.
 */
export const readSettings = `${readSettingsSh}\n${settingsOf}`;
