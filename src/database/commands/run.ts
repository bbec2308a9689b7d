import { type Command, type CommandOptions, script } from "../../core/command.ts";
import { CommandError, UserError } from "../../core/errors.ts";
import { showDuration } from "../../core/text/figures.ts";
import { t } from "../../core/text/text.ts";
import type { Host } from "../../hosts/host.ts";
import { wordsWith } from "../provider/command.ts";
import type { CommandsPlan } from "./schema.ts";

/** The commands of a plan with `engine: commands`, by their keys. */
const keys = { backUp: "back-up", prove: "prove", restore: "restore", size: "size", state: "state" } as const;
export type CommandKey = keyof typeof keys;

/** The place in the plan, as people write it. */
export function keyOf(key: CommandKey): string {
  return `database.${keys[key]}`;
}

/** A script of golive's own, as the user of the plan's commands. */
export function ownScript(
  plan: Pick<CommandsPlan, "runAs">,
  text: string,
  values: readonly string[],
  options: CommandOptions = {},
): Command {
  return script(text, values, { ...(plan.runAs === undefined ? {} : { user: plan.runAs }), whole: true, ...options });
}

/**
 * Runs one of the plan's commands to its end; `folder` is put in for {directory}. Returns what it printed. Throws a
 * UserError that says how it went wrong: it is not there, did not end, or ended badly.
 */
export async function runCommand(host: Host, plan: CommandsPlan, key: CommandKey, folder = ""): Promise<string> {
  const asked = plan[key];
  if (asked === undefined) return "";
  const words = wordsWith(asked.run, { directory: folder });
  const command = ownScript(plan, 'umask 077; exec "$@"', words, {
    timeoutSeconds: asked.timeout,
    label: words.join(" "),
  });
  const finished = await host.attempt(command);
  // Of what a backup says nothing is read, however much it is.
  const unread = finished.cut !== true || key === "backUp" || key === "restore";
  if (finished.code === 0 && !finished.timedOut && unread) return finished.stdout;
  await host.learn?.();
  const cause = new CommandError(host, command, finished);
  throw new UserError({ ...problemOf(key, asked, finished, cause), where: host.name }, { cause });
}

type Ended = Awaited<ReturnType<Host["attempt"]>>;

function problemOf(
  key: CommandKey,
  { run: [program = ""], timeout }: { readonly run: readonly string[]; readonly timeout: number },
  { code, timedOut, cut }: Ended,
  { brief }: CommandError,
) {
  const place = keyOf(key);
  if (timedOut)
    return {
      code: "engine-command-endless",
      what: t`${place} did not end within ${showDuration(timeout)}, and was ended`,
      mend: t`try it by hand as that user; does it ask for a password? Or give it a longer ${place}.timeout`,
    };
  if (code === 127 || code === 126)
    return {
      code: "engine-command-missing",
      what: code === 127 ? t`${place}: ${program} is not there` : t`${place}: ${program} cannot be run by that user`,
      mend: t`put it there, executable (chmod 755), or correct ${place}.run`,
    };
  if (cut === true)
    return {
      code: "engine-output-endless",
      what: t`${place} printed more than can be read`,
      mend: t`let it print one line a table`,
    };
  return {
    code: "engine-command-failed",
    what: t`${place}: ${brief}`,
    mend: t`try it by hand as that user`,
  };
}

const controls = /[^\P{Cc}\t]|\ufffd/u;

/** Lines that a command printed, without the ends. Throws a UserError where it is no text. */
export function linesOf(host: Host, key: CommandKey, stdout: string): string[] {
  const lines = stdout
    .split("\n")
    .map((line) => line.trimEnd())
    .filter((line) => line !== "");
  if (lines.some((line) => controls.test(line)))
    throw new UserError({
      code: "engine-output-binary",
      what: t`${keyOf(key)} printed something that is no text`,
      where: host.name,
      mend: t`let it print plain lines and nothing else`,
    });
  return lines;
}
