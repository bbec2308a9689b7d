import assert from "node:assert/strict";
import { test } from "node:test";
import { DateTime } from "luxon";
import { isDay, parseDays } from "../../../src/core/window/days.ts";
import { currentOrNextWindow, nextWindow, windowFor, type WindowPlan } from "../../../src/core/window/window.ts";
import { parsePlan } from "../../../src/plan/load.ts";
import { windowFinding } from "../../../src/stages/preflight/looks/before-hosts/window.ts";
import { samplePlan, samplePlanText } from "../../plan/sample-plan.ts";

const moscow = "Europe/Moscow";
const night = { start: "02:00", end: "04:00" };
const overMidnight = { start: "23:00", end: "01:00" };

interface Case {
  readonly name: string;
  readonly plan: WindowPlan;
  readonly now: string;
  /** Day on which it starts, in the plan's zone. */
  readonly starts: string | null;
}

const cases: readonly Case[] = [
  // 2026-12-01 is a Tuesday.
  {
    name: "the days that are left",
    plan: { ...night, days: ["thu", "sat"] },
    now: "2026-12-01T12:00+03:00",
    starts: "2026-12-03",
  },
  {
    name: "a day of the plan's zone, not of UTC",
    plan: { ...night, days: ["wed"] },
    now: "2026-12-01T23:30+00:00",
    starts: "2026-12-02",
  },
  { name: "open now", plan: { ...night, days: ["tue"] }, now: "2026-12-01T03:59:59+03:00", starts: "2026-12-01" },
  {
    name: "over a minute ago: a week later",
    plan: { ...night, days: ["tue"] },
    now: "2026-12-01T04:00+03:00",
    starts: "2026-12-08",
  },
  {
    name: "a freeze over the new year",
    plan: { ...night, notOn: ["2026-12-28..2027-01-08"] },
    now: "2026-12-27T12:00+03:00",
    starts: "2027-01-09",
  },
  {
    name: "freezes that touch",
    plan: { ...night, notOn: ["2026-12-02", "2026-12-03..2026-12-04"] },
    now: "2026-12-01T12:00+03:00",
    starts: "2026-12-05",
  },
  {
    name: "a window over midnight reaches into the freeze",
    plan: { ...overMidnight, notOn: ["2026-12-02"] },
    now: "2026-12-01T12:00+03:00",
    starts: "2026-12-03",
  },
  {
    name: "one that ends at midnight does not",
    plan: { start: "22:00", end: "00:00", notOn: ["2026-12-02"] },
    now: "2026-12-01T12:00+03:00",
    starts: "2026-12-01",
  },
  {
    name: "the weekday is that of the start",
    plan: { ...overMidnight, days: ["fri"] },
    now: "2026-12-05T00:30+03:00",
    starts: "2026-12-04",
  },
  {
    name: "days and dates leave nothing soon",
    plan: { ...night, days: ["wed"], notOn: ["2026-12-01..2027-06-30"] },
    now: "2026-12-01T12:00+03:00",
    starts: "2027-07-07",
  },
  {
    name: "everything is left out",
    plan: { ...night, notOn: ["2026-01-01..2036-01-01"] },
    now: "2026-12-01T12:00+03:00",
    starts: null,
  },
];

for (const { name, plan, now, starts } of cases)
  test(`the next window: ${name}`, () => {
    const found = nextWindow(plan, moscow, DateTime.fromISO(now));
    assert.equal(found?.start.toISODate() ?? null, starts);
    if (starts === null) assert.throws(() => currentOrNextWindow(plan, moscow, DateTime.fromISO(now)), /window-never/);
  });

test("a launch that was asked for a date has its window and no other, also once that is over", () => {
  const now = DateTime.fromISO("2026-12-05T12:00+03:00");
  assert.equal(windowFor(night, moscow, "2026-12-01", now).start.toISODate(), "2026-12-01");
  assert.equal(windowFor(night, moscow, "", now).start.toISODate(), "2026-12-06");
});

test("what is a date, and what is a range of them", () => {
  for (const text of ["2026-12-31", "2028-02-29"]) assert.equal(isDay(text), true, text);
  for (const text of ["2026-02-29", "2026-13-01", "2026-1-1", "31.12.2026", "tomorrow", "2026-12-31 ", ""])
    assert.equal(isDay(text), false, text);
  for (const text of [
    "2026-12-31..2026-12-30",
    "2026-12-31..",
    "..2026-12-31",
    "2026-12-31...2027-01-01",
    "2026-12-31..2027-02-30",
  ])
    assert.equal(parseDays(text), null, text);
});

test("a plan with days that are none is refused, each at its line", () => {
  const text = samplePlanText.replace(
    'end: "04:00" }',
    'end: "04:00", days: [mon, Friday], not-on: [2026-12-31, 2026-02-30, "24.12"] }',
  );
  const read = parsePlan(text, "p.yml");
  assert.ok(!read.ok);
  assert.deepEqual(
    read.problems.map(({ code, position }) => [code, position?.line]),
    [
      ["plan-wrong-value", 3],
      ["plan-value-refused", 3],
      ["plan-value-refused", 3],
    ],
  );
  const good = parsePlan(
    text.replace("Friday", "fri").replace("2026-02-30", "2026-12-28..2027-01-08").replace('"24.12"', '"2026-03-08"'),
    "p.yml",
  );
  assert.ok(good.ok, JSON.stringify(good));
});

const now = DateTime.utc(2026, 12, 1, 12) as DateTime<true>;
const look = (date: string, window: object, override = "") => {
  const plan = samplePlan({ window: window as never });
  const found = windowFinding({ plan, date, override }, now);
  return { found, codes: found.flatMap(({ problems }) => problems.map(({ code }) => code)) };
};

test("a date is refused by day, with all that speaks against it and the next that does not", () => {
  assert.deepEqual(look("2026-12-04", { days: ["sat", "sun"], notOn: ["2026-12-04"] }).codes, [
    "date-not-a-day",
    "date-left-out",
  ]);
  assert.deepEqual(look("2026-11-30", {}).codes, ["date-past"]);
  assert.deepEqual(look("2028-01-01", {}).codes, ["date-too-far"]);
  const [first] = look("2026-12-04", { days: ["sat"] }).found;
  assert.match(first?.problems[0]?.mend ?? "", /2026-12-05/);
  assert.deepEqual(look("", { notOn: ["2026-01-01..2036-01-01"] }).codes, ["window-never"]);
});

test("the checklist says which day it is; a plan with a window every night has no such line, nor a launch that keeps to none", () => {
  const [said] = look("2026-12-05", {}).found;
  assert.match(said?.note ?? "", /December 5, 2026/);
  assert.deepEqual([look("", {}).found, look("2026-11-30", { days: ["sat"] }, "now is better").found], [[], []]);
  const { found } = look("", { days: ["sat"] });
  assert.match(found[0]?.note ?? "", /December 5, 2026/);
});
