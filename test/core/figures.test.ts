import assert from "node:assert/strict";
import { test } from "node:test";
import { DateTime } from "luxon";
import { dayAndTime, moment, showDuration, showSize, span } from "../../src/core/text/figures.ts";

test("durations for people", () => {
  const cases: readonly [number, string][] = [
    [0, "0.0 s"],
    [0.44, "0.4 s"],
    [9.94, "9.9 s"],
    [9.96, "10 s"],
    [59.4, "59 s"],
    [59.6, "1 min"],
    [60, "1 min"],
    [185, "3 min 5 s"],
    [3599.4, "59 min 59 s"],
    [3599.6, "1 h"],
    [3600, "1 h"],
    [3720, "1 h 2 min"],
    [86_400, "24 h"],
  ];
  for (const [seconds, text] of cases) assert.equal(showDuration(seconds), text);
});

test("sizes for people", () => {
  const cases: readonly [number, string][] = [
    [0, "0 KiB"],
    [1, "1 KiB"],
    [1023 * 1024, "1023 KiB"],
    [1024 ** 2, "1.0 MiB"],
    [7.84 * 1024 ** 2, "7.8 MiB"],
    [420.4 * 1024 ** 2, "420 MiB"],
    [9999 * 1024 ** 2, "9999 MiB"],
    [76_201 * 1024 ** 2, "74.4 GiB"],
    [20_000 * 1024 ** 3, "20,000.0 GiB"],
  ];
  for (const [bytes, text] of cases) assert.equal(showSize(bytes), text);
});

test("times for people, with their zone where it is not known", () => {
  const from = DateTime.fromISO("2026-11-25T02:00", { zone: "Europe/Moscow" });
  assert.deepEqual(
    [span(from, from.plus({ hours: 2 })), moment(from), dayAndTime(from)],
    [
      "November 25, 2026, 02:00 – 04:00 (Europe/Moscow)",
      "November 25, 2026 at 02:00:00 (Europe/Moscow)",
      "Nov 25, 02:00",
    ],
  );
  assert.equal(
    span(from.plus({ hours: 21 }), from.plus({ hours: 23 })),
    "November 25, 2026 at 23:00 – November 26, 2026 at 01:00 (Europe/Moscow)",
  );
});
