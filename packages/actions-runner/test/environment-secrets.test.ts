// biome-ignore-all lint/suspicious/noTemplateCurlyInString: expressions as they stand in a workflow file

import assert from "node:assert/strict";
import { test } from "node:test";
import { repository, run } from "./fixture.ts";
import { dispatchable, githubUnderTest } from "../../rehearsal/test/world/github-under-test.ts";

const show =
  'steps: [{env: {A: "${{ secrets.a }}", B: "${{ secrets.B }}"}, run: \'echo "$GITHUB_JOB a${#A} b${#B}"\'}]';

const environments = { Production: { reviewers: ["dmitry"], secrets: { A: "zzzzz" } }, day: { reviewers: [] } };
const repositorySecrets = { a: "zz", B: "zzz" };

test("a job gets the secrets of its environment over those of the repository, and no other environment's", async (t) => {
  const github = await githubUnderTest(
    t,
    {
      ".github/workflows/go-live.yml": dispatchable(`
  none: {runs-on: x, ${show}}
  day: {runs-on: x, environment: day, ${show}}
  window: {runs-on: x, environment: production, ${show}}
`),
    },
    { environments, repositorySecrets },
  );
  const { log } = await github.launch({ tag: "v1" });
  assert.deepEqual([...log].sort(), ["day a2 b3", "none a2 b3", "window a5 b3"]);
});

test("a reviewer who says no keeps the secrets where they are", async (t) => {
  const github = await githubUnderTest(
    t,
    { ".github/workflows/go-live.yml": dispatchable(`  window: {runs-on: x, environment: production, ${show}}\n`) },
    { environments, repositorySecrets },
  );
  const { conclusion, log } = await github.launch({ tag: "v1", review: async () => "rejected" });
  assert.deepEqual([conclusion, log], ["failure", []]);
});

const called = `
on: {workflow_call: {secrets: {A: {required: false}, B: {required: false}}}}
jobs:
  in: {runs-on: x, environment: production, ${show}}
`;
const secrets = { secrets: repositorySecrets, environmentSecrets: { production: { A: "zzzzz", B: "zzzzzz" } } };
const files = { ".github/workflows/called.yml": called };

const calls = (how: string): string => `jobs:\n  go: {uses: ./.github/workflows/called.yml${how}}\n`;

for (const [what, how, said] of [
  ["nothing", "", "in a0 b0"],
  ["one name: the environment's value, and none of its others", ", secrets: {A: x}", "in a5 b0"],
  ["the same in another case", ", secrets: {a: x}", "in a5 b0"],
  ["all of them", ", secrets: inherit", "in a5 b6"],
] as const)
  test(`a called workflow is given ${what}`, async (t) => {
    const { log } = await run(t, calls(how), files, secrets);
    assert.deepEqual(log, [said]);
  });

test("every caller on the way has to say inherit", async (t) => {
  const between = (how: string): Record<string, string> => ({
    ...files,
    ".github/workflows/between.yml": `on: {workflow_call: {secrets: {A: {required: false}}}}\n${calls(how)}`,
  });
  const outer = (how: string): string => `jobs:\n  out: {uses: ./.github/workflows/between.yml${how}}\n`;
  const all = await run(t, outer(", secrets: inherit"), between(", secrets: inherit"), secrets);
  assert.deepEqual(all.log, ["in a5 b6"]);
  const named = await run(t, outer(", secrets: {A: x}"), between(", secrets: inherit"), secrets);
  assert.deepEqual(named.log, ["in a5 b0"]);
  const dropped = await run(t, outer(", secrets: inherit"), between(""), secrets);
  assert.deepEqual(dropped.log, ["in a0 b0"]);
});

for (const [what, suite, how, said] of [
  ["inherit does not reach another account", "other/suite", "inherit", "in a0 b0"],
  ["a name that is passed does", "other/suite", "{A: x}", "in a5 b0"],
  ["inherit reaches another repository of the account", "Acme/suite", "inherit", "in a5 b6"],
] as const)
  test(what, async (t) => {
    const { log } = await run(
      t,
      `jobs:\n  go: {uses: ${suite}/lib/.github/workflows/called.yml@v1, secrets: ${how}}\n`,
      {},
      { ...secrets, remoteActions: await elsewhere(t, suite) },
    );
    assert.deepEqual(log, [said]);
  });

async function elsewhere(t: Parameters<typeof run>[0], suite: string): Promise<Record<string, string>> {
  return { [suite]: await repository(t, { "lib/.github/workflows/called.yml": called }) };
}
