import { t } from "./text.ts";

/** Seconds from "30s", "5m", "2h", "1h30m", or a bare number of seconds; null when it is none of these. */
export function parseDuration(text: string): number | null {
  const found = /^(?:(\d+)h)?(?:(\d+)m)?(?:(\d+)s?)?$/.exec(text.trim());
  if (!found || text.trim() === "") return null;
  return Number(found[1] ?? 0) * 3600 + Number(found[2] ?? 0) * 60 + Number(found[3] ?? 0);
}

/** Short form for people: 0.4 s, 12 s, 3 min 5 s, 1 h 2 min. */
export function showDuration(seconds: number): string {
  if (seconds < 9.95) return `${seconds.toFixed(1)} s`;
  const whole = Math.round(seconds);
  if (whole < 60) return `${whole} s`;
  if (whole < 3600) return t`${Math.floor(whole / 60)} min${whole % 60 ? ` ${whole % 60} s` : ""}`;
  return `${Math.floor(whole / 3600)} h${Math.floor((whole % 3600) / 60) ? t` ${Math.floor((whole % 3600) / 60)} min` : ""}`;
}
