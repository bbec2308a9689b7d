import type { Right } from "../../hosts/sudo/sudo.ts";
import type { Plan } from "../../plan/schema/schema.ts";
import { t } from "../../core/text/text.ts";
import { rightsOn } from "./rights.ts";

/** What a host's sudoers needs for a plan; null where nothing does. */
export interface Sudoers {
  readonly host: string;
  readonly lines: readonly string[];
}

/** `local`: who the runner is, on hosts that it is itself on. */
export function sudoersOf(plan: Plan, local: string): Sudoers[] {
  return Object.entries(plan.hosts).flatMap(([host, how]) => {
    const connection = how.connect === "ssh" ? how.user : local;
    const lines = rightsOn(plan, host).flatMap((right) => linesOf(right, right.by ?? connection));
    return lines.length === 0 ? [] : [{ host, lines }];
  });
}

/** Root and the user itself need no line. sudo-rs knows no wildcards, and no spelling that keeps a character from being one. */
function linesOf({ as, words }: Right, user: string): string[] {
  if (user === "root" || user === as) return [];
  const line = `${user} ALL=(${as}) NOPASSWD: ${words === null ? "ALL" : commandText(words)}`;
  const wild = words?.some((word) => /[*?[\]]/.test(word)) ?? false;
  return wild ? [t`# sudo-rs takes the next line without the backslashes before * ? [ ]`, line] : [line];
}

/** A line names a file by its whole path; where only a program's name is known, where Debian and Fedora have it. */
function commandText([file = "", ...args]: readonly string[]): string {
  const path = file.startsWith("/") ? file : `/usr/bin/${file}`;
  // A regular expression would begin so.
  const words = args.map(spell).join(" ").replace(/^\^/, "\\^");
  return `${spell(path)} ${args.length === 0 ? '""' : words}`;
}

/** One word for sudoers(5): nothing in it is a wildcard, or the end of a command. */
function spell(word: string): string {
  if (word === "") return '""';
  // A backslash is read twice: by the file's parser, and by the one of patterns.
  return word.replaceAll("\\", "\\\\").replaceAll(/[\\,:=#*?[\] \t]/g, "\\$&");
}
