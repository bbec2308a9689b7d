import { execute } from "./execute.ts";
import { type Host, hostFrom } from "./host.ts";
import { commandWords } from "./words.ts";

/** The machine the runner itself is on. */
export function localHost(name: string, signal?: AbortSignal): Host {
  return hostFrom(name, async (command) => {
    try {
      return await execute({ words: commandWords(command), stdin: command.stdin, timeoutSeconds: command.timeoutSeconds ?? 3600, signal });
    } catch (error) {
      // As a shell would say it, so that callers see one kind of failure.
      if ((error as NodeJS.ErrnoException).code === "ENOENT") return { code: 127, stdout: "", stderr: `${command.file}: not found`, seconds: 0, timedOut: false };
      throw error;
    }
  });
}
