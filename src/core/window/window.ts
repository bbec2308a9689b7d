import { DateTime } from "luxon";
import { UserError } from "../errors.ts";
import { t } from "../text/text.ts";
import { ruleAgainst, type Weekday } from "./days.ts";

export interface Window {
  readonly start: DateTime;
  readonly end: DateTime;
}

export interface WindowPlan {
  readonly start: string;
  readonly end: string;
  /** Days of the week on which it may start; without it all. */
  readonly days?: readonly Weekday[] | undefined;
  /** Days that it may not touch: 2026-12-31, 2026-12-28..2027-01-08. */
  readonly notOn?: readonly string[];
}

/**
 * The window that is open at `now`, or else the next one, in the given IANA zone. Times that a daylight-saving
 * change skips move forward as the clocks do, and one that comes twice is the first; `end` at or before `start` is on the
 * following day. A window that lies in the hour that is skipped does not take place that day, nor does one on a day that
 * the plan leaves out.
 */
export function currentOrNextWindow(plan: WindowPlan, zone: string, now: DateTime): Window {
  const next = nextWindow(plan, zone, now);
  if (next !== null) return next;
  throw new UserError({
    code: "window-never",
    what: t`no window opens within a year`,
    where: "window",
    mend: t`leave days out of window.not-on, or add some to window.days`,
  });
}

const yearAndMore = 370;

/** The same; null where the plan leaves out every day of the year to come. */
export function nextWindow(plan: WindowPlan, zone: string, now: DateTime): Window | null {
  const today = now.setZone(zone).startOf("day");
  for (let day = -1; day <= yearAndMore; day += 1) {
    const window = windowOf(plan, today.plus({ days: day }));
    if (window.end > now && window.end > window.start && ruleAgainst(plan, window) === null) return window;
  }
  return null;
}

/** The window that starts on a date, whatever the plan says of that day; null where the clocks skip it. */
export function windowOn(plan: WindowPlan, zone: string, date: string): Window | null {
  const window = windowOf(plan, DateTime.fromISO(date, { zone }).startOf("day"));
  return window.end > window.start ? window : null;
}

/** The window of a launch: that of the date it was asked for, or else the next one. */
export function windowFor(plan: WindowPlan, zone: string, date: string, now: DateTime): Window {
  const asked = date === "" ? null : windowOn(plan, zone, date);
  return asked ?? currentOrNextWindow(plan, zone, now);
}

function windowOf(plan: WindowPlan, date: DateTime): Window {
  const start = at(date, plan.start);
  const end = plan.end > plan.start ? at(date, plan.end) : at(date.plus({ days: 1 }), plan.end);
  return { start, end };
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
