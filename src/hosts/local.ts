import type { Names } from "../core/redact/names.ts";
import { execute, output } from "./execute.ts";
import { type Bond, endCommand, fencedWords, newMark, requireUnfenced } from "./fence.ts";
import { type Host, hostFrom } from "./host.ts";
import { commandWords, defaultTimeoutSeconds, endedByLimit } from "./words.ts";

export interface LocalSettings {
  readonly signal?: AbortSignal | undefined;
  readonly bond?: Bond;
  readonly names?: Names | undefined;
}

/** The machine the runner itself is on. */
export function localHost(name: string, { signal, bond = { fence: null }, names }: LocalSettings = {}): Host {
  const attempt: Host["attempt"] = async (command) => {
    const limit = command.timeoutSeconds ?? defaultTimeoutSeconds;
    const mark = newMark(bond);
    const finished = await execute({
      words: fencedWords(commandWords(command, mark), mark, bond.fence),
      ...output(command),
      stdin: command.stdin,
      timeoutSeconds: limit + 20,
      signal,
      // Another user's processes do not end with the group of this one's.
      onAbort:
        command.user === undefined
          ? undefined
          : () =>
              execute({ words: commandWords(endCommand(mark, command.user)), timeoutSeconds: 8 }).then(
                () => {},
                () => {},
              ),
    });
    requireUnfenced(finished, name);
    return endedByLimit(finished.code, finished.seconds, command) ? { ...finished, timedOut: true } : finished;
  };
  return hostFrom(name, attempt, undefined, names);
}
