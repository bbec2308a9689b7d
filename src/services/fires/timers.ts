import type { Span } from "./cron-times.ts";
import type { Seen } from "./seen.ts";

/** When something may run: first, and how much later at most, in milliseconds; null: nobody can tell when. */
export interface When {
  readonly at: number | null;
  readonly later: number;
}

type Timer = Seen["timers"][number];

export function propertyOf(timer: Timer, name: string): string {
  return timer.find(([key]) => key === name)?.[1] ?? "";
}

/** When a timer may elapse first in a while; null when it does not. */
export function timerFires(timer: Timer, seen: Seen, span: Span): When | null {
  if (propertyOf(timer, "ActiveState") !== "active") return null;
  const all = [...byCalendar(timer, seen, span), ...sinceOther(timer, seen, span)];
  const known = all.filter(({ at }) => at !== null).toSorted((a, b) => (a.at ?? 0) - (b.at ?? 0));
  return known[0] ?? all[0] ?? null;
}

function byCalendar(timer: Timer, { calendars }: Seen, { from, until }: Span): When[] {
  const delay = propertyOf(timer, "RandomizedDelayUSec") || "0";
  return timer.flatMap(([name, value]): When[] => {
    const [, expression] = /^\{ OnCalendar=(.*) ; next_elapse=/.exec(value) ?? [];
    if (name !== "TimersCalendar" || expression === undefined) return [];
    const calendar = calendars.get(`${delay}\t${expression}`);
    if (calendar === undefined || calendar.first === null) return [{ at: null, later: 0 }];
    const end = Math.min(calendar.first + calendar.seconds * 1000, until);
    if (calendar.first > until || end < from) return [];
    const at = Math.max(calendar.first, from);
    return [{ at, later: end - at }];
  });
}

/** `OnUnitActiveSec=15min` comes again and again; others once. */
function sinceOther(timer: Timer, { startedAt }: Seen, { from, until }: Span): When[] {
  const next = secondsOf(propertyOf(timer, "NextElapseUSecMonotonic"));
  if (next === null || next === 0) return [];
  const first = startedAt + next * 1000;
  const periods = timer.flatMap(([name, value]) => {
    const [, period = ""] = /^\{ OnUnit(?:Active|Inactive)USec=(.*) ; next_elapse=/.exec(value) ?? [];
    const seconds = name === "TimersMonotonic" ? secondsOf(period) : null;
    return seconds === null || seconds === 0 ? [] : [seconds * 1000];
  });
  const period = periods.length === 0 ? null : Math.min(...periods);
  const at = first >= from || period === null ? first : first + Math.ceil((from - first) / period) * period;
  return at >= from && at <= until ? [{ at, later: 0 }] : [];
}

const units: Readonly<Record<string, number>> = {
  y: 31_557_600,
  year: 31_557_600,
  month: 2_629_800,
  w: 604_800,
  week: 604_800,
  d: 86_400,
  day: 86_400,
  h: 3600,
  min: 60,
  s: 1,
  ms: 0.001,
  us: 0.000_001,
};

/** `1d 2h 3min 4.5s`, as systemd writes a span; null for `infinity` and what else is none. */
export function secondsOf(span: string): number | null {
  if (!/^(\d+(\.\d+)?[a-z]+ ?)+$/.test(span)) return null;
  const parts = [...span.matchAll(/(\d+(?:\.\d+)?)([a-z]+)/g)].map(([, count, unit = ""]) => {
    const seconds = units[unit] ?? units[unit.replace(/s$/, "")];
    return seconds === undefined ? Number.NaN : Number(count) * seconds;
  });
  const sum = parts.reduce((all, one) => all + one, 0);
  return Number.isNaN(sum) ? null : sum;
}
