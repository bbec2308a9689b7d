import assert from "node:assert/strict";
import { test } from "node:test";
import { DateTime } from "luxon";
import { deviation, forecastSteps, total } from "../../src/core/window/forecast.ts";
import { type Gate, gateAt, lastSafeMoment } from "../../src/core/window/gate.ts";
import { currentOrNextWindow } from "../../src/core/window/window.ts";

/** [what, zone, start, end, now, opens, closes]: now with its offset, the others in UTC. */
const windows: readonly (readonly [string, string, string, string, string, string, string])[] = [
  ["UTC never changes", "UTC", "02:00", "04:00", "2027-03-28T01:00Z", "2027-03-28T02:00Z", "2027-03-28T04:00Z"],
  [
    "Moscow never changes: spring",
    "Europe/Moscow",
    "02:00",
    "04:00",
    "2027-03-28T00:30+03:00",
    "2027-03-27T23:00Z",
    "2027-03-28T01:00Z",
  ],
  [
    "Moscow never changes: autumn",
    "Europe/Moscow",
    "02:00",
    "04:00",
    "2027-10-31T00:30+03:00",
    "2027-10-30T23:00Z",
    "2027-10-31T01:00Z",
  ],
  [
    "Moscow, the last second",
    "Europe/Moscow",
    "02:00",
    "04:00",
    "2027-01-10T03:59:59+03:00",
    "2027-01-09T23:00Z",
    "2027-01-10T01:00Z",
  ],
  [
    "Moscow, the first second after",
    "Europe/Moscow",
    "02:00",
    "04:00",
    "2027-01-10T04:00:00+03:00",
    "2027-01-10T23:00Z",
    "2027-01-11T01:00Z",
  ],
  [
    "fourteen hours ahead",
    "Pacific/Kiritimati",
    "02:00",
    "04:00",
    "2027-01-09T12:30Z",
    "2027-01-09T12:00Z",
    "2027-01-09T14:00Z",
  ],
  [
    "eleven hours behind",
    "Pacific/Pago_Pago",
    "02:00",
    "04:00",
    "2027-01-10T12:00Z",
    "2027-01-10T13:00Z",
    "2027-01-10T15:00Z",
  ],
  [
    "a quarter of an hour apart",
    "Asia/Kathmandu",
    "02:00",
    "04:00",
    "2027-01-09T20:00Z",
    "2027-01-09T20:15Z",
    "2027-01-09T22:15Z",
  ],
  [
    "half an hour apart",
    "Asia/Kolkata",
    "23:30",
    "00:30",
    "2027-01-10T18:30Z",
    "2027-01-10T18:00Z",
    "2027-01-10T19:00Z",
  ],
  ["a leap day", "Europe/Moscow", "02:00", "04:00", "2028-02-28T12:00+03:00", "2028-02-28T23:00Z", "2028-02-29T01:00Z"],
  [
    "over midnight into a leap day",
    "UTC",
    "23:00",
    "01:00",
    "2028-02-28T23:30Z",
    "2028-02-28T23:00Z",
    "2028-02-29T01:00Z",
  ],
  [
    "over midnight out of a leap day",
    "UTC",
    "23:00",
    "01:00",
    "2028-02-29T23:30Z",
    "2028-02-29T23:00Z",
    "2028-03-01T01:00Z",
  ],
  ["no leap day in 2027", "UTC", "02:00", "04:00", "2027-02-28T12:00Z", "2027-03-01T02:00Z", "2027-03-01T04:00Z"],
  ["over the end of the year", "UTC", "23:00", "01:00", "2027-12-31T23:59Z", "2027-12-31T23:00Z", "2028-01-01T01:00Z"],
  [
    "the end of the year, after midnight",
    "UTC",
    "23:00",
    "01:00",
    "2028-01-01T00:59Z",
    "2027-12-31T23:00Z",
    "2028-01-01T01:00Z",
  ],
  ["starts at midnight", "UTC", "00:00", "02:00", "2027-01-10T23:00Z", "2027-01-11T00:00Z", "2027-01-11T02:00Z"],
  ["ends at midnight", "UTC", "22:00", "00:00", "2027-01-10T23:59Z", "2027-01-10T22:00Z", "2027-01-11T00:00Z"],
  ["nearly a whole day", "UTC", "02:00", "01:59", "2027-01-10T01:58Z", "2027-01-09T02:00Z", "2027-01-10T01:59Z"],
  [
    "nearly a whole day: the minute between",
    "UTC",
    "02:00",
    "01:59",
    "2027-01-10T01:59Z",
    "2027-01-10T02:00Z",
    "2027-01-11T01:59Z",
  ],
  ["one minute long", "UTC", "02:00", "02:01", "2027-01-10T02:00:59Z", "2027-01-10T02:00Z", "2027-01-10T02:01Z"],
  [
    "Berlin in spring: an hour shorter",
    "Europe/Berlin",
    "01:00",
    "04:00",
    "2027-03-28T00:30+01:00",
    "2027-03-28T00:00Z",
    "2027-03-28T02:00Z",
  ],
  [
    "Berlin in spring: starts in the hour that is skipped",
    "Europe/Berlin",
    "02:30",
    "05:00",
    "2027-03-28T00:30+01:00",
    "2027-03-28T01:30Z",
    "2027-03-28T03:00Z",
  ],
  [
    "Berlin in spring: ends in the hour that is skipped",
    "Europe/Berlin",
    "01:00",
    "02:30",
    "2027-03-28T00:30+01:00",
    "2027-03-28T00:00Z",
    "2027-03-28T01:30Z",
  ],
  [
    "Berlin in spring: all of it is skipped, so it is the next day",
    "Europe/Berlin",
    "02:00",
    "03:00",
    "2027-03-28T00:30+01:00",
    "2027-03-29T00:00Z",
    "2027-03-29T01:00Z",
  ],
  [
    "Berlin in spring: turned round by the skip, so it is the next day",
    "Europe/Berlin",
    "02:30",
    "03:15",
    "2027-03-28T00:30+01:00",
    "2027-03-29T00:30Z",
    "2027-03-29T01:15Z",
  ],
  [
    "Berlin in spring: over midnight into the change",
    "Europe/Berlin",
    "23:00",
    "04:00",
    "2027-03-28T01:30+01:00",
    "2027-03-27T22:00Z",
    "2027-03-28T02:00Z",
  ],
  [
    "Berlin in spring: after it",
    "Europe/Berlin",
    "02:00",
    "04:00",
    "2027-03-28T04:00+02:00",
    "2027-03-29T00:00Z",
    "2027-03-29T02:00Z",
  ],
  [
    "Berlin in autumn: an hour longer",
    "Europe/Berlin",
    "01:00",
    "04:00",
    "2027-10-31T00:30+02:00",
    "2027-10-30T23:00Z",
    "2027-10-31T03:00Z",
  ],
  [
    "Berlin in autumn: starts at the first of the two",
    "Europe/Berlin",
    "02:30",
    "04:00",
    "2027-10-31T00:30+02:00",
    "2027-10-31T00:30Z",
    "2027-10-31T03:00Z",
  ],
  [
    "Berlin in autumn: ends at the first of the two",
    "Europe/Berlin",
    "01:00",
    "02:30",
    "2027-10-31T00:30+02:00",
    "2027-10-30T23:00Z",
    "2027-10-31T00:30Z",
  ],
  [
    "Berlin in autumn: the second time is after it",
    "Europe/Berlin",
    "01:00",
    "02:30",
    "2027-10-31T02:10+01:00",
    "2027-11-01T00:00Z",
    "2027-11-01T01:30Z",
  ],
  [
    "Berlin in autumn: over midnight into the change",
    "Europe/Berlin",
    "23:00",
    "04:00",
    "2027-10-31T02:30+01:00",
    "2027-10-30T21:00Z",
    "2027-10-31T03:00Z",
  ],
  [
    "New York in spring",
    "America/New_York",
    "01:00",
    "04:00",
    "2027-03-14T00:30-05:00",
    "2027-03-14T06:00Z",
    "2027-03-14T08:00Z",
  ],
  [
    "New York in autumn",
    "America/New_York",
    "01:30",
    "03:00",
    "2027-11-07T00:30-04:00",
    "2027-11-07T05:30Z",
    "2027-11-07T08:00Z",
  ],
  [
    "Lord Howe goes half an hour forward",
    "Australia/Lord_Howe",
    "01:00",
    "04:00",
    "2027-10-03T00:30+10:30",
    "2027-10-02T14:30Z",
    "2027-10-02T17:00Z",
  ],
  [
    "Lord Howe goes half an hour back",
    "Australia/Lord_Howe",
    "01:00",
    "04:00",
    "2027-04-04T00:30+11:00",
    "2027-04-03T14:00Z",
    "2027-04-03T17:30Z",
  ],
  [
    "Beirut skips the hour after midnight",
    "Asia/Beirut",
    "00:30",
    "03:00",
    "2027-03-27T20:00+02:00",
    "2027-03-27T22:30Z",
    "2027-03-28T00:00Z",
  ],
  [
    "Santiago has the hour before midnight twice",
    "America/Santiago",
    "23:30",
    "01:00",
    "2027-04-03T20:00-03:00",
    "2027-04-04T02:30Z",
    "2027-04-04T05:00Z",
  ],
  [
    "the day after a change",
    "Europe/Berlin",
    "02:00",
    "04:00",
    "2027-03-29T01:00+02:00",
    "2027-03-29T00:00Z",
    "2027-03-29T02:00Z",
  ],
  ["Tokyo", "Asia/Tokyo", "02:00", "04:00", "2027-06-09T16:00Z", "2027-06-09T17:00Z", "2027-06-09T19:00Z"],
];
for (const [name, zone, start, end, now, opens, closes] of windows) {
  test(`window: ${name}`, () => {
    const found = currentOrNextWindow({ start, end }, zone, DateTime.fromISO(now));
    assert.deepEqual(
      [found.start.toUTC().toFormat("yyyy-MM-dd'T'HH:mm'Z'"), found.end.toUTC().toFormat("yyyy-MM-dd'T'HH:mm'Z'")],
      [opens, closes],
    );
  });
}

/** Seconds after the start of a window of 7200 s; `needs` is what launch and rollback take together at most. */
const gates: readonly (readonly [
  string,
  { at: number; tolerance?: number; wait?: number; needs?: number },
  Gate["kind"],
])[] = [
  ["the first moment", { at: 0 }, "open"],
  ["inside", { at: 3600 }, "open"],
  ["the last moment", { at: 7199.999 }, "open"],
  ["its end", { at: 7200 }, "over"],
  ["long after", { at: 90_000 }, "over"],
  ["a moment early, no waiting", { at: -0.001 }, "early"],
  ["a moment early, waiting", { at: -0.001, wait: 1 }, "wait"],
  ["as early as it may wait", { at: -3600, wait: 3600 }, "wait"],
  ["a moment earlier than that", { at: -3600.001, wait: 3600 }, "early"],
  ["days early", { at: -200_000, wait: 3600 }, "early"],
  ["within the tolerance", { at: -60, tolerance: 60 }, "open"],
  ["a moment before the tolerance", { at: -60.001, tolerance: 60 }, "early"],
  ["before the tolerance, waiting", { at: -90, tolerance: 60, wait: 30 }, "wait"],
  ["the tolerance does not lengthen the end", { at: 7200, tolerance: 600 }, "over"],
  ["just fits", { at: 1200, needs: 6000 }, "open"],
  ["a second too long", { at: 1200, needs: 6001 }, "short"],
  ["does not fit into the whole of it", { at: -100, wait: 3600, needs: 7201 }, "short"],
  ["fits once it opens", { at: -100, wait: 3600, needs: 7200 }, "wait"],
  ["early, and too long: that is said first", { at: -100_000, needs: 8000 }, "short"],
  ["the tolerance counts for what fits", { at: -600, tolerance: 600, needs: 7800 }, "open"],
  ["over, whatever it needs", { at: 8000, needs: 1 }, "over"],
  ["nothing is left for a second", { at: 7199, needs: 1 }, "open"],
  ["nothing is left for two", { at: 7199, needs: 2 }, "short"],
];
const start = DateTime.fromISO("2027-01-10T02:00:00", { zone: "Europe/Moscow" });
const window = { start, end: start.plus({ seconds: 7200 }) };
const split = (needs: number) => ({
  launch: { seconds: needs / 2, spread: needs / 4 },
  rollback: { seconds: needs / 8, spread: needs / 8 },
});
for (const [name, { at, tolerance = 0, wait = 0, needs }, kind] of gates) {
  test(`gate: ${name}: ${kind}`, () => {
    assert.equal(
      gateAt(
        window,
        start.plus({ seconds: at }),
        { tolerance, waitAtMost: wait },
        needs === undefined ? null : split(needs),
      ).kind,
      kind,
    );
  });
}
test("gate: what it says", () => {
  const settings = { tolerance: 60, waitAtMost: 600 };
  const early = gateAt(window, start.minus({ hours: 5 }), settings, null);
  assert.ok(early.kind === "early" && early.approveFrom.equals(start.minus({ seconds: 660 })));
  const wait = gateAt(window, start.minus({ seconds: 100 }), settings, null);
  assert.ok(wait.kind === "wait" && wait.until.equals(start.minus({ seconds: 60 })));
  assert.deepEqual(gateAt(window, start.plus({ hours: 1 }), settings, split(4000)), {
    kind: "short",
    left: 3600,
    needed: 4000,
  });
  assert.ok(lastSafeMoment(window, { seconds: 60, spread: 30 }).equals(window.end.minus({ seconds: 90 })));
});
test(`the table has ${windows.length + gates.length} cases`, () => assert.ok(windows.length + gates.length >= 60));

// Independent of luxon: what the clocks of a zone show, from Intl alone.
const formats = new Map<string, Intl.DateTimeFormat>();
function offset(zone: string, at: number): number {
  const format =
    formats.get(zone) ??
    new Intl.DateTimeFormat("en-US", {
      timeZone: zone,
      hourCycle: "h23",
      era: "short",
      year: "numeric",
      month: "numeric",
      day: "numeric",
      hour: "numeric",
      minute: "numeric",
      second: "numeric",
    });
  formats.set(zone, format);
  const part = Object.fromEntries(format.formatToParts(at).map(({ type, value }) => [type, Number(value)]));
  return (
    Date.UTC(part.year ?? 0, (part.month ?? 0) - 1, part.day, part.hour, part.minute, part.second) -
    Math.floor(at / 1000) * 1000
  );
}
/** The instant at which the clocks show a time: the first of two; one that is skipped, as far behind the jump as it was before it. */
function instant(zone: string, wall: number): number {
  const day = 86_400_000;
  const [before, after] = [offset(zone, wall - day), offset(zone, wall + day)];
  const fits = [wall - before, wall - after].filter((at) => at + offset(zone, at) === wall);
  return fits.length > 0 ? Math.min(...fits) : wall - before;
}
function expected(zone: string, from: string, to: string, now: number): [number, number] {
  const day = 86_400_000;
  const minutes = (text: string) => (Number(text.slice(0, 2)) * 60 + Number(text.slice(3))) * 60_000;
  const today = Math.floor((now + offset(zone, now)) / day) * day;
  for (let date = today - 3 * day; ; date += day) {
    const opens = instant(zone, date + minutes(from));
    const closes = instant(zone, date + minutes(to) + (to > from ? 0 : day));
    if (closes > now && closes > opens) return [opens, closes];
  }
}

test("random zones, windows and instants agree with a calculation of its own", () => {
  let seed = 20261124;
  const random = (below: number) => {
    seed = (Math.imul(seed, 1664525) + 1013904223) >>> 0;
    return Math.floor((seed / 2 ** 32) * below);
  };
  // Zones that changed their date or their offset by more than two hours in one go are history; these years have none.
  const zones = [
    ...Intl.supportedValuesOf("timeZone"),
    "UTC",
    "Europe/Berlin",
    "America/New_York",
    "Australia/Lord_Howe",
    "Asia/Beirut",
    "America/Santiago",
  ];
  const edges = [
    "2027-03-14",
    "2027-03-28",
    "2027-04-04",
    "2027-10-03",
    "2027-10-31",
    "2027-11-07",
    "2030-03-31",
    "2030-10-27",
  ];
  const clock = () => `${String(random(24)).padStart(2, "0")}:${String(random(12) * 5).padStart(2, "0")}`;
  for (let round = 0; round < 6000; round++) {
    const zone = zones[random(zones.length)] ?? "UTC";
    const [from, to] = [clock(), clock()];
    if (from === to) continue;
    // Half of them around the changes of the clocks.
    const now =
      round % 2 === 0
        ? Date.parse(edges[random(edges.length)] ?? "") + (random(4 * 86_400) - 2 * 86_400) * 1000
        : Date.UTC(2027 + random(8), random(12), 1 + random(28), random(24), random(60), random(60));
    const found = currentOrNextWindow({ start: from, end: to }, zone, DateTime.fromMillis(now));
    assert.deepEqual(
      [found.start.toMillis(), found.end.toMillis()],
      expected(zone, from, to, now),
      `round ${round}: ${zone} ${from}-${to} at ${new Date(now).toISOString()}`,
    );
  }
});

test("a forecast: what was measured goes before history, and that before what is usual", () => {
  const steps = forecastSteps(["a", "b", "c", "d"], {
    measured: new Map([["a", 10]]),
    history: new Map([
      ["a", [30]],
      ["b", [4, 6, 5]],
      ["c", [7]],
    ]),
    usual: () => 3,
  });
  assert.deepEqual(steps, [
    { id: "a", seconds: 10, spread: 20, source: "measured" },
    { id: "b", seconds: 5, spread: 1.25, source: "history" },
    { id: "c", seconds: 7, spread: 1.75, source: "history" },
    { id: "d", seconds: 3, spread: 3, source: "usual" },
  ]);
  assert.deepEqual(
    total([
      { seconds: 3, spread: 3 },
      { seconds: 4, spread: 4 },
    ]),
    { seconds: 7, spread: 5 },
  );
  assert.deepEqual(total([]), { seconds: 0, spread: 0 });
  assert.equal(deviation(12, 10), 0.2);
  assert.equal(deviation(12, 0), 0);
});
