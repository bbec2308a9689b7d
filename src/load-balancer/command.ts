import { command } from "../core/command.ts";
import { CommandError, UserError } from "../core/errors.ts";
import { t } from "../core/text/text.ts";
import type { Host } from "../hosts/host.ts";
import type { Balancer, BalancerPlan } from "./balancer.ts";

/** Any other balancer, by the team's own commands. */
export function commandBalancer(plan: Extract<BalancerPlan, { kind: "command" }>, host: Host): Balancer {
  const { bypass, drain } = plan;
  const words = ([file = "", ...args]: readonly string[]) => command(file, args, { timeoutSeconds: 300 });
  return {
    on: async () => void (await host.run(words(plan.on))),
    off: async () => void (await host.run(words(plan.off))),
    async status() {
      const asked = words(plan.status);
      const finished = await host.attempt(asked);
      if (finished.code === 0) return "on";
      if (finished.code === 3) return "off";
      throw new CommandError(host, asked, finished);
    },
    ...(bypass === undefined
      ? {}
      : {
          bypass: {
            allow: async (token) =>
              void (await host.run({ ...words(bypass.on), stdin: `${token}\n`, secrets: [token] })),
            clear: async () => void (await host.run(words(bypass.off))),
            tricks: [""],
          },
        }),
    ...(drain === undefined
      ? {}
      : {
          async running() {
            const { stdout } = await host.run({ ...words(drain.running), timeoutSeconds: 15 });
            if (!/^\d+$/.test(stdout.trim()))
              throw new UserError({
                what: t`${drain.running[0]} did not print a number`,
                where: host.name,
                mend: t`it prints how many requests still run, and nothing else`,
              });
            return [Number(stdout.trim())];
          },
        }),
  };
}
