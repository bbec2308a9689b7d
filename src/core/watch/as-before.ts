/** How a page answered once, for nothing more than to be compared. */
export interface Answered {
  readonly status: number;
}

/** How a page, at an address of the balancers, answered before: by day, and at the last look. Empty where nobody looked. */
export type Before = (url: string, address: string | undefined) => readonly Answered[];

/** A page as it may be told and kept: its query or a login may be for nobody's eyes. */
export function pageName(url: string): string {
  const { origin, pathname } = new URL(url);
  return `${origin}${pathname}`;
}

interface Now extends Answered {
  /** Names in lower case. */
  readonly headers: Readonly<Record<string, string>>;
}

/**
 * Whether a page answers as it did: well where it was well, and leading elsewhere where it led elsewhere, though not to
 * itself; of what it refused the very same refusal. A page that wanted a login and now shows itself is not as before,
 * either; one that was not there may be there.
 */
export function isAsBefore(before: readonly Answered[], now: Now, url: string): boolean {
  return before.some((one) => isAsThen(one, now, url));
}

function isAsThen(before: Answered, now: Now, url: string): boolean {
  const wanted = [401, 403].includes(before.status);
  if (classOf(before) === 4 && (wanted || classOf(now) === 4)) return before.status === now.status;
  if (classOf(before) !== 4 && classOf(before) !== classOf(now)) return false;
  return classOf(now) === 3 ? !leadsToItself(now, url) : classOf(now) === 2;
}

function classOf({ status }: Answered): number {
  return Math.floor(status / 100);
}

function leadsToItself({ headers: { location } }: Now, url: string): boolean {
  if (location === undefined) return false;
  try {
    return new URL(location, url).href === new URL(url).href;
  } catch {
    return false;
  }
}
