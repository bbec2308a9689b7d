import { type Command, command, type CommandOptions } from "../../core/command.ts";

/** A program with its arguments, as root where the plan says `sudo`. The exact words that a sudoers line has to name. */
export function rootCommand(
  sudo: boolean,
  [file = "", ...args]: readonly string[],
  options: CommandOptions = {},
): Command {
  return sudo ? command("sudo", ["-n", file, ...args], options) : command(file, args, options);
}

/** What somebody may need to run as another user of a host. */
export interface Right {
  /** As whom. */
  readonly as: string;
  /** The exact words; null: whatever golive runs as that user. */
  readonly words: readonly string[] | null;
  /** Who runs sudo; undefined is the user of the connection. */
  readonly by?: string | undefined;
}

/** The right that words of a plan need, where they are a call of sudo. Options that nobody can look at by day are left alone. */
export function rightOf(words: readonly string[], by?: string): Right | null {
  if (words[0] !== "sudo" && words[0] !== "/usr/bin/sudo") return null;
  let as = "root";
  let at = 1;
  for (; at < words.length; at++) {
    const word = words[at] ?? "";
    if (word === "-u") as = words[++at] ?? "";
    else if (word === "--") return { as, words: words.slice(at + 1), by };
    else if (!["-n", "-H", "-k"].includes(word)) break;
  }
  const rest = words.slice(at);
  return rest.length === 0 || rest[0]?.startsWith("-") ? null : { as, words: rest, by };
}
