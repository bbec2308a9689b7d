import type { Command } from "../core/command.ts";
import { UserError } from "../core/errors.ts";
import type { Host } from "../hosts/host.ts";
import type { Plan } from "../plan/schema.ts";
import { supervisor } from "./supervisor.ts";
import { systemd } from "./systemd.ts";

export type ServicesPlan = Plan["services"];

/** Builds the commands of one kind of service manager; running them is the caller's. */
export interface Manager {
  /** Programs that have to be on the host. */
  readonly programs: readonly string[];
  stop(plan: ServicesPlan, unit: string): Command;
  start(plan: ServicesPlan, unit: string): readonly Command[];
  status(plan: ServicesPlan, unit: string): Command;
  /** Reads what `status` printed. */
  running(stdout: string): boolean;
}

export function managerOf(plan: ServicesPlan): Manager {
  return { systemd, supervisor }[plan.manager];
}

/** Stops every unit in reverse order and proves that none runs. Throws a CommandError otherwise. */
export async function stopServices(host: Host, plan: ServicesPlan): Promise<void> {
  const manager = managerOf(plan);
  for (const unit of plan.units.toReversed()) {
    // What counts is that it no longer runs: managers disagree on the exit code for one that was stopped already.
    const stopped = await host.attempt(manager.stop(plan, unit));
    if (await isRunning(host, plan, unit)) {
      throw new UserError({ what: `${unit} still runs after it was stopped (exit ${stopped.code})`, where: host.name, mend: "look at its log on the host; a unit that restarts itself has to be stoppable" });
    }
  }
}

/** Starts every unit in order. Whether the service is up is for its health page to say. */
export async function startServices(host: Host, plan: ServicesPlan): Promise<void> {
  for (const unit of plan.units) {
    if (await isRunning(host, plan, unit)) continue;
    for (const command of managerOf(plan).start(plan, unit)) await host.run(command);
  }
}

export async function isRunning(host: Host, plan: ServicesPlan, unit: string): Promise<boolean> {
  const manager = managerOf(plan);
  return manager.running((await host.attempt(manager.status(plan, unit))).stdout);
}
