import assert from "node:assert/strict";
import { test } from "node:test";
import type { Poll } from "../../src/core/watch/poll.ts";
import { observe, type Seen } from "../../src/core/watch/watch.ts";
import { watchBegins } from "../../src/core/watch/watch-state.ts";

const settings = { availability: 0.999, latency: 0.99, every: 30, probes: 6, blindAfter: 3 };
const good = { bad: 0, all: 20 };

function looks(polls: readonly Omit<Poll, "at">[]): Seen[] {
  let state = watchBegins(0);
  return polls.map((poll, index) => {
    const seen = observe(state, { at: (index + 1) * 30_000, ...poll }, settings);
    state = JSON.parse(JSON.stringify(seen.state)) as typeof state;
    return seen;
  });
}

test("one signal that cannot be asked for is told, and an incident, however well the others are", () => {
  const seen = looks([
    { traffic: good, probes: good },
    ...Array.from({ length: 4 }, () => ({ traffic: null, probes: good })),
    { traffic: good, probes: good },
  ]);
  assert.deepEqual(
    seen.map(({ change }) => change),
    [null, null, null, "opened", null, null],
  );
  assert.deepEqual(seen[3]?.state.incident, {
    since: 120_000,
    what: ["requests: could not be asked for, 3 times in a row"],
    kinds: ["blind-traffic"],
  });
  assert.equal(seen.at(-1)?.state.sev1, null);
  assert.equal(seen[4]?.next.inSeconds, 30, "it is not asked more often for that");
});

test("a good look between ends the row, and one that leaves a signal out does not", () => {
  const blind = { units: null, probes: good } as const;
  const apart = looks([blind, blind, { units: true, probes: good }, blind, blind]);
  assert.deepEqual(
    apart.map(({ change }) => change),
    [null, null, null, null, null],
  );
  const left = looks([
    { bot: null, probes: good },
    { probes: good },
    { bot: null, probes: good },
    { probes: good },
    { bot: null, probes: good },
  ]);
  assert.deepEqual(
    left.map(({ change }) => change),
    [null, null, null, null, "opened"],
  );
});

test("where nothing at all can be asked for that is told once, and not signal by signal", () => {
  const seen = looks(Array.from({ length: 4 }, () => ({ traffic: null, units: null })));
  assert.deepEqual(seen.at(-1)?.state.incident?.kinds, ["blind"]);
});
