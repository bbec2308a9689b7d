import assert from "node:assert/strict";
import { test } from "node:test";
import { type Bench, median, runBench, tableOf } from "../bench/bench.ts";
import { timesOf } from "../bench/cpu.ts";
import { downtime } from "../bench/downtime.ts";
import { start } from "../bench/start.ts";

test("the middle of an odd and of an even number of values", () => {
  assert.equal(median([9, 1, 5]), 5);
  assert.equal(median([4, 1, 3, 2]), 2.5);
});

test("subjects run in turn, warm-ups are not kept, ratios are of medians", async () => {
  const ran: string[] = [];
  let closed = false;
  const subject = (name: string, values: number[]) => ({
    name,
    measure: async () => {
      ran.push(name);
      return values.shift() ?? 0;
    },
  });
  const bench: Bench = {
    about: "",
    unit: "s",
    rounds: 3,
    warmUps: 1,
    open: async () => ({
      subjects: [subject("ours", [99, 2, 1, 3]), subject("peer", [99, 4, 4, 8])],
      ratios: [["ours", "peer"]],
      close: async () => {
        closed = true;
      },
    }),
  };
  const measured = await runBench(bench);
  assert.deepEqual(ran, ["ours", "peer", "ours", "peer", "ours", "peer", "ours", "peer"]);
  assert.deepEqual(measured, {
    rows: [
      { name: "ours", unit: "s", values: [2, 1, 3], median: 2 },
      { name: "peer", unit: "s", values: [4, 4, 8], median: 4 },
    ],
    ratios: { "ours/peer": 0.5 },
  });
  assert.equal(closed, true);
  assert.match(tableOf(measured), /\| ours \| 2\.00 s \| 1\.00 – 3\.00 \| 3 \|/);
});

test("processor time counts what a process did and what it waited for; its name may hold anything", () => {
  assert.deepEqual(timesOf(7, "7 (a) b (c 1 2) S 3 7 7 0 -1 4194560 100 0 0 0 150 50 25 75 20 0 1 0 999"), {
    pid: 7,
    parent: 3,
    seconds: 3,
  });
});

test("the downtime of every way is held to the others' by ratios that name what is measured", async () => {
  const { subjects, ratios, close } = await downtime.open();
  await close();
  const names = subjects.map(({ name }) => name);
  assert.deepEqual(ratios.slice(0, 3), [
    ["golive, releases", "shell script"],
    ["golive, releases", "Ansible"],
    ["golive, in-place", "shell script"],
  ]);
  for (const name of ratios.flat()) assert.ok(names.includes(name), name);
});

test("every bundled action reads its inputs and refuses empty ones", async () => {
  const { rows } = await runBench({ ...start, warmUps: 0 }, { rounds: 1 });
  assert.deepEqual(rows.map(({ name }) => name).toSorted(), [
    "approve",
    "backup",
    "checklist",
    "deploy",
    "empty script",
    "gate",
    "maintenance",
    "plan",
    "prepare",
    "recall",
    "rollback",
    "scenarios",
    "verify",
    "watch",
    "window",
  ]);
  assert.ok(rows.every(({ median: ms }) => ms > 0));
});
