// At the end of a job the runner ends what its steps left running: every process that still carries the job's mark.

import { readFileSync, readdirSync } from "node:fs";

export const trackingVariable = "RUNNER_TRACKING_ID";

export function endOrphans(mark: string): readonly number[] {
  const ended: number[] = [];
  for (const entry of readdirSync("/proc")) {
    const pid = Number(entry);
    if (!Number.isInteger(pid) || pid === process.pid) continue;
    try {
      if (!readFileSync(`/proc/${pid}/environ`, "utf8").split("\0").includes(`${trackingVariable}=${mark}`)) continue;
      process.kill(pid, "SIGKILL");
      ended.push(pid);
    } catch {
      // Ended meanwhile, or another user's: not ours.
    }
  }
  return ended;
}
