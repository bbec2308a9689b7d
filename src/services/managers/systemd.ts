import { command, type Command } from "../../core/command.ts";
import { holdCommand, releaseCommand } from "../hold.ts";
import { rootCommand } from "../../hosts/sudo/sudo.ts";
import { startOfRunning } from "../unit-rights.ts";
import type { Managed, Manager } from "./kind.ts";

function systemctl(plan: Managed, args: readonly string[]): Command {
  const timeoutSeconds = plan.stopTimeout + 60;
  return rootCommand(plan.sudo, ["systemctl", ...args], { timeoutSeconds });
}

export const systemd: Manager = {
  ofSystemd: true,
  programs: ["systemctl", "busctl"],
  stop: (plan, unit) => systemctl(plan, ["stop", "--", unit]),
  // A changed unit file is not read by itself; a unit that failed too often is refused until its counter is reset.
  ready: (plan, unit) => [systemctl(plan, ["daemon-reload"]), systemctl(plan, ["reset-failed", "--", unit])],
  start: (plan, unit) => systemctl(plan, ["start", "--", unit]),
  hold: (plan, units) => holdCommand(plan.hold, units),
  release: (plan, units) => releaseCommand(plan.hold, units),
  harmless: (plan, unit) => (plan.sudo ? systemctl(plan, ["reset-failed", "--", unit]) : startOfRunning(unit)),
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
