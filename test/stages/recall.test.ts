import assert from "node:assert/strict";
import { test } from "node:test";
import { emptyState } from "../../src/journal/state.ts";
import { reasonFor } from "../../src/stages/rollback/recall.ts";

const ago = (minutes: number) => new Date(Date.now() - minutes * 60_000).toISOString();
const opened = (minutes: number, watch?: { for: number }) =>
  ({
    plan: { watch },
    state: () => ({
      ...emptyState,
      ended: { outcome: "live", at: ago(minutes), because: "" },
      steps: new Map([["open.off", { status: "done", startedAt: ago(minutes + 1) }]]),
    }),
  }) as never;
const anna = { run: { actor: "anna" } } as never;

const cases: readonly [name: string, launch: never, reason: string, expected: RegExp | null][] = [
  ["a reason is a reason at any time", opened(3000), "bookings fail", /^bookings fail$/],
  ["within the hour none is needed", opened(59), "", /^anna calls it back, 59 min.* after the opening$/],
  ["blanks are none", opened(59), "  ", /^anna calls it back/],
  ["after it one is", opened(61), "", null],
  ["blanks are none then either", opened(61), " \n", null],
  ["the plan says how long", opened(61, { for: 2 * 3600 }), "", /^anna calls it back/],
  ["and how short", opened(11, { for: 600 }), "", null],
  [
    "an opening that was not finished counts from its beginning",
    {
      plan: {},
      state: () => ({ ...emptyState, steps: new Map([["open.off", { status: "started", startedAt: ago(2) }]]) }),
    } as never,
    "",
    /^anna calls it back, 2 min.* after the opening$/,
  ],
  [
    "one that a person opened by hand counts from then",
    {
      plan: {},
      state: () => ({
        ...emptyState,
        ended: { outcome: "failed", at: ago(90), because: "", byHand: { who: "vera", because: "" } },
        steps: new Map([["isolate.on", { status: "done", startedAt: ago(120) }]]),
      }),
    } as never,
    "",
    null,
  ],
  [
    "an opening nobody knows when is no reason",
    { plan: {}, state: () => ({ ...emptyState, openedAfterMigration: true }) } as never,
    "",
    null,
  ],
  [
    "one that never opened needs none",
    { plan: {}, state: () => emptyState } as never,
    "",
    /^anna finishes the way back$/,
  ],
  [
    "what goes on was given its reason when it began",
    { plan: {}, state: () => ({ ...emptyState, recalled: { by: ["boris"], because: "bookings fail" } }) } as never,
    "",
    /^bookings fail$/,
  ],
];

for (const [name, launch, reason, expected] of cases) {
  test(`a release is called back: ${name}`, () => {
    if (expected === null) assert.throws(() => reasonFor(launch, anna, reason), /no reason is given/);
    else assert.match(reasonFor(launch, anna, reason), expected);
  });
}
