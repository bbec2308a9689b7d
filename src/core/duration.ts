/** Seconds from "30s", "5m", "2h", "1h30m", or a bare number of seconds; null when it is none of these. */
export function parseDuration(text: string): number | null {
  const found = /^(?:(\d+)h)?(?:(\d+)m)?(?:(\d+)s?)?$/.exec(text.trim());
  if (!found || text.trim() === "") return null;
  return Number(found[1] ?? 0) * 3600 + Number(found[2] ?? 0) * 60 + Number(found[3] ?? 0);
}
