import assert from "node:assert/strict";
import { test } from "node:test";
import { failure, here, twinUnderTest } from "./twin-under-test.ts";

test("a key which the description does not name is a violation, and GitHub goes on", async (t) => {
  const { twin, client } = await twinUnderTest(t);
  const { data } = await client("boris-token").request("POST /repos/{owner}/{repo}/issues", {
    ...here,
    title: "Launch",
    boddy: "x",
  });
  assert.equal(data.number, 1);
  assert.deepEqual(twin.violations(), ['issues/create request: / "boddy" is not in the description']);
  assert.deepEqual(twin.requests[0]?.problems, twin.violations());
});

test("a wrong type in a body is a violation and refused", async (t) => {
  const { twin, client } = await twinUnderTest(t);
  const { status } = await failure(
    client("boris-token").request("POST /repos/{owner}/{repo}/issues", { ...here, title: "x", labels: "one" as never }),
  );
  assert.equal(status, 422);
  assert.match(twin.violations().join("\n"), /issues\/create request: \/labels must be array/);
});

test("unknown and wrong query parameters and unknown paths are violations", async (t) => {
  const { twin, client } = await twinUnderTest(t);
  const octokit = client("boris-token");
  await octokit.request("GET /repos/{owner}/{repo}/issues", { ...here, colour: "red" });
  await failure(octokit.request("GET /repos/{owner}/{repo}/issues", { ...here, state: "shut" as "open" }));
  await failure(octokit.request("GET /repos/{owner}/{repo}/isues", here));
  const [unknown, wrong, path] = twin.violations();
  assert.match(unknown ?? "", /query parameter "colour" is not in the description/);
  assert.match(wrong ?? "", /query parameter "state" must be one of/);
  assert.match(path ?? "", /GET \/repos\/clinic\/psychology-api\/isues request: no such operation/);
});

test("the twin's own answers are held to the description", async (t) => {
  const { twin, client } = await twinUnderTest(t, {
    "repos/get-environment": () => ({ status: 200, body: { id: "seven", name: "production" } }),
    "actions/get-reviews-for-run": () => ({ status: 202, body: [] }),
  });
  const { rest } = client("boris-token");
  await rest.repos.getEnvironment({ ...here, environment_name: "production" });
  await rest.actions.getReviewsForRun({ ...here, run_id: 1 });
  const violations = twin.violations().join("\n");
  assert.match(violations, /repos\/get-environment answer 200: \/id must be integer/);
  assert.match(violations, /repos\/get-environment answer 200: \/ must have required property 'html_url'/);
  assert.match(violations, /actions\/get-reviews-for-run answer: status 202 is not in the description/);
});

test("an operation that the twin lacks is said to be lacking", async (t) => {
  const { twin, client } = await twinUnderTest(t);
  assert.equal((await failure(client("anna-token").rest.repos.listReleases(here))).status, 404);
  assert.deepEqual(twin.violations(), ["repos/list-releases request: the twin does not know this operation"]);
});
