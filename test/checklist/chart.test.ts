import assert from "node:assert/strict";
import { test } from "node:test";
import { chart, courseCharts } from "../../src/checklist/chart.ts";
import { en } from "../../src/locale/en.ts";
import { loadPlan } from "../../src/plan/load.ts";
import { samplePlanText } from "../plan/sample-plan.ts";
import { samplePage } from "./sample-page.ts";
import { renderPage } from "../../src/checklist/render.ts";

const of = (values: readonly (number | null)[]) =>
  chart({ title: "Bad", labels: values.map((_, index) => `t${index}`), values, limit: 0.1 });

test("a chart has what was, what may be, and where it began", () => {
  assert.equal(
    of([0, 2.34567, null]),
    [
      "```mermaid",
      "xychart-beta",
      '    title "Bad"',
      '    x-axis ["t0", "t1", "t2"]',
      '    y-axis "%" 0 --> 2.346',
      "    bar [2.346, 0, 0]",
      "    line [0, 2.346, 0]",
      "    line [0.1, 0.1, 0.1]",
      "```",
    ].join("\n"),
  );
});

test("nothing seen is no chart; a day keeps its worst five minutes", () => {
  assert.equal(of([null, null]), null);
  assert.equal(of([]), null);
  const day = of(Array.from({ length: 288 }, (_, index) => (index === 100 ? 50 : 0))) ?? "";
  const points = /line \[([^\]]*)\]/.exec(day)?.[1]?.split(", ") ?? [];
  assert.deepEqual([points.length, points.filter((point) => point === "50").length], [48, 1]);
});

test("the charts stand on the checklist while the release is watched", () => {
  const plan = loadPlan(`${samplePlanText}\nwatch: {slo: {availability: 99.5}}\n`, "sample.yml");
  const course = {
    kind: "course",
    from: Date.parse("2026-11-24T23:55:00Z"),
    bad: 1,
    all: 200,
    slow: 0,
    timed: 0,
  } as const;
  const body = renderPage(samplePage([["23:56:00", course]], { plan }));
  assert.match(
    body,
    /title "Bad requests[^\n]*\n {4}x-axis \["\d\d:55"\]\n {4}y-axis "%" 0 --> 0\.75\n {4}bar \[0\.75\]\n {4}line \[0\.5\]\n {4}line \[0\.5\]/,
  );
  assert.doesNotMatch(body, /Slow requests/, "nobody timed any");
  assert.deepEqual(courseCharts([], plan, en), []);
});
