import { strategyOf } from "../../../presets/strategy.ts";
import { script } from "../../../core/command.ts";
import { t } from "../../../core/text/text.ts";
import { presetOf } from "../../../presets/preset.ts";
import type { Practice } from "./practice.ts";

/** Of the practice, what is needed to see which files its steps write. */
export type Watched = Pick<Practice, "context" | "directory" | "watched" | "real">;

/** Files that are not as they are live: made anew by a step of the way back, or left by the release. */
export interface Unlike {
  readonly anew: readonly string[];
  readonly left: readonly string[];
}

const markScript = 'sleep 0.05; : > "$1" && sleep 0.05';
// $1 the mark, $2 where the names go. What was made or changed since, but for what git and the installer keep.
const writtenScript = `m=$1; list=$2; shift 2
for x; do set -- "$@" -path "./$x" -prune -o; shift; done
find . -path ./.git -prune -o "$@" -type f -newercm "$m" -print0 | sort -z > "$list.now" || exit 1
cat -- "$list.now" >> "$list" && xargs -0 -r -a "$list.now" sha256sum --`;
// $1 names, $2 the live folder, $3 the release's own, which goes with it, $4 the mark: a line for each file that is not
// as it is there, its name behind an a when it was made since the mark, an l when it was left.
const unlikeScript = `[ -e "$1" ] || exit 0
sort -zu -- "$1" | xargs -0 -r sh -c 'live=$1; own=$2; m=$3; shift 3
for f; do
  case $f in "$own"/*) continue ;; esac
  { [ ! -e "$live/$f" ] && [ ! -e "$f" ]; } || cmp -s -- "$live/$f" "$f" && continue
  if [ -e "$f" ] && [ -n "$(find "$f" -prune -newercm "$m" -exec echo x \\;)" ]; then h=a; else h=l; fi
  printf "%s%s\\n" "$h" "$(printf %s "$f" | tr "\\n" "?")"
done' sh "$2" "$3" "$4"`;

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
  const asking = script(writtenScript, [`${directory}/mark`, `${directory}/names`, ...installed], watching(practice));
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
    script(unlikeScript, [`${directory}/names`, watched, own, `${directory}/mark`], {
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
