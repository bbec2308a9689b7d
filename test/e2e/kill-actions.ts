import { readdirSync, readFileSync } from "node:fs";
import type { LaunchOptions, Launched, World } from "../../packages/rehearsal/world/world.ts";

/** Ends the process of an action of this world the hard way, as the loss of the runner would. */
export function killActions(directory: string): void {
  // A step is on record a moment after its line is in the log, and it is in the step that they end.
  Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 500);
  for (const pid of readdirSync("/proc").filter((name) => /^\d+$/.test(name))) {
    try {
      const environment = readFileSync(`/proc/${pid}/environ`, "latin1").split("\0");
      if (environment.some((text) => text.startsWith(`GITHUB_WORKSPACE=${directory}/`)))
        process.kill(Number(pid), "SIGKILL");
    } catch {
      // Gone already.
    }
  }
}

/** Runs until a step begins, then the runner is lost. */
export function lostAt(world: World, at: string, options: LaunchOptions = { tag: "v1.1.0" }): Promise<Launched> {
  const cancel = new AbortController();
  return world.launch({
    ...options,
    signal: cancel.signal,
    onLog: (line) => {
      if (!line.startsWith(at) || !line.endsWith("…")) return;
      cancel.abort();
      killActions(world.production.directory);
    },
  });
}
