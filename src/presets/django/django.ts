import { command, type Command } from "../../core/command.ts";
import { CommandError } from "../../core/errors.ts";
import { t } from "../../core/text/text.ts";
import { lockFile } from "../../plan/layout.ts";
import type { Plan } from "../../plan/schema/schema.ts";
import { migrateAtOnce, settingsLook } from "./scripts.ts";
import { installPython } from "./install.ts";
import { isMigration, readMigration } from "./migrations.ts";
import { programsForSettings, settingsProblem, withSettingsOf, withTrialSettings } from "../environment-file.ts";
import { changedFiles } from "../git.ts";
import { type DeployContext, deployOf, type Preset } from "../kind.ts";
import { othersProblem, pendingOf, printDatabase, printServer, printStatic, told, toldPending } from "./told.ts";
import { ifPostgresql } from "../../plan/engine/engine.ts";
import { choosePython } from "../managers/python-managers.ts";

const quiet = { PYTHONDONTWRITEBYTECODE: "1", PYTHONUNBUFFERED: "1" };

const keysOf = (plan: Plan) => deployOf(plan, "django");

function asOwner({ plan, directory }: DeployContext) {
  const { runAs: user } = plan.deploy;
  // A pip or a migration that a lost run left behind is waited for, not joined.
  return { cwd: directory, exclusive: lockFile(plan), ...(user === undefined ? {} : { user }) };
}

function python({ plan, directory }: DeployContext): string {
  return `${directory}/${keysOf(plan).venv}/bin/python`;
}

/** A program in the release's directory with the service's own settings. */
function inRelease(context: DeployContext, words: readonly string[], timeoutSeconds: number): Command {
  return withSettingsOf(context, words, { ...asOwner(context), timeoutSeconds, env: quiet });
}

function manage(context: DeployContext, args: readonly string[], timeoutSeconds = 3600): Command {
  return inRelease(context, [python(context), keysOf(context.plan).manage, ...args], timeoutSeconds);
}

/** Where the static files go, and where the release lies, both without links. */
async function staticRoot(context: DeployContext): Promise<{ root: string | null; directory: string }> {
  const { host, plan, directory } = context;
  const { stdout } = await host.run(manage(context, ["shell", "-c", printStatic], 120));
  const { runAs: user } = plan.deploy;
  const options = { timeoutSeconds: 60, ...(user === undefined ? {} : { user }) };
  const real = (await host.run(command("readlink", ["-f", "--", directory], options))).stdout.trim();
  return { root: told(stdout, "static"), directory: real };
}

export const django: Preset = {
  programs: (plan: Plan) => ["git", "curl", keysOf(plan).python, ...programsForSettings(plan)],

  async lacks(plan, tree) {
    const found = await choosePython(keysOf(plan), tree);
    if (typeof found !== "string") return { problems: found, programs: [] };
    return { problems: [], programs: found === "pip" ? [] : [keysOf(plan).managerProgram ?? found] };
  },

  ownCommands: () => [],

  pytest: true,
  knowsModels: true,

  migrates: () => true,
  startsToMigrate: 1,

  noPractice: () => null,

  async newMigrations(context, from) {
    return (await changedFiles(context, from, isMigration)).map(({ path, text }) => readMigration(path, text));
  },

  installed: (plan) => [keysOf(plan).venv],

  installsFrom: (plan) => [keysOf(plan).requirements, "poetry.lock", "uv.lock"],

  install: installPython,

  async pendingMigrations(context) {
    return pendingOf((await context.host.run(manage(context, ["showmigrations", "--plan", "--no-color"], 300))).stdout);
  },

  async migrate(context) {
    const words = [python(context), "-c", migrateAtOnce, keysOf(context.plan).manage];
    const { stdout } = await context.host.run({ ...inRelease(context, words, 4 * 3600), label: "manage.py migrate" });
    const before = toldPending(stdout, "before");
    // A manage.py that hands over to another process never came back to migrate.
    if (before === null)
      await context.host.run(manage(context, ["migrate", "--noinput", "--no-color", "--verbosity", "1"], 4 * 3600));
    return { before, left: toldPending(stdout, "left") ?? (await django.pendingMigrations(context)) };
  },

  async drift(context) {
    const asked = manage(context, ["makemigrations", "--check", "--dry-run", "--noinput", "--no-color"], 300);
    const finished = await context.host.attempt(asked);
    const apps = [...finished.stdout.matchAll(/^Migrations for '([\w.]+)':/gm)].map(([, app = ""]) => app);
    // 3: the migration that is missing would ask for a default, and nobody is there to answer.
    if (finished.code === 3 && apps.length === 0) return [t`a field that needs a default`];
    if (finished.timedOut || (finished.code !== 0 && apps.length === 0))
      throw new CommandError(context.host, asked, finished);
    return apps;
  },

  async staticInside(context) {
    const { root, directory } = await staticRoot(context);
    return root?.startsWith(`${directory}/`) ?? false;
  },

  async staticElsewhere(context) {
    const { root, directory } = await staticRoot(context);
    // Without a setting it is the directory itself.
    if (root === null || root === directory || root.startsWith(`${directory}/`)) return null;
    return root;
  },

  async static(context, look) {
    if (!keysOf(context.plan).collectStatic) return { skipped: true, note: t`the plan says so` };
    await context.host.run(
      manage(context, ["collectstatic", "--noinput", "--verbosity", "0", ...(look ? ["--dry-run"] : [])]),
    );
    return {};
  },

  command: inRelease,

  async settings(context) {
    const { host, plan } = context;
    const file = plan.deploy.envFile;
    const unreadable = file === undefined ? null : await settingsProblem(host, file, asOwner(context));
    if (unreadable !== null) return unreadable;
    const { stdout } = await host.attempt(manage(context, ["shell", "-c", settingsLook], 120));
    const name = told(stdout, "database");
    if (name === null)
      return {
        code: "django-settings-fail",
        problem: t`manage.py does not run with these settings`,
        mend: t`try it by hand: manage.py check`,
      };
    // Of another engine the plan has no name that Django knows.
    const wanted = ifPostgresql(plan)?.name ?? name;
    if (name !== wanted)
      return {
        code: "django-database-differs",
        problem: t`with these settings Django uses the database "${name.slice(0, 80)}", not "${wanted}"`,
        mend: t`correct deploy.env-file or database.name`,
      };
    return othersProblem(stdout, keysOf(plan).otherDatabases);
  },

  trial(context, settings) {
    const { host, plan, directory } = context;
    const { runAs: user, envFile: file } = plan.deploy;
    const inTrial = (
      words: readonly string[],
      timeoutSeconds: number,
      more: Readonly<Record<string, string>> = {},
    ): Command =>
      withTrialSettings(file, { ...settings, env: { ...settings.env, ...more } }, words, {
        cwd: directory,
        timeoutSeconds,
        env: quiet,
        ...(user === undefined ? {} : { user }),
      });
    const manageTrial = (args: readonly string[], timeoutSeconds: number) =>
      inTrial([python(context), keysOf(plan).manage, ...args], timeoutSeconds);
    let asked: Promise<string> | undefined;
    // One start of Django for both questions.
    const place = () =>
      (asked ??= host
        .attempt(manageTrial(["shell", "-c", `${printDatabase}; ${printServer}`], 120))
        .then(({ stdout }) => stdout));
    return {
      command: inTrial,
      async database() {
        return told(await place(), "database");
      },
      async server() {
        const said = told(await place(), "server");
        if (said === null) return null;
        const cut = said.lastIndexOf("|");
        return { host: said.slice(0, cut), password: said.slice(cut + 1) === "yes" };
      },
      async pending() {
        return pendingOf((await host.run(manageTrial(["showmigrations", "--plan", "--no-color"], 300))).stdout);
      },
      async apply(name) {
        const [app = "", migration = ""] = name.split(".");
        await host.run(
          manageTrial(["migrate", app, migration, "--noinput", "--no-color", "--verbosity", "1"], 6 * 3600),
        );
      },
    };
  },
};
