// biome-ignore-all lint/suspicious/noTemplateCurlyInString: expressions as they stand in a workflow file

import assert from "node:assert/strict";
import { test } from "node:test";
import { nodeAction, repository, run } from "./fixture.ts";

const say = (text: string): string => `console.log(${JSON.stringify(text)})`;

test("a JavaScript action: inputs, defaults, outputs, state, and pre, main, post in order", async (t) => {
  const result = await run(
    t,
    `
jobs:
  a:
    runs-on: x
    outputs: {up: "\${{ steps.one.outputs.up }}"}
    steps:
      - run: echo first step
      - {id: one, uses: $/actions/one, with: {Two-Words here: "a b", status: "\${{ job.status }}"}}
      - {name: Second, uses: $/actions/two}
      - run: exit 1
`,
    {
      "actions/one/action.yml": nodeAction(
        "main: main.js\npre: pre.js\npost: post.js",
        "inputs:\n  two-words HERE: {required: true}\n  token: {default: '${{ github.token }}'}\n  status: {}\n",
      ),
      "actions/one/pre.js": `require("fs").appendFileSync(process.env.GITHUB_STATE, "who=pre\\n"); console.log("pre one")`,
      "actions/one/main.js": `const fs = require("fs"); const e = process.env;
      console.log("main one", e["INPUT_TWO-WORDS_HERE"], e.INPUT_TOKEN === "ghs_token_of_the_run", e.STATE_who, e.INPUT_STATUS);
      fs.appendFileSync(e.GITHUB_OUTPUT, "up=" + e["INPUT_TWO-WORDS_HERE"].toUpperCase() + "\\n");
      fs.appendFileSync(e.GITHUB_STATE, "more=main\\n")`,
      "actions/one/post.js": `const e = process.env; console.log("post one", e.STATE_who, e.STATE_more, e.INPUT_STATUS)`,
      "actions/two/action.yml": nodeAction("main: main.js\npost: post.js\npost-if: failure()"),
      "actions/two/main.js": say("main two"),
      "actions/two/post.js": say("post two"),
    },
  );
  assert.equal(result.conclusion, "failure");
  assert.deepEqual(
    result.log.filter((line) => !line.startsWith("##")),
    ["pre one", "first step", "main one a b true pre success", "main two", "post two", "post one pre main failure"],
  );
  assert.deepEqual(result.job("a").outputs, { up: "A B" });
  assert.deepEqual(
    result.job("a").steps.map((step) => step.name),
    [
      "Pre Run $/actions/one",
      "Run echo first step",
      "Run $/actions/one",
      "Second",
      "Run exit 1",
      "Post Second",
      "Post Run $/actions/one",
    ],
  );
});

test("unknown inputs are warned about; a missing required one is only a line in the log", async (t) => {
  const result = await run(
    t,
    `
jobs:
  a: {runs-on: x, steps: [{uses: $/act, with: {plan: p, plann: q}}]}
`,
    {
      "act/action.yml": nodeAction(
        "main: m.js",
        "inputs: {plan: {}, tag: {required: true}, old: {deprecationMessage: gone}}\n",
      ),
      "act/m.js": say("ran"),
    },
  );
  assert.equal(result.conclusion, "success");
  assert.deepEqual(result.job("a").annotations, [
    { level: "warning", message: "Unexpected input(s) 'plann', valid inputs are ['plan', 'tag', 'old']" },
  ]);
  assert.ok(result.log.includes("##[warning]Input required and not supplied: tag"));
});

test("an action that fails fails its step, and its post still runs", async (t) => {
  const result = await run(
    t,
    `
jobs:
  a: {runs-on: x, steps: [{uses: $/act, continue-on-error: true}, {run: echo on}]}
`,
    {
      "act/action.yml": nodeAction("main: m.js\npost: p.js"),
      "act/m.js": "process.exit(4)",
      "act/p.js": say("tidied"),
    },
  );
  assert.equal(result.conclusion, "success");
  assert.deepEqual(
    result.job("a").steps.map((step) => [step.outcome, step.conclusion]),
    [
      ["failure", "success"],
      ["success", "success"],
      ["success", "success"],
    ],
  );
  assert.ok(result.log.includes("tidied"));
});

/** An action that calls another, and that one a third. */
const nested = {
  "action.yml": `
name: outer
description: d
inputs: {word: {required: true}}
outputs: {out: {description: d, value: "<\${{ steps.in.outputs.said }}>"}}
runs:
  using: composite
  steps:
    - {id: hidden, shell: bash, run: 'echo "x=1" >> $GITHUB_OUTPUT; echo "outer $LEVEL \${{ inputs.word }} $(basename "$GITHUB_ACTION_PATH")"; echo FROM_INSIDE=set >> $GITHUB_ENV'}
    - {id: in, uses: $/inner, with: {word: "\${{ inputs.word }}er"}, env: {LEVEL: nested}}
    - {shell: bash, run: exit 5}
    - {shell: bash, run: echo skipped}
    - {if: failure(), shell: bash, run: "echo composite failed, job \${{ job.status }}"}
    - {if: always(), shell: bash, run: echo composite always}
`,
  "inner/action.yml": `
name: inner
description: d
inputs: {word: {}}
outputs: {said: {description: d, value: "\${{ steps.s.outputs.said }}"}}
runs:
  using: composite
  steps:
    - {id: s, shell: sh, run: 'echo "inner $LEVEL \${{ inputs.word }} \${{ steps.hidden.outputs.x }}."; echo "said=\${{ inputs.word }}" >> $GITHUB_OUTPUT'}
    - {uses: $/leaf, with: {at: "\${{ inputs.word }}"}}
`,
  "leaf/action.yml": nodeAction("main: m.js\npre: pre.js\npost: p.js", "inputs: {at: {}}\n"),
  "leaf/pre.js": `console.log("leaf pre", process.env.INPUT_AT)`,
  "leaf/m.js": `console.log("leaf", process.env.INPUT_AT, process.env.LEVEL)`,
  "leaf/p.js": `console.log("leaf post", process.env.INPUT_AT)`,
};

test("composite actions nest: own steps, inputs, env, status functions; posts and pres of the actions inside", async (t) => {
  const result = await run(
    t,
    `
jobs:
  a:
    runs-on: x
    env: {LEVEL: job}
    outputs: {out: "\${{ steps.o.outputs.out }}", inner: "\${{ steps.hidden.outputs.x }}"}
    steps:
      - {id: o, uses: $/., env: {LEVEL: step}, with: {word: deep}}
      - {if: always(), run: "echo then \${{ steps.o.outcome }} \${{ env.FROM_INSIDE }}"}
      - {if: failure(), uses: $/inner, with: {word: again}}
`,
    nested,
  );
  assert.equal(result.conclusion, "failure");
  assert.deepEqual(result.job("a").outputs, { out: "<deeper>", inner: "" });
  assert.deepEqual(
    result.log.filter((line) => !line.startsWith("##")),
    [
      "leaf pre deeper",
      "leaf pre again",
      "outer step deep repo",
      "inner nested deeper .",
      "leaf deeper nested",
      "composite failed, job success",
      "composite always",
      "then failure set",
      "inner job again .",
      "leaf again job",
      "leaf post again",
      "leaf post deeper",
    ],
  );
});

test("actions from the workspace and from other repositories; $/ inside them is their own repository", async (t) => {
  const files = {
    "other/action.yml": "name: o\ndescription: d\nruns:\n  using: composite\n  steps:\n    - {uses: $/deep}\n",
    "other/deep/action.yml": nodeAction("main: m.js"),
    "other/deep/m.js": `console.log("deep", process.env.GITHUB_ACTION_REPOSITORY, process.env.GITHUB_ACTION_REF)`,
  };
  const root = await repository(t, files);
  const result = await run(
    t,
    `
jobs:
  a:
    runs-on: x
    steps:
      - run: "mkdir -p mine; printf 'name: m\\\\ndescription: d\\\\nruns: {using: node24, main: m.js, pre: m.js}\\\\n' > mine/action.yml; echo 'console.log(1 + 1)' > mine/m.js"
      - uses: ./mine
      - uses: acme/other@v1
      - uses: acme/other/deep@v2
`,
    {},
    { remoteActions: { "acme/other": `${root}/other` } },
  );
  assert.equal(result.conclusion, "success", result.log.join("\n"));
  assert.ok(result.log.includes("2"));
  assert.ok(result.log.includes("deep acme/other v1"));
  assert.ok(result.log.includes("deep acme/other v2"));
});
