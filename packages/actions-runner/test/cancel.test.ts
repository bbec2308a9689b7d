import assert from "node:assert/strict";
import { test } from "node:test";
import { nodeAction, run } from "./fixture.ts";

const trap = `process.on("SIGINT", () => { console.log("got SIGINT"); setTimeout(() => process.exit(0), 50); });
  require("fs").appendFileSync(process.env.GITHUB_STATE, "half=done\\n"); console.log("ready"); setInterval(() => {}, 1000);`;

test("cancel: SIGINT to the action, then its post and the steps that ask for it; no others", async (t) => {
  const stop = new AbortController();
  const result = await run(
    t,
    `
jobs:
  a:
    runs-on: x
    steps:
      - {uses: $/act}
      - {run: echo no}
      - {if: always(), run: "echo always \${{ job.status }}"}
      - {if: cancelled(), run: echo cancelled}
      - {if: failure(), run: echo no failure}
  next: {needs: a, runs-on: x, steps: [{run: echo no next}]}
  tidy: {needs: a, if: always(), runs-on: x, steps: [{run: "echo tidy \${{ needs.a.result }}"}]}
  when-cancelled: {needs: a, if: cancelled(), runs-on: x, steps: [{run: echo seen}]}
`,
    {
      "act/action.yml": nodeAction("main: m.js\npost: p.js"),
      "act/m.js": trap,
      "act/p.js": `console.log("post", process.env.STATE_half)`,
    },
    {
      signal: stop.signal,
      onLine: (line) => {
        if (line === "ready") stop.abort();
      },
    },
  );
  assert.equal(result.conclusion, "cancelled");
  assert.deepEqual(
    result.job("a").steps.map((step) => step.outcome),
    ["cancelled", "skipped", "success", "success", "skipped", "success"],
  );
  const log = result.log.filter((line) => !line.startsWith("##"));
  assert.deepEqual(log.slice(0, 5), ["ready", "got SIGINT", "always cancelled", "cancelled", "post done"]);
  assert.deepEqual(log.slice(5).sort(), ["seen", "tidy cancelled"]);
  assert.equal(result.job("next").result, "cancelled");
});

test("a step or job whose condition still holds is not stopped", async (t) => {
  const stop = new AbortController();
  const result = await run(
    t,
    `
jobs:
  a:
    runs-on: x
    steps: [{if: always(), run: "echo ready; sleep 0.3; echo finished"}, {run: echo no}]
  b:
    if: always()
    runs-on: x
    steps: [{run: "sleep 0.3; echo b goes on"}, {run: echo b too}]
`,
    {},
    {
      signal: stop.signal,
      onLine: (line) => {
        if (line === "ready") stop.abort();
      },
    },
  );
  assert.equal(result.job("a").result, "cancelled");
  assert.deepEqual(
    result.job("a").steps.map((step) => step.outcome),
    ["success", "skipped"],
  );
  assert.equal(result.job("b").result, "success");
  assert.ok(result.log.includes("finished") && result.log.includes("b too") && !result.log.includes("no"));
});

test("a cancelled composite: its inner always() step starts, and is interrupted at once", async (t) => {
  const stop = new AbortController();
  const result = await run(
    t,
    `
jobs:
  a: {runs-on: x, steps: [{uses: $/.}]}
`,
    {
      "action.yml": `name: c\ndescription: d\nruns:\n  using: composite\n  steps:\n    - {uses: $/act}\n    - {shell: bash, run: echo no}\n    - {if: always(), uses: $/act}\n`,
      "act/action.yml": nodeAction("main: m.js"),
      "act/m.js": trap,
    },
    {
      signal: stop.signal,
      onLine: (line) => {
        if (line === "ready") stop.abort();
      },
    },
  );
  assert.equal(result.job("a").result, "cancelled");
  assert.equal(result.job("a").steps[0]?.outcome, "cancelled");
  assert.ok(!result.log.includes("no"));
});

test("a process that ignores SIGINT gets SIGTERM 7.5 s later, and is killed 2.5 s after that", async (t) => {
  const stop = new AbortController();
  let from = 0;
  const at: Record<string, number> = {};
  const started = (): void => {
    from = performance.now();
    stop.abort();
  };
  const result = await run(
    t,
    `
jobs:
  a: {runs-on: x, steps: [{uses: $/act}]}
`,
    {
      "act/action.yml": nodeAction("main: m.js"),
      "act/m.js": `for (const s of ["SIGINT", "SIGTERM"]) process.on(s, () => console.log(s)); console.log("ready"); setInterval(() => {}, 1000);`,
    },
    {
      signal: stop.signal,
      onLine: (line) => {
        at[line] = performance.now() - from;
        if (line === "ready") started();
      },
    },
  );
  const took = performance.now() - from;
  assert.equal(result.conclusion, "cancelled");
  assert.ok((at.SIGTERM ?? 0) >= 7_400 && (at.SIGTERM ?? 0) < 9_500, `SIGTERM after ${at.SIGTERM}`);
  assert.ok(took >= 9_900 && took < 13_000, `ended after ${took}`);
});

test("cancel while a gate is open", async (t) => {
  const stop = new AbortController();
  const result = await run(
    t,
    `
jobs:
  a: {runs-on: x, environment: production, steps: [{run: echo no}]}
`,
    {},
    {
      signal: stop.signal,
      gate: () => {
        stop.abort();
        return new Promise(() => {});
      },
    },
  );
  assert.equal(result.conclusion, "cancelled");
  assert.deepEqual(result.job("a").steps, []);
});
