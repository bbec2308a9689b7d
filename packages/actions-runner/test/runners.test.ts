// biome-ignore-all lint/suspicious/noTemplateCurlyInString: expressions as they stand in a workflow file

import assert from "node:assert/strict";
import { test } from "node:test";
import type { Runner } from "../src/run-workflow.ts";
import { repository, run } from "./fixture.ts";

const runners: readonly Runner[] = [
  { labels: ["ubuntu-latest"] },
  { labels: ["self-hosted", "linux", "clinic"], selfHosted: true },
];
const job = (runsOn: string): string => `jobs:\n  a: {runs-on: ${runsOn}, steps: [{run: echo ran}]}\n`;

for (const [runsOn, takes] of [
  ["ubuntu-latest", true],
  ["Ubuntu-Latest", true],
  ["[self-hosted, clinic]", true],
  ["{labels: clinic}", true],
  ["\"${{ github.actor == 'ann' && 'clinic' }}\"", true],
  ["ubunut-latest", false],
  ["[ubuntu-latest, clinic]", false],
] as const)
  test(`runs-on ${runsOn}: ${takes ? "a runner takes it" : "queued for ever, said after a while"}`, async (t) => {
    const { conclusion, jobs, log } = await run(t, job(runsOn), {}, { runners, queuePatience: 50 });
    assert.deepEqual([conclusion, log], takes ? ["success", ["ran"]] : ["failure", []]);
    if (!takes)
      assert.match(jobs[0]?.annotations[0]?.message ?? "", /The job 'a' would stay queued for ever: no runner/);
  });

for (const [owner, takes] of [
  ["acme", true],
  ["other", false],
] as const)
  test(`a workflow of the account ${owner} ${takes ? "may" : "may not"} use the caller's own runners`, async (t) => {
    const suite = await repository(t, { "called.yml": `on: workflow_call\n${job("clinic")}` });
    const { conclusion, jobs } = await run(
      t,
      `jobs:\n  go: {uses: ${owner}/suite/called.yml@v1}\n`,
      {},
      { runners, queuePatience: 50, remoteActions: { [`${owner}/suite`]: suite } },
    );
    assert.equal(conclusion, takes ? "success" : "failure");
    if (!takes) assert.match(jobs[0]?.annotations[0]?.message ?? "", /no runner it may use has the label 'clinic'/);
  });
