import { strategyOf } from "../../../presets/strategy.ts";
import { script } from "../../../core/command.ts";
import { t } from "../../../core/text/text.ts";
import { presetOf } from "../../../presets/preset.ts";
import type { Practice } from "./practice.ts";
import { unlike, writtenSince } from "./scripts.ts";

/** Of the practice, what is needed to see which files its steps write. */
export type Watched = Pick<Practice, "context" | "directory" | "watched" | "real">;

/** Files that are not as they are live: made anew by a step of the way back, or left by the release. */
export interface Unlike {
  readonly anew: readonly string[];
  readonly left: readonly string[];
}

const markScript = 'sleep 0.05; : > "$1" && sleep 0.05';

function watching({ context, watched }: Watched) {
  const { runAs: user } = context.plan.deploy;
  return { cwd: watched, timeoutSeconds: 1800, ...(user === undefined ? {} : { user }) };
}

/** From here on what is written counts. */
export async function mark(practice: Watched): Promise<void> {
  await practice.context.host.run(script(markScript, [`${practice.directory}/mark`], watching(practice)));
}

/** Files that were written since the mark, with their contents' hashes, a line each; their names are noted. */
export async function written(practice: Watched): Promise<readonly string[]> {
  const { context, directory } = practice;
  const installed = presetOf(context.plan).installed(context.plan);
  const asking = script(writtenSince, [`${directory}/mark`, `${directory}/names`, ...installed], watching(practice));
  const { stdout } = await context.host.run({ ...asking, label: t`what the step wrote` });
  return stdout.split("\n").filter((line) => line !== "");
}

/** Names of files that only one of the two lists has with that content. */
export function differing(one: readonly string[], other: readonly string[]): string[] {
  const lines = [...one.filter((line) => !other.includes(line)), ...other.filter((line) => !one.includes(line))];
  return [...new Set(lines.map((line) => line.replace(/^\\?[0-9a-f]{64} [ *]/, "")))].toSorted();
}

/** The way back begins with a mark of its own, before its steps. */
export async function unlikeLive(practice: Watched): Promise<Unlike> {
  const { context, directory, watched, real } = practice;
  const { runAs: user } = context.plan.deploy;
  const releases = strategyOf(context.plan).ownDirectory;
  const copy = `${directory}/${releases ? "base" : "live"}`;
  const own = releases ? context.directory.replace(watched, ".") : "-";
  const { stdout } = await real.run(
    script(unlike, [`${directory}/names`, watched, own, `${directory}/mark`], {
      cwd: copy,
      timeoutSeconds: 600,
      label: t`compare what steps wrote`,
      ...(user === undefined ? {} : { user }),
    }),
  );
  const lines = stdout.split("\n").filter((line) => line !== "");
  const those = (how: "a" | "l") => lines.filter((line) => line.startsWith(how)).map((line) => line.slice(1));
  return { anew: those("a"), left: those("l") };
}
