import { DateTime } from "luxon";

/** The fields of a crontab's line, each as the numbers that it names; null for one that is not understood. */
interface Times {
  readonly minutes: ReadonlySet<number>;
  readonly hours: ReadonlySet<number>;
  readonly days: ReadonlySet<number>;
  readonly months: ReadonlySet<number>;
  readonly weekdays: ReadonlySet<number>;
  /** Either day counts where neither is `*`; else both have to fit. */
  readonly eitherDay: boolean;
}

const months = ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"];
const weekdays = ["sun", "mon", "tue", "wed", "thu", "fri", "sat"];

const nicknames: Readonly<Record<string, string>> = {
  "@hourly": "0 * * * *",
  "@daily": "0 0 * * *",
  "@midnight": "0 0 * * *",
  "@weekly": "0 0 * * 0",
  "@monthly": "0 0 1 * *",
  "@yearly": "0 0 1 1 *",
  "@annually": "0 0 1 1 *",
};

/** A while, in milliseconds since 1970; both ends count. */
export interface Span {
  readonly from: number;
  readonly until: number;
}

/**
 * When a line of a crontab fires first in a while; null when it does not, "unknown" when the line is not understood.
 * `zone`: in which the clock of that cron runs.
 */
export function cronFires(line: string, zone: string, { from, until }: Span): number | "unknown" | null {
  const written = line.trim().toLowerCase();
  // At the start of the machine, and of nothing else.
  if (written === "@reboot") return null;
  const times = timesOf(nicknames[written] ?? written);
  if (times === null) return "unknown";
  const minute = 60_000;
  for (let at = Math.ceil(from / minute) * minute; at <= until; at += minute)
    if (fits(times, DateTime.fromMillis(at, { zone }))) return at;
  return null;
}

function fits({ minutes, hours, days, months: inMonths, weekdays: on, eitherDay }: Times, at: DateTime): boolean {
  if (!minutes.has(at.minute) || !hours.has(at.hour) || !inMonths.has(at.month)) return false;
  const [day, weekday] = [days.has(at.day), on.has(at.weekday % 7)];
  return eitherDay ? day || weekday : day && weekday;
}

function timesOf(line: string): Times | null {
  // SUSE's cron takes a - before a line: it is not logged then.
  const fields = line.replace(/^-/, "").split(/\s+/);
  const [minute = "", hour = "", day = "", month = "", weekday = ""] = fields;
  if (fields.length !== 5) return null;
  const found = [
    numbersOf(minute, 0, 59),
    numbersOf(hour, 0, 23),
    numbersOf(day, 1, 31),
    numbersOf(month, 1, 12, months),
    numbersOf(weekday, 0, 7, weekdays),
  ];
  const [minutes, hours, days, inMonths, on] = found;
  if (!minutes || !hours || !days || !inMonths || !on) return null;
  return {
    minutes,
    hours,
    days,
    months: inMonths,
    weekdays: new Set([...on].map((one) => one % 7)),
    eitherDay: ![day, weekday].some((field) => /^[*?]/.test(field)),
  };
}

/** Names stand for numbers from `least` on, as months and days of the week have them. */
function numbersOf(field: string, least: number, most: number, names: readonly string[] = []): Set<number> | null {
  const numbers = new Set<number>();
  const numberOf = (word: string) => {
    const named = names.indexOf(word.slice(0, 3));
    if (named !== -1 && /^[a-z]+$/.test(word)) return named + least;
    return /^\d{1,2}$/.test(word) ? Number(word) : Number.NaN;
  };
  for (const part of field.split(",")) {
    const [, all, first = "", last, step = "1"] = /^(?:([*?])|(\w+)(?:[-~](\w+))?)(?:\/(\d{1,2}))?$/.exec(part) ?? [];
    const from = all === undefined ? numberOf(first) : least;
    const open = all !== undefined || (last === undefined && part.includes("/"));
    const to = open ? most : numberOf(last ?? first);
    if (!(from >= least && to <= most && from <= to) || Number(step) === 0) return null;
    for (let one = from; one <= to; one += Number(step)) numbers.add(one);
  }
  return numbers;
}
