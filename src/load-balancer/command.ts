import { command } from "../core/command.ts";
import { CommandError } from "../core/errors.ts";
import type { Host } from "../hosts/host.ts";
import type { Balancer, BalancerPlan } from "./balancer.ts";

/** Any other balancer, by the team's own three commands. */
export function commandBalancer(plan: Extract<BalancerPlan, { kind: "command" }>, host: Host): Balancer {
  const words = ([file = "", ...args]: readonly string[]) => command(file, args, { timeoutSeconds: 300 });
  return {
    on: async () => void (await host.run(words(plan.on))),
    off: async () => void (await host.run(words(plan.off))),
    async status() {
      const asked = words(plan.status);
      const finished = await host.attempt(asked);
      if (finished.code === 0) return "on";
      if (finished.code === 3) return "off";
      throw new CommandError(host.name, asked, finished);
    },
  };
}
