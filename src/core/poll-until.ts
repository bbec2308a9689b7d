export interface Polling {
  /** Seconds between the end of a look and the next, or what gives them by the seconds since the first look began. */
  readonly every: number | ((since: number) => number);
  /** Seconds after which nothing is waited for any more; there is a look at their end. */
  readonly limit: number;
  readonly signal?: AbortSignal | undefined;
}

/**
 * Looks again and again until a look finds something, and returns that; null when nothing was found within the limit.
 * Looks once at least. Rejects when a look does, and with the signal's reason once that is aborted.
 */
export async function pollUntil<T>(
  look: () => Promise<T | null>,
  { every, limit, signal }: Polling,
): Promise<T | null> {
  const began = performance.now();
  const end = began + limit * 1000;
  let last = limit <= 0;
  for (;;) {
    signal?.throwIfAborted();
    const found = await look();
    if (found !== null || last) return found;
    const now = performance.now();
    const left = Math.max(0, end - now);
    const wait = 1000 * (typeof every === "number" ? every : every((now - began) / 1000));
    last = left <= wait;
    await pause(Math.min(wait, left), signal);
  }
}

function pause(milliseconds: number, signal: AbortSignal | undefined): Promise<void> {
  return new Promise((resolve, reject) => {
    const aborted = () => {
      clearTimeout(timer);
      reject(signal?.reason);
    };
    const timer = setTimeout(() => {
      signal?.removeEventListener("abort", aborted);
      resolve();
    }, milliseconds);
    if (signal?.aborted) aborted();
    else signal?.addEventListener("abort", aborted, { once: true });
  });
}
