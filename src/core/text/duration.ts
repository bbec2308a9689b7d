/** Seconds from "30s", "5m", "2h", "1h30m", "30d", or a bare number of seconds; null when it is none of these. */
export function parseDuration(text: string): number | null {
  const found = /^(?:(\d+)d)?(?:(\d+)h)?(?:(\d+)m)?(?:(\d+)s?)?$/.exec(text.trim());
  if (!found || text.trim() === "") return null;
  const [days = 0, hours = 0, minutes = 0, seconds = 0] = found.slice(1).map((part) => Number(part ?? 0));
  return days * 86_400 + hours * 3600 + minutes * 60 + seconds;
}
