import type { Command } from "../../core/command.ts";
import { rootCommand } from "../../hosts/sudo/sudo.ts";
import type { Managed, Manager } from "./kind.ts";

function supervisorctl(plan: Managed, args: readonly string[]): Command {
  const words = ["supervisorctl", ...(plan.config === undefined ? [] : ["-c", plan.config]), ...args];
  return rootCommand(plan.sudo, words, { timeoutSeconds: plan.stopTimeout + 60 });
}

export const supervisor: Manager = {
  ofSystemd: false,
  programs: ["supervisorctl"],
  stop: (plan, unit) => supervisorctl(plan, ["stop", unit]),
  ready: () => [],
  start: (plan, unit) => supervisorctl(plan, ["start", unit]),
  status: (plan, unit) => supervisorctl(plan, ["status", unit]),
  state: (stdout) => {
    if (/^\S+\s+(RUNNING|STARTING|STOPPING|BACKOFF)\b/m.test(stdout)) return "running";
    return /^\S+\s+(STOPPED|EXITED|FATAL)\b/m.test(stdout) ? "stopped" : "unknown";
  },
};
