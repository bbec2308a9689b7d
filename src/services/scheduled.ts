import { command, type Command, script } from "../core/command.ts";
import { CommandError, type Problem, UserError } from "../core/errors.ts";
import type { Host } from "../hosts/host.ts";
import type { Plan } from "../plan/schema.ts";

export type Scheduled = Plan["services"]["pause"][number];

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
const unitStatus = 's=$(systemctl show --property=LoadState,ActiveState -- "$1") || exit 1; case "$s" in *LoadState=loaded*) ;; *) exit 1 ;; esac; case "$s" in *ActiveState=inactive*|*ActiveState=failed*) exit 3 ;; *ActiveState=*) exit 0 ;; esac; exit 1';

function waysOf(work: Scheduled): Ways {
  const words = ([file = "", ...args]: readonly string[]): Command => (work.sudo ? command("sudo", ["-n", file, ...args], { timeoutSeconds: work.timeout }) : command(file, args, { timeoutSeconds: work.timeout }));
  const shell = (text: string, file: string): Command => ({ ...words(["sh", "-c", text, "sh", file]), label: `rename ${file}` });
  switch (work.kind) {
    case "systemd":
      return { status: script(unitStatus, [work.unit], { timeoutSeconds: 30, label: `systemctl show ${work.unit}` }), pause: words(["systemctl", "stop", "--", work.unit]), resume: words(["systemctl", "start", "--", work.unit]) };
    case "cron":
      return { status: script(cronStatus, [work.file], { timeoutSeconds: 30, label: `look for ${work.file}` }), pause: shell(cronPause, work.file), resume: shell(cronResume, work.file) };
    case "command":
      return { status: words(work.status), pause: words(work.pause), resume: words(work.resume) };
  }
}

/** Whether it works now or is paused. Throws when nobody can tell. Changes nothing. */
export async function scheduledState(host: Host, work: Scheduled): Promise<"working" | "paused"> {
  const { status } = waysOf(work);
  const finished = await host.attempt(status);
  if (finished.code === 0) return "working";
  if (finished.code === 3) return "paused";
  throw new UserError({ what: `nobody can tell whether ${nameOf(work)} works or is paused`, where: host.name, mend: work.kind === "command" ? "its status has to exit 0 when it works and 3 when it is paused" : work.kind === "cron" ? "is that file there?" : "is this the name of a unit there?" }, { cause: new CommandError(host.name, status, finished) });
}

/** Pauses it, and proves that it is. Twice is as good as once. */
export async function pauseScheduled(host: Host, work: Scheduled): Promise<void> {
  await host.run(waysOf(work).pause);
  await require(host, work, "paused");
}

/** Lets it work again, and proves that it does. */
export async function resumeScheduled(host: Host, work: Scheduled): Promise<void> {
  await host.run(waysOf(work).resume);
  await require(host, work, "working");
}

async function require(host: Host, work: Scheduled, wanted: "working" | "paused"): Promise<void> {
  const state = await scheduledState(host, work);
  if (state !== wanted) throw new UserError({ what: `${nameOf(work)} is still ${state}`, where: host.name, mend: "look what keeps it so; a unit that something else starts has to be paused there" });
}

/** What keeps it from being paused and resumed, as far as it can be known by day. Changes nothing. */
export async function scheduledProblems(host: Host, work: Scheduled): Promise<readonly Problem[]> {
  try {
    await scheduledState(host, work);
  } catch (error) {
    if (error instanceof UserError) return error.problems;
    throw error;
  }
  if (work.kind !== "systemd" || !work.sudo) return [];
  const { pause, resume } = waysOf(work);
  const refused = await Promise.all([pause, resume].map(async ({ args }) => ((await host.attempt({ file: "sudo", args: ["-n", "-l", ...args.slice(1)], timeoutSeconds: 30 })).code === 0 ? [] : [args.slice(1).join(" ")])));
  return refused.flat().map((words) => ({ what: `sudo does not let golive run: ${words}`, where: host.name, mend: "allow it without a password (docs/hosts.md has the lines)" }));
}

export function nameOf(work: Scheduled): string {
  return work.title ?? (work.kind === "systemd" ? work.unit : work.kind === "cron" ? work.file : work.id);
}
