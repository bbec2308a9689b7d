import { script } from "../../core/command.ts";
import { type Problem, UserError } from "../../core/errors.ts";
import { t } from "../../core/text/text.ts";
import type { Host } from "../../hosts/host.ts";
import { settingsTitle } from "../../hosts/settings/settings-file.ts";
import { lookScript } from "./look-script.ts";

export interface SettingsFile {
  readonly host: Host;
  /** As `settings_of` takes them. */
  readonly file: string;
  /** The user who reads it. */
  readonly user: string | undefined;
}

/** A setting that counts as a secret. */
export interface Setting {
  readonly name: string;
  /** `good`, or what is wrong with it. */
  readonly state: string;
  /** Salted; never shown. Empty when there is no value. */
  readonly digest: string;
}

export type Looked = readonly Setting[] | { readonly problems: readonly Problem[] };

/** The secrets of a settings file, looked at where they lie. `names`: those that count whatever their name. */
export async function lookAtKeys(settings: SettingsFile, names: readonly string[], salt: string): Promise<Looked> {
  const { host, file, user } = settings;
  try {
    const { stdout } = await host.attempt(
      script(lookScript, [file, ...names], {
        stdin: `${salt}\n`,
        timeoutSeconds: 120,
        label: t`look at the names and shapes of the settings in ${settingsTitle(file)}`,
        ...(user === undefined ? {} : { user }),
      }),
    );
    const problem = unread(settings, /^problem (\w+)$/m.exec(stdout)?.[1], /^looked$/m.test(stdout));
    if (problem !== null) return { problems: [{ where: host.name, ...problem }] };
    return [...stdout.matchAll(/^setting (\w+) (\w+) ([0-9a-f]*)$/gm)].map(
      ([, name = "", state = "", digest = ""]) => ({ name, state, digest }),
    );
  } catch (error) {
    if (error instanceof UserError) return { problems: error.problems };
    throw error;
  }
}

/** Why the file was not looked at, or not to its end. */
function unread({ file }: SettingsFile, problem: string | undefined, whole: boolean): Problem | null {
  switch (problem) {
    case "file":
      return {
        code: "key-unreadable",
        what: t`the settings in ${settingsTitle(file)} cannot be read`,
        mend: t`let the user that deploys read it (chgrp and mode 0640), or correct the path`,
      };
    case "printf":
      return {
        code: "key-shell-unsafe",
        what: t`the shell there would show the keys to others, so they were not looked at`,
        mend: t`let sh be dash, bash or busybox`,
      };
    case undefined:
      return whole ? null : cutOff(file);
    default:
      return {
        code: "key-program-missing",
        what: t`${problem} is not installed, so the settings in ${settingsTitle(file)} were not looked at`,
        mend: t`install ${problem} (coreutils)`,
      };
  }
}

function cutOff(file: string): Problem {
  return {
    code: "key-look-cut-off",
    what: t`the settings in ${settingsTitle(file)} could not be looked at to the end`,
    mend: t`may this user become the one who reads the file (sudo -n)?`,
  };
}
