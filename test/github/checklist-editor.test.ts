import assert from "node:assert/strict";
import { test } from "node:test";
import type { GitHub } from "../../src/github/client.ts";
import { editorOf, issueFacts } from "../../src/github/said.ts";
import { here, twinUnderTest } from "../../packages/github-twin/test/twin-under-test.ts";

test("GitHub tells who edited the checklist after golive wrote it", async (t) => {
  const { client, run } = await twinUnderTest(t);
  const octokit = client(run({ permissions: { issues: "write", contents: "read", metadata: "read" } }).token);
  const { data } = await octokit.rest.issues.create({ ...here, title: "Go-live", body: "- [ ] Backup", labels: [] });
  const github = { octokit, owner: here.owner, repo: here.repo } as unknown as GitHub;
  const write = (by: typeof octokit, body: string) =>
    by.rest.issues.update({ ...here, issue_number: data.number, body });
  const editor = async () => {
    const facts = await issueFacts(github, data.number);
    assert.ok(facts);
    return editorOf(github, facts);
  };
  assert.equal(await editor(), null);
  await write(octokit, "- [ ] Backup\n- [ ] Deploy");
  assert.equal(await editor(), null);
  await write(client("anna-token"), "- [ ] Nothing at all");
  assert.equal(await editor(), "anna");
});
