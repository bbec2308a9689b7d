import { dirname } from "node:path";
import { type Command, script } from "../core/command.ts";
import { CommandError, type Problem, UserError } from "../core/errors.ts";
import { t } from "../core/text/text.ts";
import type { Host } from "../hosts/host.ts";
import { type Right, rightOf, rootCommand } from "../hosts/sudo/sudo.ts";
import { holdCommand, lookAtHold, releaseCommand } from "./hold.ts";
import { managedProblems } from "./manager.ts";
import { startOfRunning } from "./systemd.ts";
import { nameOf, type Scheduled, type Work } from "./work.ts";

type ByExitCode = Exclude<Scheduled, { kind: "telegram-webhook" }>;

interface Ways {
  /** Exits 0 when it works, 3 when it is paused, anything else when nobody can tell. */
  readonly status: Command;
  readonly pause: Command;
  readonly resume: Command;
}

// A name with a dot is no crontab for cron, so the renamed file is not read; the rename is atomic both ways.
const cronStatus = 'if [ -f "$1" ]; then exit 0; elif [ -f "$1.golive-paused" ]; then exit 3; else exit 1; fi';
// What is looked at needs no rights; the rename alone does, and it is a command of its own. $1 file, then that command.
const cronPause = '[ ! -f "$1" ] || { shift; exec "$@"; }';
const cronResume = '[ ! -f "$1.golive-paused" ] || { [ ! -e "$1" ] && shift && exec "$@"; }';
const unitStatus =
  's=$(systemctl show --property=LoadState,ActiveState -- "$1") || exit 1; case "$s" in *LoadState=loaded*) ;; *) exit 1 ;; esac; case "$s" in *ActiveState=inactive*|*ActiveState=failed*) exit 3 ;; *ActiveState=*) exit 0 ;; esac; exit 1';

function waysOf(work: ByExitCode): Ways {
  const words = (given: readonly string[]): Command => rootCommand(work.sudo, given, { timeoutSeconds: work.timeout });
  switch (work.kind) {
    case "systemd":
      return {
        status: script(unitStatus, [work.unit], { timeoutSeconds: 30, label: `systemctl show ${work.unit}` }),
        pause: words(["systemctl", "stop", "--", work.unit]),
        resume: words(["systemctl", "start", "--", work.unit]),
      };
    case "cron":
      return {
        status: script(cronStatus, [work.file], { timeoutSeconds: 30, label: t`look for ${work.file}` }),
        pause: rename(cronPause, work.file, words(pauseWords(work.file)), work.timeout),
        resume: rename(cronResume, work.file, words(resumeWords(work.file)), work.timeout),
      };
    case "command":
      return { status: words(work.status), pause: words(work.pause), resume: words(work.resume) };
  }
}

const pauseWords = (file: string) => ["mv", "-f", "--", file, `${file}.golive-paused`];
const resumeWords = (file: string) => ["mv", "-n", "--", `${file}.golive-paused`, file];

function rename(text: string, file: string, { file: program, args }: Command, timeoutSeconds: number): Command {
  return script(text, [file, program, ...args], { timeoutSeconds, label: t`rename ${file}` });
}

/** What golive runs with sudo to pause and resume it. */
export function workRights(work: ByExitCode): Right[] {
  const { status, pause, resume } = waysOf(work);
  if (work.kind !== "cron") return [status, pause, resume].flatMap(({ file, args }) => rightOf([file, ...args]) ?? []);
  if (!work.sudo) return [];
  return [pauseWords(work.file), resumeWords(work.file)].map((words) => ({ as: "root", words }));
}

/** A unit, a crontab, or the team's own commands: each says how it stands by its exit code. */
export function byExitCode(host: Host, work: ByExitCode, folder: string): Work {
  const unit = work.kind === "systemd" ? [work.unit] : [];
  const { status, pause, resume } = waysOf(work);
  return {
    async state() {
      const finished = await host.attempt(status);
      if (finished.code === 0) return "working";
      if (finished.code === 3) return "paused";
      throw new UserError(
        {
          what: t`nobody can tell whether ${nameOf(work)} works or is paused`,
          where: host.name,
          mend:
            work.kind === "command"
              ? t`its status has to exit 0 when it works and 3 when it is paused`
              : work.kind === "cron"
                ? t`is that file there?`
                : t`is this the name of a unit there?`,
        },
        { cause: new CommandError(host, status, finished) },
      );
    },
    async pause() {
      if (unit.length > 0) await host.run(holdCommand(folder, unit));
      await host.run(pause);
    },
    async resume() {
      if (unit.length > 0) await host.run(releaseCommand(folder, unit));
      await host.run(resume);
    },
    async problems() {
      const { problems } = await lookAtHold(host, folder, unit);
      return [...problems, ...(await rightsWithout(host, work, status))];
    },
  };
}

async function folderProblems(host: Host, file: string): Promise<Problem[]> {
  const folder = dirname(file);
  if ((await host.attempt(script('[ -w "$1" ]', [folder], { timeoutSeconds: 30 }))).code === 0) return [];
  return [
    {
      code: "cron-right",
      what: t`${folder} cannot be written, so ${file} cannot be renamed`,
      where: host.name,
      mend: t`set sudo: true for it, with the lines that \`golive sudoers\` prints`,
    },
  ];
}

/** What keeps this user from it without sudo. What sudo lets run is looked at for the whole host. */
async function rightsWithout(host: Host, work: ByExitCode, status: Command): Promise<readonly Problem[]> {
  if (work.sudo) return [];
  if (work.kind === "cron") return folderProblems(host, work.file);
  if (work.kind !== "systemd" || (await host.attempt(status)).code !== 0) return [];
  return managedProblems(host, startOfRunning(work.unit), work.unit);
}
