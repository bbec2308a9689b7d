import type { Command } from "../../core/command.ts";
import { t } from "../../core/text/text.ts";
import { lockFile } from "../../plan/layout.ts";
import type { Plan } from "../../plan/schema/schema.ts";
import { settingsProblem, withSettingsOf, withTrialSettings } from "../environment-file.ts";
import { changedFiles } from "../git.ts";
import type { DeployContext, Preset, ReleaseTrial, SettingsProblem, TrialSettings } from "../kind.ts";
import type { Deploy } from "../schema.ts";
import { urlDatabase } from "./scripts.ts";
import { askPending, pendingWords } from "./pending.ts";
import { readSql } from "./sql.ts";
import { ifPostgresql } from "../../plan/engine/engine.ts";
import { runOfPlan, timed } from "./words.ts";

/** The keys that it reads. */
type ByCommands = Pick<Extract<Deploy, { preset: "node" }>, "migrate" | "databaseSetting" | "envFile" | "runAs"> & {
  readonly env?: Readonly<Record<string, string>>;
};

/** Prints the last part of a URL, or the value. */
const printDatabase = (setting: NonNullable<ByCommands["databaseSetting"]>) =>
  "url" in setting ? ["sh", "-c", urlDatabase, "sh", setting.url] : ["printenv", "--", setting.name];

export function ownerOf({ plan, directory }: DeployContext) {
  const { runAs: user } = plan.deploy;
  return { cwd: directory, exclusive: lockFile(plan), ...(user === undefined ? {} : { user }) };
}

/** With the settings of the service, or of the trial when the context is one. */
const inReleaseWith =
  (env: (plan: Plan) => ByCommands["env"]) =>
  (context: DeployContext, words: readonly string[], timeoutSeconds: number): Command =>
    withSettingsOf(context, words, { ...ownerOf(context), timeoutSeconds, ...envOf(env(context.plan)) });

function envOf(env: ByCommands["env"]) {
  return env === undefined ? {} : { env };
}

function lines(stdout: string): string[] {
  return stdout
    .split("\n")
    .map((line) => line.trim())
    .filter((line) => line !== "");
}

/** What all that is pending is called where its names are not told: by what applies it. */
function migrationsOf({ run }: NonNullable<ByCommands["migrate"]>): string {
  return timed(run, "4h").run.join(" ");
}

export function wordsOfMigrations({ migrate }: Pick<ByCommands, "migrate">): (readonly string[])[] {
  return migrate === undefined ? [] : [pendingWords(migrate.pending).run, timed(migrate.run, "4h").run];
}

/** What presets share whose migrations are commands of the plan. */
export function byCommands(
  keysOf: (plan: Plan) => ByCommands,
): Omit<Preset, "programs" | "installed" | "install" | "installsFrom" | "noPractice"> {
  const inRelease = inReleaseWith((plan) => keysOf(plan).env);
  const pendingMigrations = async (context: DeployContext): Promise<string[]> => {
    const { migrate } = keysOf(context.plan);
    if (migrate === undefined) return [];
    const { run, timeout } = pendingWords(migrate.pending);
    return askPending(context.host, inRelease(context, run, timeout), migrate.pending, migrationsOf(migrate));
  };
  return {
    pytest: false,
    knowsModels: false,

    ownCommands: (plan) => wordsOfMigrations(keysOf(plan)),

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
      const { run, timeout } = timed(migrate.run, "4h");
      await runOfPlan(context.host, inRelease(context, run, timeout));
      return { before, left: await pendingMigrations(context) };
    },

    drift: async () => null,
    staticInside: async () => true,
    staticElsewhere: async () => null,
    static: async () => ({ skipped: true, note: t`part of the build` }),

    command: inRelease,

    settings: (context) => settingsOf(context, keysOf(context.plan), inRelease),

    trial: (context, settings) => trialOf(context, settings, keysOf(context.plan)),
  };
}

/** Whether the settings can be read and lead to the plan's database; null when all is well. */
async function settingsOf(
  context: DeployContext,
  keys: ByCommands,
  inRelease: Preset["command"],
): Promise<SettingsProblem | null> {
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
  const wanted = ifPostgresql(plan)?.name ?? name;
  return name === wanted
    ? null
    : {
        code: "database-setting-differs",
        problem: t`${key} leads to the database "${name.slice(0, 80)}", not "${wanted}"`,
        mend: t`correct deploy.env-file or database.name`,
      };
}

function trialOf(context: DeployContext, settings: TrialSettings, keys: ByCommands): ReleaseTrial {
  const { host } = context;
  const { migrate, databaseSetting: setting, envFile: file } = keys;
  const { exclusive: _, ...owner } = ownerOf(context);
  const options = { ...owner, ...envOf(keys.env) };
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
      if (migrate === undefined) return [];
      const { run, timeout } = pendingWords(migrate.pending);
      const names = await askPending(host, inTrial(run, timeout), migrate.pending, migrationsOf(migrate));
      return names.length === 0 ? [] : [names.join(" + ")];
    },
    async apply() {
      if (migrate === undefined) return;
      const { run, timeout } = timed(migrate.run, "6h");
      await runOfPlan(host, inTrial(run, timeout));
    },
  };
}
