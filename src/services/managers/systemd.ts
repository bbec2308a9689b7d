import { command, type Command } from "../../core/command.ts";
import { holdCommand, releaseCommand } from "../hold.ts";
import { t } from "../../core/text/text.ts";
import { rootCommand } from "../../hosts/sudo/sudo.ts";
import { limitsCommand, longestLimit } from "../units/own-limits.ts";
import { unitScript } from "../../hosts/systemd/scope.ts";
import { startOfRunning } from "../unit-rights.ts";
import type { Managed, Manager } from "./kind.ts";

function systemctl(plan: Managed, args: readonly string[]): Command {
  const timeoutSeconds = plan.stopTimeout + 60;
  return plan.user === undefined
    ? rootCommand(plan.sudo, ["systemctl", ...args], { timeoutSeconds })
    : unitScript(plan, 'systemctl "$@"', args, { timeoutSeconds, label: ["systemctl --user", ...args].join(" ") });
}

function statusCommand(plan: Managed, args: readonly string[]): Command {
  return plan.user === undefined
    ? command("systemctl", args, { timeoutSeconds: 30 })
    : { ...systemctl(plan, args), timeoutSeconds: 30 };
}

export const systemd: Manager = {
  ofSystemd: true,
  programs: ["systemctl", "busctl"],
  stop: (plan, unit) => systemctl(plan, ["stop", "--", unit]),
  // A changed unit file is not read by itself; a unit that failed too often is refused until its counter is reset.
  ready: (plan, unit) => [systemctl(plan, ["daemon-reload"]), systemctl(plan, ["reset-failed", "--", unit])],
  start: (plan, unit) => systemctl(plan, ["start", "--", unit]),
  hold: (plan, units) => holdCommand(plan.hold, units, plan),
  release: (plan, units) => releaseCommand(plan.hold, units, plan),
  harmless: (plan, unit) =>
    plan.sudo || plan.user !== undefined ? systemctl(plan, ["reset-failed", "--", unit]) : startOfRunning(unit),
  status: (plan, unit) => statusCommand(plan, ["show", "--property=LoadState,ActiveState", "--", unit]),
  limits: { ask: limitsCommand, read: longestLimit },
  state: (stdout) => {
    // What runs runs on when its file is removed, masked or broken; what does not is surely stopped only if there is such a unit.
    if (/^ActiveState=(active|activating|reloading|deactivating|refreshing)$/m.test(stdout)) return "running";
    return /^LoadState=(loaded|bad-setting)$/m.test(stdout) && /^ActiveState=(inactive|failed)$/m.test(stdout)
      ? "stopped"
      : "unknown";
  },
  problems: ({ user, sudo }) =>
    user === undefined || !sudo
      ? []
      : [
          {
            code: "plan-own-units-sudo",
            place: { path: ["services", "sudo"] },
            what: t`units of a user's own systemd need no root, and root cannot manage them so`,
            mend: t`take services.sudo out; golive becomes ${user} by sudo -u where it is somebody else`,
          },
        ],
};
