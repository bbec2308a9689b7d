import { inWords, msg } from "../text/text.ts";

/** What a poll saw of one kind of request since the poll before; null when it could not be asked for. */
export interface Count {
  readonly bad: number;
  readonly all: number;
}

/** Whether something that is either well or not was well; null when it could not be asked for. */
export type Look = boolean | null;

export interface Poll {
  /** Milliseconds since 1970. */
  readonly at: number;
  /** The service's own requests, by its metrics. Undefined: the plan has none. */
  readonly traffic?: Count | null;
  /** The same requests, and how many took longer than promised. */
  readonly latency?: Count | null;
  /** The watch's own requests from outside. */
  readonly probes?: Count | null;
  /** Every unit of the service runs. */
  readonly units?: Look;
  /** The service's bot is well. */
  readonly bot?: Look;
}

export type Counted = "traffic" | "latency" | "probes";
export type Looked = "units" | "bot";
export type Signal = Counted | Looked;

export const countedSignals = ["traffic", "latency", "probes"] as const;
export const lookedSignals = ["units", "bot"] as const;

/** What people call a signal. */
export function signalName(signal: Signal): string {
  return inWords(
    {
      traffic: msg`requests`,
      latency: msg`requests in time`,
      probes: msg`own requests`,
      units: msg`units`,
      bot: msg`bot`,
    }[signal],
  );
}

/** What a counter went up by. One that is lower than before was started anew, from nothing. */
export function increase(before: number | null, now: number | null): number | null {
  if (before === null || now === null) return null;
  return now >= before ? now - before : now;
}
