import assert from "node:assert/strict";
import { test } from "node:test";
import { DateTime } from "luxon";
import { currentOrNextWindow, phaseOffsets } from "../../src/core/window/window.ts";

interface Case {
  readonly name: string;
  readonly zone: string;
  readonly start: string;
  readonly end: string;
  /** With its own offset. */
  readonly now: string;
  /** In UTC. */
  readonly opens: string;
  readonly closes: string;
}

const moscow = { zone: "Europe/Moscow", start: "02:00", end: "04:00" };
const overMidnight = { zone: "UTC", start: "23:00", end: "01:00" };
const berlin = { zone: "Europe/Berlin", start: "02:00", end: "04:00" };
const newYork = { zone: "America/New_York", start: "01:00", end: "04:00" };

const cases: readonly Case[] = [
  {
    name: "before it, the same night",
    ...moscow,
    now: "2026-11-24T01:59:59+03:00",
    opens: "2026-11-23T23:00Z",
    closes: "2026-11-24T01:00Z",
  },
  {
    name: "at its first moment",
    ...moscow,
    now: "2026-11-24T02:00:00+03:00",
    opens: "2026-11-23T23:00Z",
    closes: "2026-11-24T01:00Z",
  },
  {
    name: "inside",
    ...moscow,
    now: "2026-11-24T03:59:59+03:00",
    opens: "2026-11-23T23:00Z",
    closes: "2026-11-24T01:00Z",
  },
  {
    name: "at its end the next one counts",
    ...moscow,
    now: "2026-11-24T04:00:00+03:00",
    opens: "2026-11-24T23:00Z",
    closes: "2026-11-25T01:00Z",
  },
  {
    name: "after it",
    ...moscow,
    now: "2026-11-24T12:00:00+03:00",
    opens: "2026-11-24T23:00Z",
    closes: "2026-11-25T01:00Z",
  },
  {
    name: "a runner in UTC, where it is still yesterday",
    ...moscow,
    now: "2026-11-23T23:30:00Z",
    opens: "2026-11-23T23:00Z",
    closes: "2026-11-24T01:00Z",
  },
  {
    name: "over the end of a year",
    ...moscow,
    now: "2026-12-31T12:00:00+03:00",
    opens: "2026-12-31T23:00Z",
    closes: "2027-01-01T01:00Z",
  },
  {
    name: "over midnight: before",
    ...overMidnight,
    now: "2026-11-24T22:00Z",
    opens: "2026-11-24T23:00Z",
    closes: "2026-11-25T01:00Z",
  },
  {
    name: "over midnight: inside, before midnight",
    ...overMidnight,
    now: "2026-11-24T23:30Z",
    opens: "2026-11-24T23:00Z",
    closes: "2026-11-25T01:00Z",
  },
  {
    name: "over midnight: inside, after midnight",
    ...overMidnight,
    now: "2026-11-25T00:59Z",
    opens: "2026-11-24T23:00Z",
    closes: "2026-11-25T01:00Z",
  },
  {
    name: "over midnight: after",
    ...overMidnight,
    now: "2026-11-25T01:00Z",
    opens: "2026-11-25T23:00Z",
    closes: "2026-11-26T01:00Z",
  },
  // Clocks go from 02:00 to 03:00: the window starts as they do and is an hour shorter.
  {
    name: "clocks go forward in Berlin",
    ...berlin,
    now: "2027-03-28T00:30:00+01:00",
    opens: "2027-03-28T01:00Z",
    closes: "2027-03-28T02:00Z",
  },
  {
    name: "clocks go back in Berlin: an hour longer",
    ...berlin,
    now: "2026-10-25T00:30:00+02:00",
    opens: "2026-10-25T00:00Z",
    closes: "2026-10-25T03:00Z",
  },
  {
    name: "clocks go back in Berlin: inside the second 02:30",
    ...berlin,
    now: "2026-10-25T02:30:00+01:00",
    opens: "2026-10-25T00:00Z",
    closes: "2026-10-25T03:00Z",
  },
  {
    name: "clocks go forward in New York",
    ...newYork,
    now: "2027-03-14T00:30:00-05:00",
    opens: "2027-03-14T06:00Z",
    closes: "2027-03-14T08:00Z",
  },
  {
    name: "clocks go back in New York",
    ...newYork,
    now: "2026-11-01T00:30:00-04:00",
    opens: "2026-11-01T05:00Z",
    closes: "2026-11-01T09:00Z",
  },
  {
    name: "the day after clocks went forward",
    ...berlin,
    now: "2027-03-28T12:00:00+02:00",
    opens: "2027-03-29T00:00Z",
    closes: "2027-03-29T02:00Z",
  },
];

for (const { name, zone, start, end, now, opens, closes } of cases) {
  test(`window: ${name}`, () => {
    const found = currentOrNextWindow({ start, end }, zone, DateTime.fromISO(now));
    assert.deepEqual(
      [found.start.toMillis(), found.end.toMillis()],
      [Date.parse(opens.replace("Z", ":00Z")), Date.parse(closes.replace("Z", ":00Z"))],
    );
    assert.equal(found.start.zoneName, zone);
  });
}

test("the window never ends in the past and is the first that does not", () => {
  for (let minute = 0; minute < 2 * 1440; minute += 17) {
    const now = DateTime.fromISO("2026-10-24T00:00:00Z").plus({ minutes: minute });
    const { start, end } = currentOrNextWindow(berlin, berlin.zone, now);
    assert.ok(end > now && start < end, now.toISO() ?? "");
    assert.ok(start.diff(now).as("hours") <= 25, now.toISO() ?? "");
  }
});

test("phases start where the plan says, else in the usual proportions", () => {
  assert.deepEqual(phaseOffsets(120, {}), { backup: 0, deploy: 15, "dns-tls": 45, verify: 75 });
  assert.deepEqual(phaseOffsets(120, { backup: 5, deploy: 20, verify: 90 }), {
    backup: 5,
    deploy: 20,
    "dns-tls": 45,
    verify: 90,
  });
  assert.deepEqual(phaseOffsets(120, { backup: 30 }), { backup: 30, deploy: 30, "dns-tls": 45, verify: 75 });
  assert.deepEqual(phaseOffsets(120, { deploy: 100 }), { backup: 0, deploy: 100, "dns-tls": 100, verify: 100 });
  assert.deepEqual(phaseOffsets(60, {}), { backup: 0, deploy: 8, "dns-tls": 23, verify: 38 });
});
