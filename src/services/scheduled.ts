import { type Problem, problemsFrom, UserError } from "../core/errors.ts";
import { t } from "../core/text/text.ts";
import type { Host } from "../hosts/host.ts";
import type { Right } from "../hosts/sudo/sudo.ts";
import type { Plan } from "../plan/schema/schema.ts";
import type { SettingsPlace, Work } from "./work/kind.ts";
import { type Scheduled, workKind } from "./work/registry.ts";

export type { Scheduled } from "./work/registry.ts";

export function settingsPlace({ service, deploy, services }: Plan, { host }: Pick<Scheduled, "host">): SettingsPlace {
  const user = deploy.hosts.includes(host) ? deploy.runAs : undefined;
  return { service, envFile: deploy.envFile, user, hold: services.hold };
}

const nowhere: SettingsPlace = { service: "", envFile: undefined, user: undefined, hold: "/var/lib/golive/held" };

export function nameOf(work: Scheduled): string {
  return work.title ?? workKind(work).name(work);
}

function open(host: Host, work: Scheduled, place: SettingsPlace): Work {
  return workKind(work).open(host, work, place);
}

/** Programs that it needs on its host. */
export function scheduledPrograms(work: Scheduled): readonly string[] {
  return workKind(work).programs ?? [];
}

/** What golive runs with sudo to pause and resume it. */
export function scheduledRights(work: Scheduled, place: SettingsPlace): readonly Right[] {
  return workKind(work).rights(work, place);
}

/** Whether only the service itself may set it meanwhile, so that one that works again is nothing to end the window for. */
export function setByService(work: Scheduled): boolean {
  return workKind(work).setByService ?? false;
}

/** Units among the work that a restart of a host would start behind the page. */
export function unitsOfWork(all: readonly Scheduled[], host: string): string[] {
  return all.flatMap((work) => (work.host === host ? (workKind(work).unit?.(work) ?? []) : []));
}

/** Whether it works now or is paused. Throws when nobody can tell. Changes nothing. */
export async function scheduledState(host: Host, work: Scheduled, place = nowhere): Promise<"working" | "paused"> {
  return open(host, work, place).state();
}

/** Pauses it, and proves that it is. Twice is as good as once. */
export async function pauseScheduled(host: Host, work: Scheduled, place = nowhere): Promise<string | undefined> {
  const said = await open(host, work, place).pause();
  await require(host, work, place, "paused");
  return said;
}

/** Lets it work again, and proves that it does. */
export async function resumeScheduled(host: Host, work: Scheduled, place = nowhere): Promise<string | undefined> {
  const said = await open(host, work, place).resume();
  await require(host, work, place, "working");
  return said;
}

async function require(host: Host, work: Scheduled, place: SettingsPlace, wanted: "working" | "paused"): Promise<void> {
  const state = await scheduledState(host, work, place);
  if (state !== wanted)
    throw new UserError({
      code: "work-state-unchanged",
      what: t`${nameOf(work)} is still ${state}`,
      where: host.name,
      mend: t`look what keeps it so; a unit that something else starts has to be paused there`,
    });
}

/** What keeps it from being paused and resumed, as far as it can be known by day. Changes nothing. */
export async function scheduledProblems(host: Host, work: Scheduled, place = nowhere): Promise<readonly Problem[]> {
  return problemsFrom(async () => {
    await scheduledState(host, work, place);
    return open(host, work, place).problems();
  });
}
