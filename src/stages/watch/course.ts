import type { Poll } from "../../core/watch/poll.ts";
import type { Stretch } from "../../journal/event.ts";
import { none } from "./kept.ts";

const stretchMs = 5 * 60_000;

/** Where a poll belongs: the five minutes that were begun, or new ones. `past`: those that are over with it. */
export function stretchWith(
  stretch: Stretch | null,
  poll: Poll,
): { readonly stretch: Stretch; readonly past: Stretch | null } {
  const from = poll.at - (poll.at % stretchMs);
  if (stretch?.from === from) return { stretch: grown(stretch, poll), past: null };
  return { stretch: grown({ from, bad: 0, all: 0, slow: 0, timed: 0 }, poll), past: stretch };
}

function grown(stretch: Stretch, { traffic, latency, probes }: Poll): Stretch {
  const now = traffic ?? probes ?? none;
  return {
    from: stretch.from,
    bad: stretch.bad + now.bad,
    all: stretch.all + now.all,
    slow: stretch.slow + (latency?.bad ?? 0),
    timed: stretch.timed + (latency?.all ?? 0),
  };
}
