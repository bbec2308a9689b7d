import assert from "node:assert/strict";
import { test, type TestContext } from "node:test";
import { concurrency, type Concurrency } from "../src/jobs/concurrency.ts";
import { type Overrides, type Run, run } from "./fixture.ts";

const replaced = (group: string): string => `Canceling since a higher priority waiting request for ${group} exists`;

const pause = () => new Promise((resolve) => setTimeout(resolve, 20));

/** Runs of one repository, each with a job that takes its time. */
function repository(t: TestContext, workflow: string, files: Readonly<Record<string, string>> = {}) {
  const groups: Concurrency = concurrency();
  const order: string[] = [];
  return {
    order,
    /** Until a run stands in line. */
    async queued(group: string): Promise<void> {
      while (groups.waiting(group) === 0) await pause();
    },
    start(name: string, overrides: Overrides = {}): Promise<Run> {
      return run(t, workflow, files, {
        concurrency: groups,
        actor: name,
        onLine: (line) => void order.push(line),
        ...overrides,
      });
    },
  };
}

// bash goes on after an interrupt that its child did not die of.
const steps = (seconds: number): string =>
  `steps: [{run: 'trap "exit 9" INT; echo "$GITHUB_ACTOR in"; for i in $(seq ${seconds * 10}); do sleep 0.1; done; echo "$GITHUB_ACTOR out"'}]`;

/** Until the first line of a run is written. */
async function until(order: readonly string[], line: string): Promise<void> {
  while (!order.includes(line)) await pause();
}

test("two runs of a group come one after the other; a third takes the place of the one that waits", async (t) => {
  const { order, start, queued } = repository(t, `concurrency: launch\njobs:\n  a: {runs-on: x, ${steps(0.5)}}\n`);
  const first = start("ann");
  await until(order, "ann in");
  const second = start("bob");
  await queued("launch");
  const third = start("eve");
  const ended = await Promise.all([first, second, third]);
  assert.deepEqual(
    ended.map(({ conclusion }) => conclusion),
    ["success", "cancelled", "success"],
  );
  assert.deepEqual(order, ["ann in", "ann out", "eve in", "eve out"]);
  assert.deepEqual([ended[1].jobs, ended[1].annotations?.[0]?.message], [[], replaced("launch")]);
});

test("a run takes its turn before any `if` is looked at", async (t) => {
  const { order, start, queued } = repository(
    t,
    `concurrency: {group: "it-\${{ github.event_name }}"}\njobs:\n  a: {if: github.actor != 'eve', runs-on: x, ${steps(0.5)}}\n`,
  );
  const first = start("ann");
  await until(order, "ann in");
  const second = start("bob");
  await queued("it-push");
  const third = await start("eve");
  assert.equal(third.job("a").result, "skipped");
  assert.equal((await second).annotations?.[0]?.message, replaced("it-push"));
  assert.equal((await first).conclusion, "success");
});

test("on a job it is looked at after the `if`", async (t) => {
  const { order, start, queued } = repository(
    t,
    `jobs:\n  a: {if: github.actor != 'eve', concurrency: launch, runs-on: x, ${steps(0.5)}}\n`,
  );
  const first = start("ann");
  await until(order, "ann in");
  const second = start("bob");
  await queued("launch");
  assert.equal((await start("eve")).job("a").result, "skipped");
  assert.deepEqual([(await first).conclusion, (await second).conclusion], ["success", "success"]);
});

test("a newer one ends what runs, if it says so", async (t) => {
  const { order, start } = repository(
    t,
    `jobs:\n  a: {concurrency: {group: g, cancel-in-progress: true}, runs-on: x, ${steps(3)}}\n`,
  );
  const first = start("ann");
  await until(order, "ann in");
  const second = start("bob");
  assert.equal((await first).job("a").result, "cancelled");
  assert.equal((await second).conclusion, "success");
  assert.ok(!order.includes("ann out"));
});

test("groups know no case, and other groups do not wait", async (t) => {
  const { order, start } = repository(
    t,
    `concurrency: {group: "\${{ github.actor == 'eve' && 'other' || (github.actor == 'bob' && 'PROD' || 'prod') }}"}\njobs:\n  a: {runs-on: x, ${steps(0.5)}}\n`,
  );
  const first = start("ann");
  await until(order, "ann in");
  await Promise.all([first, start("bob"), start("eve")]);
  assert.ok(order.indexOf("bob in") > order.indexOf("ann out"), order.join());
  assert.ok(order.indexOf("eve in") < order.indexOf("ann out"), order.join());
});

test("a run that waits for a review holds its group", async (t) => {
  const { order, start, queued } = repository(
    t,
    `concurrency: g\njobs:\n  a: {runs-on: x, environment: e, ${steps(0)}}\n`,
  );
  let approve: (() => void) | undefined;
  const gate = () => new Promise<"approved">((resolve) => (approve = () => resolve("approved")));
  const first = start("ann", { gate });
  while (approve === undefined) await pause();
  const second = start("bob");
  await queued("g");
  assert.deepEqual(order, []);
  approve();
  await Promise.all([first, second]);
  assert.equal(order[0], "ann in");
});

test("a workflow that calls another of its own group would wait for itself", async (t) => {
  const { start } = repository(t, "concurrency: g\njobs:\n  go: {uses: ./.github/workflows/called.yml}\n", {
    ".github/workflows/called.yml": `on: workflow_call\nconcurrency: G\njobs:\n  in: {runs-on: x, ${steps(0)}}\n`,
  });
  const { conclusion, jobs } = await start("ann");
  assert.equal(conclusion, "cancelled");
  assert.match(jobs[0]?.annotations[0]?.message ?? "", /a deadlock was detected for concurrency group: 'G'/);
});

test("cancelled while it waits", async (t) => {
  const { order, start, queued } = repository(t, `concurrency: g\njobs:\n  a: {runs-on: x, ${steps(0.5)}}\n`);
  const first = start("ann");
  await until(order, "ann in");
  const cancel = new AbortController();
  const second = start("bob", { signal: cancel.signal });
  await queued("g");
  cancel.abort();
  assert.deepEqual([(await second).conclusion, order], ["cancelled", ["ann in"]]);
  assert.equal((await first).conclusion, "success");
});
