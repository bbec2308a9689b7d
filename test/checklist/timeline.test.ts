import assert from "node:assert/strict";
import { test } from "node:test";
import { timeline } from "../../src/checklist/timeline.ts";
import type { Event, StepStatus } from "../../src/journal/event.ts";
import { samplePlan } from "../plan/sample-plan.ts";
import { type At, samplePage } from "./sample-page.ts";

const step = (id: string, status: StepStatus): Event => ({ kind: "step", step: id, status });
const whole: readonly At[] = [
  ["20:00:00", step("prepare.tag", "done")],
  ["23:00:10", step("isolate.on", "started")],
  ["23:00:20", step("isolate.on", "done")],
  ["23:00:30", step("backup.dump", "started")],
  ["23:05:00", step("backup.dump", "done")],
  ["23:05:00", step("backup.restore", "started")],
  ["23:09:00", step("backup.restore", "done")],
  ["23:10:00", step("deploy.migrate@app-1", "started")],
  ["23:11:00", step("deploy.migrate@app-1", "failed")],
  ["23:12:00", step("rollback.stop", "started")],
];

/** Sections of the chart with their tasks, every line of it read or refused. */
function chart(text: string): Record<string, string[]> {
  const [open, kind, ...rest] = text.split("\n");
  assert.deepEqual([open, kind, rest.pop()], ["```mermaid", "gantt", "```"]);
  const sections: Record<string, string[]> = {};
  let tasks: string[] | undefined;
  for (const line of rest) {
    const section = /^ {4}section ([^:;#,]+)$/.exec(line);
    const task =
      /^ {4}([^:;#,]+) :(?:(?:done|active|crit), )?(\d{4}-\d\d-\d\d \d\d:\d\d:\d\d), (\d{4}-\d\d-\d\d \d\d:\d\d:\d\d)$/.exec(
        line,
      );
    if (section) tasks = sections[section[1] ?? ""] = [];
    else if (task) {
      assert.ok((task[2] ?? "") <= (task[3] ?? ""), line);
      assert.ok(tasks, "a task outside of every section");
      tasks.push(line.trim());
    } else assert.match(line, /^ {4}(dateFormat YYYY-MM-DD HH:mm:ss|axisFormat %H:%M)$/);
  }
  return sections;
}

test("before anything ran the plan alone is shown, in its zone", () => {
  assert.deepEqual(chart(timeline(samplePage([]))), {
    planned: [
      "Back up :2026-11-25 02:00:00, 2026-11-25 02:15:00",
      "Deploy :2026-11-25 02:15:00, 2026-11-25 03:15:00",
      "Verify :2026-11-25 03:15:00, 2026-11-25 04:00:00",
    ],
  });
});

test("what ran is shown as it was: done, failed, still running", () => {
  assert.deepEqual(chart(timeline(samplePage(whole))).actual, [
    "Isolate :done, 2026-11-25 02:00:10, 2026-11-25 02:00:20",
    "Back up :done, 2026-11-25 02:00:30, 2026-11-25 02:09:00",
    "Deploy :crit, 2026-11-25 02:10:00, 2026-11-25 02:11:00",
    "Rollback :active, 2026-11-25 02:12:00, 2026-11-25 02:12:00",
  ]);
});

test("after any event the chart is one that Mermaid reads", () => {
  for (let count = 0; count <= whole.length; count++)
    assert.ok(chart(timeline(samplePage(whole.slice(0, count)))).planned);
});

test("what was skipped took no time, and what came before the window is not of it", () => {
  assert.equal(
    chart(
      timeline(
        samplePage([
          ["20:00:00", step("prepare.tag", "done")],
          ["23:01:00", step("backup.dump", "skipped")],
        ]),
      ),
    ).actual,
    undefined,
  );
});

test("the plan's own schedule", () => {
  const plan = samplePlan({
    timezone: "Europe/Moscow",
    window: { schedule: { backup: "02:10", deploy: "02:40", verify: "03:30" } },
  });
  assert.deepEqual(
    chart(timeline(samplePage([], { plan }))).planned?.map((line) => line.replaceAll("2026-11-25 ", "")),
    [
      "Isolate :02:00:00, 02:10:00",
      "Back up :02:10:00, 02:40:00",
      "Deploy :02:40:00, 03:30:00",
      "Verify :03:30:00, 04:00:00",
    ],
  );
});

test("no title ends a task's name", () => {
  const phases = [
    { id: "deploy" as const, title: "Deploy: a, b; c #1", lines: [{ id: "deploy.migrate@app-1", title: "x" }] },
  ];
  const { planned, actual } = chart(timeline(samplePage(whole, { phases })));
  assert.deepEqual([planned?.length, actual?.length], [1, 1]);
});
