import assert from "node:assert/strict";
import { test } from "node:test";
import type { GitHub } from "../../src/github/client.ts";
import { deafProblems, requireHearing } from "../../src/stages/preflight/deaf.ts";
import { samplePlan } from "../plan/sample-plan.ts";
import { here, twinUnderTest } from "../../packages/github-twin/test/twin-under-test.ts";

const scenarios = [{ id: "g1", title: "x", owners: [], steps: [], required: true }];
const decided = [
  samplePlan({ approval: { comment: { approvers: ["anna"] } } }),
  samplePlan({ verify: { scenarios } }),
  samplePlan({ verify: { ask: { who: ["@anna"], atMost: 60 } } }),
  samplePlan({ window: { ask: { who: ["@anna"], atMost: 60 } } }),
];

test("a plan by which people's comments decide is refused by day where nobody could be heard", async (t) => {
  const { twin, client, run } = await twinUnderTest(t);
  const octokit = client(run({ permissions: { issues: "write", metadata: "read" } }).token);
  const github = { octokit, owner: here.owner, repo: here.repo, serverUrl: "" } as unknown as GitHub;
  const codes = async (plan: (typeof decided)[number]) => (await deafProblems(github, plan)).map(({ code }) => code);
  const warned: string[] = [];
  const log = { info() {}, warn: (text: string) => void warned.push(text), error() {} };
  twin.hideEdits();
  // Without an issue there is nothing to try it on.
  for (const plan of decided) assert.deepEqual(await codes(plan), []);
  await octokit.rest.issues.create({ ...here, title: "Go-live", body: "…" });
  for (const plan of decided) assert.deepEqual(await codes(plan), ["edits-unreadable"]);
  assert.deepEqual(await codes(samplePlan()), []);
  for (const plan of decided) await assert.rejects(requireHearing({ github, plan, log }), /issues: write/);
  // GitHub that does not answer stops no day before.
  twin.fault({ match: (method) => method === "GET", answer: "500" });
  await requireHearing({ github, plan: samplePlan({ verify: { scenarios } }), log });
  assert.match(warned.join(), /could not be tried/);
});
