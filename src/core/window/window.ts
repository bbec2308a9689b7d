import { InternalError } from "../errors.ts";
import type { DateTime } from "luxon";

export interface Window {
  readonly start: DateTime;
  readonly end: DateTime;
}

export interface WindowPlan {
  readonly start: string;
  readonly end: string;
}

/**
 * The window that is open at `now`, or else the next one, in the given IANA zone. Times that a daylight-saving
 * change skips move forward as the clocks do, and one that comes twice is the first; `end` at or before `start` is on the
 * following day. A window that lies in the hour that is skipped does not take place that day.
 */
export function currentOrNextWindow(plan: WindowPlan, zone: string, now: DateTime): Window {
  const today = now.setZone(zone).startOf("day");
  for (const day of [-1, 0, 1, 2, 3]) {
    const date = today.plus({ days: day });
    const start = at(date, plan.start);
    const end = plan.end > plan.start ? at(date, plan.end) : at(date.plus({ days: 1 }), plan.end);
    if (end > now && end > start) return { start, end };
  }
  throw new InternalError("no window within three days");
}

/** Phases of the window that a plan may give a time, in order. */
export const timedPhases = ["backup", "deploy", "dns-tls", "verify"] as const;
export type TimedPhase = (typeof timedPhases)[number];

/** Planned starts of the phases, in minutes from the window's start; those the plan leaves out in the usual proportions. */
export function phaseOffsets(
  lengthMinutes: number,
  planned: Readonly<Partial<Record<TimedPhase, number>>>,
): Record<TimedPhase, number> {
  const backup = planned.backup ?? 0;
  const deploy = planned.deploy ?? Math.max(backup, Math.round(lengthMinutes / 8));
  const dnsTls = planned["dns-tls"] ?? Math.max(deploy, Math.round((lengthMinutes * 3) / 8));
  const verify = planned.verify ?? Math.max(dnsTls, Math.round((lengthMinutes * 5) / 8));
  return { backup, deploy, "dns-tls": dnsTls, verify };
}

function at(date: DateTime, time: string): DateTime {
  return date.set({ hour: Number(time.slice(0, 2)), minute: Number(time.slice(3, 5)) });
}
