import { setTimeout as sleep } from "node:timers/promises";

/** Repeats `attempt` until it is true; an exception counts as not yet. Fails with `what` after the time. */
export async function until(
  what: string,
  attempt: () => Promise<boolean>,
  options: { readonly seconds?: number; readonly everyMs?: number; readonly explain?: () => string } = {},
): Promise<void> {
  const end = performance.now() + (options.seconds ?? 20) * 1000;
  let last: unknown = "not yet";
  while (performance.now() < end) {
    try {
      if (await attempt()) return;
    } catch (error) {
      last = error instanceof Error ? error.message : error;
    }
    await sleep(options.everyMs ?? 50);
  }
  throw new Error(`${what}: ${String(last)}\n${options.explain?.() ?? ""}`);
}
