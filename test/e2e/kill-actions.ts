import { execFileSync } from "node:child_process";
import type { LaunchOptions, Launched, World } from "../../packages/rehearsal/world/world.ts";

/** Ends the process of an action of this world the hard way, as the loss of the runner would. */
export function killActions(directory: string): void {
  const own = execFileSync(
    "sh",
    [
      "-c",
      'for p in /proc/[0-9]*; do cat "$p/environ" 2>/dev/null | tr "\\0" "\\n" | grep -q "^GITHUB_WORKSPACE=$1/" && echo "${p#/proc/}"; done; true',
      "sh",
      directory,
    ],
    { encoding: "utf8" },
  );
  for (const pid of own.split("\n").filter((text) => text !== "")) {
    try {
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
