import { rmSync } from "node:fs";
import { rm } from "node:fs/promises";

interface Stoppable {
  stop(): Promise<unknown>;
  /** What an exit handler calls, which waits for nothing. */
  killNow?(): void;
}

export interface Teardown {
  add(part: Stoppable): void;
  /**
   * The start: a teardown asked for meanwhile, by a signal, waits for its end, so that nothing appears afterwards.
   * `hurry` makes it fail soon.
   */
  waitFor(start: Promise<unknown>, hurry?: () => void): void;
  begun(): boolean;
  /** Stops all, then removes the directory. The same promise however often it is called. */
  run(): Promise<void>;
}

const signals = ["SIGINT", "SIGTERM", "SIGHUP"] as const;

/** Stops and removes a production: at the end, after a failed start, on SIGINT, SIGTERM and SIGHUP, and at a sudden exit. */
export function teardownOf(directory: string): Teardown {
  const parts: Stoppable[] = [];
  let start: Promise<unknown> = Promise.resolve();
  let hurryUp = (): void => {};
  let finished: Promise<void> | undefined;

  const all = async (): Promise<void> => {
    hurryUp();
    await start.catch(() => {});
    const results = await Promise.allSettled(parts.map((part) => part.stop()));
    await rm(directory, { recursive: true, force: true, maxRetries: 5 });
    process.off("exit", atExit);
    for (const signal of signals) process.off(signal, onSignal);
    const failed = results.find((result) => result.status === "rejected");
    if (failed) throw failed.reason;
  };
  const atExit = (): void => {
    for (const part of parts) part.killNow?.();
    rmSync(directory, { recursive: true, force: true, maxRetries: 5, retryDelay: 50 });
  };
  const onSignal = (signal: NodeJS.Signals): void => {
    // Sent again when no handler is left, so that our parent sees what ended us. Another production of this process
    // does so after its own teardown; a caller with a handler of its own decides for itself.
    const again = (): void => {
      if (process.listenerCount(signal) === 0) process.kill(process.pid, signal);
    };
    teardown.run().then(again, again);
  };
  const teardown: Teardown = {
    add: (part) => void parts.push(part),
    waitFor(promise, hurry = () => {}) {
      start = promise;
      hurryUp = hurry;
    },
    begun: () => finished !== undefined,
    run: () => (finished ??= all()),
  };
  process.once("exit", atExit);
  for (const signal of signals) process.on(signal, onSignal);
  return teardown;
}
