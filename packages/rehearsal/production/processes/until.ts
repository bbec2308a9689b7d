import { pollUntil } from "./poll-until.ts";

/** `pollUntil` with what is waited for first, and the limit in seconds. */
export function until(
  what: string,
  look: () => Promise<boolean>,
  { seconds = 20, everyMs = 50, explain }: { seconds?: number; everyMs?: number; explain?: () => string } = {},
): Promise<void> {
  return pollUntil(look, {
    what,
    every: everyMs,
    limit: seconds * 1000,
    ...(explain === undefined ? {} : { explain }),
  });
}
