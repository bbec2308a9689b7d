import { z } from "zod";
import { command } from "../core/command.ts";
import { CommandError, UserError } from "../core/errors.ts";
import { t } from "../core/text/text.ts";
import type { Host } from "../hosts/host.ts";
import { rightOf } from "../hosts/sudo/sudo.ts";
import type { Parsed } from "../plan/camel-keys.ts";
import { argv, duration, hostName } from "../plan/schema/fields.ts";
import { type Balancer, defineBalancer } from "./kind.ts";
import { drained, maintenanceProof, pastThePage } from "./page-schema.ts";

const commandSchema = z.strictObject({
  kind: z.literal("command"),
  host: hostName.describe("Where the commands run."),
  on: argv("Puts the maintenance page up."),
  off: argv("Takes it down."),
  status: argv("Exits 0 when the page is up, 3 when it is down, anything else when it cannot tell."),
  bypass: z
    .strictObject({
      on: argv("Lets requests with the token on its standard input past the page, and with no other."),
      off: argv("Lets none past it any more."),
    })
    .optional()
    .describe(pastThePage),
  drain: z
    .strictObject({
      within: duration("15s"),
      running: argv("Prints how many requests still run, and nothing else."),
    })
    .optional()
    .describe(drained),
  ...maintenanceProof,
});
type CommandPlan = Parsed<typeof commandSchema>;

/** Any other balancer, by the team's own commands. */
export const byCommand = defineBalancer(commandSchema, {
  open: (plan, hosts) => commandBalancer(plan, hosts.get(plan.host)),
  needs: (plan) => [{ host: plan.host, rights: commandsOf(plan).flatMap((words) => rightOf(words) ?? []) }],
  knowsServers: () => false,
  problems: () => [],
});

function commandsOf({ on, off, status, bypass, drain }: CommandPlan): (readonly string[])[] {
  return [on, off, status, ...(bypass ? [bypass.on, bypass.off] : []), ...(drain ? [drain.running] : [])];
}

export function commandBalancer(plan: CommandPlan, host: Host): Balancer {
  const { bypass, drain } = plan;
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
    ...(bypass && {
      bypass: {
        allow: async (token: string) =>
          void (await host.run({ ...words(bypass.on), stdin: `${token}\n`, secrets: [token] })),
        clear: async () => void (await host.run(words(bypass.off))),
        tricks: [""],
      },
    }),
    ...(drain && { running: async () => [await runningBy(host, drain.running)] }),
  };
}

const words = ([file = "", ...args]: readonly string[]) => command(file, args, { timeoutSeconds: 300 });

async function runningBy(host: Host, asks: readonly string[]): Promise<number> {
  const { stdout } = await host.run({ ...words(asks), timeoutSeconds: 15 });
  if (!/^\d+$/.test(stdout.trim()))
    throw new UserError({
      code: "balancer-running-no-number",
      what: t`${asks[0]} did not print a number`,
      where: host.name,
      mend: t`it prints how many requests still run, and nothing else`,
    });
  return Number(stdout.trim());
}
