import { z } from "zod";
import { type Command, describe } from "../../core/command.ts";
import { UserError } from "../../core/errors.ts";
import { msg, t } from "../../core/text/text.ts";
import type { Host } from "../../hosts/host.ts";
import { argv, duration } from "../../plan/schema/fields.ts";
import { runOfPlan, timed } from "./words.ts";

const what = "Tells which migrations are not applied.";
const exitCode = z.int().min(1).max(125);

const pattern = z
  .string()
  .min(1, msg`is empty`)
  .refine((text) => {
    try {
      return !new RegExp(text, "u").test("");
    } catch {
      return false;
    }
  }, msg`is not a regular expression, or one that an empty line fits`);

/** A command, and what of it means that something is pending. */
export const pendingSchema = z
  .union([
    argv(what),
    z.strictObject({
      run: argv(what),
      lines: pattern
        .describe("Each line that this regular expression finds is a migration; what its first ( ) holds is the name.")
        .optional(),
      exit: z
        .union([exitCode, z.array(exitCode).min(1, msg`needs at least one exit code`)])
        .describe("It ends with this (or one of these) when something is pending, and with 0 when nothing is.")
        .optional(),
      timeout: duration("10m"),
    }),
  ])
  .describe(
    "Tells what is not applied. As a list of words: each line that it prints is a migration, and nothing is printed when there is none. " +
      "As run: with lines: (a regular expression) or exit: (an exit code), for programs that always print. No shell reads it.",
  );

export type Pending = z.output<typeof pendingSchema>;

/** Of `Pending` what decides, with what is left out. */
interface Rule {
  readonly lines: RegExp | null;
  readonly exit: readonly number[];
}

function ruleOf(given: Pending): Rule {
  if (!("run" in given)) return { lines: null, exit: [] };
  const { lines, exit = [] } = given;
  return { lines: lines === undefined ? null : new RegExp(lines, "u"), exit: typeof exit === "number" ? [exit] : exit };
}

export function pendingWords(given: Pending) {
  return timed("run" in given ? given : [...given], "10m");
}

/** Names of what is pending. `whole`: what all of it together is called where only an exit code tells. */
export async function askPending(host: Host, asked: Command, given: Pending, whole: string): Promise<string[]> {
  const { lines, exit } = ruleOf(given);
  const { stdout, code } = await runOfPlan(host, asked, exit);
  const printed = textLines(host, asked, stdout);
  if (lines === null) return exit.length === 0 ? printed : namesOf(code, [whole]);
  // A program that always prints and for once did not has told nothing.
  if (printed.length === 0 && exit.length === 0) throw silent(host, asked);
  const found = printed.flatMap((line) => {
    const match = lines.exec(line);
    return match === null ? [] : [(match[1] ?? line).trim()];
  });
  return found.length > 0 ? found : namesOf(code, [whole]);
}

function namesOf(code: number | null, names: string[]): string[] {
  return code === 0 ? [] : names;
}

function textLines(host: Host, asked: Command, stdout: string): string[] {
  if (/[\0\uFFFD]/.test(stdout))
    throw new UserError({
      code: "pending-prints-binary",
      what: t`${describe(asked)} printed something that is no text`,
      where: host.name,
      mend: t`it has to print lines of UTF-8; look at it by hand`,
    });
  return plain(stdout)
    .split("\n")
    .map((line) => line.trim())
    .filter((line) => line !== "");
}

/** Without colours, which some programs print to whomever. */
function plain(text: string): string {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: the escape that colours begin with
  return text.replaceAll(/\u001B\[[0-9;?]*[A-Za-z]/g, "").replaceAll("\r", "");
}

function silent(host: Host, asked: Command): UserError {
  return new UserError({
    code: "pending-prints-nothing",
    what: t`${describe(asked)} printed nothing, so nobody knows what is pending`,
    where: host.name,
    mend: t`take lines: out if it prints the pending ones alone; else look at it by hand`,
  });
}
