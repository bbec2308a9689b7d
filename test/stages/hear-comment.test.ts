import assert from "node:assert/strict";
import { test, type TestContext } from "node:test";
import type { GitHub } from "../../src/github/client.ts";
import { hearComment } from "../../src/stages/approval/hear-comment.ts";
import type { RunContext } from "../../src/stages/launch/launch.ts";
import { here, twinUnderTest } from "../../packages/github-twin/test/twin-under-test.ts";

/** A checklist, or another issue, on a repository that has no plan: whoever goes on to ask a host fails. */
async function issueWith(t: TestContext, { label = "golive", byBot = true } = {}) {
  const { client, run } = await twinUnderTest(t);
  const bot = client(run({ permissions: { issues: "write", contents: "read", metadata: "read" } }).token);
  const opener = byBot ? bot : client("anna-token");
  await opener.rest.issues.create({ ...here, title: "Go-live", body: "…", labels: [label] });
  const context = {
    github: { octokit: bot, owner: here.owner, repo: here.repo, serverUrl: "" } as unknown as GitHub,
    log: { info() {}, warn() {}, error() {} },
    planFile: "no-plan.yml",
  } as unknown as RunContext;
  const hear = async (login: string, body: string) => {
    const issues = client(`${login}-token`).rest.issues;
    return hearComment(context, (await issues.createComment({ ...here, issue_number: 1, body })).data.id);
  };
  const answers = async () =>
    (await bot.rest.issues.listComments({ ...here, issue_number: 1 })).data
      .filter(({ user }) => user?.type === "Bot")
      .map(({ body = "" }) => body);
  return { hear, answers };
}

test("no host is asked for talk, nor for who may not write; that person is told once", async (t) => {
  const { hear, answers } = await issueWith(t);
  for (const body of ["All quiet.", "> /pass g1", "see /pass", "/approve 0123456789abcdef", "golive go on"])
    assert.equal(await hear("anna", body), null, body);
  assert.deepEqual(await answers(), []);
  assert.equal(await hear("vera", "/pass g1"), null);
  assert.equal(await hear("vera", "/fail g1 x"), null);
  assert.deepEqual(await answers(), [
    "<!-- golive:answer-to=vera -->\nThis comment was not heard: its author may not write to this repository.",
  ]);
  // Who may write is heard, however GitHub calls that person: here that ends at the plan that is missing.
  await assert.rejects(hear("anna", "/pass g1"), /there is no plan at no-plan\.yml/);
  await assert.rejects(hear("anna", "/psas g1"), /there is no plan at no-plan\.yml/);
});

test("only on a checklist that golive opened", async (t) => {
  const other = await issueWith(t, { label: "bug" });
  assert.equal(await other.hear("anna", "/pass g1"), null);
  const forged = await issueWith(t, { byBot: false });
  assert.equal(await forged.hear("anna", "/pass g1"), null);
  assert.deepEqual([await other.answers(), await forged.answers()], [[], []]);
});
