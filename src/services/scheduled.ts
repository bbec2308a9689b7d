import { type Problem, problemsFrom, UserError } from "../core/errors.ts";
import { t } from "../core/text/text.ts";
import type { Host } from "../hosts/host.ts";
import type { Plan } from "../plan/schema/schema.ts";
import type { Right } from "../hosts/sudo/sudo.ts";
import { byExitCode, workRights } from "./by-exit-code.ts";
import { telegramWebhook, webhookRights } from "./telegram-webhook.ts";
import { nameOf, type Scheduled, type SettingsPlace, type Work } from "./work.ts";

export { nameOf, type Scheduled } from "./work.ts";

export function settingsPlace({ service, deploy, services }: Plan, { host }: Pick<Scheduled, "host">): SettingsPlace {
  const user = deploy.hosts.includes(host) ? deploy.runAs : undefined;
  return { service, envFile: deploy.envFile, user, hold: services.hold };
}

const nowhere: SettingsPlace = { service: "", envFile: undefined, user: undefined, hold: "/var/lib/golive/held" };

function open(host: Host, work: Scheduled, place: SettingsPlace): Work {
  return work.kind === "telegram-webhook" ? telegramWebhook(host, work, place) : byExitCode(host, work, place.hold);
}

/** What golive runs with sudo to pause and resume it. */
export function scheduledRights(work: Scheduled, place: SettingsPlace): Right[] {
  return work.kind === "telegram-webhook" ? webhookRights(work, place) : workRights(work);
}

/** Whether it works now or is paused. Throws when nobody can tell. Changes nothing. */
export async function scheduledState(host: Host, work: Scheduled, place = nowhere): Promise<"working" | "paused"> {
  return open(host, work, place).state();
}

/** Pauses it, and proves that it is. Twice is as good as once. */
export async function pauseScheduled(host: Host, work: Scheduled, place = nowhere): Promise<string | void> {
  const said = await open(host, work, place).pause();
  await require(host, work, place, "paused");
  return said;
}

/** Lets it work again, and proves that it does. */
export async function resumeScheduled(host: Host, work: Scheduled, place = nowhere): Promise<string | void> {
  const said = await open(host, work, place).resume();
  await require(host, work, place, "working");
  return said;
}

async function require(host: Host, work: Scheduled, place: SettingsPlace, wanted: "working" | "paused"): Promise<void> {
  const state = await scheduledState(host, work, place);
  if (state !== wanted)
    throw new UserError({
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
