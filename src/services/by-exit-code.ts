import { command, type Command, script } from "../core/command.ts";
import { CommandError, UserError } from "../core/errors.ts";
import { t } from "../core/text.ts";
import type { Host } from "../hosts/host.ts";
import { holdCommand, lookAtHold, releaseCommand } from "./hold.ts";
import { sudoProblems } from "./sudo.ts";
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
const cronPause = '[ ! -f "$1" ] || mv -f -- "$1" "$1.golive-paused"';
const cronResume = '[ ! -f "$1.golive-paused" ] || { [ ! -e "$1" ] && mv -- "$1.golive-paused" "$1"; }';
const unitStatus =
  's=$(systemctl show --property=LoadState,ActiveState -- "$1") || exit 1; case "$s" in *LoadState=loaded*) ;; *) exit 1 ;; esac; case "$s" in *ActiveState=inactive*|*ActiveState=failed*) exit 3 ;; *ActiveState=*) exit 0 ;; esac; exit 1';

function waysOf(work: ByExitCode): Ways {
  const words = ([file = "", ...args]: readonly string[]): Command =>
    work.sudo
      ? command("sudo", ["-n", file, ...args], { timeoutSeconds: work.timeout })
      : command(file, args, { timeoutSeconds: work.timeout });
  const shell = (text: string, file: string): Command => ({
    ...words(["sh", "-c", text, "sh", file]),
    label: t`rename ${file}`,
  });
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
        pause: shell(cronPause, work.file),
        resume: shell(cronResume, work.file),
      };
    case "command":
      return { status: words(work.status), pause: words(work.pause), resume: words(work.resume) };
  }
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
        { cause: new CommandError(host.name, status, finished) },
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
      return [...problems, ...(work.kind === "systemd" && work.sudo ? await sudoProblems(host, [pause, resume]) : [])];
    },
  };
}
