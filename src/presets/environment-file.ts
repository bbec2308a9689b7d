import { command, type Command, type CommandOptions, script } from "../core/command.ts";
import type { DeployContext, SettingsProblem, TrialServer } from "./kind.ts";

export type { TrialServer } from "./kind.ts";
import { t } from "../core/text/text.ts";
import type { Host } from "../hosts/host.ts";
import { settingsOf, settingsPrograms, settingsTitle } from "../hosts/settings/settings-file.ts";
import type { Plan } from "../plan/schema/schema.ts";
import { execInTrial, execWithFile, loadSettings } from "./scripts.ts";

/**
 * `golive_load FILE` puts the settings of a file into the environment, as systemd would for the service. Only then are
 * they in any: of the program that follows by `exec`. What the script itself remembers has a prefix, as a setting may
 * have any name. The address in a URL setting `golive_url` is pointed to `golive_database`, on `golive_server` if one is named.
 */
const load = `${settingsOf}\n${loadSettings}\n`;

const withFile = `${load}${execWithFile}`;

/** The same, then pointed to another database. Its server is shown no password: who asks may be a program that a backup brought along. */
const withFileAnd = `${load}${execInTrial}`;

/** A program with the settings of files on the host (settings-file.ts), if some are named. */
export function withSettings(file: string | undefined, words: readonly string[], options: CommandOptions): Command {
  return file === undefined
    ? command(words[0] ?? "", words.slice(1), options)
    : script(withFile, [file, ...words], { ...options, label: words.join(" ") });
}

/** The same with other settings over it; the URL that `url` names is pointed to `database`, on `server` if it is another one. */
export function withTrialSettings(
  file: string | undefined,
  {
    database,
    server,
    url,
    env,
  }: {
    readonly database: string;
    readonly server: TrialServer | undefined;
    readonly url: string | undefined;
    readonly env: Readonly<Record<string, string>>;
  },
  words: readonly string[],
  options: CommandOptions,
): Command {
  const place: Record<string, string> = server === undefined ? {} : { host: server.host, port: String(server.port) };
  const known: Record<string, string> = { database, ...place };
  const filled = (value: string) => value.replace(/\{(database|host|port)\}/g, (whole, name) => known[name] ?? whole);
  const led = server === undefined ? {} : { PGHOST: server.host, PGPORT: String(server.port) };
  const set = Object.entries({ ...led, ...env }).map(([name, value]) => `${name}=${filled(value)}`);
  const port = server === undefined || server.port === 5432 ? "" : `:${server.port}`;
  const spelled = server === undefined ? "" : `${encodeURIComponent(server.host)}${port}`;
  return script(withFileAnd, [file ?? "", url ?? "", database, spelled, ...set, "--", ...words], {
    ...options,
    label: words.join(" "),
  });
}

/** A program with the settings of the service, or of the trial when the context is one. */
export function withSettingsOf(
  { plan, trial }: DeployContext,
  words: readonly string[],
  options: CommandOptions,
): Command {
  const file = plan.deploy.envFile;
  return trial === undefined ? withSettings(file, words, options) : withTrialSettings(file, trial, words, options);
}

/** Programs that commands with settings need on their host. */
export function programsForSettings({ deploy }: Plan): readonly string[] {
  return deploy.envFile === undefined ? [] : settingsPrograms;
}

const look = `${settingsOf}settings_of "$1" | sed -n '/^[!.@]/p'`;

/** Whether commands can get the settings of a file on the host; null when they can. None of them leaves it. */
export async function settingsProblem(
  host: Host,
  files: string,
  options: CommandOptions,
): Promise<SettingsProblem | null> {
  const label = t`look at the form of ${settingsTitle(files)}`;
  const { code, stdout } = await host.attempt(script(look, [files], { ...options, timeoutSeconds: 60, label }));
  const file = /^@(.+)$/m.exec(stdout)?.[1] ?? settingsTitle(files);
  const [, line = "", why = ""] = /^!(\d+) (\w+)$/m.exec(stdout) ?? [];
  if (why === "nul")
    return {
      code: "settings-nul",
      problem: t`line ${line} of the settings in ${file} holds a NUL byte; systemd reads nothing of such a file`,
      mend: t`write the file anew as text`,
    };
  if (why === "utf8")
    return {
      code: "settings-not-utf8",
      problem: t`line ${line} of the settings in ${file} is not UTF-8; systemd reads nothing of such a file`,
      mend: t`write the file anew in UTF-8 (iconv)`,
    };
  if (code === 0 && stdout === ".\n") return null;
  return {
    code: "settings-unreadable",
    problem: t`the settings in ${file} cannot be read`,
    mend: t`let the user that deploys read it (chgrp and mode 0640), or correct deploy.env-file`,
  };
}
