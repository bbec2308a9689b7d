import type { DateTime } from "luxon";
import { spokenTag, t } from "./text.ts";

/** A number for people, grouped from 10,000 on; with `digits`, that many after the point. */
export function figure(value: number, digits?: number): string {
  return new Intl.NumberFormat(spokenTag(), {
    useGrouping: "min2",
    ...(digits === undefined
      ? { maximumFractionDigits: 3 }
      : { minimumFractionDigits: digits, maximumFractionDigits: digits }),
  }).format(value);
}

/** A day and a time of day, with the name of its zone. */
export function moment(time: DateTime): string {
  const format = formatAt(time, { dateStyle: "long", timeStyle: "medium", hourCycle: "h23" });
  return `${format.format(time.toJSDate())} (${time.zoneName})`;
}

/** A day with its year, of a moment in ISO 8601: Nov 25, 2026. */
export function showDay(moment: string, zone: string): string {
  return new Intl.DateTimeFormat(spokenTag(), { dateStyle: "medium", timeZone: zone }).format(new Date(moment));
}

/** A day of the year and a time of day, where the zone is known: Nov 25, 02:10. */
export function dayAndTime(time: DateTime): string {
  const parts = { month: "short", day: "numeric", hour: "2-digit", minute: "2-digit", hourCycle: "h23" } as const;
  return formatAt(time, parts).format(time.toJSDate());
}

/**
 * From one time to another, the day once where it is the same, with the name of the zone; with the spaces that a
 * keyboard has.
 */
export function span(from: DateTime, to: DateTime): string {
  const format = formatAt(from, { dateStyle: "long", timeStyle: "short", hourCycle: "h23" });
  const range = format.formatRange(from.toJSDate(), to.toJSDate()).replaceAll(/[\u2009\u202f]/g, " ");
  return `${range} (${from.zoneName})`;
}

/** In the language that is spoken, and in the zone of the time. */
function formatAt({ zoneName }: DateTime, options: Intl.DateTimeFormatOptions): Intl.DateTimeFormat {
  return new Intl.DateTimeFormat(spokenTag(), { ...options, ...(zoneName === null ? {} : { timeZone: zoneName }) });
}

/** Of the International System: what `Intl` has for English in short ("12 sec", "12s") is not. */
const englishUnits = { hour: "h", minute: "min", second: "s" };

/** Short form for people, of seconds: 0.4 s, 12 s, 3 min 5 s, 1 h 2 min. */
export function showDuration(seconds: number): string {
  if (seconds < 9.95) return withUnit(seconds, "second", 1);
  const whole = Math.round(seconds);
  if (whole < 60) return withUnit(whole, "second");
  const parts =
    whole < 3600
      ? ([
          [Math.floor(whole / 60), "minute"],
          [whole % 60, "second"],
        ] as const)
      : ([
          [Math.floor(whole / 3600), "hour"],
          [Math.floor((whole % 3600) / 60), "minute"],
        ] as const);
  return parts.flatMap(([value, unit], i) => (i > 0 && value === 0 ? [] : [withUnit(value, unit)])).join(" ");
}

function withUnit(value: number, unit: keyof typeof englishUnits, digits = 0): string {
  const tag = spokenTag();
  if (tag === "en") return `${figure(value, digits)} ${englishUnits[unit]}`;
  return new Intl.NumberFormat(tag, {
    style: "unit",
    unit,
    unitDisplay: "short",
    minimumFractionDigits: digits,
    maximumFractionDigits: digits,
  }).format(value);
}

/** A size for people, of bytes: 12 KiB, 7.8 MiB, 420 MiB, 74.4 GiB. */
export function showSize(bytes: number): string {
  const mebibytes = bytes / 1024 ** 2;
  if (mebibytes < 1) return t`${figure(Math.ceil(bytes / 1024))} KiB`;
  if (mebibytes < 10) return t`${figure(mebibytes, 1)} MiB`;
  return mebibytes < 10 * 1024 ? t`${figure(Math.round(mebibytes))} MiB` : t`${figure(mebibytes / 1024, 1)} GiB`;
}
