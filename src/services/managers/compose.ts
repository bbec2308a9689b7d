import type { Command } from "../../core/command.ts";
import { t } from "../../core/text/text.ts";
import { rootCommand } from "../../hosts/sudo/sudo.ts";
import type { Managed, Manager } from "./kind.ts";

function docker(plan: Managed, args: readonly string[]): Command {
  const words = ["docker", "compose", "--file", plan.config ?? "", ...args];
  return rootCommand(plan.sudo, words, { timeoutSeconds: plan.stopTimeout + 60 });
}

/** Units are services of the compose file. */
export const compose: Manager = {
  ofSystemd: false,
  programs: ["docker"],
  stop: (plan, unit) => docker(plan, ["stop", "--timeout", String(Math.ceil(plan.stopTimeout)), unit]),
  ready: () => [],
  // The container is made anew when the file or the image changed; its dependencies have turns of their own.
  start: (plan, unit) => docker(plan, ["up", "--detach", "--no-deps", "--no-build", "--pull", "never", unit]),
  status: (plan, unit) => docker(plan, ["ps", "--all", "--format", "json", unit]),
  state: (stdout) => {
    // A list in older versions, a line for each container in newer ones.
    const states = [...stdout.matchAll(/"State":\s*"(\w+)"/g)].map(([, state = ""]) => state);
    if (states.some((state) => ["running", "restarting", "paused", "removing"].includes(state))) return "running";
    return states.length > 0 && states.every((state) => ["exited", "dead", "created"].includes(state))
      ? "stopped"
      : "unknown";
  },
  problems: ({ config }) =>
    config === undefined
      ? [
          {
            code: "plan-compose-file-unnamed",
            place: { path: ["services"] },
            what: t`the compose file of the services is not named`,
            mend: t`add config: with the path of the one that is live`,
          },
        ]
      : [],
};
