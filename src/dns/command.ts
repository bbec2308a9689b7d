import { setTimeout as sleep } from "node:timers/promises";
import { type Command, command } from "../core/command.ts";
import { CommandError, InternalError, type Problem, problemsFrom, UserError } from "../core/errors.ts";
import { t } from "../core/text/text.ts";
import type { Host } from "../hosts/host.ts";
import type { ByCommand } from "./schema.ts";
import type { Before, Way } from "./way.ts";

const pauseMs = 1000;
const mostText = 200_000;

/** The team's own tool: it changes the records, says how they stand, and puts back what it printed. */
export function byCommand(host: Host, change: ByCommand): Way & { problems(): Promise<readonly Problem[]> } {
  const words = ([file = "", ...args]: readonly string[]): Command =>
    command(file, args, { timeoutSeconds: change.timeout });
  const textNow = async () => {
    const { stdout } = await host.run(words(change.current));
    if (stdout.length > mostText)
      throw new UserError({
        what: t`${change.current[0]} prints ${stdout.length} {1:character|characters|characters}, and at most ${mostText} are kept`,
        where: host.name,
        mend: t`let it print the records of this change only`,
      });
    return stdout;
  };
  const wanted = async () => {
    const asked = words(change.status);
    const finished = await host.attempt(asked);
    if (finished.code === 0) return true;
    if (finished.code === 3) return false;
    throw new UserError(
      {
        what: t`nobody can tell whether ${change.title} is done`,
        where: host.name,
        mend: t`its status has to exit 0 when the records are as they should be, and 3 when they are not`,
      },
      { cause: new CommandError(host, asked, finished) },
    );
  };
  const same: Way["same"] = (one, other) => linesOf(one) === linesOf(other);
  const until = async (there: () => Promise<boolean>, what: string, mend: string) => {
    for (const end = performance.now() + change.within * 1000; !(await there()); await sleep(pauseMs)) {
      if (performance.now() >= end) throw new UserError({ what, where: host.name, mend });
    }
  };
  return {
    whole: false,
    wanted,
    same,
    now: async () => ({ text: await textNow() }),
    async change() {
      await host.run(words(change.change));
      await until(
        wanted,
        t`${change.change[0]} exited 0, and ${change.status[0]} still says that ${change.title} is not done`,
        t`look what it did`,
      );
    },
    async back(to) {
      if (!("text" in to)) throw new InternalError(t`what is on record is not of a command`);
      await host.run({ ...words(change.back), stdin: to.text });
      await until(
        async () => same({ text: await textNow() }, to),
        t`${change.back[0]} exited 0, and ${change.current[0]} prints other records than before the launch`,
        t`put them back by hand; what it printed then is in the journal`,
      );
    },
    shown: (before) =>
      "text" in before
        ? t`${before.text.split("\n").filter((line) => line.trim() !== "").length} {0:line|lines|lines}`
        : "",
    problems: () =>
      problemsFrom(async () => {
        await wanted();
        const [first, second] = [await textNow(), await textNow()];
        if (!same({ text: first }, { text: second }))
          throw new UserError({
            what: t`${change.current[0]} prints other text each time`,
            where: host.name,
            mend: t`it prints the records and nothing else (no times, no serial), so that one can tell whether they are back`,
          });
      }).catch((error: unknown) =>
        error instanceof CommandError
          ? [{ what: error.brief, where: host.name, mend: t`it only looks, and has to work by day as well` }]
          : Promise.reject(error as Error),
      ),
  };
}

/** The order of lines says nothing. */
function linesOf(before: Before): string {
  return "text" in before
    ? before.text
        .split("\n")
        .map((line) => line.trimEnd())
        .filter((line) => line !== "")
        .toSorted()
        .join("\n")
    : "";
}
