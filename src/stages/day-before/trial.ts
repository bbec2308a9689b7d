import { runCheck } from "../../checks/check.ts";
import { curl } from "../../checks/kinds/http/curl.ts";
import { script } from "../../core/command.ts";
import { showDuration } from "../../core/text/figures.ts";
import { CommandError, errorLine, UserError } from "../../core/errors.ts";
import { t } from "../../core/text/text.ts";
import type { Judgement } from "../../core/verdict.ts";
import { type SeenLock, watchLocks } from "../../database/trial/lock-sampler.ts";
import type { Scratch } from "../../database/scratch/server.ts";
import type { Trial } from "../../plan/schema/prepare-schema.ts";
import type { TrialServer } from "../../presets/environment-file.ts";
import type { NewMigration, ReleaseTrial } from "../../presets/preset.ts";
import type { Launch } from "../launch/launch.ts";
import { setTimeout as sleep } from "node:timers/promises";
import type { Host } from "../../hosts/host.ts";

/** A release that was built aside and points to a scratch database. */
export interface Tried {
  readonly host: Host;
  readonly directory: string;
  readonly database: string;
  /** The server that has it, and where it is reached from the release's host, if that is not as the service's is. */
  readonly scratch: Scratch;
  readonly server: TrialServer | undefined;
  readonly trial: ReleaseTrial;
  readonly plan: Trial;
}

export interface RehearsedMigration {
  readonly name: string;
  readonly seconds: number;
  readonly locks: readonly SeenLock[];
}

/** Refuses unless the built release's settings lead to the scratch database, and to no other. */
export async function requireScratch({ trial, database, server, host }: Tried): Promise<void> {
  const told = await trial.database();
  if (told === database) return requireServer(trial, server, host.name);
  throw new UserError({
    what:
      told === null
        ? t`the built release does not run with the settings of the trial`
        : t`with the settings of the trial the release uses the database "${told.slice(0, 80)}", not the scratch database`,
    where: host.name,
    mend: t`correct prepare.trial.settings or database-url; nothing was migrated`,
  });
}

/** The same for the server, where the release can tell. What listens there may be the backup's, so it is shown no password. */
async function requireServer({ server: ask }: ReleaseTrial, server: TrialServer | undefined, where: string) {
  if (server === undefined || ask === undefined) return;
  const found = await ask();
  if (found !== null && found.host !== "" && found.host !== server.host)
    throw new UserError({
      code: "trial-other-server",
      what: t`with the settings of the trial the release goes to the server "${found.host.slice(0, 80)}", not to the throwaway one`,
      where,
      mend: t`add the setting that names the host to prepare.trial.settings, as in DB_HOST: "{host}" (and DB_PORT: "{port}"); nothing was migrated`,
    });
  if (found?.password)
    throw new UserError({
      code: "trial-password",
      what: t`with the settings of the trial the release would tell the service's password to a server in which a backup had its say`,
      where,
      mend: t`empty it in prepare.trial.settings, as in DB_PASSWORD: ""; the throwaway server asks for none`,
    });
}

/** Runs the pending migrations one by one on the scratch database. `startup` is what a command costs that does nothing; seconds. */
export async function rehearseMigrations(
  tried: Tried,
): Promise<{ migrations: readonly RehearsedMigration[]; startup: number }> {
  const { scratch } = tried;
  const began = performance.now();
  const pending = await tried.trial.pending();
  const startup = (performance.now() - began) / 1000;
  const migrations: RehearsedMigration[] = [];
  for (const name of pending) {
    const started = performance.now();
    try {
      const { locks } = await watchLocks(scratch.host, scratch.database, tried.database, () => tried.trial.apply(name));
      const seconds = Math.round(Math.max(0, (performance.now() - started) / 1000 - startup) * 100) / 100;
      migrations.push({ name, seconds, locks });
    } catch (error) {
      throw new UserError(
        {
          what: t`the migration ${name} fails on yesterday's data: ${errorLine(error)}`,
          where: tried.host.name,
          mend: t`mend the migration or the data; nothing of the service was touched`,
        },
        { cause: error instanceof CommandError ? error : undefined },
      );
    }
  }
  const left = await tried.trial.pending();
  if (left.length > 0)
    throw new UserError({
      what: t`${left.length} {0:migration is|migrations are|migrations are} still unapplied on the scratch database: ${left.join(", ")}`,
      where: tried.host.name,
      mend: t`look at manage.py showmigrations`,
    });
  return { migrations, startup };
}

export function migrationsText(migrations: readonly RehearsedMigration[], known: readonly NewMigration[]): string {
  if (migrations.length === 0) return t`none is pending`;
  return migrations
    .map(({ name, seconds, locks }) => {
      const effects = known.find((one) => one.name === name);
      const drops = [...(effects?.drops ?? []), ...(effects?.rewrites ?? [])];
      const held = locks.map((lock) =>
        lock.stops === "writes"
          ? t`writes of ${lock.table} wait ${showDuration(lock.seconds)}`
          : t`reads and writes of ${lock.table} wait ${showDuration(lock.seconds)}`,
      );
      return `${name} ${showDuration(seconds)}${drops.length > 0 ? `, ⚠️ ${drops.join(", ")}` : ""}${held.length > 0 ? ` (${held.join(", ")})` : ""}`;
    })
    .join("; ");
}

// Runs until the stop file appears, and no longer than an hour: a runner that was lost cannot make the file.
const untilStopped = `stop=$1; shift
"$@" </dev/null >/dev/null & p=$!
trap 'kill "$p" 2>/dev/null' EXIT INT TERM HUP
n=0
while [ ! -e "$stop" ] && [ "$n" -lt 18000 ]; do kill -0 "$p" 2>/dev/null || { wait "$p"; trap - EXIT; exit 90; }; sleep 0.2; n=$((n + 1)); done
kill "$p" 2>/dev/null; wait "$p" 2>/dev/null
trap - EXIT
exit 0`;

/** Starts one instance of the release at the scratch database, waits for its health page, and works with it. */
export async function withInstance<T>(
  tried: Tried,
  start: NonNullable<Trial["start"]>,
  work: (healthySeconds: number) => Promise<T>,
  user?: string,
): Promise<T> {
  const owner = user === undefined ? {} : { user };
  const { host, trial, directory } = tried;
  if ((await curl(host, start.health, 3)).status !== 0)
    throw new UserError({
      what: t`something answers at ${start.health} already`,
      where: host.name,
      mend: t`choose a port that nothing uses, in prepare.trial.start`,
    });
  const stop = `${directory}/.golive-stop`;
  // By the user that owns the directory: another may not write there.
  await host.run(script('rm -f -- "$1"', [stop], { ...owner, timeoutSeconds: 30 }));
  let over = false;
  const running = host
    .attempt({
      ...trial.command(["sh", "-c", untilStopped, "sh", stop, ...start.run], 3700),
      label: start.run.join(" "),
    })
    .finally(() => (over = true));
  try {
    const began = performance.now();
    for (;;) {
      const { status, error } = await curl(host, start.health, 5);
      const seconds = (performance.now() - began) / 1000;
      if (status === 200) return await work(seconds);
      if (over)
        throw new UserError(
          {
            what: t`the release ended as soon as it was started`,
            where: host.name,
            mend: t`run it by hand; what it said is on the control host`,
          },
          { cause: new CommandError(host, { file: start.run[0] ?? "", args: start.run.slice(1) }, await running) },
        );
      if (seconds > start.within)
        throw new UserError({
          what: t`the release is not healthy within ${start.within} s: ${start.health} ${status === 0 ? t`does not answer (${error})` : t`answers ${status}`}`,
          where: host.name,
          mend: t`look why; it would not come up in the window either`,
        });
      await sleep(200);
    }
  } finally {
    await host.attempt(script(': > "$1"', [stop], { ...owner, timeoutSeconds: 30 })).catch(() => {});
    await running.catch(() => {});
    await host.attempt(script('rm -f -- "$1"', [stop], { ...owner, timeoutSeconds: 30 })).catch(() => {});
  }
}

/** A check of the plan, in the built release. */
export async function tryCheck(launch: Launch, tried: Tried, check: Trial["tests"][number]): Promise<Judgement> {
  return runCheck(check, {
    plan: launch.plan,
    expected: launch.release,
    hosts: launch.hosts,
    built: {
      directory: tried.directory,
      attempt: (words, timeoutSeconds) => tried.host.attempt(tried.trial.command(words, timeoutSeconds)),
    },
  });
}
