import assert from "node:assert/strict";
import { test } from "node:test";
import { WorkflowRefused } from "../src/run-workflow.ts";
import { run } from "./fixture.ts";

const workflow = `
on:
  workflow_dispatch:
    inputs:
      tag: {type: string, required: true}
      dry: {type: boolean, default: true}
      size: {type: choice, options: [small, large], default: small}
      count: {type: number, default: 2}
jobs:
  a:
    runs-on: x
    if: \${{ inputs.dry == true && github.event.inputs.dry == 'true' }}
    steps:
      - run: |
          echo '\${{ inputs.tag }} \${{ inputs.size }} \${{ toJSON(inputs.count) }} \${{ toJSON(inputs.dry) }} \${{ toJSON(github.event.inputs.dry) }}'
          tr -d ' \\n' < $GITHUB_EVENT_PATH; echo
`;
const dispatch = (
  inputs: Readonly<Record<string, string | boolean | number>>,
): { event: { name: string; payload: Record<string, unknown>; inputs: typeof inputs } } => ({
  event: { name: "workflow_dispatch", payload: { sender: { login: "ann" } }, inputs },
});

test("dispatch inputs have their types, the payload has texts", async (t) => {
  const result = await run(t, workflow, {}, dispatch({ tag: "v1", count: 5 }));
  assert.equal(result.job("a").result, "success");
  assert.ok(result.log.includes('v1 small 5 true "true"'), result.log.join("\n"));
  assert.ok(result.log.some((line) => line.includes('"inputs":{"tag":"v1","dry":"true","size":"small","count":"5"}')));
});

for (const [what, inputs, problem] of [
  ["a missing required input", {}, /Required input 'tag' not provided/],
  ["a choice that is none", { tag: "v1", size: "huge" }, /'huge' for input 'size' is not a choice of small, large/],
  ["a boolean that is none", { tag: "v1", dry: "maybe" }, /not a boolean/],
  ["an input nobody defined", { tag: "v1", tga: "v1" }, /Unexpected inputs provided: tga/],
] as const) {
  test(`refused before anything runs: ${what}`, async (t) => {
    const jobs: string[] = [];
    await assert.rejects(
      run(t, workflow, {}, { ...dispatch(inputs), onJob: (job) => jobs.push(job.id) }),
      (error) => error instanceof WorkflowRefused && problem.test(error.message),
    );
    assert.deepEqual(jobs, []);
  });
}

test("refused: an event the workflow does not have", async (t) => {
  await assert.rejects(run(t, workflow), /does not have 'push' trigger/);
});
