import { setTimeout as sleep } from "node:timers/promises";
import { z } from "zod";
import { type Command, command } from "../core/command.ts";
import { CommandError, InternalError, type Problem, problemsFrom, UserError } from "../core/errors.ts";
import { t } from "../core/text/text.ts";
import type { Host } from "../hosts/host.ts";
import type { Parsed } from "../plan/camel-keys.ts";
import { argv, duration, hostName, title } from "../plan/schema/fields.ts";
import { type Before, changeKeys, defineChange, type Way } from "./kind.ts";

const commandSchema = z.strictObject({
  kind: z.literal("command"),
  ...changeKeys,
  host: hostName.describe("Where the commands run."),
  title: title("What it is called on the checklist."),
  current: argv(
    "Prints the present records as text, the same text for the same records. Kept in the journal, and handed to `back`.",
  ),
  change: argv("Makes the change. Has to bear being run again."),
  status: argv(
    "Exits 0 when the records are as the change wants them, 3 when they are not, anything else when it cannot tell.",
  ),
  back: argv(
    "Puts back the records whose text, as `current` printed it, is on its standard input. Has to bear being run again.",
  ),
  timeout: duration("2m").describe("How long each command may take. Default 2m."),
});
type ByCommand = Parsed<typeof commandSchema>;

/** The team's own tool: it changes the records, says how they stand, and puts back what it printed. */
export const byCommand = defineChange(commandSchema, {
  name: ({ id }) => id,
  open: openCommand,
  needs: ({ host, current, change, status, back }) => ({
    host,
    programs: [current, change, status, back].map(([program = ""]) => program),
  }),
});

const pauseMs = 1000;
const mostText = 200_000;

function openCommand(host: Host, change: ByCommand): Way {
  const printed = () => textNow(host, change);
  const wanted = () => isDone(host, change);
  return {
    whole: false,
    wanted,
    same,
    now: async () => ({ text: await printed() }),
    async change() {
      await host.run(wordsOf(change, change.change));
      await until(wanted, change, () => ({
        code: "dns-command-not-done",
        what: t`${change.change[0]} exited 0, and ${change.status[0]} still says that ${change.title} is not done`,
        where: host.name,
        mend: t`look what it did`,
      }));
    },
    async back(to) {
      if (!("text" in to)) throw new InternalError(t`what is on record is not of a command`);
      await host.run({ ...wordsOf(change, change.back), stdin: to.text });
      await until(
        async () => same({ text: await printed() }, to),
        change,
        () => ({
          code: "dns-command-not-back",
          what: t`${change.back[0]} exited 0, and ${change.current[0]} prints other records than before the launch`,
          where: host.name,
          mend: t`put them back by hand; what it printed then is in the journal`,
        }),
      );
    },
    shown,
    // Its status says so, and who remembers what it does not.
    everywhere: async () => "",
    remembered: () => "",
    lookByDay: async () => ({ problems: await problemsByDay(host, change), note: change.title }),
  };
}

function wordsOf({ timeout }: ByCommand, [file = "", ...args]: readonly string[]): Command {
  return command(file, args, { timeoutSeconds: timeout });
}

async function textNow(host: Host, change: ByCommand): Promise<string> {
  const { stdout } = await host.run(wordsOf(change, change.current));
  if (stdout.length > mostText)
    throw new UserError({
      code: "dns-command-prints-too-much",
      what: t`${change.current[0]} prints ${stdout.length} {1:character|characters|characters}, and at most ${mostText} are kept`,
      where: host.name,
      mend: t`let it print the records of this change only`,
    });
  return stdout;
}

async function isDone(host: Host, change: ByCommand): Promise<boolean> {
  const asked = wordsOf(change, change.status);
  const finished = await host.attempt(asked);
  if (finished.code === 0) return true;
  if (finished.code === 3) return false;
  throw new UserError(
    {
      code: "dns-command-status-unknown",
      what: t`nobody can tell whether ${change.title} is done`,
      where: host.name,
      mend: t`its status has to exit 0 when the records are as they should be, and 3 when they are not`,
    },
    { cause: new CommandError(host, asked, finished) },
  );
}

async function until(there: () => Promise<boolean>, { within }: ByCommand, problem: () => Problem): Promise<void> {
  for (const end = performance.now() + within * 1000; !(await there()); await sleep(pauseMs)) {
    if (performance.now() >= end) throw new UserError(problem());
  }
}

/** Whether it can be told how the records stand, and whether it prints the same text for the same ones. */
async function problemsByDay(host: Host, change: ByCommand): Promise<readonly Problem[]> {
  try {
    return await problemsFrom(async () => {
      await isDone(host, change);
      const [first, second] = [await textNow(host, change), await textNow(host, change)];
      if (!same({ text: first }, { text: second }))
        throw new UserError({
          code: "dns-command-prints-differ",
          what: t`${change.current[0]} prints other text each time`,
          where: host.name,
          mend: t`it prints the records and nothing else (no times, no serial), so that one can tell whether they are back`,
        });
    });
  } catch (error) {
    if (!(error instanceof CommandError)) throw error;
    return [
      {
        code: "dns-command-failed",
        what: error.brief,
        where: host.name,
        mend: t`it only looks, and has to work by day as well`,
      },
    ];
  }
}

function shown(before: Before): string {
  const lines = "text" in before ? before.text.split("\n").filter((line) => line.trim() !== "") : [];
  return "text" in before ? t`${lines.length} {0:line|lines|lines}` : "";
}

function same(one: Before, other: Before): boolean {
  return linesOf(one) === linesOf(other);
}

/** The order of lines says nothing. */
function linesOf(before: Before): string {
  if (!("text" in before)) return "";
  const lines = before.text.split("\n").map((line) => line.trimEnd());
  return lines
    .filter((line) => line !== "")
    .toSorted()
    .join("\n");
}
