import { DateTime } from "luxon";

/** Days of the week as a plan names them, in the order of ISO 8601. */
export const weekdays = ["mon", "tue", "wed", "thu", "fri", "sat", "sun"] as const;
export type Weekday = (typeof weekdays)[number];

/** A day, or the first and the last of several. */
export interface Days {
  readonly from: string;
  readonly to: string;
}

const day = String.raw`\d{4}-\d{2}-\d{2}`;

/** Whether a text is a day of the calendar: 2026-12-31. */
export function isDay(text: string): boolean {
  return new RegExp(`^${day}$`).test(text) && DateTime.fromISO(text, { zone: "UTC" }).isValid;
}

/** "2026-12-31" or "2026-12-28..2027-01-08"; null for anything else, and for one that ends before it begins. */
export function parseDays(text: string): Days | null {
  const [, from = "", to = from] = new RegExp(`^(${day})(?:\\.\\.(${day}))?$`).exec(text) ?? [];
  return isDay(from) && isDay(to) && from <= to ? { from, to } : null;
}

/** The rule that lets no window be on a day; null when it may be. Days are those of the plan's zone. */
export function ruleAgainst(
  { days, notOn = [] }: { readonly days?: readonly Weekday[] | undefined; readonly notOn?: readonly string[] },
  { start, end }: { readonly start: DateTime; readonly end: DateTime },
): { readonly rule: "days" | "not-on"; readonly day: string; readonly entry: string } | null {
  const first = start.toISODate() ?? "";
  if (days !== undefined && !days.includes(weekdays[start.weekday - 1] ?? "mon"))
    return { rule: "days", day: first, entry: days.join(", ") };
  // A window over midnight is on both days; at midnight sharp it is over.
  const last = end.minus({ milliseconds: 1 }).toISODate() ?? "";
  for (const entry of notOn) {
    const range = parseDays(entry);
    const on = range === null ? undefined : [first, last].find((one) => one >= range.from && one <= range.to);
    if (on !== undefined) return { rule: "not-on", day: on, entry };
  }
  return null;
}
