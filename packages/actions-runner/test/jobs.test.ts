import assert from "node:assert/strict";
import { test } from "node:test";
import { run } from "./fixture.ts";

const results = (jobs: readonly { id: string; result: string }[]): Record<string, string> =>
  Object.fromEntries(jobs.map(({ id, result }) => [id, result]));

test("outputs travel through needs; jobs that do not need each other run side by side", async (t) => {
  const result = await run(
    t,
    `
jobs:
  a:
    runs-on: ubuntu-latest
    outputs: {word: "\${{ steps.w.outputs.word }}", gone: "\${{ steps.none.outputs.x }}"}
    steps:
      - {id: w, run: "echo word=hello >> $GITHUB_OUTPUT"}
  b:
    needs: [a]
    runs-on: ubuntu-latest
    env: {WORD: "\${{ needs.a.outputs.word }}"}
    steps:
      - run: echo "got $WORD and \${{ needs.a.result }}"
`,
  );
  assert.equal(result.conclusion, "success");
  assert.deepEqual(result.job("a").outputs, { word: "hello", gone: "" });
  assert.ok(result.log.includes("got hello and success"));
});

test("status functions at the level of jobs ask about all ancestors", async (t) => {
  const step = `runs-on: x\n    steps: [{run: "true"}]`;
  const result = await run(
    t,
    `
jobs:
  bad:
    runs-on: x
    steps: [{run: "exit 3"}]
  skipped:
    needs: bad
    ${step}
  always:
    needs: skipped
    if: always()
    ${step}
  after-always:
    needs: always
    ${step}
  far-failure:
    needs: always
    if: failure()
    ${step}
  compares:
    needs: [bad]
    if: \${{ !cancelled() && needs.bad.result == 'failure' }}
    ${step}
  implicit:
    needs: [bad]
    if: needs.bad.result == 'failure'
    ${step}
`,
  );
  assert.equal(result.conclusion, "failure");
  assert.deepEqual(results(result.jobs), {
    bad: "failure",
    skipped: "skipped",
    always: "success",
    "after-always": "skipped",
    "far-failure": "success",
    compares: "success",
    implicit: "skipped",
  });
});

test("a rejected gate fails its job without running anything of it", async (t) => {
  const asked: string[] = [];
  const statuses: string[] = [];
  const result = await run(
    t,
    `
jobs:
  deploy:
    runs-on: x
    environment: {name: "\${{ vars.ENV }}", url: "https://shop.example"}
    steps:
      - uses: $/act
      - {if: always(), run: echo never}
  unrelated:
    runs-on: x
    if: always()
    steps: [{run: echo green}]
  report:
    needs: [deploy]
    if: failure()
    runs-on: x
    steps: [{run: "echo it was \${{ needs.deploy.result }}"}]
`,
    {
      "act/action.yml": "name: a\ndescription: b\nruns: {using: node24, main: m.js, post: m.js}\n",
      "act/m.js": "console.log('never')",
    },
    {
      vars: { ENV: "production" },
      gate: async (job, environment) => {
        asked.push(`${job}:${environment}`);
        return "rejected";
      },
      onJob: (job) => statuses.push(`${job.id} ${job.status}`),
    },
  );
  assert.deepEqual(asked, ["deploy:production"]);
  assert.equal(result.conclusion, "failure");
  assert.deepEqual(results(result.jobs), { deploy: "failure", unrelated: "success", report: "success" });
  assert.deepEqual(result.job("deploy").steps, []);
  assert.ok(!result.log.includes("never"));
  assert.ok(result.log.includes("it was failure"));
  assert.deepEqual(
    statuses.filter((line) => line.startsWith("deploy")),
    ["deploy queued", "deploy waiting", "deploy completed"],
  );
});

test("environment secrets reach only the jobs that name the environment", async (t) => {
  const result = await run(
    t,
    `
jobs:
  in:
    runs-on: x
    environment: {name: production, url: "\${{ steps.u.outputs.url }}", deployment: false}
    steps:
      - {id: u, run: "echo url=https://x.example >> $GITHUB_OUTPUT"}
      - {run: 'test "$K" = k-of-production', env: {K: "\${{ secrets.KEY }}"}}
  out:
    runs-on: x
    steps:
      - {run: 'test "$K" = k-of-repository', env: {K: "\${{ secrets.KEY }}"}}
`,
    {},
    { secrets: { KEY: "k-of-repository" }, environmentSecrets: { production: { KEY: "k-of-production" } } },
  );
  assert.equal(result.conclusion, "success");
  assert.deepEqual(result.job("in").environment, { name: "production", deployment: false, url: "https://x.example" });
});

test("continue-on-error of a job forgives its failure", async (t) => {
  const result = await run(
    t,
    `
jobs:
  a: {runs-on: x, continue-on-error: true, steps: [{run: exit 1}]}
  b: {runs-on: x, needs: a, steps: [{run: "echo a was \${{ needs.a.result }}"}]}
`,
  );
  assert.equal(result.conclusion, "success");
  assert.equal(result.job("a").result, "failure");
  assert.ok(result.log.includes("a was success"));
});

test("a matrix with include and exclude; outputs come from the last leg that has them", async (t) => {
  const result = await run(
    t,
    `
jobs:
  m:
    runs-on: x
    strategy:
      matrix:
        os: [a, b]
        n: [1, 2]
        exclude: [{os: b, n: 2}]
        include: [{os: a, extra: yes}, {os: c, n: 9}]
    outputs: {n: "\${{ matrix.n }}"}
    steps: [{run: 'echo "leg \${{ matrix.os }}\${{ matrix.n }}\${{ matrix.extra }} \${{ strategy.job-index }}/\${{ strategy.job-total }}"'}]
  after: {runs-on: x, needs: m, steps: [{run: "echo n \${{ needs.m.outputs.n }}"}]}
`,
  );
  assert.deepEqual(result.log.filter((line) => line.startsWith("leg")).sort(), [
    "leg a1yes 0/4",
    "leg a2yes 1/4",
    "leg b1 2/4",
    "leg c9 3/4",
  ]);
  assert.ok(result.log.includes("n 9"));
});

test("a failing leg ends its siblings unless fail-fast is off", async (t) => {
  const jobs = (failFast: boolean): string => `
jobs:
  m:
    runs-on: x
    strategy: {fail-fast: ${failFast}, matrix: {s: [bad, slow]}}
    steps: [{run: "if [ \${{ matrix.s }} = bad ]; then exit 1; else trap 'exit 9' INT; for i in 1 2 3 4 5 6; do sleep 0.1; done; fi"}]
`;
  const [fast, patient] = await Promise.all([run(t, jobs(true)), run(t, jobs(false))]);
  assert.deepEqual(results(fast.jobs), { "m (bad)": "failure", "m (slow)": "cancelled" });
  assert.deepEqual(results(patient.jobs), { "m (bad)": "failure", "m (slow)": "success" });
});

test("each job's token comes from its permissions", async (t) => {
  const asked: unknown[] = [];
  const result = await run(
    t,
    `
permissions: {contents: read}
jobs:
  a: {runs-on: x, steps: [{run: 'test "$T" = token-of-a', env: {T: "\${{ github.token }}"}}]}
  b: {runs-on: x, permissions: {issues: write}, steps: [{run: 'test "$T" = token-of-b', env: {T: "\${{ secrets.GITHUB_TOKEN }}"}}]}
`,
    {},
    {
      tokenFor: (id, permissions) => {
        asked.push([id, permissions]);
        return `token-of-${id}`;
      },
    },
  );
  assert.equal(result.conclusion, "success");
  assert.deepEqual(asked, [
    ["a", { contents: "read" }],
    ["b", { issues: "write" }],
  ]);
});

test("a job past its timeout is cancelled", async (t) => {
  const result = await run(
    t,
    `
jobs:
  a: {runs-on: x, timeout-minutes: 0.005, steps: [{run: "trap 'exit 0' INT; while true; do sleep 0.1; done"}, {if: cancelled(), run: echo tidied}]}
`,
  );
  assert.equal(result.job("a").result, "cancelled");
  assert.ok(result.log.includes("tidied"));
  assert.match(result.job("a").annotations[0]?.message ?? "", /maximum execution time/);
});
