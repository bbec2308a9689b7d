import type { Command } from "../../core/command.ts";
import { t } from "../../core/text/text.ts";
import { lockFile } from "../../plan/layout.ts";
import type { Plan } from "../../plan/schema/schema.ts";
import { settingsProblem, withSettingsOf, withTrialSettings } from "../environment-file.ts";
import { changedFiles } from "../git.ts";
import type { DeployContext, Preset } from "../kind.ts";
import type { Deploy } from "../schema.ts";
import { readSql } from "./sql.ts";

/** The keys that it reads. */
type ByCommands = Pick<Extract<Deploy, { preset: "node" }>, "migrate" | "databaseSetting" | "envFile" | "runAs">;

/** The last part of a URL, or the value; all else of a URL stays on the host, since it may hold a password. */
const printDatabase = (setting: NonNullable<ByCommands["databaseSetting"]>) =>
  "url" in setting
    ? ["sh", "-c", 'v=$(printenv -- "$1") || exit 3; v=${v%%[?]*}; printf "%s\\n" "${v##*/}"', "sh", setting.url]
    : ["printenv", "--", setting.name];

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
  return {
    migrates: (plan) => keysOf(plan).migrate !== undefined,

    async newMigrations(context, from) {
      const folder = keysOf(context.plan).migrate?.folder;
      if (folder === undefined) return [];
      return (await changedFiles(context, from, (path) => path.startsWith(`${folder}/`))).map(({ path, text }) =>
        readSql(path, text),
      );
    },

    async pendingMigrations(context) {
      const { migrate } = keysOf(context.plan);
      return migrate === undefined
        ? []
        : lines((await context.host.run(inRelease(context, migrate.pending, 600))).stdout);
    },

    async migrate(context) {
      const { migrate } = keysOf(context.plan);
      if (migrate !== undefined) await context.host.run(inRelease(context, migrate.run, 4 * 3600));
    },

    drift: async () => null,
    staticInside: async () => true,
    staticElsewhere: async () => null,
    static: async () => ({ skipped: true, note: t`part of the build` }),

    command: inRelease,

    async settings(context) {
      const { host, plan } = context;
      const { databaseSetting: setting, envFile: file } = keysOf(plan);
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
    },

    trial(context, settings) {
      const { host, plan } = context;
      const { migrate, databaseSetting: setting, envFile: file } = keysOf(plan);
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
    },
  };
}
