import type { DateTime } from "luxon";
import type { Window } from "./window.ts";

/** How long something is expected to take, in seconds; `spread` is how much longer it may well be. */
export interface Expected {
  readonly seconds: number;
  readonly spread: number;
}

export interface GateSettings {
  /** The window opens this much earlier; seconds. */
  readonly tolerance: number;
  /** A launch that comes earlier than that waits at most this long; seconds. */
  readonly waitAtMost: number;
}

export type Gate =
  | { readonly kind: "open" }
  /** Until then the job waits. */
  | { readonly kind: "wait"; readonly until: DateTime }
  | { readonly kind: "early"; readonly approveFrom: DateTime }
  | { readonly kind: "over"; readonly ended: DateTime }
  /** What is left, and what the launch and its way back would need; seconds. */
  | { readonly kind: "short"; readonly left: number; readonly needed: number };

/** Whether a launch may begin at `now`: inside its window, with room for itself and for the way back. */
export function gateAt(
  window: Window,
  now: DateTime,
  { tolerance, waitAtMost }: GateSettings,
  forecast: { readonly launch: Expected; readonly rollback: Expected } | null,
): Gate {
  const opens = window.start.minus({ seconds: tolerance });
  if (now >= window.end) return { kind: "over", ended: window.end };
  const needed = forecast === null ? 0 : atMost(forecast.launch) + atMost(forecast.rollback);
  const from = now < opens ? opens : now;
  const left = window.end.diff(from).as("seconds");
  if (needed > left) return { kind: "short", left, needed };
  if (now >= opens) return { kind: "open" };
  return opens.diff(now).as("seconds") <= waitAtMost
    ? { kind: "wait", until: opens }
    : { kind: "early", approveFrom: approveFrom(window, { tolerance, waitAtMost }) };
}

/** From when on a launch may wait for the window. */
export function approveFrom({ start }: Window, { tolerance, waitAtMost }: GateSettings): DateTime {
  return start.minus({ seconds: tolerance + waitAtMost });
}

/** The last moment at which a rollback that begins still ends inside the window. */
export function lastSafeMoment(window: Window, rollback: Expected): DateTime {
  return window.end.minus({ seconds: atMost(rollback) });
}

export function atMost({ seconds, spread }: Expected): number {
  return seconds + spread;
}
