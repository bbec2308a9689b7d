import { execute } from "./execute.ts";
import { type Host, hostFrom } from "./host.ts";
import { commandWords, defaultTimeoutSeconds, endedByLimit } from "./words.ts";

/** The machine the runner itself is on. */
export function localHost(name: string, signal?: AbortSignal): Host {
  return hostFrom(name, async (command) => {
    const limit = command.timeoutSeconds ?? defaultTimeoutSeconds;
    const finished = await execute({ words: commandWords(command), stdin: command.stdin, timeoutSeconds: limit + 20, signal });
    return endedByLimit(finished.code, finished.seconds, command) ? { ...finished, timedOut: true } : finished;
  });
}
