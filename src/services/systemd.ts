import { command, type Command } from "../core/command.ts";
import type { Manager, ServicesPlan } from "./manager.ts";

function systemctl(plan: ServicesPlan, args: readonly string[]): Command {
  const timeoutSeconds = plan["stop-timeout"] + 60;
  return plan.sudo ? command("sudo", ["-n", "systemctl", ...args], { timeoutSeconds }) : command("systemctl", [...args], { timeoutSeconds });
}

export const systemd: Manager = {
  programs: ["systemctl"],
  stop: (plan, unit) => systemctl(plan, ["stop", "--", unit]),
  // A changed unit file is not read by itself; a unit that failed too often is refused until its counter is reset.
  ready: (plan, unit) => [systemctl(plan, ["daemon-reload"]), systemctl(plan, ["reset-failed", "--", unit])],
  start: (plan, unit) => systemctl(plan, ["start", "--", unit]),
  status: (_plan, unit) => command("systemctl", ["show", "--property=LoadState,ActiveState", "--", unit], { timeoutSeconds: 30 }),
  state: (stdout) => {
    if (!/^LoadState=loaded$/m.test(stdout)) return "unknown";
    return /^ActiveState=(active|activating|reloading|deactivating|refreshing)$/m.test(stdout) ? "running" : /^ActiveState=(inactive|failed)$/m.test(stdout) ? "stopped" : "unknown";
  },
};
