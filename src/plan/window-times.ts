import { phaseOffsets, type TimedPhase } from "../core/window/window.ts";
import type { Plan } from "./schema/schema.ts";

/** Minutes from one time of day to the next occurrence of another; 0 when they are the same. */
export function minutesFrom(from: string, to: string): number {
  const minutes = (time: string) => Number(time.slice(0, 2)) * 60 + Number(time.slice(3, 5));
  return (minutes(to) - minutes(from) + 1440) % 1440;
}

/** The times of day that the plan gives its phases. */
export function plannedTimes({ schedule }: Plan["window"]): Partial<Record<TimedPhase, string>> {
  const { backup, deploy, dnsTls, verify } = schedule;
  const all = Object.entries({ backup, deploy, "dns-tls": dnsTls, verify });
  return Object.fromEntries(all.filter(([, time]) => time !== undefined));
}

/** Planned starts of the phases, in minutes from the start of a window of that length. */
export function plannedOffsets(window: Plan["window"], lengthMinutes: number): Record<TimedPhase, number> {
  const given = Object.entries(plannedTimes(window)).map(([phase, time]) => [
    phase,
    minutesFrom(window.start, time as string),
  ]);
  return phaseOffsets(lengthMinutes, Object.fromEntries(given));
}
