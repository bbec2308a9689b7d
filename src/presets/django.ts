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
    return stdout.split("\n").flatMap((line) => /^\[ \]\s+(\S+)/.exec(line)?.[1] ?? []);
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
    const told = await host.attempt(manage(plan, ["shell", "-c", "from django.db import connection; print('golive-database=' + str(connection.settings_dict['NAME']))"], 120));
    const name = /^golive-database=(.*)$/m.exec(told.stdout)?.[1];
    if (name === undefined) return { problem: "manage.py does not run with these settings", mend: "try it by hand: manage.py check" };
    return name === plan.database.name ? null : { problem: `with these settings Django uses the database "${name.slice(0, 80)}", not "${plan.database.name}"`, mend: "correct deploy.env-file or database.name" };
  },

  async back(context, previous, collect) {
    const { host, plan, release } = context;
    await checkoutCommit(host, plan, previous.commit, `golive-${release.id}.diff`);
    const { stdout } = await host.run(script(restoreEnvironment, [`${plan.deploy.directory}/${plan.deploy.venv}`, release.id], asOwner(plan)));
    if (collect && plan.deploy["collect-static"]) await collectStatic(context);
    return { note: `${previous.tag}${stdout.includes("back") ? ", environment as before" : ""}` };
  },
};
