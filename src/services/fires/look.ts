import { script } from "../../core/command.ts";
import { t } from "../../core/text/text.ts";
import type { Host } from "../../hosts/host.ts";
import type { Span } from "./cron-times.ts";
import { cronLines, readSeen, type Seen } from "./seen.ts";
import { whatFires } from "./scripts.ts";

/** What a machine says of what runs by itself there, and the crontabs of users that golive may be. Changes nothing. */
export async function lookWhatFires(host: Host, users: readonly string[], { from }: Span): Promise<Seen> {
  const since = String(Math.floor(from / 1000));
  const asked = (own: "own" | "all", user?: string) =>
    script(whatFires, [since, own], {
      timeoutSeconds: 60,
      label: t`look what runs by itself`,
      whole: true,
      ...(user === undefined ? {} : { user }),
    });
  const [all, ...theirs] = await Promise.all([
    host.run(asked("all")),
    // What they may not be asked is told with the rights.
    ...users.map((user) => host.attempt(asked("own", user))),
  ]);
  const seen = readSeen(all.stdout);
  const known = new Set(seen.lines.map(keyOf));
  const more = theirs.flatMap(({ code, stdout }) =>
    code === 0 ? cronLines(stdout.split("\n").flatMap((line) => afterWord(line))) : [],
  );
  return { ...seen, lines: [...seen.lines, ...more.filter((line) => !known.has(keyOf(line)))] };
}

function afterWord(text: string): string[][] {
  const [word, ...fields] = text.split("\t");
  return word === "line" ? [fields] : [];
}

function keyOf({ of, name, line }: Seen["lines"][number]): string {
  return `${of} ${name} ${line}`;
}
