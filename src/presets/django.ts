import { command, type Command, script } from "../core/command.ts";
import type { Plan } from "../plan/schema.ts";
import { isMigration, readMigration } from "./django-migrations.ts";
import { changedFiles, checkoutCommit, fetchTag } from "./git.ts";
import type { DeployContext, Preset } from "./preset.ts";

/** KEY=value lines as systemd's EnvironmentFile has them. Nothing in the file is evaluated. */
const withEnvironmentFile = `exec 3< "$1" || exit 78
shift
while IFS= read -r l <&3 || [ -n "$l" ]; do
  case "$l" in ''|'#'*|';'*) continue ;; *=*) ;; *) continue ;; esac
  k=\${l%%=*}; v=\${l#*=}
  case "$v" in '"'*'"') v=\${v#?}; v=\${v%?} ;; "'"*"'") v=\${v#?}; v=\${v%?} ;; esac
  export "$k=$v"
done
exec 3<&-
exec "$@"`;

/** The same, then pointed to another database: `$2` names a setting that holds a URL, `$3` the database, then NAME=value to `--`. */
const withTrialSettings = `u=$2; d=$3
if [ -n "$1" ]; then
  exec 3< "$1" || exit 78
  while IFS= read -r l <&3 || [ -n "$l" ]; do
    case "$l" in ''|'#'*|';'*) continue ;; *=*) ;; *) continue ;; esac
    k=\${l%%=*}; v=\${l#*=}
    case "$v" in '"'*'"') v=\${v#?}; v=\${v%?} ;; "'"*"'") v=\${v#?}; v=\${v%?} ;; esac
    if [ "$k" = "$u" ]; then h=\${v%%[?]*}; q=\${v#"$h"}; v=\${h%/*}/$d$q; fi
    export "$k=$v"
  done
  exec 3<&-
fi
shift 3
while [ "$1" != -- ]; do export "$1"; shift; done
shift
exec "$@"`;

// Objects are shared with the live checkout, where only they are added: no file and no reference changes.
const cloneRelease = `rm -rf -- "$2" && mkdir -p -- "$(dirname -- "$2")" && git clone --quiet --shared --no-checkout -- "$1" "$2" && git -C "$2" checkout --quiet --detach "$3"`;

function asOwner(plan: Plan) {
  const { directory, "run-as": user } = plan.deploy;
  // A pip or a migration that a lost run left behind is waited for, not joined.
  return { cwd: directory, exclusive: `${directory}/.git/golive.lock`, ...(user === undefined ? {} : { user }) };
}

function python(plan: Plan): string {
  return `${plan.deploy.directory}/${plan.deploy.venv}/bin/python`;
}

/** A program in the release's directory with the service's own settings. */
function withSettings(plan: Plan, words: readonly string[], timeoutSeconds: number): Command {
  const options = { ...asOwner(plan), timeoutSeconds, env: { PYTHONDONTWRITEBYTECODE: "1", PYTHONUNBUFFERED: "1" } };
  const file = plan.deploy["env-file"];
  return file === undefined ? command(words[0] ?? "", words.slice(1), options) : script(withEnvironmentFile, [file, ...words], { ...options, label: words.join(" ") });
}

function manage(plan: Plan, args: readonly string[], timeoutSeconds = 3600): Command {
  return withSettings(plan, [python(plan), plan.deploy.manage, ...args], timeoutSeconds);
}

// The environment as it was stays beside: the way back must not depend on a package index that answers at night.
const keepEnvironment = `if [ -d "$1" ] && [ ! -e "$1.golive-before-$2" ]; then
  rm -rf -- "$1.golive-partial" && cp -a --reflink=auto -- "$1" "$1.golive-partial" && mv -- "$1.golive-partial" "$1.golive-before-$2"
fi`;
// Cut off between the two moves, the second run finds no environment and the kept one: it goes on from there.
const restoreEnvironment = `if [ -d "$1.golive-before-$2" ]; then
  if [ -d "$1" ]; then rm -rf -- "$1.golive-failed-$2" && mv -- "$1" "$1.golive-failed-$2"; fi
  mv -- "$1.golive-before-$2" "$1" && rm -rf -- "$1.golive-failed-$2" && echo back
fi`;
const makeEnvironment = 'if [ ! -x "$2/bin/python" ]; then if [ "$3" = yes ]; then "$1" -m venv --system-site-packages -- "$2"; else "$1" -m venv -- "$2"; fi; fi';

/** Environments kept by launches that ended are not needed any more; the one of this launch stays. */
const dropOldEnvironments = 'for d in "$1".golive-before-*; do if [ -d "$d" ] && [ "$d" != "$1.golive-before-$2" ]; then rm -rf -- "$d"; fi; done';

const printDatabase = "from django.db import connection; print('golive-database=' + str(connection.settings_dict['NAME']))";

function databaseTold(stdout: string): string | null {
  return /^golive-database=(.*)$/m.exec(stdout)?.[1] ?? null;
}

function pendingOf(stdout: string): string[] {
  return stdout.split("\n").flatMap((line) => /^\[ \]\s+(\S+)/.exec(line)?.[1] ?? []);
}

async function collectStatic({ plan, host }: DeployContext): Promise<void> {
  await host.run(manage(plan, ["collectstatic", "--noinput", "--verbosity", "0"]));
}

export const django: Preset = {
  programs: (plan) => ["git", "curl", plan.deploy.python],

  async newMigrations(context) {
    return (await changedFiles(context, isMigration)).map(({ path, text }) => readMigration(path, text));
  },

  fetch: fetchTag,

  async checkout({ host, plan, release }) {
    await checkoutCommit(host, plan, release.commit);
    return { note: release.tag };
  },

  async environment({ host, plan, release }) {
    const { python: interpreter, venv, requirements } = plan.deploy;
    const directory = `${plan.deploy.directory}/${venv}`;
    await host.run(script(dropOldEnvironments, [directory, release.id], asOwner(plan)));
    await host.run(script(keepEnvironment, [directory, release.id], asOwner(plan)));
    await host.run(script(makeEnvironment, [interpreter, directory, plan.deploy["system-site-packages"] ? "yes" : "no"], asOwner(plan)));
    await host.run(command(python(plan), ["-m", "pip", "install", "--disable-pip-version-check", "--no-input", "--quiet", "-r", requirements], { ...asOwner(plan), timeoutSeconds: 1800 }));
    return { note: requirements };
  },

  async pendingMigrations({ host, plan }) {
    const { stdout } = await host.run(manage(plan, ["showmigrations", "--plan", "--no-color"], 300));
    return pendingOf(stdout);
  },

  async migrate({ host, plan }) {
    await host.run(manage(plan, ["migrate", "--noinput", "--no-color", "--verbosity", "1"], 4 * 3600));
  },

  async static(context) {
    if (!context.plan.deploy["collect-static"]) return { skipped: true, note: "the plan says so" };
    await collectStatic(context);
    return {};
  },

  command: withSettings,

  async settings({ host, plan }) {
    const file = plan.deploy["env-file"];
    const { code } = file === undefined ? { code: 0 } : await host.attempt(command("test", ["-r", file], { ...asOwner(plan), timeoutSeconds: 60 }));
    if (code !== 0) return { problem: `the settings in ${file} cannot be read`, mend: "let the user that deploys read it (chgrp and mode 0640), or correct deploy.env-file" };
    const name = databaseTold((await host.attempt(manage(plan, ["shell", "-c", printDatabase], 120))).stdout);
    if (name === null) return { problem: "manage.py does not run with these settings", mend: "try it by hand: manage.py check" };
    return name === plan.database.name ? null : { problem: `with these settings Django uses the database "${name.slice(0, 80)}", not "${plan.database.name}"`, mend: "correct deploy.env-file or database.name" };
  },

  async build({ host, plan, release }, directory) {
    const { python: interpreter, venv, requirements, "run-as": user, "env-file": file } = plan.deploy;
    const options = { timeoutSeconds: 1800, env: { GIT_TERMINAL_PROMPT: "0", LC_ALL: "C.UTF-8", PYTHONDONTWRITEBYTECODE: "1" }, ...(user === undefined ? {} : { user }) };
    const environment = `${directory}/${venv}`;
    const fetched = await host.run(command("git", ["-C", plan.deploy.directory, "fetch", "--quiet", "--no-tags", plan.deploy.remote, `refs/tags/${release.tag}`], options));
    const checkedOut = await host.run(script(cloneRelease, [plan.deploy.directory, directory, release.commit], options));
    await host.run(script(makeEnvironment, [interpreter, environment, plan.deploy["system-site-packages"] ? "yes" : "no"], options));
    const installed = await host.run(command(`${environment}/bin/python`, ["-m", "pip", "install", "--disable-pip-version-check", "--no-input", "--quiet", "-r", requirements], { ...options, cwd: directory }));
    // In the window the environment is kept beside before it is changed: one of this size is copied to see how long that takes.
    const kept = await host.run(script('cp -a --reflink=auto -- "$1" "$1.copy" && rm -rf -- "$1.copy"', [environment], options));
    // Into the folder of the release, wherever its settings put them: a look only, and the live files stay.
    const words = [`${environment}/bin/python`, plan.deploy.manage, "collectstatic", "--noinput", "--verbosity", "0", "--dry-run"];
    const collected = plan.deploy["collect-static"] ? await host.run(script(withTrialSettings, [file ?? "", "", "", "--", ...words], { ...options, cwd: directory, label: words.join(" ") })) : null;
    return { took: { fetch: fetched.seconds, checkout: checkedOut.seconds, environment: installed.seconds + kept.seconds, static: collected?.seconds ?? 0 }, python: `${environment}/bin/python` };
  },

  trial({ host, plan }, directory, { database, env, url }) {
    const interpreter = `${directory}/${plan.deploy.venv}/bin/python`;
    const user = plan.deploy["run-as"];
    const inTrial = (words: readonly string[], timeoutSeconds: number, more: Readonly<Record<string, string>> = {}): Command => {
      const set = Object.entries({ ...env, ...more }).map(([name, value]) => `${name}=${value.replaceAll("{database}", database)}`);
      return script(withTrialSettings, [plan.deploy["env-file"] ?? "", url ?? "", database, ...set, "--", ...words], { cwd: directory, timeoutSeconds, env: { PYTHONDONTWRITEBYTECODE: "1", PYTHONUNBUFFERED: "1" }, label: words.join(" "), ...(user === undefined ? {} : { user }) });
    };
    const manageTrial = (args: readonly string[], timeoutSeconds: number) => inTrial([interpreter, plan.deploy.manage, ...args], timeoutSeconds);
    return {
      command: inTrial,
      async database() {
        const told = await host.attempt(manageTrial(["shell", "-c", printDatabase], 120));
        return databaseTold(told.stdout);
      },
      async pending() {
        return pendingOf((await host.run(manageTrial(["showmigrations", "--plan", "--no-color"], 300))).stdout);
      },
      async apply(name) {
        const [app = "", migration = ""] = name.split(".");
        await host.run(manageTrial(["migrate", app, migration, "--noinput", "--no-color", "--verbosity", "1"], 6 * 3600));
      },
    };
  },

  async back(context, previous, collect) {
    const { host, plan, release } = context;
    await checkoutCommit(host, plan, previous.commit, `golive-${release.id}.diff`);
    const { stdout } = await host.run(script(restoreEnvironment, [`${plan.deploy.directory}/${plan.deploy.venv}`, release.id], asOwner(plan)));
    if (collect && plan.deploy["collect-static"]) await collectStatic(context);
    return { note: `${previous.tag}${stdout.includes("back") ? ", environment as before" : ""}` };
  },
};
