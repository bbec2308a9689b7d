import assert from "node:assert/strict";
import { test } from "node:test";
import { cronFires } from "../../../src/services/fires/cron-times.ts";

/** 02:00 to 05:00 in Moscow, in the night to Sunday the 29th. */
const span = { from: Date.parse("2026-11-28T23:00:00Z"), until: Date.parse("2026-11-29T02:00:00Z") };
const moscow = "Europe/Moscow";
const at = (time: string) => Date.parse(`2026-11-29T${time}:00+03:00`);

const lines: readonly (readonly [line: string, fires: string | null | "unknown"])[] = [
  ["30 2 * * *", "02:30"],
  ["0 2 * * *", "02:00"],
  ["0 5 * * *", "05:00"],
  ["1 5 * * *", null],
  ["59 1 * * *", null],
  ["*/20 * * * *", "02:00"],
  ["7-59/20 3 * * *", "03:07"],
  ["5/25 3 * * *", "03:05"],
  ["0,45 4,1 * * *", "04:00"],
  ["0 3 * * sun", "03:00"],
  ["0 3 * * 7", "03:00"],
  ["0 3 * * 0", "03:00"],
  ["0 3 * * Mon-Fri", null],
  ["0 3 29 * 1", "03:00"],
  ["0 3 1 * 0", "03:00"],
  ["0 3 1 * *", null],
  ["0 3 */2 * 1", null],
  ["0 3 * nov *", "03:00"],
  ["0 3 * 1-10,12 *", null],
  ["@hourly", "02:00"],
  ["@daily", null],
  ["@midnight", null],
  ["@weekly", null],
  ["@reboot", null],
  ["-*/15 * * * *", "02:00"],
  ["0~59 3 * * *", "03:00"],
  ["60 3 * * *", "unknown"],
  ["0 3 * *", "unknown"],
  ["0 5-3 * * *", "unknown"],
  ["*/0 * * * *", "unknown"],
  ["@every_minute", "unknown"],
  ["H 3 * * *", "unknown"],
];
for (const [line, fires] of lines)
  test(`when cron runs it: ${line}`, () => {
    const expected = fires === null || fires === "unknown" ? fires : at(fires);
    assert.equal(cronFires(line, moscow, span), expected);
  });

test("a line goes by the clock of its machine", () => {
  assert.equal(cronFires("30 23 * * *", "UTC", span), at("02:30"));
  assert.equal(cronFires("30 2 * * *", "UTC", span), null);
  assert.equal(cronFires("0 18 28 11 *", "America/New_York", span), at("02:00"));
});
