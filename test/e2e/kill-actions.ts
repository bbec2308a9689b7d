import { execFileSync } from "node:child_process";

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
