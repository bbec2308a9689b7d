import { InternalError } from "../core/errors.ts";
import type { Command } from "../core/command.ts";
import { markVariable } from "./fence.ts";

const changeDirectory = 'cd -- "$1" && shift && exec "$@"';
/** Root needs no sudo (small servers often lack it); the user itself needs neither. */
const becomeUser = [
  "u=$1; shift",
  'if [ "$(id -un)" = "$u" ]; then exec "$@"',
  'elif [ "$(id -u)" = 0 ]; then exec runuser -u "$u" -- "$@"',
  'else exec sudo -n -u "$u" -- "$@"; fi',
].join("; ");

export const defaultTimeoutSeconds = 3600;

/** How `timeout` ends: by itself, or by its own KILL. */
export function endedByLimit(code: number | null, seconds: number, command: Command): boolean {
  return (code === 124 || code === 137) && seconds >= (command.timeoutSeconds ?? defaultTimeoutSeconds);
}

/** A command as plain words for exec: environment, directory and user put in front as programs of their own. */
export function commandWords(command: Command, mark?: string): string[] {
  const limit = String(command.timeoutSeconds ?? defaultTimeoutSeconds);
  let words = [command.file, ...command.args];
  if (command.exclusive !== undefined) words = ["flock", "--close", "--wait", limit, command.exclusive, ...words];
  // Innermost, so that it runs as the same user as the program and may end it.
  words = ["timeout", "--kill-after=10", limit, ...words];
  const env = [...Object.entries(command.env ?? {}), ...(mark === undefined ? [] : [[markVariable, mark] as const])];
  if (env.length > 0) words = ["env", ...env.map(([name, value]) => `${name}=${value}`), ...words];
  if (command.cwd !== undefined) words = ["sh", "-c", changeDirectory, "sh", command.cwd, ...words];
  if (command.user !== undefined) words = ["sh", "-c", becomeUser, "sh", command.user, ...words];
  return words;
}

/** One word quoted for a POSIX shell; what sshd hands to the login shell is read back as exactly this word. */
export function quote(word: string): string {
  if (word.includes("\0")) throw new InternalError("a word for a shell cannot hold a NUL");
  return /^[A-Za-z0-9_./:=@%+,-]+$/.test(word) ? word : `'${word.replaceAll("'", `'\\''`)}'`;
}
