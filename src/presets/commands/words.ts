import { z } from "zod";
import { type Command, describe, type Finished } from "../../core/command.ts";
import { CommandError, UserError } from "../../core/errors.ts";
import { parseDuration } from "../../core/text/duration.ts";
import { t } from "../../core/text/text.ts";
import type { Host } from "../../hosts/host.ts";
import { argv, duration } from "../../plan/schema/fields.ts";

/** A command of the plan: words, or words with a time limit of their own. */
export const timedWords = (what: string, fallback: string) =>
  z
    .union([argv(what), z.strictObject({ run: argv(what), timeout: duration(fallback) })])
    .describe(`${what} As a list of words, or as run: with a timeout: (${fallback}). No shell reads it.`);

type Given = readonly string[] | { readonly run: readonly string[]; readonly timeout: number };

export interface TimedWords {
  readonly run: readonly string[];
  readonly timeout: number;
}

export function timed(given: Given, fallback: string): TimedWords {
  return "run" in given ? given : { run: given, timeout: parseDuration(fallback) ?? 0 };
}

/** A path inside the release; what has no slash is looked for among the programs of the host. */
export function isOfRelease(program: string): boolean {
  return program.includes("/") && !program.startsWith("/");
}

/** The program of a command as the host has to have it; null when the release brings it. */
export function hostProgram([program = ""]: readonly string[]): string | null {
  return isOfRelease(program) ? null : program;
}

/** Runs a command of the plan. Every way in which it can go wrong has a code of its own. */
export async function runOfPlan(host: Host, asked: Command, fine: readonly number[] = []): Promise<Finished> {
  const finished = await host.attempt(asked);
  if (!finished.timedOut && (finished.code === 0 || fine.includes(finished.code ?? -1))) return finished;
  await host.learn?.();
  const cause = new CommandError(host, asked, finished);
  throw new UserError({ ...ending(asked, finished, cause.brief), where: host.name }, { cause });
}

/** What flock says where it cannot begin a program; its exit code is one for every reason. */
const notBegun = /^flock: failed to execute .*?(?:: (Permission denied))?$/m;

/** The exit code as a shell has it: 127 for a program that is not there, 126 for one that may not be executed. */
function shellCode({ code, stderr }: Finished): number | null {
  if (code !== 69) return code;
  const found = notBegun.exec(stderr);
  if (found === null) return code;
  return found[1] === undefined ? 127 : 126;
}

function ending(asked: Command, finished: Finished, brief: string) {
  const words = describe(asked);
  const { timedOut } = finished;
  const code = shellCode(finished);
  if (timedOut)
    return {
      code: "plan-command-never-ends",
      what: t`${words} did not end within ${asked.timeoutSeconds ?? 3600} s`,
      mend: t`it must ask nobody; else give it a longer timeout:`,
    };
  if (code === 127)
    return {
      code: "plan-command-missing",
      what: t`${words}: there is no such program`,
      mend: t`correct its first word: a path inside the release, or a program of the host`,
    };
  if (code === 126)
    return {
      code: "plan-command-not-executable",
      what: t`${words} may not be executed`,
      mend: t`chmod +x it in the repository (git update-index --chmod=+x), and begin it with #!`,
    };
  return { code: "plan-command-fails", what: brief, mend: t`try it by hand in the release's directory` };
}
