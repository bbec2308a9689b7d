import assert from "node:assert/strict";
import { test } from "node:test";
import { reasonFor } from "../../src/stages/recall.ts";

const ago = (minutes: number) => new Date(Date.now() - minutes * 60_000).toISOString();
const opened = (minutes: number, watch?: { for: number }) =>
  ({
    plan: { watch },
    state: () => ({ ended: { outcome: "live", at: ago(minutes), because: "" }, steps: new Map() }),
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
    { plan: {}, state: () => ({ ended: null, steps: new Map([["open.off", { startedAt: ago(2) }]]) }) } as never,
    "",
    /^anna calls it back, 2 min.* after the opening$/,
  ],
  [
    "an opening nobody knows of is no reason",
    { plan: {}, state: () => ({ ended: null, steps: new Map() }) } as never,
    "",
    null,
  ],
];

for (const [name, launch, reason, expected] of cases) {
  test(`a release is called back: ${name}`, () => {
    if (expected === null) assert.throws(() => reasonFor(launch, anna, reason), /no reason is given/);
    else assert.match(reasonFor(launch, anna, reason), expected);
  });
}
