import assert from "node:assert/strict";
import { test } from "node:test";
import { run } from "./fixture.ts";

const workflow = `
jobs:
  look:
    runs-on: x
    outputs: {digest: "\${{ steps.s.outputs.d }}"}
    steps: [{id: s, run: 'echo "look \${{ github.run_attempt }}"; echo "d=of-\${{ github.run_attempt }}" >> $GITHUB_OUTPUT'}]
  not: {if: github.actor == 'nobody', runs-on: x, steps: [{run: echo never}]}
  go:
    needs: look
    runs-on: x
    environment: production
    steps: [{run: 'echo "go with \${{ needs.look.outputs.digest }}"; test "\${{ github.run_attempt }}" = 2'}]
  behind: {needs: go, runs-on: x, steps: [{run: echo behind}]}
  always: {needs: [go, look], if: always(), runs-on: x, steps: [{run: 'echo "always \${{ needs.go.result }}"'}]}
  called: {needs: look, uses: ./.github/workflows/called.yml}
`;
const files = {
  ".github/workflows/called.yml": `
on: workflow_call
jobs:
  good: {runs-on: x, outputs: {o: "\${{ steps.s.outputs.o }}"}, steps: [{id: s, run: 'echo "good \${{ github.run_attempt }}"; echo "o=\${{ github.run_attempt }}" >> $GITHUB_OUTPUT'}]}
  bad: {needs: good, runs-on: x, steps: [{run: 'echo "bad after \${{ needs.good.outputs.o }}"; test "\${{ github.run_attempt }}" = 2'}]}
`,
};

test("re-run failed jobs: what went well is not run again, its outputs are used again, a gate asks anew", async (t) => {
  const asked: string[] = [];
  const gate = async (job: string) => {
    asked.push(job);
    return "approved" as const;
  };
  const first = await run(t, workflow, files, { gate });
  assert.equal(first.conclusion, "failure");
  const second = await run(t, workflow, files, { gate, attempt: 2, earlier: first.jobs });
  assert.equal(second.conclusion, "success");
  assert.deepEqual([...second.log].sort(), ["always success", "bad after 1", "behind", "go with of-1"]);
  assert.deepEqual(asked, ["go", "go"]);
  assert.deepEqual(second.jobs.map(({ id }) => id).sort(), [
    "always",
    "behind",
    "called",
    "called/bad",
    "called/good",
    "go",
    "look",
    "not",
  ]);
});

test("re-run all jobs runs everything again", async (t) => {
  const second = await run(t, workflow, files, { attempt: 2 });
  for (const line of ["look 2", "go with of-2", "good 2"]) assert.ok(second.log.includes(line), second.log.join("\n"));
});

test("legs of a matrix and jobs behind what runs again", async (t) => {
  const matrix = `
jobs:
  m: {runs-on: x, strategy: {matrix: {n: [1, 2]}}, steps: [{run: 'echo "m \${{ matrix.n }}"'}]}
  bad: {runs-on: x, steps: [{run: 'test "\${{ github.run_attempt }}" = 2'}]}
  after: {needs: bad, if: always(), uses: ./.github/workflows/fine.yml}
`;
  const fine = {
    ".github/workflows/fine.yml": "on: workflow_call\njobs:\n  in: {runs-on: x, steps: [{run: echo in}]}\n",
  };
  const first = await run(t, matrix, fine);
  const second = await run(t, matrix, fine, { attempt: 2, earlier: first.jobs });
  assert.deepEqual(second.log, ["in"]);
  assert.equal(second.job("m (2)").result, "success");
});
