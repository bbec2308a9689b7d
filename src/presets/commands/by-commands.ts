import type { Command } from "../../core/command.ts";
import { t } from "../../core/text/text.ts";
import { lockFile } from "../../plan/layout.ts";
import type { Plan } from "../../plan/schema/schema.ts";
import { settingsProblem, withSettingsOf, withTrialSettings } from "../environment-file.ts";
import { changedFiles } from "../git.ts";
import type { DeployContext, Preset, ReleaseTrial, SettingsProblem, TrialSettings } from "../kind.ts";
import type { Deploy } from "../schema.ts";
import { urlDatabase } from "./scripts.ts";
import { readSql } from "./sql.ts";

/** The keys that it reads. */
type ByCommands = Pick<Extract<Deploy, { preset: "node" }>, "migrate" | "databaseSetting" | "envFile" | "runAs">;

/** Prints the last part of a URL, or the value. */
const printDatabase = (setting: NonNullable<ByCommands["databaseSetting"]>) =>
  "url" in setting ? ["sh", "-c", urlDatabase, "sh", setting.url] : ["printenv", "--", setting.name];

export function ownerOf({ plan, directory }: DeployContext) {
  const { runAs: user } = plan.deploy;
  return { cwd: directory, exclusive: lockFile(plan), ...(user === undefined ? {} : { user }) };
}

function inRelease(context: DeployContext, words: readonly string[], timeoutSeconds: number): Command {
  return withSettingsOf(context, words, { ...ownerOf(context), timeoutSeconds });
}

function lines(stdout: string): string[] {
  return stdout
    .split("\n")
    .map((line) => line.trim())
    .filter((line) => line !== "");
}

/** What presets share whose migrations are commands of the plan. */
export function byCommands(
  keysOf: (plan: Plan) => ByCommands,
): Omit<Preset, "programs" | "installed" | "install" | "installsFrom" | "noPractice"> {
  const pendingMigrations = async (context: DeployContext): Promise<string[]> => {
    const { migrate } = keysOf(context.plan);
    return migrate === undefined
      ? []
      : lines((await context.host.run(inRelease(context, migrate.pending, 600))).stdout);
  };
  return {
    pytest: false,
    knowsModels: false,

    migrates: (plan) => keysOf(plan).migrate !== undefined,
    startsToMigrate: 3,

    async newMigrations(context, from) {
      const folder = keysOf(context.plan).migrate?.folder;
      if (folder === undefined) return [];
      return (await changedFiles(context, from, (path) => path.startsWith(`${folder}/`))).map(({ path, text }) =>
        readSql(path, text),
      );
    },

    pendingMigrations,

    async migrate(context) {
      const { migrate } = keysOf(context.plan);
      if (migrate === undefined) return { before: [], left: [] };
      const before = await pendingMigrations(context);
      await context.host.run(inRelease(context, migrate.run, 4 * 3600));
      return { before, left: await pendingMigrations(context) };
    },

    drift: async () => null,
    staticInside: async () => true,
    staticElsewhere: async () => null,
    static: async () => ({ skipped: true, note: t`part of the build` }),

    command: inRelease,

    settings: (context) => settingsOf(context, keysOf(context.plan)),

    trial: (context, settings) => trialOf(context, settings, keysOf(context.plan)),
  };
}

/** Whether the settings can be read and lead to the plan's database; null when all is well. */
async function settingsOf(context: DeployContext, keys: ByCommands): Promise<SettingsProblem | null> {
  const { host, plan } = context;
  const { databaseSetting: setting, envFile: file } = keys;
  const { exclusive: _, ...options } = ownerOf(context);
  const unreadable = file === undefined ? null : await settingsProblem(host, file, options);
  if (unreadable !== null) return unreadable;
  if (setting === undefined) return null;
  const [name] = lines((await host.attempt(inRelease(context, printDatabase(setting), 60))).stdout);
  const key = "url" in setting ? setting.url : setting.name;
  if (name === undefined)
    return {
      code: "database-setting-missing",
      problem: t`${key} is not among the settings`,
      mend: t`correct deploy.database-setting or deploy.env-file`,
    };
  return name === plan.database.name
    ? null
    : {
        code: "database-setting-differs",
        problem: t`${key} leads to the database "${name.slice(0, 80)}", not "${plan.database.name}"`,
        mend: t`correct deploy.env-file or database.name`,
      };
}

function trialOf(context: DeployContext, settings: TrialSettings, keys: ByCommands): ReleaseTrial {
  const { host } = context;
  const { migrate, databaseSetting: setting, envFile: file } = keys;
  const { exclusive: _, ...options } = ownerOf(context);
  const inTrial = (words: readonly string[], timeoutSeconds: number, more: Readonly<Record<string, string>> = {}) =>
    withTrialSettings(file, { ...settings, env: { ...settings.env, ...more } }, words, {
      ...options,
      timeoutSeconds,
    });
  return {
    command: inTrial,
    async database() {
      return setting === undefined
        ? null
        : (lines((await host.attempt(inTrial(printDatabase(setting), 60))).stdout)[0] ?? null);
    },
    // They are applied by one command, so they are timed as one.
    async pending() {
      const names = migrate === undefined ? [] : lines((await host.run(inTrial(migrate.pending, 600))).stdout);
      return names.length === 0 ? [] : [names.join(" + ")];
    },
    async apply() {
      if (migrate !== undefined) await host.run(inTrial(migrate.run, 6 * 3600));
    },
  };
}
