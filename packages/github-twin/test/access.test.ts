import assert from "node:assert/strict";
import { test } from "node:test";
import { failure, here, twinUnderTest } from "./twin-under-test.ts";

test("a run's token may do what its permissions say and nothing more", async (t) => {
  const { twin, client, run } = await twinUnderTest(t);
  const { id, token } = run({ permissions: { contents: "read", issues: "read" } });
  const { rest } = client(token);
  await rest.repos.getCommit({ ...here, ref: "main" });
  await rest.issues.listForRepo(here);
  for (const call of [
    () => rest.issues.create({ ...here, title: "x" }),
    () => rest.actions.getWorkflowRun({ ...here, run_id: id }),
  ]) {
    const { status, message } = await failure(call());
    assert.equal(status, 403);
    assert.match(message, /Resource not accessible by integration/);
  }
  twin.setRun(id, { status: "completed", conclusion: "success" });
  assert.equal((await failure(rest.repos.get(here))).status, 401, "the token dies with the run");
  assert.deepEqual(twin.violations(), []);
});

test("people may do what their role allows", async (t) => {
  const { twin, client } = await twinUnderTest(t);
  await client("boris-token").rest.issues.create({ ...here, title: "Launch", body: "b" });
  const reader = client("vera-token").rest;
  const { data: comment } = await reader.issues.createComment({ ...here, issue_number: 1, body: "hello" });
  await reader.issues.updateComment({ ...here, comment_id: comment.id, body: "hello!" });
  assert.equal((await failure(reader.issues.update({ ...here, issue_number: 1, body: "mine" }))).status, 403);
  assert.equal((await failure(client("gleb-token").rest.repos.get(here))).status, 404);
  assert.match((await failure(client("nobody").rest.repos.get(here))).message, /Bad credentials/);

  const level = async (username: string) =>
    (await client("boris-token").rest.repos.getCollaboratorPermissionLevel({ ...here, username })).data.permission;
  assert.deepEqual(await Promise.all(["anna", "boris", "vera", "gleb"].map(level)), ["admin", "write", "read", "none"]);
  assert.equal((await client("boris-token").rest.users.getByUsername({ username: "anna" })).data.login, "anna");
  assert.deepEqual(twin.violations(), []);
});

test("the rate limit is told in headers and at its own address", async (t) => {
  const { twin, client, run } = await twinUnderTest(t);
  const { rest } = client(run().token);
  const { headers, data } = await rest.repos.get(here);
  assert.deepEqual([data.private, data.default_branch], [true, "main"]);
  assert.deepEqual([headers["x-ratelimit-limit"], headers["x-ratelimit-remaining"]], ["1000", "999"]);
  assert.ok(headers["x-github-request-id"]);
  assert.equal((await rest.rateLimit.get()).data.resources.core.remaining, 999);
  assert.deepEqual(twin.violations(), []);
});
