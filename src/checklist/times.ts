import { DateTime } from "luxon";
import { type TimedPhase, timedPhases, type Window } from "../core/window/window.ts";
import { plannedOffsets } from "../plan/window-times.ts";
import type { Plan } from "../plan/schema/schema.ts";

export interface Planned {
  readonly plan: Plan;
  readonly window: Window;
}

/** Planned start of a phase as a clock time in the plan's zone, or null when it has none. */
export function plannedStart(phase: string, { plan, window }: Planned): string | null {
  const offset = plannedOffset(phase, { plan, window });
  return offset === null ? null : window.start.plus({ minutes: offset }).toFormat("HH:mm");
}

export function plannedOffset(phase: string, { plan, window }: Planned): number | null {
  const length = window.end.diff(window.start).as("minutes");
  const offsets = plannedOffsets(plan.window, length);
  if (phase === "isolate") return 0;
  if (timedPhases.includes(phase as TimedPhase)) return offsets[phase as TimedPhase];
  return phase === "open" ? length : null;
}

export function clock(iso: string, plan: Plan): string {
  return DateTime.fromISO(iso, { zone: plan.timezone }).toFormat("HH:mm:ss");
}
