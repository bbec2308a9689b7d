import assert from "node:assert/strict";
import { test } from "node:test";
import { run } from "./fixture.ts";

const called = `
on:
  workflow_call:
    inputs:
      tag: {type: string, required: true}
      dry: {type: boolean, default: false}
    secrets: {KEY: {required: true}}
    outputs: {said: {value: "\${{ jobs.inner.outputs.said }}"}}
env: {LEVEL: called}
jobs:
  inner:
    runs-on: x
    environment: production
    outputs: {said: "\${{ steps.s.outputs.said }}"}
    steps:
      - {id: s, env: {K: "\${{ secrets.KEY }}", E: "\${{ secrets.ENV_KEY }}", O: "\${{ secrets.OTHER }}"}, run: 'echo "$LEVEL \${{ inputs.tag }} \${{ toJSON(inputs.dry) }} k\${#K} e\${#E} o\${#O}"; echo "said=\${{ inputs.tag }}!" >> $GITHUB_OUTPUT'}
  last: {needs: inner, runs-on: x, steps: [{uses: $/act}]}
`;
const files = {
  ".github/workflows/called.yml": called,
  "act/action.yml":
    "name: a\ndescription: b\nruns: {using: composite, steps: [{run: echo from the repository, shell: bash}]}\n",
};
const secrets = {
  secrets: { KEY: "12345", OTHER: "1234567" },
  environmentSecrets: { production: { ENV_KEY: "123456" } },
};

test("a called workflow: inputs, inherited secrets and those of the environment, outputs", async (t) => {
  const gates: string[] = [];
  const result = await run(
    t,
    `
on: push
env: {LEVEL: caller}
jobs:
  go: {uses: ./.github/workflows/called.yml, with: {tag: "\${{ github.actor }}", dry: true}, secrets: inherit}
  after: {needs: go, runs-on: x, steps: [{run: "echo \${{ needs.go.outputs.said }} \${{ needs.go.result }}"}]}
`,
    files,
    {
      ...secrets,
      gate: async (job, environment) => {
        gates.push(`${job} ${environment}`);
        return "approved";
      },
    },
  );
  assert.equal(result.conclusion, "success", result.log.join("\n"));
  assert.ok(result.log.includes("called ann true k5 e6 o7"), result.log.join("\n"));
  assert.ok(result.log.includes("ann! success"));
  assert.ok(result.log.includes("from the repository"));
  assert.deepEqual(gates, ["go/inner production"]);
  assert.deepEqual(
    result.jobs.map(({ id, name }) => [id, name]),
    [
      ["go/inner", "go / inner"],
      ["go/last", "go / last"],
      ["go", "go"],
      ["after", "after"],
    ],
  );
});

test("mapped secrets are all it gets: none of the environment's", async (t) => {
  const result = await run(
    t,
    `
jobs:
  go: {uses: $/.github/workflows/called.yml, with: {tag: t}, secrets: {KEY: "\${{ secrets.OTHER }}"}}
`,
    files,
    secrets,
  );
  assert.ok(result.log.includes("called t false k7 e0 o0"), result.log.join("\n"));
});

test("a failure inside is a failure of the job that called", async (t) => {
  const result = await run(
    t,
    `
jobs:
  go: {uses: ./.github/workflows/called.yml, with: {tag: t}, secrets: inherit}
  sad: {needs: go, if: failure(), runs-on: x, steps: [{run: "echo sad"}]}
`,
    files,
    { ...secrets, gate: async () => "rejected" },
  );
  assert.equal(result.conclusion, "failure");
  assert.equal(result.job("go").result, "failure");
  assert.equal(result.job("go/last").result, "skipped");
  assert.ok(result.log.includes("sad"));
});

test("refused: a call without what it needs, with what nobody takes, or with more rights than the caller has", async (t) => {
  const go = (rest: string): Promise<unknown> =>
    run(t, `jobs:\n  go: {uses: ./.github/workflows/called.yml, ${rest}}\n`, files, secrets);
  await assert.rejects(go("secrets: inherit"), /main.yml \(Line: 3, Col: 14\): Input tag is required/);
  await assert.rejects(go("with: {tag: t}"), /Secret KEY is required/);
  await assert.rejects(go("with: {tag: t, tga: t}, secrets: inherit"), /Invalid input, tga is not defined/);
  const wants = { ...files, ".github/workflows/called.yml": `${called}permissions: {issues: write}\n` };
  await assert.rejects(
    run(
      t,
      `jobs:\n  go: {uses: ./.github/workflows/called.yml, with: {tag: t}, secrets: inherit, permissions: {issues: read}}\n`,
      wants,
      secrets,
    ),
    /'issues: write', but is only allowed 'issues: read'/,
  );
});
