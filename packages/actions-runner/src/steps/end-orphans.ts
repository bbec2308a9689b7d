// At the end of a job the runner ends what its steps left running: every process that still carries the job's mark.

import { readFileSync, readdirSync } from "node:fs";

export const trackingVariable = "RUNNER_TRACKING_ID";

/** A process between fork and exec shows no environment for an instant, so one look is not enough. */
export async function endOrphans(mark: string): Promise<void> {
  for (let quiet = 0; quiet < 2; ) {
    quiet = endSeen(mark).length === 0 ? quiet + 1 : 0;
    if (quiet < 2) await new Promise((resolve) => setTimeout(resolve, 20));
  }
}

function endSeen(mark: string): readonly number[] {
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
