import { CommandError, UserError } from "../../core/errors.ts";
import { openBalancer } from "../../load-balancer/balancer.ts";
import { awaitServers } from "../../load-balancer/servers.ts";
import type { Launch } from "../launch/context.ts";

/** Health checks of the balancer need a moment after a start; what they still miss then is told, and no more. */
export async function waitForServers(launch: Launch): Promise<void> {
  const { servers: known } = openBalancer(launch.plan.loadBalancer, launch.hosts);
  if (known === undefined) return;
  await awaitServers(known).catch((error: unknown) => {
    if (!(error instanceof UserError || error instanceof CommandError)) throw error;
    launch.log.warn(error.message);
  });
}
