import { setTimeout as sleep } from "node:timers/promises";

export interface Poll {
  /** What is wrong while it is not so: the beginning of the error. */
  readonly what: string;
  /** Milliseconds between two looks. */
  readonly every?: number;
  /** Milliseconds after which it is given up. */
  readonly limit?: number;
  /** Aborted when nobody waits any more. */
  readonly signal?: AbortSignal;
  /** What else the error says. */
  readonly explain?: () => string;
}

/** Looks again and again until `look` is true; an exception counts as not yet. */
export async function pollUntil(look: () => Promise<boolean>, poll: Poll): Promise<void> {
  const { what, every = 50, limit = 20_000, signal, explain } = poll;
  const end = performance.now() + limit;
  let last: unknown = "not yet";
  while (performance.now() < end) {
    signal?.throwIfAborted();
    try {
      if (await look()) return;
    } catch (error) {
      last = error instanceof Error ? error.message : error;
    }
    await sleep(every, undefined, signal === undefined ? {} : { signal });
  }
  throw new Error(`${what}: ${String(last)}\n${explain?.() ?? ""}`);
}
