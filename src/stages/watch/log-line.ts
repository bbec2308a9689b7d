import { showDuration } from "../../core/text/figures.ts";
import { t } from "../../core/text/text.ts";
import { type Count, type Look, type Poll, type Signal, signalName } from "../../core/watch/poll.ts";
import type { Seen } from "../../core/watch/watch.ts";

/** A poll for the log. `left`: milliseconds to the end of the watch. */
export function lineOf({ traffic, latency, probes, units, bot }: Poll, { verdict, state }: Seen, left: number): string {
  const count = (signal: Signal, one: Count | null | undefined) =>
    one === undefined
      ? []
      : [one === null ? t`${signalName(signal)} unknown` : t`${signalName(signal)} ${one.bad} of ${one.all} bad`];
  const look = (signal: Signal, one: Look | undefined) =>
    one === undefined ? [] : [`${signalName(signal)} ${lookWord(one)}`];
  const parts = [
    ...count("traffic", traffic),
    ...count("latency", latency),
    ...count("probes", probes),
    ...look("units", units),
    ...look("bot", bot),
  ].join(", ");
  const open = state.incident === null ? "" : t`; an incident is open`;
  return t`watch ${verdict}: ${parts}${open}; ${showDuration(Math.max(0, Math.round(left / 1000)))} left`;
}

function lookWord(one: Look): string {
  if (one === null) return t`unknown`;
  return one ? t`well` : t`NOT well`;
}
