// biome-ignore-all lint/suspicious/noTemplateCurlyInString: expressions as they stand in a workflow file

import assert from "node:assert/strict";
import { test } from "node:test";
import { WorkflowRefused } from "../src/run-workflow.ts";
import { nodeAction, run } from "./fixture.ts";

const job = (rest: string, steps = "[{run: echo hi}]"): string => `jobs:\n  a: {runs-on: x, ${rest}steps: ${steps}}\n`;

for (const [what, workflow, problem] of [
  ["an unknown key", job("stepz: 1, "), /main\.yml \(Line: 3, Col: 19\): Unexpected value 'stepz'/],
  ["an unknown context", job("", "[{run: 'echo ${{ foo.bar }}'}]"), /Unrecognized named-value: 'foo'/],
  [
    "a need that is not there",
    `${job("needs: b, ")}  c: {runs-on: x, steps: [{run: a}]}\n`,
    /main\.yml \(Line: 3.*unknown job 'b'/,
  ],
  [
    "a cycle",
    "jobs:\n  a: {needs: b, runs-on: x, steps: [{run: a}]}\n  b: {needs: a, runs-on: x, steps: [{run: a}]}\n",
    /at least one job with no dependencies/,
  ],
  ["a container", job("container: debian, "), /main\.yml \(Line: 3, Col: 30\): 'container' is not supported/],
  [
    "another system",
    "jobs:\n  a: {runs-on: windows-latest, steps: [{run: a}]}\n",
    /'runs-on: windows-latest' is not supported/,
  ],
  ["hashFiles", job("", "[{run: \"echo ${{ hashFiles('x') }}\"}]"), /hashFiles\(\) is not supported/],
  ["hashFiles in an if", job("", "[{if: \"hashFiles('x') != ''\", run: a}]"), /hashFiles\(\) is not supported/],
  ["a shell it does not have", job("", "[{shell: pwsh, run: a}]"), /Line: 3.*shell 'pwsh' is not supported/],
  [
    "an unknown remote action",
    job("", "[{uses: actions/checkout@v4}]"),
    /no local directory is given for actions\/checkout/,
  ],
  ["an image", job("", "[{uses: 'docker://debian'}]"), /'uses: docker:\/\/debian' is not supported/],
  ["an action that is not there", job("", "[{uses: $/none}]"), /Can't find 'action.yml'/],
  ["an action outside the repository", job("", "[{uses: $/../x}]"), /leaves its repository/],
  [
    "a docker action, even deep inside",
    job("", "[{uses: $/outer}]"),
    /inner\/action\.yml \(Line: \d+, Col: \d+\): 'using: docker' is not supported/,
  ],
  ["an older node", job("", "[{uses: $/old}]"), /'using: node20' is not supported/],
] as const) {
  test(`refused, with its place: ${what}`, async (t) => {
    const started: string[] = [];
    const files = {
      "outer/action.yml": "name: a\ndescription: b\nruns: {using: composite, steps: [{uses: $/inner}]}\n",
      "inner/action.yml": "name: a\ndescription: b\nruns:\n  using: docker\n  image: Dockerfile\n",
      "old/action.yml": nodeAction("main: m.js").replace("node24", "node20"),
    };
    await assert.rejects(run(t, workflow, files, { onJob: ({ id }) => started.push(id) }), (error) => {
      assert.ok(error instanceof WorkflowRefused);
      assert.match(error.message, problem);
      return true;
    });
    assert.deepEqual(started, []);
  });
}

test("an expression that fails while the job runs fails its step, with its place", async (t) => {
  const result = await run(t, job("", "[{run: \"echo ${{ fromJSON('{') }}\"}]"));
  assert.equal(result.job("a").result, "failure");
  assert.match(result.job("a").annotations[0]?.message ?? "", /main\.yml \(Line: 3, Col: \d+\)/);
});
