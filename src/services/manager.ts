import { CommandError, type Problem, problemsFrom, UserError } from "../core/errors.ts";
import { t } from "../core/text/text.ts";
import type { Host } from "../hosts/host.ts";
import { type Right, rightOf } from "../hosts/sudo/sudo.ts";
import type { Manager } from "./managers/kind.ts";
import { managerNamed } from "./managers/registry.ts";
import type { ServicesPlan } from "./schema.ts";
import { ownSystemdProblems, targetProblems } from "./units/unit-looks.ts";
import { managedProblems } from "./unit-rights.ts";

export type { ServicesPlan } from "./schema.ts";

export function managerOf(plan: Pick<ServicesPlan, "manager">): Manager {
  return managerNamed(plan.manager);
}

/** Whether a unit that golive stops can be kept stopped, so that a restart of the host does not start it. */
export function keepsStopped(plan: Pick<ServicesPlan, "manager">): boolean {
  return managerOf(plan).hold !== undefined;
}

/** The units of a host, in the order in which they start. */
export function unitsOn(plan: ServicesPlan, host: string): string[] {
  return plan.units.flatMap((unit) => {
    if (typeof unit === "string") return [unit];
    return unit.hosts.includes(host) ? [unit.name] : [];
  });
}

/** Stops every unit in reverse order and proves that none runs. Throws otherwise. A restart of the host starts none. */
export async function stopServices(host: Host, plan: ServicesPlan): Promise<void> {
  const patient = await withOwnLimits(host, plan);
  const holding = managerOf(plan).hold?.(plan, unitsOn(plan, host.name));
  if (holding !== undefined) await host.run(holding);
  for (const unit of unitsOn(plan, host.name).toReversed()) {
    // What counts is that it no longer runs: managers disagree on the exit code for one that was stopped already.
    const asked = managerOf(plan).stop(patient, unit);
    const stopped = await host.attempt(asked);
    if ((await unitState(host, plan, unit)) === "stopped") continue;
    if (stopped.code !== 0) throw new CommandError(host, asked, stopped);
    throw new UserError({
      code: "unit-still-runs",
      what: t`${unit} still runs after it was stopped`,
      where: host.name,
      mend: t`look at its log on the host; a unit that restarts itself, or is started by a socket, has to be stoppable`,
    });
  }
}

/**
 * Starts every unit in order, with the code that lies there now: one that something else started meanwhile is stopped
 * first. Whether the service is up is for its health page to say.
 */
export async function startServices(host: Host, plan: ServicesPlan): Promise<void> {
  const manager = managerOf(plan);
  const units = unitsOn(plan, host.name);
  if (!(await everyUnitIs("stopped", host, plan))) await stopServices(host, plan);
  const patient = await withOwnLimits(host, plan);
  await releaseServices(host, plan);
  for (const unit of units) {
    for (const command of manager.ready(plan, unit)) await host.attempt(command);
    await host.run(manager.start(patient, unit));
  }
}

/** A unit that may take longer by its own file than the plan says is waited for: cut off, it would be neither up nor down. */
async function withOwnLimits(host: Host, plan: ServicesPlan): Promise<ServicesPlan> {
  const { limits } = managerOf(plan);
  if (limits === undefined) return plan;
  const { stdout } = await host.attempt(limits.ask(plan, unitsOn(plan, host.name)));
  return { ...plan, stopTimeout: Math.max(plan.stopTimeout, limits.read(stdout)) };
}

/** What was kept stopped may start again; starts nothing. */
export async function releaseServices(host: Host, plan: ServicesPlan): Promise<void> {
  const releasing = managerOf(plan).release?.(plan, unitsOn(plan, host.name));
  if (releasing !== undefined) await host.run(releasing);
}

/** Throws a UserError when the manager cannot say: not knowing is not the same as stopped. */
export async function unitState(host: Host, plan: ServicesPlan, unit: string): Promise<"running" | "stopped"> {
  const manager = managerOf(plan);
  const asked = manager.status(plan, unit);
  const finished = await host.attempt(asked);
  const state = manager.state(finished.stdout);
  if (state !== "unknown") return state;
  throw new UserError(
    {
      code: "unit-state-unknown",
      what: t`${plan.manager} does not say whether ${unit} runs`,
      where: host.name,
      mend: t`is this the name of a unit there, and may golive ask? Try: ${[asked.file, ...asked.args].join(" ")}`,
    },
    { cause: new CommandError(host, asked, finished) },
  );
}

/** Of the units that this host has. Throws when the manager cannot say. */
export async function everyUnitIs(state: "running" | "stopped", host: Host, plan: ServicesPlan): Promise<boolean> {
  for (const unit of unitsOn(plan, host.name)) if ((await unitState(host, plan, unit)) !== state) return false;
  return true;
}

/** What a look at the units of a host found; `trouble`: it could not be told. */
export type UnitsLook =
  | { readonly host: string; readonly run: boolean }
  | { readonly host: string; readonly trouble: unknown };

/** Whether the units run, on every host of the services at once. Throws nothing. */
export async function unitsLooks(hosts: { get(name: string): Host }, plan: ServicesPlan): Promise<UnitsLook[]> {
  return Promise.all(
    plan.hosts.map(async (host) => {
      try {
        return { host, run: await everyUnitIs("running", hosts.get(host), plan) };
      } catch (trouble) {
        return { host, trouble };
      }
    }),
  );
}

/** What golive runs with sudo on a host to stop and start its units. */
export function serviceRights(plan: ServicesPlan, host: string): Right[] {
  const manager = managerOf(plan);
  const commands = unitsOn(plan, host).flatMap((unit) => [
    manager.stop(plan, unit),
    ...manager.ready(plan, unit),
    manager.start(plan, unit),
    manager.status(plan, unit),
  ]);
  return commands.flatMap(({ file, args }) => rightOf([file, ...args]) ?? []);
}

/** Whether every unit is known and runs, and whether golive may stop and start it. Changes nothing. */
export async function serviceProblems(host: Host, plan: ServicesPlan): Promise<Problem[]> {
  const manager = managerOf(plan);
  const found = await Promise.all(
    unitsOn(plan, host.name).map((unit) =>
      problemsFrom(async () => {
        const state = await unitState(host, plan, unit);
        if (state === "stopped")
          return [
            {
              code: "unit-not-running",
              what: t`${unit} does not run`,
              where: host.name,
              mend: t`a launch starts from a service that works; start it, or take it out of services.units`,
            },
          ];
        const harmless = manager.harmless?.(plan, unit);
        return harmless === undefined ? [] : managedProblems(host, harmless, unit);
      }),
    ),
  );
  const { ofSystemd } = manager;
  const own = ofSystemd ? await ownSystemdProblems(host, plan) : [];
  // Without an answer from that systemd nothing is known of any unit.
  if (own.some(({ code }) => code === "unit-own-systemd-silent")) return own;
  const targets = ofSystemd ? await targetProblems(host, plan, unitsOn(plan, host.name)) : [];
  return [...own, ...targets, ...found.flat()];
}
