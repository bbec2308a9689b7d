import { type Problem, UserError } from "../../core/errors.ts";
import { figure } from "../../core/text/figures.ts";
import { t } from "../../core/text/text.ts";
import type { Host } from "../../hosts/host.ts";
import { keyOf, ownScript } from "./run.ts";
import type { CommandsPlan } from "./schema.ts";
import { lookAtFiles } from "./shell/scripts.ts";

/** A file that a backup left. */
export interface LeftFile {
  /** Neither a link nor anything else that only leads to one. */
  readonly plain: boolean;
  /** Younger than the beginning of this backup. */
  readonly young: boolean;
  readonly bytes: number;
  readonly name: string;
}

/** The files of the backup in a folder, once they are what the plan says it leaves. Throws a UserError with all that is not so. */
export async function requireLeft(host: Host, plan: CommandsPlan, folder: string): Promise<readonly LeftFile[]> {
  const { stdout } = await host.run(ownScript(plan, lookAtFiles, [folder], { timeoutSeconds: 600 }));
  const files = stdout
    .split("\n")
    .filter((line) => line !== "")
    .map(parseLeft);
  const problems = leftProblems(files, plan.backUp);
  if (problems.length === 0) return files;
  throw new UserError(problems.map((problem) => ({ ...problem, where: `${host.name}:${folder}/data` })));
}

function parseLeft(line: string): LeftFile {
  const [kind, age, bytes = "0", ...name] = line.split(" ");
  return { plain: kind === "file", young: age === "new", bytes: Number(bytes), name: name.join(" ") };
}

/** All that keeps a backup that ended well from being one. */
export function leftProblems(
  files: readonly LeftFile[],
  { leaves, atLeast }: Pick<CommandsPlan["backUp"], "leaves" | "atLeast">,
): Omit<Problem, "where">[] {
  const key = keyOf("backUp");
  const found = leaves.flatMap((pattern) => {
    const ours = files.filter(({ name }) => matches(pattern, name));
    if (ours.length > 0) return ours.flatMap((file) => fileProblems(file, atLeast));
    return [
      {
        code: "engine-file-missing",
        what: t`${key} ended well and left no ${pattern}`,
        mend: t`let it write into {directory}, or correct ${key}.leaves`,
      },
    ];
  });
  const odd = files.filter(({ name }) => /[\p{Cc}\ufffd?\\]/u.test(name));
  return odd.length === 0 ? once(found) : [...once(found), oddName(odd.length)];
}

function oddName(count: number): Omit<Problem, "where"> {
  return {
    code: "engine-file-name",
    what: t`${keyOf("backUp")} left ${count} {1:file|files|files} with a name that cannot be kept (a line's end, ? or \\\\)`,
    mend: t`give the files plain names`,
  };
}

function fileProblems({ name, plain, young, bytes }: LeftFile, atLeast: number): Omit<Problem, "where">[] {
  const key = keyOf("backUp");
  if (!plain)
    return [
      {
        code: "engine-file-not-plain",
        what: t`${name}, which ${key} left, is a link or no file of its own`,
        mend: t`let it write a file of its own into {directory}`,
      },
    ];
  if (bytes === 0)
    return [
      {
        code: "engine-file-empty",
        what: t`${key} ended well and left ${name} empty`,
        mend: t`try it by hand; in a pipe only the last program's end counts (set -o pipefail)`,
      },
    ];
  if (!young)
    return [
      {
        code: "engine-file-old",
        what: t`${name}, which ${key} left, is older than this backup`,
        mend: t`let it make the file, and not copy one that was there (and cp without -p)`,
      },
    ];
  if (bytes < atLeast)
    return [
      {
        code: "engine-file-small",
        what: t`${key} left ${name} with ${figure(bytes)} bytes, and the plan wants ${figure(atLeast)} at least`,
        mend: t`look what is in it, or correct ${key}.at-least`,
      },
    ];
  return [];
}

function once(problems: readonly Omit<Problem, "where">[]): Omit<Problem, "where">[] {
  return [...new Map(problems.map((problem) => [`${problem.code} ${problem.what}`, problem])).values()];
}

/** `*` and `?` stand for what is within one folder. */
function matches(pattern: string, name: string): boolean {
  const source = pattern
    .replaceAll(/[.+^${}()|[\]\\]/g, "\\$&")
    .replaceAll("*", "[^/]*")
    .replaceAll("?", "[^/]");
  return new RegExp(`^${source}$`).test(name);
}
