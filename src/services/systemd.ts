import { command, type Command } from "../core/command.ts";
import { holdCommand, releaseCommand } from "./hold.ts";
import type { Manager, ServicesPlan } from "./manager.ts";

function systemctl(plan: ServicesPlan, args: readonly string[]): Command {
  const timeoutSeconds = plan["stop-timeout"] + 60;
  return plan.sudo
    ? command("sudo", ["-n", "systemctl", ...args], { timeoutSeconds })
    : command("systemctl", [...args], { timeoutSeconds });
}

export const systemd: Manager = {
  programs: ["systemctl", "busctl"],
  stop: (plan, unit) => systemctl(plan, ["stop", "--", unit]),
  // A changed unit file is not read by itself; a unit that failed too often is refused until its counter is reset.
  ready: (plan, unit) => [systemctl(plan, ["daemon-reload"]), systemctl(plan, ["reset-failed", "--", unit])],
  start: (plan, unit) => systemctl(plan, ["start", "--", unit]),
  hold: (plan, units) => holdCommand(plan.hold, units),
  release: (plan, units) => releaseCommand(plan.hold, units),
  status: (_plan, unit) =>
    command("systemctl", ["show", "--property=LoadState,ActiveState", "--", unit], { timeoutSeconds: 30 }),
  state: (stdout) => {
    // What runs runs on when its file is removed, masked or broken; what does not is surely stopped only if there is such a unit.
    if (/^ActiveState=(active|activating|reloading|deactivating|refreshing)$/m.test(stdout)) return "running";
    return /^LoadState=(loaded|bad-setting)$/m.test(stdout) && /^ActiveState=(inactive|failed)$/m.test(stdout)
      ? "stopped"
      : "unknown";
  },
};
